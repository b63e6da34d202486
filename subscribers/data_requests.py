"""Record of data subject requests (GDPR, articles 15 to 21): who asked for what, until when, and when it was done.

Of an erased person the keyed hash of their address stays here, so that it can be shown that they were erased, to
whoever knows the address. No name and no address stands in it.
"""

import calendar
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from core.db import NUMBERED_ONCE, BigId, EnumText, UtcDateTime


class DataRequestKind(StrEnum):
    """Ends the key of its text."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"


class DataRequest(SQLModel, table=True):
    __tablename__ = "data_request"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    kind: DataRequestKind = Field(sa_type=EnumText(DataRequestKind))
    subscriber_id: int | None = Field(default=None, index=True, sa_type=BigId)
    """Who asked. Not a foreign key: the record outlives them."""
    address_hash: str | None = Field(default=None, max_length=64)
    """Of somebody who is erased, or was never here."""
    received_on: date
    due_on: date
    note: str = Field(default="", max_length=200)
    """How they asked, or why it was done."""
    entered_by: str = Field(max_length=80)
    """As in the audit log."""
    entered_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    done_by: str | None = Field(default=None, max_length=80)


def due_after(received_on: date) -> date:
    """Pure: a month later (article 12(3)); on the month's last day where it has no such day (Regulation 1182/71,
    article 3(2)(c))."""
    year, month = divmod(received_on.year * 12 + received_on.month, 12)
    return date(year, month + 1, min(received_on.day, calendar.monthrange(year, month + 1)[1]))


def record_done(
    session: Session, kind: DataRequestKind, subscriber_id: int, *, by: str, note: str, now: datetime
) -> None:
    """What was done in the product. A request of theirs that waits is done by it; where there is none, it is
    entered as one of today. `now`: by the organisation's clock, whose day it is."""
    today = now.date()
    waiting = select(DataRequest).where(
        DataRequest.kind == kind, DataRequest.subscriber_id == subscriber_id, col(DataRequest.done_at).is_(None)
    )
    requests = list(session.exec(waiting).all()) or [
        DataRequest(
            kind=kind,
            subscriber_id=subscriber_id,
            received_on=today,
            due_on=due_after(today),
            note=note,
            entered_by=by,
            entered_at=now,
        )
    ]
    for request in requests:
        request.done_at, request.done_by = now, by
        session.add(request)
    session.flush()


def keep_hash(session: Session, subscriber_id: int, address_hash: str) -> None:
    """Of somebody who is being erased: to whoever knows the address, their requests still say whose they were."""
    theirs = update(DataRequest).where(col(DataRequest.subscriber_id) == subscriber_id)
    session.execute(theirs.values(address_hash=address_hash))


def take_over_requests(session: Session, gone_id: int, *, by: int) -> None:
    """Of two entries that are one person: what either asked for, the one that stays has asked for."""
    session.execute(update(DataRequest).where(col(DataRequest.subscriber_id) == gone_id).values(subscriber_id=by))


def requests_due(session: Session, *, until: date) -> list[DataRequest]:
    """Those that wait and are due by then, the most urgent first."""
    waiting = select(DataRequest).where(col(DataRequest.done_at).is_(None), DataRequest.due_on <= until)
    return list(session.exec(waiting.order_by(col(DataRequest.due_on), col(DataRequest.id)).limit(100)).all())


def list_requests(session: Session, *, is_open: bool, before_id: int | None, limit: int) -> list[DataRequest]:
    """Keyset pagination: the newest first."""
    state = col(DataRequest.done_at).is_(None) if is_open else col(DataRequest.done_at).is_not(None)
    page = select(DataRequest).where(state)
    if before_id is not None:
        page = page.where(col(DataRequest.id) < before_id)
    return list(session.exec(page.order_by(col(DataRequest.id).desc()).limit(limit)).all())
