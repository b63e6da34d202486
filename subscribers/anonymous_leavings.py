"""Anonymisation: that somebody left by a campaign's link stays a number in its report when they are erased.

Who it was stands nowhere, and the moment is that of the hour.
"""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from core.db import NUMBERED_ONCE, BigId, UtcDateTime
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord

BY_LINK = (ConsentMethod.ONE_CLICK, ConsentMethod.UNSUBSCRIBE_PAGE, ConsentMethod.PREFERENCES_PAGE)
"""In these, `evidence` names what the link came with; elsewhere it may name a file or a colleague."""


class LeavingRecord(SQLModel, table=True):
    """One erased person who had left by what `evidence` names."""

    __tablename__ = "anonymous_leaving"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    evidence: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)


def keep_leavings(session: Session, subscriber_id: int) -> None:
    """Of somebody whose records are about to go: once for each evidence, as reports count them."""
    left = (
        select(col(ConsentRecord.evidence), func.min(col(ConsentRecord.at)))
        .where(
            ConsentRecord.subscriber_id == subscriber_id,
            col(ConsentRecord.action) == ConsentAction.UNSUBSCRIBED,
            col(ConsentRecord.method).in_(BY_LINK),
        )
        .group_by(col(ConsentRecord.evidence))
    )
    session.add_all(
        LeavingRecord(evidence=evidence, at=at.replace(minute=0, second=0, microsecond=0))
        for evidence, at in session.exec(left).all()
    )
