"""Inverted index, kept: the words of people are written with them, in the same transaction.

Whoever is encrypted has no words, and stays encrypted: whatever was written of them is, too.
"""

from collections.abc import Collection

from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.encrypted_columns import EncryptedText, expect_opened
from core.many_rows import insert_rows
from core.sql import in_ids
from subscribers.encrypt_people import encrypt_people
from subscribers.search_words import words_of_person
from subscribers.tables import Subscriber, SubscriberWord


def index_new_people(session: Session, people: Collection[tuple[int, str, str]]) -> None:
    """Number, name and address of people who were not here before; one statement for many."""
    word_rows = [
        (word, subscriber_id)
        for subscriber_id, name, address in people
        if not isinstance(address, EncryptedText)
        for word in words_of_person(name, address)
    ]
    insert_rows(session, SubscriberWord, ("word", "subscriber_id"), word_rows)


def index_people(session: Session, subscriber_ids: Collection[int]) -> None:
    """Anew, of what they are called now. Raises Misconfigured where somebody is encrypted by a key that is not
    here."""
    session.flush()
    session.execute(
        delete(SubscriberWord).where(in_ids(session, col(SubscriberWord.subscriber_id), subscriber_ids))
    )
    row = Subscriber
    chosen = select(row.id, row.name, row.address, row.encrypted_with).where(
        in_ids(session, col(row.id), subscriber_ids)
    )
    people = session.exec(chosen).all()
    for _, name, address, _ in people:
        expect_opened(name, address)
    index_new_people(session, [(number, name, address) for number, name, address, key_id in people if not key_id])
    encrypt_people(session, [number for number, _, _, key_id in people if key_id])
