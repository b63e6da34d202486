"""Inverted index, kept: the words of people are written with them, in the same transaction."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.many_rows import insert_rows
from core.sql import in_ids
from subscribers.search_words import words_of_person
from subscribers.tables import Subscriber, SubscriberWord


def index_new_people(session: Session, people: Collection[tuple[int, str, str]]) -> None:
    """Number, name and address of people who were not here before; one statement for many."""
    word_rows = [
        (word, subscriber_id) for subscriber_id, name, address in people for word in words_of_person(name, address)
    ]
    insert_rows(session, SubscriberWord, ("word", "subscriber_id"), word_rows)


def index_people(session: Session, subscriber_ids: Collection[int]) -> None:
    """Anew, of what they are called now."""
    session.flush()
    session.execute(
        delete(SubscriberWord).where(in_ids(session, col(SubscriberWord.subscriber_id), subscriber_ids))
    )
    chosen = select(Subscriber.id, Subscriber.name, Subscriber.address).where(
        in_ids(session, col(Subscriber.id), subscriber_ids)
    )
    index_new_people(session, session.exec(chosen).all())
