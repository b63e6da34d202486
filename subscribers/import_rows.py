"""Rows of an import, written by the thousand: a handful of statements for each chunk, whatever its size."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from core.encrypted_columns import as_encrypted
from core.machine import sources
from core.many_rows import insert_rows
from core.sql import in_ids, in_texts
from subscribers.csv_extras import ExtraValues
from subscribers.csv_row import ImportedRow, RowKey
from subscribers.encrypt_people import encrypt_members, is_for_people_at_risk
from subscribers.file_parts import ImportSource
from subscribers.import_corrections import PersonValues, correct_people
from subscribers.import_extras import write_extras
from subscribers.import_fields import OldValues, write_fields
from subscribers.import_tables import RowOutcome, outcome_of_kept
from subscribers.index_people import index_new_people
from subscribers.journal import note_no
from subscribers.opt_out import opt_out, opted_out
from subscribers.status import TRANSITIONS, SubscriptionAction, SubscriptionStatus
from subscribers.suppress import suppress_many
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    RememberedNo,
    Subscriber,
    Subscription,
    Suppression,
)

_ACTIONS = {
    SubscriptionStatus.CONFIRMED: ConsentAction.CONFIRMED,
    SubscriptionStatus.PENDING: ConsentAction.REQUESTED,
    SubscriptionStatus.UNSUBSCRIBED: ConsentAction.UNSUBSCRIBED,
}


class RowWriter:
    def __init__(
        self,
        session: Session,
        *,
        list_id: int,
        source: ImportSource,
        updates: bool = False,
        now: datetime,
    ) -> None:
        """`updates`: names, languages and fields of people who are known here are corrected."""
        self._session = session
        self._list_id = list_id
        self._source = source
        self._updates = updates
        self._now = now
        self.new_people: dict[str, int] = {}
        """Ids by address hash: who was not known here at all."""
        self.replaced: dict[str, PersonValues] = {}
        """By address hash: name and language before they were corrected."""
        self.old_fields: dict[str, OldValues] = {}
        """By address hash: what was in the custom fields that were written."""
        self.extras: dict[str, ExtraValues] = {}
        """By address hash: tags and choices that were news."""

    def write(self, rows: list[ImportedRow]) -> Iterable[RowOutcome]:
        """A fate for each row. An address may stand here twice: the first row, and a no that came after it."""
        firsts: dict[str, ImportedRow] = {}
        for row in rows:
            firsts.setdefault(row.address_hash, row)
        barred = self._bar(rows)
        suppressed = self._suppressed(firsts)
        yes = {address for address, row in firsts.items() if not row.is_no}
        wants_nothing = opted_out(self._session, yes)
        opted = self._opt_out(rows)
        said_no = self._said_no(firsts) | wants_nothing
        kept_out = suppressed | said_no
        welcome = [row for address, row in firsts.items() if address not in kept_out]
        self._add_people(welcome)
        people = self._people(firsts.keys() - self.new_people.keys()) | self.new_people
        new = self._add_subscriptions(welcome, people)
        if is_for_people_at_risk(self._session, self._list_id):
            encrypt_members(self._session, [people[row.address_hash] for row in new])
        if self._updates:
            known = [row for row in welcome if not row.is_no and row.address_hash not in self.new_people]
            self.replaced = correct_people(self._session, self._list_id, known)
        writable = [row for row in welcome if self._updates or row.address_hash in self.new_people]
        self.old_fields = write_fields(self._session, self._list_id, writable)
        self.extras = write_extras(self._session, self._list_id, welcome, writable, now=self._now)
        added = {row.key for row in new}
        later_nos = [row for row in rows if row.status is SubscriptionStatus.UNSUBSCRIBED and row.key not in added]
        ended = self._end_subscriptions(later_nos, people)
        self._record([*new, *ended], people)
        self._note_nos([*(row for row in new if row.status is SubscriptionStatus.UNSUBSCRIBED), *ended], people)
        fates = {
            row.key: RowOutcome.KEPT_OPTED_OUT
            for row in rows
            if row.address_hash in wants_nothing and not row.is_no
        }
        fates |= dict.fromkeys([*opted, *(row.key for row in ended)], RowOutcome.UNSUBSCRIBED)
        fates |= {row.key: _fate_of_new(row) for row in new}
        fates = dict.fromkeys(barred, RowOutcome.SUPPRESSED) | fates
        if changed := self.replaced.keys() | self.old_fields.keys() | self.extras.keys():
            corrected = [row.key for row in welcome if row.address_hash in changed]
            fates = dict.fromkeys(corrected, RowOutcome.UPDATED) | fates
        kept = {row.address_hash for row in rows if row.key not in fates}
        statuses = self._statuses([people[key] for key in kept if key in people])
        return [
            fates.get(row.key)
            or outcome_of_kept(
                SubscriptionStatus.UNSUBSCRIBED
                if row.address_hash in said_no
                else statuses.get(people.get(row.address_hash, 0)),
                is_suppressed=row.address_hash in suppressed,
            )
            for row in rows
        ]

    def end(self, rows: list[ImportedRow]) -> None:
        """Their no, where the list knows them; nobody is added who never had to do with it."""
        people = self._people({row.address_hash for row in rows})
        self._record(self._end_subscriptions(rows, people), people)

    def _bar(self, rows: Iterable[ImportedRow]) -> set[RowKey]:
        """The rows whose suppression was news. First of all, so that no yes of the same file gets past it."""
        reasons = {row.address_hash: row.suppression for row in rows if row.suppression}
        before = self._suppressed(reasons)
        suppress_many(self._session, reasons, detail=f"import:{self._source.file_name}", now=self._now)
        return {row.key for row in rows if row.suppression and row.address_hash not in before}

    def _suppressed(self, hashes: Collection[str]) -> set[str]:
        if not hashes:
            return set()
        these = in_texts(self._session, col(Suppression.address_hash), hashes)
        return set(self._session.exec(select(Suppression.address_hash).where(these)))

    def _said_no(self, hashes: Collection[str]) -> set[str]:
        """Of whom a restore has left nothing but that."""
        these = in_texts(self._session, col(RememberedNo.address_hash), hashes)
        mine = (col(RememberedNo.list_id) == self._list_id, these)
        return set(self._session.exec(select(RememberedNo.address_hash).where(*mine)))

    def _opt_out(self, rows: Iterable[ImportedRow]) -> set[RowKey]:
        """The rows whose no to everything was news, whatever the lists know of their people."""
        firsts: dict[str, ImportedRow] = {}
        for row in rows:
            if row.is_everywhere:
                firsts.setdefault(row.address_hash, row)
        evidence = {address: self._source.evidence(row.line) for address, row in firsts.items()}
        new = opt_out(self._session, evidence, method=ConsentMethod.IMPORT_OPT_OUT, now=self._now)
        return {firsts[address].key for address in new}

    def _add_people(self, rows: Iterable[ImportedRow]) -> None:
        columns = ("address", "address_hash", "name", "language")
        values = [(row.address, row.address_hash, row.name, row.language) for row in rows]
        added = ("id", "name", "address", "address_hash")
        if is_for_people_at_risk(self._session, self._list_id):
            values = [(as_encrypted(row[0]), row[1], as_encrypted(row[2]), row[3]) for row in values]
        same = {"created_at": self._now}
        written = insert_rows(self._session, Subscriber, columns, values, same=same, returning=added)
        self.new_people.update((address_hash, number) for number, *_, address_hash in written)
        index_new_people(self._session, [(number, name, address) for number, name, address, _ in written])

    def _people(self, hashes: Collection[str]) -> dict[str, int]:
        """Ids by address hash."""
        if not hashes:
            return {}
        these = in_texts(self._session, col(Subscriber.address_hash), hashes)
        rows = self._session.exec(select(Subscriber.address_hash, Subscriber.id).where(these))
        return dict(rows.all())

    def _add_subscriptions(self, rows: list[ImportedRow], people: dict[str, int]) -> list[ImportedRow]:
        """The rows that were news to the list."""
        values = [(people[row.address_hash], _consent(row)) for row in rows]
        same = {"list_id": self._list_id, "changed_at": self._now}
        columns, added = ("subscriber_id", "status"), ("subscriber_id",)
        new = insert_rows(self._session, Subscription, columns, values, same=same, returning=added)
        written = {number for (number,) in new}
        return [row for row in rows if people[row.address_hash] in written]

    def _end_subscriptions(self, rows: list[ImportedRow], people: dict[str, int]) -> list[ImportedRow]:
        """The rows whose no was news to the list."""
        known = [row for row in rows if row.address_hash in people]
        if not known:
            return []
        result = self._session.execute(
            update(Subscription)
            .where(
                col(Subscription.list_id) == self._list_id,
                in_ids(
                    self._session,
                    col(Subscription.subscriber_id),
                    [people[row.address_hash] for row in known],
                ),
                col(Subscription.status).in_(sources(TRANSITIONS, SubscriptionAction.UNSUBSCRIBE)),
            )
            .values(status=SubscriptionStatus.UNSUBSCRIBED, changed_at=self._now)
            .returning(col(Subscription.subscriber_id))
        )
        ended = set(result.scalars())
        return [row for row in known if people[row.address_hash] in ended]

    def _record(self, rows: Iterable[ImportedRow], people: dict[str, int]) -> None:
        columns = ("subscriber_id", "action", "method", "wording", "language", "evidence", "given_at")
        values = [
            (
                people[row.address_hash],
                _ACTIONS[_consent(row)],
                ConsentMethod.IMPORT_OPT_OUT if row.is_everywhere else ConsentMethod.IMPORT,
                self._source.wording(row.proof),
                row.language,
                self._source.evidence(row.line),
                row.given_at,
            )
            for row in rows
        ]
        insert_rows(
            self._session, ConsentRecord, columns, values, same={"list_id": self._list_id, "at": self._now}
        )

    def _note_nos(self, nos: list[ImportedRow], people: dict[str, int]) -> None:
        if not nos:
            return
        ids = [people[row.address_hash] for row in nos]
        evidence = self._source.evidence(nos[0].line)
        note_no(self._session, ids, self._list_id, method=ConsentMethod.IMPORT, evidence=evidence, now=self._now)

    def _statuses(self, subscriber_ids: Collection[int]) -> dict[int, SubscriptionStatus]:
        if not subscriber_ids:
            return {}
        rows = self._session.exec(
            select(Subscription.subscriber_id, col(Subscription.status)).where(
                col(Subscription.list_id) == self._list_id,
                in_ids(self._session, col(Subscription.subscriber_id), subscriber_ids),
            )
        )
        return dict(rows.all())


def _consent(row: ImportedRow) -> SubscriptionStatus:
    assert row.status is not None  # noqa: S101  or the address would be suppressed, and the row not written
    return row.status


def _fate_of_new(row: ImportedRow) -> RowOutcome:
    return RowOutcome.UNSUBSCRIBED if row.status is SubscriptionStatus.UNSUBSCRIBED else RowOutcome.IMPORTED
