"""Save what one reading of a feed has found, in one transaction: entries, their items, and how the feed fares.

Optimistic concurrency: the reading was prepared from the state that the feed was in; where another one was saved
meanwhile, this one is dropped, and the next one starts from there. So no entry comes twice, whoever is killed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import exists
from sqlmodel import Session, col, select, update

from core.errors import Refusal
from core.many_rows import insert_rows
from core.sql import in_ids
from news.feeds.entry_item import EntryItem
from news.feeds.match_entries import MatchedEntry
from news.feeds.tables import EntryState, FeedEntry, FeedEntryKey
from news.held_files import drop_held, hold_file, is_left_alone
from news.incoming_item import IncomingItem
from news.save_item import save_item
from news.slug_owner import KnownItem, TextOrigin, known_items
from news.tables import Asset, NewsItem, NewsText, OriginKind


@dataclass(slots=True)
class PreparedReading:
    """Everything slow is done."""

    new: list[tuple[MatchedEntry, EntryItem]] = field(default_factory=list)
    changed: list[tuple[MatchedEntry, EntryItem]] = field(default_factory=list)
    archive: list[MatchedEntry] = field(default_factory=list)
    """What was there when the feed was connected."""
    same: list[MatchedEntry] = field(default_factory=list)
    """Known, and as they were: they may have a new key."""
    unreadable: list[tuple[MatchedEntry, Refusal]] = field(default_factory=list)
    """New pages that cannot be had, for good."""
    gone: list[int] = field(default_factory=list)
    """Ids of entries that the site has taken away."""
    back: list[int] = field(default_factory=list)


def save_reading(
    session: Session, source_id: int, prepared: PreparedReading, *, zone: str, now: datetime
) -> tuple[int, int]:
    """Returns how many items are new and how many changed: one whose slug was taken meanwhile is left to the next
    reading. The feed's row is locked by the caller."""
    new = 0
    made: set[int] = set()
    _add_keys(session, source_id, [(matched, matched.known_id) for matched in prepared.same])
    _add_archive(session, source_id, prepared.archive, zone=zone, now=now)
    for matched, item in prepared.new:
        incoming = item.incoming
        there = known_items(session, [incoming.slug]).get(incoming.slug)
        if not _is_as_prepared(there, item, made):
            continue
        new += 1
        item_id = save_item(session, incoming, now=now, origin=_origin(there, source_id)).item_id
        made.add(item_id)
        row = _row(source_id, matched, EntryState.NEW, zone=zone, now=now)
        row.title, row.language, row.item_id = incoming.title, incoming.language, item_id
        row.problem = _problem(item)
        # A language that joins what was there is shown, even where that has been sent already.
        row.changed_at = now if item.joins else None
        session.add(row)
        session.flush()
        _add_keys(session, source_id, [(matched, row.id)])
    for matched, refusal in prepared.unreadable:
        row = _row(source_id, matched, EntryState.SKIPPED, zone=zone, now=now)
        row.problem = asdict(refusal)
        session.add(row)
        session.flush()
        _add_keys(session, source_id, [(matched, row.id)])
    changed = sum(_save_change(session, source_id, matched, item, now=now) for matched, item in prepared.changed)
    _mark_gone(session, prepared.gone, now)
    _mark_gone(session, prepared.back, None)
    return new, changed


def _is_as_prepared(there: KnownItem | None, item: EntryItem, made: Collection[int]) -> bool:
    """Whether its slug is still free, or else its item as it was. `made`: items that this reading has made."""
    if there is None or item.joins is None:
        return there is None and item.joins is None
    is_the_same = there.item_id == item.joins or (item.joins == 0 and there.item_id in made)
    return is_the_same and there.origin is OriginKind.FEED and item.incoming.language not in there.digests


def _origin(there: KnownItem | None, source_id: int) -> TextOrigin:
    """An item belongs to the website that brought its first language; the others are written for that one."""
    return TextOrigin(there.source_id if there is not None else source_id, OriginKind.FEED)


def known_keys(session: Session, source_id: int) -> dict[str, int]:
    columns = select(FeedEntryKey.key, FeedEntryKey.entry_id)
    return dict(session.exec(columns.where(FeedEntryKey.source_id == source_id)).all())


