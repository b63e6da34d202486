"""Corrections by an import: name and language of people who are known already, where staff want them taken; and
taken back."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import exists, update
from sqlmodel import Session, col, select

from core.sql import in_texts
from subscribers.csv_row import ImportedRow
from subscribers.import_tables import ImportRow
from subscribers.index_people import index_people
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription


class PersonValues(NamedTuple):
    name: str
    language: str


def corrected(row: ImportedRow, known: PersonValues) -> PersonValues | None:
    """Name and language as the row has them; None where that is no news. What the row does not say stays."""
    values = PersonValues(row.name or known.name, row.language if row.has_language else known.language)
    return values if values != known else None


def known_people(session: Session, list_id: int, hashes: Collection[str]) -> dict[str, tuple[int, PersonValues]]:
    """By address hash. Without those who have left the list: nothing of them is touched."""
    has_left = exists().where(
        col(Subscription.subscriber_id) == col(Subscriber.id),
        col(Subscription.list_id) == list_id,
        col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED,
    )
    people = session.exec(
        select(Subscriber.address_hash, Subscriber.id, Subscriber.name, Subscriber.language).where(
            in_texts(session, col(Subscriber.address_hash), hashes), ~has_left
        )
    )
    return {key: (subscriber_id, PersonValues(name, language)) for key, subscriber_id, name, language in people}


def correct_people(session: Session, list_id: int, rows: Collection[ImportedRow]) -> dict[str, PersonValues]:
    """By address hash, what name and language were before, of those in which anything was corrected."""
    by_hash = {row.address_hash: row for row in rows}
    before: dict[str, PersonValues] = {}
    changes: list[dict[str, Any]] = []
    for key, (subscriber_id, known) in known_people(session, list_id, by_hash).items():
        if (values := corrected(by_hash[key], known)) is not None:
            before[key] = known
            changes.append({"id": subscriber_id, **values._asdict()})
    if changes:
        session.execute(update(Subscriber), changes)
        index_people(session, [change["id"] for change in changes])
    return before


def written_by(row: ImportRow) -> PersonValues | None:
    """What name and language were after the row; None where it changed neither."""
    if row.old_language is None:
        return None
    return PersonValues(row.name or row.old_name or "", row.language if row.has_language else row.old_language)


def take_corrections_back(
    session: Session, rows: Iterable[ImportRow], people: Mapping[str, tuple[int, PersonValues]]
) -> dict[int, bool]:
    """`people`: by address hash, of whom they may be taken back. By the row's place, whether name and language are
    what they were before it: what was changed since stays. Rows that changed neither are left out."""
    taken: dict[int, bool] = {}
    changes: list[dict[str, Any]] = []
    for row in rows:
        if (written := written_by(row)) is None:
            continue
        subscriber_id, now = people.get(row.address_hash, (0, None))
        taken[row.place] = now == written
        if now == written:
            changes.append({"id": subscriber_id, "name": row.old_name, "language": row.old_language})
    if changes:
        session.execute(update(Subscriber), changes)
        index_people(session, [change["id"] for change in changes])
    return taken
