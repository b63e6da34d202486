"""What a reading of a feed means, against what is known of it: what is new, changed, gone or back. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from news.feeds.match_entries import MatchedEntry, guid_key, match_entries
from news.feeds.parsed_feed import ParsedEntry, ParsedFeed
from news.feeds.save_reading import aware, known_keys
from news.feeds.tables import Feed, FeedEntry
from news.tables import NewsItem, NewsText

MOST_AT_ONCE = 20
"""Items that one reading makes: their pictures are fetched and decoded meanwhile."""


@dataclass(slots=True)
class FeedPlan:
    is_first: bool
    """The feed is being connected, or no reading has succeeded yet: whatever it has was there before."""
    fresh: list[MatchedEntry] = field(default_factory=list)
    archive: list[MatchedEntry] = field(default_factory=list)
    """What was there before."""
    changed: list[tuple[MatchedEntry, NewsItem, str]] = field(default_factory=list)
    """With the item and the language that came of the entry."""
    joined: set[int] = field(default_factory=set)
    """Ids of the items of these that have several languages: their day is that of the first."""
    same: list[MatchedEntry] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    left: int = 0
    """What is for the next reading."""

    def limit(self) -> None:
        """The oldest first, so that what is left is in its order, too."""
        every = len(self.fresh) + len(self.changed)
        self.fresh = self.fresh[::-1][:MOST_AT_ONCE]
        self.changed = self.changed[: MOST_AT_ONCE - len(self.fresh)]
        self.left = every - len(self.fresh) - len(self.changed)


def plan_reading(session: Session, feed: Feed, parsed: ParsedFeed, *, zone: str) -> FeedPlan:
    keys = known_keys(session, feed.source_id)
    matches = match_entries(parsed.entries, keys)
    plan = FeedPlan(is_first=feed.readings == feed.failures)
    rows = _known_entries(session, feed.source_id)
    changed: list[tuple[MatchedEntry, _KnownEntry]] = []
    for match in matches:
        row = rows.get(match.known_id) if match.known_id else None
        if row is None and was_there_before(match.entry, parsed.news_since):
            plan.archive.append(match)
        elif row is None:
            plan.fresh.append(match)
        elif row.digest != match.digest and row.item_id is not None:
            changed.append((match, row))
        elif any(key not in keys for key in match.keys):
            plan.same.append(match)
    items = _items(session, [row.item_id for _, row in changed if row.item_id])
    plan.changed = [(match, items[row.item_id], row.language) for match, row in changed if row.item_id]
    plan.joined = _in_several_languages(session, list(items))
    listed = match_entries(parsed.listing.entries, keys) if parsed.listing else matches
    present = {match.known_id for match in (*matches, *listed) if match.known_id}
    plan.back = [row.id for row in rows.values() if row.gone_at is not None and row.id in present]
    withdrawn = [keys.get(guid_key(guid)) for guid in parsed.withdrawn]
    plan.gone = [row.id for row in rows.values() if row.id in withdrawn and row.gone_at is None and row.item_id]
    plan.gone += _gone(parsed, [row for row in rows.values() if row.id not in present], zone)
    if plan.is_first:
        plan.archive, plan.fresh = [*plan.archive, *plan.fresh], []
    plan.limit()
    return plan


class _KnownEntry(NamedTuple):
    """Of an entry what a reading is compared with: a feed has thousands."""

    id: int
    digest: str
    item_id: int | None
    language: str
    published_at: datetime | None
    gone_at: datetime | None


def _known_entries(session: Session, source_id: int) -> dict[int, _KnownEntry]:
    columns = [col(getattr(FeedEntry, name)) for name in _KnownEntry._fields]
    rows = session.execute(select(*columns).where(FeedEntry.source_id == source_id))
    return {row.id: row for row in map(_KnownEntry._make, rows)}


def was_there_before(entry: ParsedEntry, since: datetime | None) -> bool:
    """Older than the connection, and only touched or listed now."""
    when = aware(entry.published, "UTC")
    return when is not None and since is not None and when <= since


def _items(session: Session, item_ids: Sequence[int]) -> dict[int, NewsItem]:
    return {item.id: item for item in session.exec(select(NewsItem).where(col(NewsItem.id).in_(item_ids)))}


def _in_several_languages(session: Session, item_ids: Sequence[int]) -> set[int]:
    texts = select(NewsText.item_id).where(col(NewsText.item_id).in_(item_ids)).group_by(col(NewsText.item_id))
    return set(session.exec(texts.having(func.count() > 1)))


def _gone(parsed: ParsedFeed, absent: Sequence[_KnownEntry], zone: str) -> list[int]:
    """A feed is a window: what is old leaves it by itself. What is newer than half of the rest was taken away. Of
    a website that lists what it has, whatever is not listed was."""
    if parsed.listing is not None:
        since = parsed.listing.complete_since
        return [
            row.id
            for row in absent
            if row.gone_at is None and row.item_id is not None
            if since is None or (row.published_at is not None and row.published_at > since)
        ]
    if (
        parsed.is_partial
        or parsed.broken_line is not None
        or parsed.left_out
        or any(entry.is_bare for entry in parsed.entries)
    ):
        return []
    moments = [moment for entry in parsed.entries if (moment := aware(entry.when, zone))]
    if len(moments) < 2 or len(moments) < len(parsed.entries):
        return []
    middle = datetime.fromtimestamp(median(moment.timestamp() for moment in moments), tz=moments[0].tzinfo)
    return [
        row.id
        for row in absent
        if row.gone_at is None and row.item_id is not None and row.published_at and row.published_at > middle
    ]
