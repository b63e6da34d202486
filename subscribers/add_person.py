"""Somebody signs up who may be here already: the same statements either way, whoever they are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import false
from sqlmodel import Session, col, select

from core.addresses import EmailAddress
from core.encrypted_columns import EncryptedText, as_encrypted
from core.sql import insert_new, insert_where
from subscribers.index_people import index_new_people
from subscribers.tables import Subscriber, SubscriberWord


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Who may not be here yet."""

    address: EmailAddress
    address_hash: str
    name: str
    language: str
    is_encrypted: bool


def find_or_add(session: Session, new: PersonDetails, *, now: datetime) -> int:
    """Their number. Somebody known stays as they are called."""
    address, name = new.address.value, new.name
    values: dict[str, object] = {
        "address": as_encrypted(address) if new.is_encrypted else address,
        "address_hash": new.address_hash,
        "name": as_encrypted(name) if new.is_encrypted else name,
        "language": new.language,
        "created_at": now,
    }
    session.execute(insert_new(session, Subscriber), [values])
    # Of somebody known, by what they are called already, and not by what somebody has typed.
    theirs = select(Subscriber.id, Subscriber.name, Subscriber.address)
    person = session.exec(theirs.where(col(Subscriber.address_hash) == new.address_hash)).one()
    if isinstance(person[2], EncryptedText):
        # They have no words; a statement it is, or how long it takes would tell who is at risk.
        insert_where(session, SubscriberWord, {"word": "", "subscriber_id": person[0]}, false())
    else:
        index_new_people(session, [person])
    return person[0]
