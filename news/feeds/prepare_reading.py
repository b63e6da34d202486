"""What a reading has found, with everything slow done: texts sanitised, files fetched, no transaction open."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, count

from core.db import Database
from core.decode_process import DecodeProcess
from core.errors import InputRefused, Refusal
from core.outbound import OutboundClient
from core.pinned_network import Deadline
from kinds.registry import NewsKind
from news.extraction.read_page import PageReader
from news.feeds.entry_item import EntryIntake, EntryItem, GuessLanguage, entry_item
from news.feeds.fetch_feed import USER_AGENT
from news.feeds.join_translations import join_translations
from news.feeds.kind_rules import kind_for, rules_from_json
from news.feeds.match_entries import MatchedEntry
from news.feeds.parsed_feed import ParsedFeed
from news.feeds.plan_reading import plan_reading, was_there_before
from news.feeds.save_reading import PreparedReading
from news.feeds.tables import Feed
from news.feeds.visit_pages import PASSING, OutOfTime, PageLoader, Pause
from news.queries import free_slug
from news.store import AssetStore

FILES_SECONDS = 90.0
"""For the pictures and PDFs of one reading."""


@dataclass(frozen=True, slots=True)
class FeedIntake:
    """Where feeds are read to, and with what."""

    database: Database
    store: AssetStore
    outbound: OutboundClient | None
    """None: the web is left alone."""
    zone: str
    guess_language: GuessLanguage
    otherwise: str
    """The language of what does not say, and cannot be told."""
    pause: Pause = time.sleep
    """Between two pages of a site that asks for it."""


@dataclass(slots=True)
class FeedReading:
    prepared: PreparedReading
    left: int = 0
    """Entries for the next reading."""
    is_to_repeat: bool = False
    """Something could not be had that perhaps can be had next time."""
    refused: list[Refusal] = field(default_factory=list)


def prepare_reading(
    intake: FeedIntake, feed: Feed, parsed: ParsedFeed, process: DecodeProcess, *, now: datetime
) -> FeedReading:
    with intake.database.read() as session:
        plan = plan_reading(session, feed, parsed, zone=intake.zone)
    prepared = PreparedReading(archive=plan.archive, same=plan.same, gone=plan.gone, back=plan.back)
    reading = FeedReading(prepared, plan.left, refused=broken_places(parsed))
    into = entry_intake(intake, process, language=feed.language)
    rules = rules_from_json(feed.kind_rules)
    visits = PageLoader(intake.outbound, process, now.date(), intake.pause, feed.host)
    bare = [match.entry for match, _, _ in plan.changed if match.entry.is_bare]
    visits.fetch([*(match.entry for match in plan.fresh), *bare])
    for fresh in plan.fresh:
        match = _visited(reading, visits, fresh)
        if match is None:
            continue
        if fresh.entry.is_bare and was_there_before(match.entry, parsed.news_since):
            prepared.archive.append(match)
            continue
        kind = kind_for(match.entry.title, match.entry.categories, rules, feed.kind)
        item = _made(reading, match, into, known=("new", kind, ""), now=now)
        if item is not None:
            prepared.new.append((match, item))
    _give_slugs(intake, [item for _, item in prepared.new])
    with intake.database.read() as session:
        join_translations(session, feed.source_id, prepared.new)
    for changed, row, language in plan.changed:
        match = _visited(reading, visits, changed) if changed.entry.is_bare else changed
        item = _made(reading, match, into, known=(row.slug, row.kind, language), now=now) if match else None
        if match is not None and item is not None:
            if row.id in plan.joined:
                item.incoming = replace(item.incoming, published_on=None)
            prepared.changed.append((match, item))
    return reading


def _visited(reading: FeedReading, visits: PageLoader, match: MatchedEntry) -> MatchedEntry | None:
    """With what its page says. None of one that waits for the next reading, or cannot be had: where that is for
    good, it is remembered, so that nobody asks for it again and again."""
    try:
        return replace(match, entry=visits.complete(match.entry))
    except OutOfTime:
        reading.left += 1
    except InputRefused as refused:
        refusal = Refusal(match.entry.address[:200], None, refused.code, dict(refused.params))
        reading.refused.append(refusal)
        if refused.code in PASSING:
            reading.is_to_repeat = True
        elif match.known_id is None:
            reading.prepared.unreadable.append((match, refusal))
    return None


def _give_slugs(intake: FeedIntake, items: Iterable[EntryItem]) -> None:
    """Of their titles; two that are called the same are two."""
    given: set[str] = set()
    with intake.database.read() as session:
        for item in items:
            slug = free_slug(session, item.incoming.title, otherwise=item.incoming.kind.value)
            numbered = (f"{slug}-{number}" for number in count(2))
            item.incoming = replace(
                item.incoming, slug=next(each for each in chain([slug], numbered) if each not in given)
            )
            given.add(item.incoming.slug)


def entry_intake(intake: FeedIntake, process: DecodeProcess, *, language: str) -> EntryIntake:
    pages = PageReader(intake.outbound, deadline=Deadline(FILES_SECONDS), user_agent=USER_AGENT)
    return EntryIntake(
        intake.store, process, pages, intake.zone, intake.guess_language, language, intake.otherwise
    )


def broken_places(parsed: ParsedFeed) -> list[Refusal]:
    """Each fault of the feed as a whole, in one line."""
    refused = []
    if parsed.broken_line is not None:
        params = {"line": parsed.broken_line, "count": len(parsed.entries)}
        refused.append(Refusal("", parsed.broken_line, "news-feed-broken", dict(params)))
    if parsed.left_out:
        refused.append(Refusal("", None, "news-feed-too-many", {"count": parsed.left_out}))
    return refused


def _made(
    reading: FeedReading,
    match: MatchedEntry,
    into: EntryIntake,
    *,
    known: tuple[str, NewsKind, str],
    now: datetime,
) -> EntryItem | None:
    slug, kind, language = known
    try:
        return entry_item(match, into, slug=slug, kind=kind, language=language, now=now)
    except InputRefused as refused:
        place = match.entry.address or match.entry.title
        reading.refused.append(Refusal(place[:200], None, refused.code, dict(refused.params)))
        return None
