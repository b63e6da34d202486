"""Dry run: what would become of the rows of an import, from what is on record now. Reads, and writes nothing.

It says of each chunk of rows what `RowWriter` does with it, if nobody acts in between; a property test holds the
two to each other. Chunks come in the order in which they are written, because a no in a file counts for its yeses.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from core.machine import sources
from core.sql import in_texts
from subscribers.csv_row import ImportedRow, RowKey
from subscribers.hash_numbers import HashNumberStore
from subscribers.import_corrections import corrected, known_people
from subscribers.import_extras import changed_extras
from subscribers.import_fields import changed_fields
from subscribers.import_tables import RowOutcome, outcome_of_kept
from subscribers.opt_out import opted_out
from subscribers.status import TRANSITIONS, SubscriptionAction, SubscriptionStatus
from subscribers.tables import RememberedNo, Subscriber, Subscription, Suppression

_LEFT, _SUPPRESSED, _OPTED_OUT = 1, 2, 4
"""What the rows before have said of an address, each a bit."""
_CAN_LEAVE = sources(TRANSITIONS, SubscriptionAction.UNSUBSCRIBE)


@dataclass(slots=True)
class _OnRecord:
    """Of the people whom a chunk names, by address hash."""

    statuses: dict[str, SubscriptionStatus]
    suppressed: set[str]
    opted_out: set[str]
    remembered: set[str]


class DryRun:
    """One file for one list, chunk by chunk."""

    def __init__(self, list_id: int, marks: HashNumberStore, *, updates: bool) -> None:
        """`marks`: empty, and its caller's to close."""
        self._list_id = list_id
        self._updates = updates
        self._marks = marks

    def foresee(self, session: Session, rows: list[ImportedRow]) -> list[RowOutcome]:
        """For each row its outcome, in their order."""
        firsts: dict[str, ImportedRow] = {}
        for row in rows:
            firsts.setdefault(row.address_hash, row)
        known = self._on_record(session, firsts)
        barring = {row.address_hash for row in rows if row.suppression}
        outcomes: dict[RowKey, RowOutcome] = {
            row.key: RowOutcome.SUPPRESSED
            for row in rows
            if row.suppression and row.address_hash not in known.suppressed
        }
        wants_nothing = {key for key, row in firsts.items() if not row.is_no} & known.opted_out
        newly_out = _first_keys(
            row for row in rows if row.is_everywhere and row.address_hash not in known.opted_out
        )
        known.suppressed |= barring
        barred = known.suppressed | known.remembered | wants_nothing
        welcome = [row for key, row in firsts.items() if key not in barred]
        outcomes |= self._corrections(session, welcome, known)
        outcomes |= {row.key: RowOutcome.KEPT_OPTED_OUT for row in rows if row.address_hash in wants_nothing}
        outcomes |= dict.fromkeys(newly_out, RowOutcome.UNSUBSCRIBED)
        outcomes |= _joining(welcome, known)
        outcomes |= _leaving(rows, known, outcomes)
        left = (key for key in firsts if known.statuses.get(key) is SubscriptionStatus.UNSUBSCRIBED)
        self._marks.mark(left, _LEFT)
        self._marks.mark(barring, _SUPPRESSED)
        self._marks.mark((row.address_hash for row in rows if row.is_everywhere), _OPTED_OUT)
        return [outcomes.get(row.key) or _kept(row, known) for row in rows]

    def _on_record(self, session: Session, hashes: Collection[str]) -> _OnRecord:
        """As it will be when this chunk is written."""
        statuses = (
            select(Subscriber.address_hash, col(Subscription.status))
            .join(Subscription, col(Subscription.subscriber_id) == col(Subscriber.id))
            .where(
                in_texts(session, col(Subscriber.address_hash), hashes), col(Subscription.list_id) == self._list_id
            )
        )
        suppressed = select(Suppression.address_hash).where(
            in_texts(session, col(Suppression.address_hash), hashes)
        )
        remembered = select(RememberedNo.address_hash).where(
            col(RememberedNo.list_id) == self._list_id, in_texts(session, col(RememberedNo.address_hash), hashes)
        )
        marks = self._marks.of(hashes)
        known = _OnRecord(
            statuses=dict(session.exec(statuses).all()),
            suppressed=set(session.exec(suppressed)) | _marked(marks, _SUPPRESSED),
            opted_out=opted_out(session, hashes) | _marked(marks, _OPTED_OUT),
            remembered=set(session.exec(remembered)),
        )
        for key in _marked(marks, _LEFT):
            known.statuses[key] = SubscriptionStatus.UNSUBSCRIBED
        return known

    def _corrections(
        self, session: Session, welcome: list[ImportedRow], known: _OnRecord
    ) -> dict[RowKey, RowOutcome]:
        rows = {row.address_hash: row for row in welcome if not row.is_no and row.address_hash in known.statuses}
        if not self._updates or not rows:
            return {}
        here = known_people(session, self._list_id, rows)
        fields = changed_fields(session, self._list_id, list(rows.values()))
        extras = changed_extras(session, self._list_id, list(rows.values()))
        return {
            row.key: RowOutcome.UPDATED
            for key, row in rows.items()
            if key in here
            and known.statuses[key] is not SubscriptionStatus.UNSUBSCRIBED
            and (key in fields or key in extras or corrected(row, here[key][1]))
        }


def _marked(marks: Mapping[str, int], bit: int) -> set[str]:
    return {key for key, bits in marks.items() if bits & bit}


def _first_keys(rows: Iterable[ImportedRow]) -> list[RowKey]:
    firsts: dict[str, RowKey] = {}
    for row in rows:
        firsts.setdefault(row.address_hash, row.key)
    return list(firsts.values())


def _joining(welcome: list[ImportedRow], known: _OnRecord) -> dict[RowKey, RowOutcome]:
    """Whom the list does not know yet; a no of theirs is remembered by it."""
    joining: dict[RowKey, RowOutcome] = {}
    for row in welcome:
        if row.address_hash not in known.statuses and row.status is not None:
            known.statuses[row.address_hash] = row.status
            is_no = row.status is SubscriptionStatus.UNSUBSCRIBED
            joining[row.key] = RowOutcome.UNSUBSCRIBED if is_no else RowOutcome.IMPORTED
    return joining


def _leaving(
    rows: list[ImportedRow], known: _OnRecord, outcomes: dict[RowKey, RowOutcome]
) -> dict[RowKey, RowOutcome]:
    leaving = [
        row
        for row in rows
        if row.status is SubscriptionStatus.UNSUBSCRIBED
        and known.statuses.get(row.address_hash) in _CAN_LEAVE
        and outcomes.get(row.key) is not RowOutcome.IMPORTED
    ]
    for row in leaving:
        known.statuses[row.address_hash] = SubscriptionStatus.UNSUBSCRIBED
    return {row.key: RowOutcome.UNSUBSCRIBED for row in leaving}


def _kept(row: ImportedRow, known: _OnRecord) -> RowOutcome:
    key = row.address_hash
    status = SubscriptionStatus.UNSUBSCRIBED if key in known.remembered else known.statuses.get(key)
    return outcome_of_kept(status, is_suppressed=key in known.suppressed)
