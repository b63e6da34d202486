"""Fencing token: whose answer counts for an attempt, and when the attempt is over."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, null, update
from sqlmodel import Session, col, func, select

from core.db import rows_changed
from core.errors import NotFound
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery

UNSETTLED = (AttemptState.OPEN, AttemptState.IN_DOUBT)
UNDECIDED = (DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT)


@dataclass(frozen=True, slots=True)
class LockedAttempt:
    """What there is to know of an attempt before changing it; nobody else changes it meanwhile."""

    id: int
    state: AttemptState
    settle_count: int
    lease_until: datetime | None

    @property
    def is_unsettled(self) -> bool:
        return self.state in UNSETTLED

    def is_answered_by(self, fencing_token: int) -> bool:
        """Whether the call of this turn is the last one that was made, and still unanswered."""
        return self.is_unsettled and self.settle_count == fencing_token


def lock_attempt(session: Session, attempt_id: int) -> LockedAttempt:
    """Raises NotFound."""
    statement = (
        select(Attempt.id, Attempt.state, Attempt.settle_count, Attempt.lease_until)
        .where(col(Attempt.id) == attempt_id)
        .with_for_update(key_share=True)
    )
    row = session.exec(statement).one_or_none()
    if row is None:
        raise NotFound("delivery-attempt-unknown", attempt=str(attempt_id))
    return LockedAttempt(*row)


def close_finished(session: Session, which: ColumnElement[bool], *, now: datetime) -> int:
    """Settles those of the attempts that have nothing left to learn, and wipes the people's data in them."""
    # Counted, not looked for: PostgreSQL would go through everything that is under way.
    undecided = (
        select(func.count().filter(col(Delivery.status).in_(UNDECIDED)))
        .select_from(AttemptDelivery)
        .join(Delivery, col(Delivery.id) == col(AttemptDelivery.delivery_id))
        .where(
            col(AttemptDelivery.attempt_id) == col(Attempt.id),
            # What has passed to a later attempt is that one's to learn.
            col(Delivery.attempt_id) == col(Attempt.id),
        )
        .scalar_subquery()
    )
    statement = (
        update(Attempt)
        .where(which, col(Attempt.state).in_(UNSETTLED), undecided == 0)
        .values(
            state=AttemptState.SETTLED,
            closed_at=now,
            merge_values=null(),
            settle_at=None,
            lease_until=None,
            claimed_by=None,
        )
    )
    return rows_changed(session.exec(statement, execution_options=UNSYNCHRONISED))