def _save_change(
    session: Session, source_id: int, matched: MatchedEntry, item: EntryItem, *, now: datetime
) -> bool:
    """A text that people have taken over is not overwritten: what the site says now is held beside it (ADR 58).
    Returns False where readers would see no difference."""
    row = session.get_one(FeedEntry, matched.known_id)
    incoming = item.incoming
    known = known_items(session, [incoming.slug]).get(incoming.slug)
    if known is not None and _says_the_same(session, known.item_id, incoming):
        row.digest = matched.digest
        session.add(row)
        _add_keys(session, source_id, [(matched, row.id)])
        return False
    if known is not None and known.origin is not OriginKind.FEED:
        if not is_left_alone(known, incoming.language, incoming.digest):
            hold_file(session, known.item_id, incoming, now=now, origin=OriginKind.FEED)
        else:
            drop_held(session, known.item_id, incoming.language)
    else:
        save_item(session, incoming, now=now, origin=_origin(known, source_id))
        row.title = incoming.title
    row.digest, row.changed_at, row.problem = matched.digest, now, _problem(item)
    session.add(row)
    _add_keys(session, source_id, [(matched, row.id)])
    return True


def _says_the_same(session: Session, item_id: int, incoming: IncomingItem) -> bool:
    is_of_it = (col(NewsText.item_id) == item_id, col(NewsText.language) == incoming.language)
    text = session.exec(select(NewsText).where(*is_of_it)).first()
    files = select(Asset.role, Asset.sha256, Asset.alt).where(
        col(Asset.item_id) == item_id, col(Asset.language) == incoming.language
    )
    coming = {(asset.role, asset.stored.sha256, asset.alt) for asset in incoming.assets}
    says = ("title", "summary", "body_html", "url")
    is_same = text is not None and all(getattr(text, name) == getattr(incoming, name) for name in says)
    return is_same and set(session.exec(files)) == coming


def _add_archive(
    session: Session, source_id: int, archive: Sequence[MatchedEntry], *, zone: str, now: datetime
) -> None:
    """Thousands, when a feed is connected: no two of one reading have the same digest (`match_entries`)."""
    rows = [_facts(matched, zone) for matched in archive]
    same = {"source_id": source_id, "state": EntryState.BEFORE, "came_at": now}
    written = insert_rows(session, FeedEntry, _EntryFacts._fields, rows, same=same, returning=("digest", "id"))
    ids = dict(map(tuple, written))
    _add_keys(session, source_id, [(matched, ids[matched.digest]) for matched in archive])


class _EntryFacts(NamedTuple):
    """Columns of an entry that are as its site says."""

    title: str
    address: str
    language: str
    published_at: datetime | None
    digest: str


def _facts(matched: MatchedEntry, zone: str) -> _EntryFacts:
    entry = matched.entry
    title = entry.title[:200] or entry.address
    return _EntryFacts(title, entry.address, entry.language, aware(entry.when, zone), matched.digest)


def _row(source_id: int, matched: MatchedEntry, state: EntryState, *, zone: str, now: datetime) -> FeedEntry:
    return FeedEntry(source_id=source_id, state=state, came_at=now, **_facts(matched, zone)._asdict())


def aware(moment: datetime | None, zone: str) -> datetime | None:
    """What names no zone is by the organisation's clock."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def _add_keys(session: Session, source_id: int, entries: Iterable[tuple[MatchedEntry, int | None]]) -> None:
    """Those that are new. A key that another entry has stays its."""
    rows = [(key, entry_id) for matched, entry_id in entries for key in matched.keys]
    insert_rows(session, FeedEntryKey, ("key", "entry_id"), rows, same={"source_id": source_id})


def _problem(item: EntryItem) -> dict[str, Any] | None:
    first = next(iter(item.problems), None)
    return asdict(Refusal(item.incoming.place, None, first.code, dict(first.params))) if first else None


def _mark_gone(session: Session, entry_ids: Collection[int], since: datetime | None) -> None:
    """Its texts, too: an automation does not act on what its source no longer says (`news.folder_texts`)."""
    if not entry_ids:
        return
    is_one = in_ids(session, col(FeedEntry.id), entry_ids)
    session.execute(update(FeedEntry).where(is_one).values(gone_at=since))
    item_id, language = col(NewsText.item_id), col(NewsText.language)
    is_said = exists().where(is_one, col(FeedEntry.item_id) == item_id, col(FeedEntry.language) == language)
    is_its_own = exists().where(col(NewsItem.id) == item_id, col(NewsItem.origin) == OriginKind.FEED)
    session.execute(update(NewsText).where(is_said, is_its_own).values(missing_since=since))
