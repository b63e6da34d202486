"""Encryption at rest of people at risk: what is kept of whoever has to do with a protected list.

Where there is a key, their address and name, what they have in custom fields and what staff wrote of them are
encrypted in the transaction in which they come to such a list. Who came before there was a key, or before the list
was protected, is encrypted by a job (`encrypt_due_people`), and so is everybody once more when a new key comes.
They have no words to be found by: the keyed hash of the whole address finds them. Leaving the list changes
nothing: whoever was ever on one is at risk.

That somebody is encrypted says that they are at risk, and not who they are.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, or_, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from core.db import Database
from core.encrypted_columns import UnopenedText, as_encrypted, keys_of
from core.encrypted_rows import forget_old_pages
from core.logging import get_logger
from core.sql import in_ids
from subscribers.encrypted_value import value_in, words_of
from subscribers.field_tables import FieldValue
from subscribers.import_lease import let_others_write
from subscribers.tables import MailingList, Subscriber, SubscriberNote, SubscriberWord, Subscription

AT_ONCE = 100
"""People of one transaction."""

log = get_logger(__name__)


def is_for_people_at_risk(session: Session, list_id: int) -> bool:
    """Whether who comes to the list is encrypted. No statement where there is no key."""
    return keys_of(session) is not None and session.get_one(MailingList, list_id).is_protected


def encrypted_among(session: Session, subscriber_ids: Collection[int]) -> set[int]:
    """Whoever of them is encrypted: that stays as it is until the transaction ends. No statement where there is no
    key."""
    if keys_of(session) is None or not subscriber_ids:
        return set()
    these = select(Subscriber.id).where(
        in_ids(session, col(Subscriber.id), subscriber_ids), col(Subscriber.encrypted_with).is_not(None)
    )
    return set(session.exec(these.with_for_update(read=True, key_share=True)))


def encrypt_members(session: Session, subscriber_ids: Collection[int]) -> None:
    """Of these people, those at risk whom the newest key has not encrypted. No statement where there is no key."""
    keys = keys_of(session)
    if keys is not None and subscriber_ids:
        due = select(Subscriber.id).where(
            in_ids(session, col(Subscriber.id), subscriber_ids), _is_due(keys.newest)
        )
        encrypt_people(session, session.exec(due).all())


def encrypt_people(session: Session, subscriber_ids: Collection[int]) -> int:
    """With the newest key, whatever they were before. How many; whoever cannot be read here is left as they
    are."""
    keys = keys_of(session)
    if keys is None or not subscriber_ids:
        return 0
    people = session.exec(
        select(Subscriber.id, Subscriber.name, Subscriber.address)
        .where(in_ids(session, col(Subscriber.id), subscriber_ids))
        .order_by(col(Subscriber.id))
        .with_for_update()
    ).all()
    readable = [row for row in people if not _is_unopened(row)]
    ids = [number for number, _, _ in readable]
    if len(readable) < len(people):
        log.warning("subscribers.encrypted_by_an_unknown_key", people=len(people) - len(readable))
    _write(
        session,
        Subscriber,
        ("id",),
        [
            {
                "_id": number,
                "name": as_encrypted(name),
                "address": as_encrypted(address),
                "encrypted_with": keys.newest,
            }
            for number, name, address in readable
        ],
    )
    if ids:
        session.execute(delete(SubscriberWord).where(in_ids(session, col(SubscriberWord.subscriber_id), ids)))
        _encrypt_fields(session, ids)
        _encrypt_notes(session, ids)
    return len(ids)


def encrypt_due_people(database: Database) -> int:
    """Everybody at risk whom the newest key has not encrypted, in short transactions; killed, it goes on with who
    is left. How many."""
    if database.keys is None:
        return 0
    count, after = 0, 0
    while people := _due_after(database, database.keys.newest, after):
        with database.write() as session:
            count += encrypt_people(session, people)
        after = people[-1]
        let_others_write(database)
    if count:
        forget_old_pages(database)
    return count


@dataclass(frozen=True, slots=True)
class EncryptionState:
    by_key: dict[str, int]
    """How many people each key encrypts, by its id."""
    due: int
    """At risk, and not encrypted."""


def encryption_state(session: Session) -> EncryptionState:
    by_key = select(Subscriber.encrypted_with, func.count()).where(col(Subscriber.encrypted_with).is_not(None))
    due = select(func.count()).select_from(Subscriber)
    return EncryptionState(
        by_key={key: count for key, count in session.exec(by_key.group_by(col(Subscriber.encrypted_with))) if key},
        due=session.exec(due.where(col(Subscriber.encrypted_with).is_(None), is_at_risk())).one(),
    )


def _due_after(database: Database, key_id: str, after: int) -> list[int]:
    due = select(Subscriber.id).where(col(Subscriber.id) > after, _is_due(key_id))
    with database.read() as session:
        return list(session.exec(due.order_by(col(Subscriber.id)).limit(AT_ONCE)))


def _is_due(key_id: str) -> ColumnElement[bool]:
    """Of a subscriber."""
    return or_(
        col(Subscriber.encrypted_with) != key_id,
        col(Subscriber.encrypted_with).is_(None) & is_at_risk(),
    )


def is_at_risk() -> ColumnElement[bool]:
    """Of a subscriber: whether they ever had to do with a protected list."""
    protected = select(MailingList.id).where(col(MailingList.is_protected))
    return exists().where(
        col(Subscription.subscriber_id) == col(Subscriber.id), col(Subscription.list_id).in_(protected)
    )


def _encrypt_fields(session: Session, ids: Collection[int]) -> None:
    row = FieldValue
    rows = session.execute(
        columns(col(row.subscriber_id), col(row.field_id), col(row.text), col(row.number), col(row.day))
        .where(in_ids(session, col(row.subscriber_id), ids))
        .with_for_update()
    )
    empty: dict[str, Any] = {"folded": None, "number": None, "day": None}
    changes = [
        {"_subscriber_id": subscriber_id, "_field_id": field_id, "text": words_of(value), **empty}
        for subscriber_id, field_id, *parts in rows
        if (value := value_in(*parts)) is not None
    ]
    _write(session, FieldValue, ("subscriber_id", "field_id"), changes)


def _encrypt_notes(session: Session, ids: Collection[int]) -> None:
    notes = session.exec(
        select(SubscriberNote.id, SubscriberNote.text)
        .where(in_ids(session, col(SubscriberNote.subscriber_id), ids))
        .with_for_update()
    ).all()
    changes = [{"_id": number, "text": as_encrypted(text)} for number, text in notes]
    _write(session, SubscriberNote, ("id",), changes)


def _write(session: Session, table: Any, keys: Iterable[str], changes: list[dict[str, Any]]) -> None:
    """One statement for all of them, by their keys, which stand in `changes` with a line before them."""
    if changes:
        own = table.__table__
        mine = [own.c[key] == bindparam(f"_{key}") for key in keys]
        columns = {
            name: bindparam(name, type_=own.c[name].type) for name in changes[0] if not name.startswith("_")
        }
        session.connection().execute(update(own).where(*mine).values(columns), changes)


def _is_unopened(row: tuple[int, str, str]) -> bool:
    return any(isinstance(text, UnopenedText) for text in row[1:])
