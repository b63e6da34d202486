"""Health of the mailboxes that bounces come to: how far each was read, and since when that has failed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Field, Session, SQLModel, col, select

from core.db import BigId, Database, UtcDateTime
from delivery.mailbox.imap import ReadMark
from delivery.mailbox.settings import BounceSettings
from delivery.provider_words import clean

LONG_FAILURE = timedelta(hours=1)
"""What is over sooner loses nothing: the mail waits where it is."""


class MailboxSource(StrEnum):
    MAILDIR = "maildir"
    IMAP = "imap"


class BounceMailboxState(SQLModel, table=True):
    """A mailbox that is read for bounces: how far, and since when that has failed."""

    __tablename__ = "bounce_mailbox"

    source: str = Field(primary_key=True, max_length=40)
    """A `MailboxSource`."""
    uid_validity: int | None = Field(default=None, sa_type=BigId)
    """IMAP (RFC 3501, section 2.3.1.1): whose numbers `last_uid` is one of."""
    last_uid: int = Field(default=0, sa_type=BigId)
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was last read to the end."""
    failing_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    detail: str | None = None
    """What stood in the way, in the words of system or server."""


@dataclass(frozen=True, slots=True)
class MailboxHealth:
    source: MailboxSource
    read_at: datetime | None
    failing_since: datetime | None
    detail: str

    def is_failing(self, now: datetime) -> bool:
        """For so long that somebody should know."""
        return self.failing_since is not None and self.failing_since <= now - LONG_FAILURE


def mailbox_health(session: Session) -> list[MailboxHealth]:
    """Of those that were ever read."""
    known = col(BounceMailboxState.source).in_(list(MailboxSource))
    rows = session.exec(select(BounceMailboxState).where(known).order_by(BounceMailboxState.source)).all()
    return [
        MailboxHealth(MailboxSource(row.source), row.read_at, row.failing_since, row.detail or "") for row in rows
    ]


def configured_sources(settings: BounceSettings) -> list[MailboxSource]:
    maildir = [MailboxSource.MAILDIR] if settings.maildir else []
    return maildir + ([MailboxSource.IMAP] if settings.imap_host else [])


def read_mark(database: Database, source: MailboxSource) -> ReadMark:
    with database.read() as session:
        row = session.get(BounceMailboxState, source.value)
        return ReadMark(row.uid_validity, row.last_uid) if row else ReadMark()


def note_read(database: Database, source: MailboxSource, *, mark: ReadMark | None = None, now: datetime) -> None:
    with database.write() as session:
        row = session.get(BounceMailboxState, source.value) or BounceMailboxState(source=source.value)
        row.read_at, row.failing_since, row.detail = now, None, None
        if mark is not None:
            row.uid_validity, row.last_uid = mark.uid_validity, mark.last_uid
        session.add(row)


def note_failure(database: Database, source: MailboxSource, detail: str, *, now: datetime) -> None:
    with database.write() as session:
        row = session.get(BounceMailboxState, source.value) or BounceMailboxState(source=source.value)
        row.failing_since, row.detail = row.failing_since or now, clean(detail)
        session.add(row)


def forget_unused(session: Session, used: list[MailboxSource]) -> None:
    """One that is no longer configured fails no longer."""
    for row in session.exec(select(BounceMailboxState)).all():
        if row.source not in used:
            session.delete(row)
