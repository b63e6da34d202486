"""Undoing an import: who was new goes, names and languages come back; what people did themselves since stays.

Where nobody has acted since, people, subscriptions and records of consent are what they were. A no stays a no,
whether it came with the file or after it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, delete, func, select, union, update
from sqlmodel import Session, SQLModel, col

from core.sql import in_ids, in_texts
from subscribers.import_extras import take_extras_back
from subscribers.import_fields import take_fields_back
from subscribers.import_lease import ImportLease
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_tables import ImportRow, ImportState, RowOutcome, SubscriberImport, UndoOutcome
from subscribers.index_people import index_people
from subscribers.tables import ConsentMethod, ConsentRecord, Subscriber, SubscriberWord, Subscription
from subscribers.write_import import AtEnd, set_rows, wait_for_other_imports

AT_ONCE = 500
"""Rows of one transaction, at most."""

_UNSYNCED = {"synchronize_session": False}
"""Nothing that goes is held as an object: nobody has to be told of it."""

WhoWasMailed = Callable[[Session, SubscriberImport, Collection[int]], set[int]]
"""Which of these subscribers have got, or are about to get, an email through the import's list since it began."""


def undo_import(
    lease: ImportLease, *, mailed: WhoWasMailed, at_end: AtEnd, is_time_up: Callable[[], bool]
) -> bool:
    """Whether all of it is undone; else the time was up. Raises ImportTaken where somebody else goes on."""
    pieces = PieceSizeLimit(most=AT_ONCE)
    while True:
        with lease.database.read() as session:
            chunk = _next_chunk(session, session.get_one(SubscriberImport, lease.import_id), pieces.rows)
        with lease.database.write() as session:
            wait_for_other_imports(session)
            row = lease.lock(session, ImportState.UNDOING)
            at_most = pieces.begin()
            if not _is_as_it_was(session, row, chunk):
                chunk = _next_chunk(session, row, at_most)
            if chunk:
                outcomes = _Undoing(session, row, chunk, mailed, now=lease.now()).undo()
                counts = Counter(row.figures.get("undone", {}))
                counts.update(outcome.value for outcome in outcomes.values())
                row.figures = {**row.figures, "undone": dict(counts)}
                row.after_place = chunk[-1].place
            is_over = len(chunk) < at_most
            if is_over:
                row.state, row.undone_at, row.lease_until = ImportState.UNDONE, lease.now(), None
                at_end(session, row)
        pieces.end(len(chunk))
        if is_over or is_time_up():
            return is_over
        lease.pause()


def _next_chunk(session: Session, row: SubscriberImport, at_most: int) -> list[ImportRow]:
    statement = select(ImportRow).where(
        col(ImportRow.import_id) == row.id, col(ImportRow.place) > row.after_place, _did_something()
    )
    return list(session.execute(statement.order_by(col(ImportRow.place)).limit(at_most)).scalars())


def _did_something() -> ColumnElement[bool]:
    return col(ImportRow.outcome).in_([RowOutcome.IMPORTED, RowOutcome.UPDATED])


def _is_as_it_was(session: Session, row: SubscriberImport, chunk: list[ImportRow]) -> bool:
    """What was read before the transaction, because making objects of rows takes long. Those of somebody who is
    erased go."""
    last = chunk[-1].place if chunk else row.after_place
    own = col(ImportRow.import_id) == row.id, col(ImportRow.place).between(row.after_place + 1, last)
    is_here = select(func.count()).select_from(ImportRow).where(*own, _did_something())
    return bool(session.execute(is_here).scalar_one() == len(chunk))


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    language: str


def _keys_of_people() -> list[Column[Any]]:
    """Every column that refers to a subscriber, but for the index of their own name and address."""
    return [
        key.parent
        for table in SQLModel.metadata.tables.values()
        if table.name != SubscriberWord.__tablename__
        for key in table.foreign_keys
        if key.target_fullname == f"{Subscriber.__tablename__}.id"
    ]


