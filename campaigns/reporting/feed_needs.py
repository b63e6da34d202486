"""A dead man's switch for feeds: one that was not read for three of its intervals, or is gone, needs somebody."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.feeds.connect_feed import list_feeds
from campaigns.reporting.attention_item import AttentionItem
from news.feeds.tables import Feed
from news.sources import last_refusals

MISSED_READINGS = 3


def is_unread(feed: Feed, *, now: datetime) -> bool:
    return feed.read_well_at <= now - MISSED_READINGS * timedelta(minutes=feed.every_minutes)


def feed_needs(session: Session, *, now: datetime) -> Iterator[AttentionItem]:
    for source, feed in list_feeds(session):
        if feed.ended_at is not None:
            yield AttentionItem(
                "campaigns-need-feed-gone",
                {"name": source.name},
                advice="campaigns-do-feed-gone",
                stops_mail=False,
            )
        elif is_unread(feed, now=now):
            why = tuple(last_refusals(source)[:1])
            yield AttentionItem(
                "campaigns-need-feed", {"name": source.name}, why=why, advice="campaigns-do-feed", stops_mail=False
            )
