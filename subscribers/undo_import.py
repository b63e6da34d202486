"""Undoing an import: who was new goes, names and languages come back; what people did themselves since stays.

Where nobody has acted since, people, subscriptions and records of consent are what they were. A no stays a no,
whether it came with the file or after it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlmodel import Session, col

from core.sql import in_ids, in_texts
from subscribers.import_corrections import PersonValues, take_corrections_back
from subscribers.import_extras import take_extras_back
from subscribers.import_fields import take_fields_back
from subscribers.import_lease import ImportLease
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_tables import ImportRow, ImportState, RowOutcome, SubscriberImport, UndoOutcome
from subscribers.later_imports import known_otherwise, later_rows, leave_to_later
from subscribers.signs_of_life import stayed_after
from subscribers.tables import ConsentMethod, ConsentRecord, Subscriber, Subscription
from subscribers.write_import import AtEnd, set_rows, wait_for_other_imports

AT_ONCE = 500
"""Rows of one transaction, at most."""

_UNSYNCED = {"synchronize_session": False}
"""Nothing that goes is held as an object: nobody has to be told of it."""

WhoWasMailed = Callable[[Session, SubscriberImport, Collection[int]], set[int]]
"""Which of these subscribers have, since the import began, signed up by a form, or have got, or are about to get,
an email through its list."""


def undo_import(
    lease: ImportLease, *, mailed: WhoWasMailed, at_end: AtEnd, is_time_up: Callable[[], bool]
) -> bool:
    """Whether all of it is undone; else the time was up. Raises ImportTaken where somebody else goes on."""
    pieces = PieceSizeLimit(most=AT_ONCE)
    while True:
        with lease.database.read() as session:
            row = session.get_one(SubscriberImport, lease.import_id)
            chunk, given = _next_chunk(session, row, pieces.rows), row.figures.get("given", 0)
        with lease.database.write() as session:
            wait_for_other_imports(session)
            row = lease.lock(session, ImportState.UNDOING)
            at_most = pieces.begin()
            if row.figures.get("given", 0) != given or not _is_as_it_was(session, row, chunk):
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


_Person = tuple[int, PersonValues]


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
        assert imported.began_at is not None  # noqa: S101  a step (`import_steps`) sets it
        self._began_at = imported.began_at
        self._stayed = self._who(stayed_after(self._began_at))
        self._saved = self._who(col(Subscriber.heard_at) > self._began_at)
        self._mailed = mailed(session, imported, self._ids(rows))

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
        ids = {key: subscriber_id for key, (subscriber_id, _) in self._people.items()}
        fields = take_fields_back(self._session, unkept, ids)
        extras = self._take_extras_back(unkept, ids)
        gone = self._remove(leaving)
        here = [row for row in self._rows if row.address_hash in self._people and self._id(row) not in gone]
        # Who has saved their page since has read the name there, and let it be theirs.
        others = [row for row in here if self._id(row) not in self._saved]
        of_others = {row.address_hash: self._people[row.address_hash] for row in others}
        names = take_corrections_back(self._session, unkept, of_others)
        for place, is_whole in (*names.items(), *fields.items(), *extras.items()):
            if not is_whole and outcomes.get(place) is not UndoOutcome.REMOVED:
                outcomes[place] = UndoOutcome.KEPT_CHANGED
            outcomes.setdefault(place, UndoOutcome.RESTORED)
        leave_to_later(
            self._session,
            later_rows(self._session, self._imported, {row.address_hash for row in here}),
            names=[row for row in others if names.get(row.place) is False],
            fields=[row for row in here if fields.get(row.place) is False],
            still_here=[row for row in here if row.is_new_person and row.place in removed],
        )
        by_outcome: dict[UndoOutcome, list[int]] = defaultdict(list)
        for place, outcome in outcomes.items():
            by_outcome[outcome].append(place)
        for outcome, places in by_outcome.items():
            set_rows(self._session, self._imported.id, places, undo=outcome)
        return outcomes

    def _take_extras_back(self, rows: list[ImportRow], ids: dict[str, int]) -> dict[int, bool]:
        return take_extras_back(self._session, rows, ids, written_at=self._began_at, now=self._now)

    def _find_people(self) -> dict[str, _Person]:
        hashes = [row.address_hash for row in self._rows]
        row = Subscriber
        people = select(col(row.address_hash), col(row.id), col(row.name), col(row.language))
        theirs = people.where(in_texts(self._session, col(row.address_hash), hashes)).with_for_update()
        return {key: (number, PersonValues(*values)) for key, number, *values in self._session.execute(theirs)}

    def _who(self, is_theirs: ColumnElement[bool]) -> set[int]:
        these = in_ids(self._session, col(Subscriber.id), self._ids(self._rows))
        return set(self._session.execute(select(col(Subscriber.id)).where(these, is_theirs)).scalars())

    def _id(self, row: ImportRow) -> int:
        return self._people[row.address_hash][0]

    def _ids(self, rows: Collection[ImportRow]) -> list[int]:
        return [self._id(row) for row in rows if row.address_hash in self._people]

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
            if person is None or person[0] in later | self._mailed | self._stayed:
                continue
            if row.status is not None and as_written.get((person[0], row.status)) == self._imported.began_at:
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

    def _remove(self, rows: list[ImportRow]) -> set[int]:
        """Off the list; and who is gone altogether."""
        ids = self._ids(rows)
        if not ids:
            return set()
        session = self._session
        of_these = in_ids(session, col(ConsentRecord.subscriber_id), ids)
        session.execute(delete(ConsentRecord).where(of_these, self._is_own_record()), execution_options=_UNSYNCED)
        of_list = col(Subscription.list_id) == self._imported.list_id
        theirs = in_ids(session, col(Subscription.subscriber_id), ids)
        session.execute(delete(Subscription).where(of_list, theirs), execution_options=_UNSYNCED)
        new = self._ids([row for row in rows if row.is_new_person])
        nobody_else = set(new) - known_otherwise(session, new)
        if nobody_else:
            gone = in_ids(session, col(Subscriber.id), sorted(nobody_else))
            session.execute(delete(Subscriber).where(gone), execution_options=_UNSYNCED)
        return nobody_else
