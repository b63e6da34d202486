"""Polling: each feed at its own interval, by a row that says when (ADR 8, 77). One after another, in a thread."""

from datetime import timedelta

from campaigns.feeds.feed_intake import feed_intake
from campaigns.sending.job_context import JobContext
from news.feeds.claim_feed import claim_feed, due_feeds
from news.feeds.read_feed import read_feed

MAX_RUN_TIME = timedelta(minutes=1)


def poll_feeds(context: JobContext) -> None:
    """The job. Nothing where the web is left alone: staff are told by the feeds that stay unread."""
    if context.feeds is None:
        return
    intake = feed_intake(context.services, context.feeds)
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    with context.database.read() as session:
        due = due_feeds(session, now=context.clock.now())
    for source_id in due:
        if context.stopping.is_set() or context.uptime.seconds() >= until:
            return  # the others are as due at the next run
        now = context.clock.now()
        with context.database.write() as session:
            is_ours = claim_feed(session, source_id, now=now)
        if is_ours:
            read_feed(intake, source_id, now=now)
