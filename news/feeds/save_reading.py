"""Save what one reading of a feed has found, in one transaction: entries, their items, and how the feed fares.

Optimistic concurrency: the reading was prepared from the state that the feed was in; where another one was saved
meanwhile, this one is dropped, and the next one starts from there. So no entry comes twice, whoever is killed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select, update

from core.errors import Refusal
from core.sql import in_ids, insert_new
from news.feeds.entry_item import EntryItem
from news.feeds.match_entries import MatchedEntry
from news.feeds.tables import EntryState, FeedEntry, FeedEntryKey
from news.held_files import drop_held, hold_file, is_left_alone
from news.queries import find_item
from news.save_item import save_item
from news.slug_owner import TextOrigin, known_items
from news.tables import NewsItem, NewsText, OriginKind

MOST_KEYS_AT_ONCE = 5_000


@dataclass(slots=True)
class PreparedReading:
    """Everything slow is done."""

    new: list[tuple[MatchedEntry, EntryItem]] = field(default_factory=list)
    changed: list[tuple[MatchedEntry, EntryItem]] = field(default_factory=list)
    archive: list[MatchedEntry] = field(default_factory=list)
    """What was there when the feed was connected."""
    same: list[MatchedEntry] = field(default_factory=list)
    """Known, and as they were: they may have a new key."""
    gone: list[int] = field(default_factory=list)
    """Ids of entries that the site has taken away."""
    back: list[int] = field(default_factory=list)


def save_reading(session: Session, source_id: int, prepared: PreparedReading, *, zone: str, now: datetime) -> int:
    """Returns how many items are new: one whose slug was taken meanwhile is left to the next reading. The feed's
    row is locked by the caller."""
    new = 0
    for matched in prepared.same:
        _add_keys(session, source_id, [(matched, matched.known_id)])
    _add_archive(session, source_id, prepared.archive, zone=zone, now=now)
    origin = TextOrigin(source_id, OriginKind.FEED)
    for matched, item in prepared.new:
        incoming = item.incoming
        if find_item(session, incoming.slug) is not None:
            continue
        new += 1
        saved = save_item(session, incoming, now=now, origin=origin)
        row = _row(source_id, matched, EntryState.NEW, zone=zone, now=now)
        row.title, row.language, row.item_id = incoming.title, incoming.language, saved.item_id
        row.problem = _problem(item)
        session.add(row)
        session.flush()
        _add_keys(session, source_id, [(matched, row.id)])
    for matched, item in prepared.changed:
        _save_change(session, source_id, matched, item, origin=origin, now=now)
    _mark_gone(session, prepared.gone, now)
    _mark_gone(session, prepared.back, None)
    return new


def known_keys(session: Session, source_id: int) -> dict[str, int]:
    columns = select(FeedEntryKey.key, FeedEntryKey.entry_id)
    return dict(session.exec(columns.where(FeedEntryKey.source_id == source_id)).all())


def _save_change(
    session: Session, source_id: int, matched: MatchedEntry, item: EntryItem, *, origin: TextOrigin, now: datetime
) -> None:
    """A text that people have taken over is not overwritten: what the site says now is held beside it (ADR 58)."""
    row = session.get_one(FeedEntry, matched.known_id)
    incoming = item.incoming
    known = known_items(session, [incoming.slug]).get(incoming.slug)
    if known is not None and (known.source_id, known.origin) != (source_id, OriginKind.FEED):
        if not is_left_alone(known, incoming.language, incoming.digest):
            hold_file(session, known.item_id, incoming, now=now, origin=origin.kind)
        else:
            drop_held(session, known.item_id, incoming.language)
    else:
        save_item(session, incoming, now=now, origin=origin)
        row.title = incoming.title
    row.digest, row.changed_at, row.problem = matched.digest, now, _problem(item)
    session.add(row)
    _add_keys(session, source_id, [(matched, row.id)])


def _add_archive(
    session: Session, source_id: int, archive: Sequence[MatchedEntry], *, zone: str, now: datetime
) -> None:
    rows = [_row(source_id, matched, EntryState.BEFORE, zone=zone, now=now) for matched in archive]
    session.add_all(rows)
    session.flush()
    _add_keys(session, source_id, [(matched, row.id) for matched, row in zip(archive, rows, strict=True)])


def _row(source_id: int, matched: MatchedEntry, state: EntryState, *, zone: str, now: datetime) -> FeedEntry:
    entry = matched.entry
    return FeedEntry(
        source_id=source_id,
        state=state,
        title=entry.title[:200] or entry.address,
        address=entry.address,
        language=entry.language,
        published_at=aware(entry.when, zone),
        digest=matched.digest,
        came_at=now,
    )


def aware(moment: datetime | None, zone: str) -> datetime | None:
    """What names no zone is by the organisation's clock."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def _add_keys(session: Session, source_id: int, entries: Iterable[tuple[MatchedEntry, int | None]]) -> None:
    """Those that are new. A key that another entry has stays its."""
    rows = [
        {"source_id": source_id, "key": key, "entry_id": entry_id}
        for matched, entry_id in entries
        for key in matched.keys
    ]
    for start in range(0, len(rows), MOST_KEYS_AT_ONCE):
        session.execute(insert_new(session, FeedEntryKey), rows[start : start + MOST_KEYS_AT_ONCE])


def _problem(item: EntryItem) -> dict[str, Any] | None:
    first = next(iter(item.problems), None)
    return asdict(Refusal(item.incoming.place, None, first.code, dict(first.params))) if first else None


def _mark_gone(session: Session, entry_ids: Collection[int], since: datetime | None) -> None:
    """Its texts, too: an automation does not act on what its source no longer says (`news.folder_texts`)."""
    if not entry_ids:
        return
    is_one = in_ids(session, col(FeedEntry.id), entry_ids)
    session.execute(update(FeedEntry).where(is_one).values(gone_at=since))
    items = select(FeedEntry.item_id).where(is_one, col(FeedEntry.item_id).is_not(None))
    is_its_own = select(NewsItem.id).where(col(NewsItem.id).in_(items), NewsItem.origin == OriginKind.FEED)
    session.execute(update(NewsText).where(col(NewsText.item_id).in_(is_its_own)).values(missing_since=since))
