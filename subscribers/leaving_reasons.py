"""Why readers leave: a number for each list, reason and day. Whose reason it was, nobody can ask."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from core.db import BigId, EnumText
from core.sql import upsert

COUNTED_FOR = timedelta(days=366)


class LeavingReason(StrEnum):
    """What a reader may say after they have left; ends the key of its text."""

    TOO_MANY = "too_many"
    NOT_RELEVANT = "not_relevant"
    NOT_ASKED = "not_asked"
    """They do not remember that they signed up."""
    OTHER_WAY = "other_way"
    """They follow the organisation elsewhere."""
    OTHER = "other"


class LeavingCount(SQLModel, table=True):
    """How often a reason was given on a day."""

    __tablename__ = "leaving_count"

    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    day: date = Field(primary_key=True)
    reason: LeavingReason = Field(primary_key=True, sa_type=EnumText(LeavingReason))
    count: int = 0


def count_reason(session: Session, list_id: int, reason: LeavingReason, *, now: datetime) -> None:
    once_more = {"count": col(LeavingCount.count) + 1}
    session.execute(
        upsert(session, LeavingCount)
        .values(list_id=list_id, day=now.date(), reason=reason, count=1)
        .on_conflict_do_update(index_elements=["list_id", "day", "reason"], set_=once_more)
    )


def reasons_of(session: Session, list_id: int, *, now: datetime) -> dict[LeavingReason, int]:
    """Of the last year, the most frequent first."""
    total = func.sum(col(LeavingCount.count))
    rows = session.exec(
        select(col(LeavingCount.reason), total)
        .where(LeavingCount.list_id == list_id, LeavingCount.day > (now - COUNTED_FOR).date())
        .group_by(col(LeavingCount.reason))
    ).all()
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))
