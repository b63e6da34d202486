"""Whether anything can still come of a campaign's deliveries by itself, and whether its time has come."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, exists, or_
from sqlmodel import Session, col, select

from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery

ON_THE_WAY = (DeliveryStatus.QUEUED, DeliveryStatus.SENDING)


def has_unfinished(session: Session, campaign_id: int) -> bool:
    """True while a delivery waits or is under way, or an attempt in doubt still has a lookup ahead.

    What only an event or a person can settle does not count: that may never come.
    """
    on_the_way = exists().where(col(Delivery.campaign_id) == campaign_id, col(Delivery.status).in_(ON_THE_WAY))
    to_be_settled = exists().where(
        col(Attempt.campaign_id) == campaign_id,
        col(Attempt.state) == AttemptState.IN_DOUBT,
        col(Attempt.settle_at).is_not(None),
    )
    return bool(session.exec(select(on_the_way | to_be_settled)).one())


def is_due(now: datetime | BindParameter[Any]) -> ColumnElement[bool]:
    """The attempt is in doubt, the time of its next lookup has come, and nobody has it."""
    is_free = or_(col(Attempt.lease_until).is_(None), col(Attempt.lease_until) <= now)
    return and_(col(Attempt.state) == AttemptState.IN_DOUBT, col(Attempt.settle_at) <= now, is_free)


_ANY_DUE = select(exists().where(is_due(bindparam("now"))))


def has_due_lookup(session: Session, *, now: datetime) -> bool:
    """Asked before a claim, which is a write: nearly always there is none, and nobody has to wait for that."""
    return bool(session.execute(_ANY_DUE, {"now": now}).scalar_one())
