"""Notes about a person, for colleagues: added, never changed; they go when the person is erased."""

import unicodedata
from datetime import datetime

from sqlmodel import Session, col, select

from core.encrypted_columns import as_encrypted
from core.errors import InputRefused
from subscribers.encrypt_people import encrypted_among
from subscribers.queries import get_subscriber
from subscribers.tables import SubscriberNote

MAX_NOTE = 1000


def add_note(
    session: Session, subscriber_id: int, text: str, *, author: str, is_protected: bool, now: datetime
) -> SubscriberNote:
    """Raises NotFound; InputRefused for an empty one, a long one, or one with signs that nobody sees."""
    get_subscriber(session, subscriber_id)
    text = as_encrypted(_read(text)) if encrypted_among(session, [subscriber_id]) else _read(text)
    note = SubscriberNote(subscriber_id=subscriber_id, text=text, author=author, is_protected=is_protected, at=now)
    session.add(note)
    session.flush()
    return note


def notes_of(session: Session, subscriber_id: int, *, sees_protected: bool, limit: int) -> list[SubscriberNote]:
    """The newest first."""
    statement = (
        select(SubscriberNote)
        .where(SubscriberNote.subscriber_id == subscriber_id)
        .order_by(col(SubscriberNote.id).desc())
        .limit(limit)
    )
    if not sees_protected:
        statement = statement.where(~col(SubscriberNote.is_protected))
    return list(session.exec(statement).all())


def _read(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    note = "\n".join(lines)
    if not note:
        raise InputRefused("subscribers-note-missing")
    if len(note) > MAX_NOTE:
        raise InputRefused("subscribers-note-too-long", limit=MAX_NOTE)
    if any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in note):
        raise InputRefused("subscribers-note-unreadable")
    return note