class _Undoing:
    """Some rows of an import, in a handful of statements."""

    def __init__(
        self,
        session: Session,
        imported: SubscriberImport,
        rows: list[ImportRow],
        mailed: WhoWasMailed,
        *,
        now: datetime,
    ) -> None:
        self._session = session
        self._imported = imported
        self._rows = rows
        self._now = now
        self._people = self._find_people()
        self._mailed = mailed(session, imported, [person.id for person in self._people.values()])

    def undo(self) -> dict[int, UndoOutcome]:
        """By place, what became of each row."""
        outcomes: dict[int, UndoOutcome] = {}
        joined = [row for row in self._rows if row.outcome is RowOutcome.IMPORTED]
        acted = self._acted(joined)
        leaving = [row for row in joined if row.address_hash not in acted]
        outcomes |= {row.place: UndoOutcome.KEPT_ACTED for row in joined if row.address_hash in acted}
        outcomes |= {row.place: UndoOutcome.REMOVED for row in leaving}
        # Before the rest: what the import said of somebody must not keep them here.
        removed = {row.place for row in leaving}
        unkept = [row for row in self._rows if not row.is_new_person or row.place in removed]
        ids = {key: person.id for key, person in self._people.items()}
        fields = take_fields_back(self._session, unkept, ids)
        extras = self._take_extras_back(unkept, ids)
        self._remove(leaving)
        outcomes |= self._restore([row for row in self._rows if row.old_language is not None])
        for place, is_whole in (*fields.items(), *extras.items()):
            if not is_whole and outcomes.get(place) is not UndoOutcome.REMOVED:
                outcomes[place] = UndoOutcome.KEPT_CHANGED
            outcomes.setdefault(place, UndoOutcome.RESTORED)
        by_outcome: dict[UndoOutcome, list[int]] = defaultdict(list)
        for place, outcome in outcomes.items():
            by_outcome[outcome].append(place)
        for outcome, places in by_outcome.items():
            set_rows(self._session, self._imported.id, places, undo=outcome)
        return outcomes

    def _take_extras_back(self, rows: list[ImportRow], ids: dict[str, int]) -> dict[int, bool]:
        assert self._imported.began_at is not None  # noqa: S101  a step (`import_steps`) sets it
        written_at = self._imported.began_at
        return take_extras_back(self._session, rows, ids, written_at=written_at, now=self._now)

    def _find_people(self) -> dict[str, _Person]:
        hashes = [row.address_hash for row in self._rows]
        row = Subscriber
        people = select(col(row.address_hash), col(row.id), col(row.name), col(row.language))
        theirs = people.where(in_texts(self._session, col(row.address_hash), hashes)).with_for_update()
        return {key: _Person(*values) for key, *values in self._session.execute(theirs)}

    def _ids(self, rows: Collection[ImportRow]) -> list[int]:
        return [self._people[row.address_hash].id for row in rows if row.address_hash in self._people]

    def _acted(self, rows: list[ImportRow]) -> set[str]:
        """By address hash: who has confirmed, left, or was written to since, or is not here any more."""
        ids = self._ids(rows)
        subscriptions = self._session.execute(
            select(col(Subscription.subscriber_id), col(Subscription.status), col(Subscription.changed_at))
            .where(
                col(Subscription.list_id) == self._imported.list_id,
                in_ids(self._session, col(Subscription.subscriber_id), ids),
            )
            # Whoever leaves at this moment waits, and their no is remembered by the list.
            .with_for_update()
        )
        as_written = {(subscriber_id, status): at for subscriber_id, status, at in subscriptions}
        later = self._said_something(ids)
        untouched: set[str] = set()
        for row in rows:
            person = self._people.get(row.address_hash)
            if person is None or person.id in later or person.id in self._mailed:
                continue
            if row.status is not None and as_written.get((person.id, row.status)) == self._imported.began_at:
                untouched.add(row.address_hash)
        return {row.address_hash for row in rows} - untouched

    def _said_something(self, ids: list[int]) -> set[int]:
        """Of this list, beside what the import itself has recorded of them."""
        statement = select(col(ConsentRecord.subscriber_id)).where(
            col(ConsentRecord.list_id) == self._imported.list_id,
            in_ids(self._session, col(ConsentRecord.subscriber_id), ids),
            ~self._is_own_record(),
        )
        return set(self._session.execute(statement).scalars())

    def _is_own_record(self) -> ColumnElement[bool]:
        return and_(
            col(ConsentRecord.list_id) == self._imported.list_id,
            col(ConsentRecord.method) == ConsentMethod.IMPORT,
            col(ConsentRecord.at) == self._imported.began_at,
        )

    def _remove(self, rows: list[ImportRow]) -> None:
        ids = self._ids(rows)
        if not ids:
            return
        session = self._session
        of_these = in_ids(session, col(ConsentRecord.subscriber_id), ids)
        session.execute(delete(ConsentRecord).where(of_these, self._is_own_record()), execution_options=_UNSYNCED)
        of_list = col(Subscription.list_id) == self._imported.list_id
        theirs = in_ids(session, col(Subscription.subscriber_id), ids)
        session.execute(delete(Subscription).where(of_list, theirs), execution_options=_UNSYNCED)
        new = self._ids([row for row in rows if row.is_new_person])
        nobody_else = set(new) - self._known_otherwise(new)
        if nobody_else:
            gone = in_ids(session, col(Subscriber.id), sorted(nobody_else))
            session.execute(delete(Subscriber).where(gone), execution_options=_UNSYNCED)

    def _known_otherwise(self, ids: list[int]) -> set[int]:
        """Who are on another list, or of whom any other table of any room says something."""
        of_each_table = (select(key).where(in_ids(self._session, key, ids)) for key in _keys_of_people())
        return set(self._session.execute(union(*of_each_table)).scalars())

    def _restore(self, rows: list[ImportRow]) -> dict[int, UndoOutcome]:
        """Name and language, unless they were changed since."""
        outcomes: dict[int, UndoOutcome] = {}
        changes: list[dict[str, Any]] = []
        for row in rows:
            person = self._people.get(row.address_hash)
            written = (row.name or row.old_name, row.language if row.has_language else row.old_language)
            if person is None or (person.name, person.language) != written:
                outcomes[row.place] = UndoOutcome.KEPT_CHANGED
            else:
                outcomes[row.place] = UndoOutcome.RESTORED
                changes.append({"id": person.id, "name": row.old_name, "language": row.old_language})
        if changes:
            self._session.execute(update(Subscriber), changes)
            index_people(self._session, [change["id"] for change in changes])
        return outcomes
