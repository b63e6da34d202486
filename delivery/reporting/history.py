"""The story of one delivery: every call that was made for it, and everything that was heard of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from sqlmodel import Session, col, select

from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, DeliveryEvent, Sender

MAX_EVENTS = 200


class AttemptResult(StrEnum):
    """What an attempt came to, for one of the deliveries in it."""

    UNDER_WAY = auto()
    TAKEN = auto()
    REFUSED = auto()
    NOT_TAKEN = auto()
    """Certainly not accepted, or so somebody decided: it went back to the queue."""
    GIVEN_UP = auto()
    IN_DOUBT = auto()


_LAST: dict[DeliveryStatus, AttemptResult] = {
    DeliveryStatus.ACCEPTED: AttemptResult.TAKEN,
    DeliveryStatus.REJECTED: AttemptResult.REFUSED,
    DeliveryStatus.FAILED: AttemptResult.GIVEN_UP,
    DeliveryStatus.IN_DOUBT: AttemptResult.IN_DOUBT,
    DeliveryStatus.SENDING: AttemptResult.UNDER_WAY,
}


@dataclass(frozen=True, slots=True)
class AttemptView:
    attempt_id: int
    at: datetime
    sender: str
    provider: str
    result: AttemptResult
    detail: str | None


def result_of(status: DeliveryStatus, *, is_last: bool) -> AttemptResult:
    """Pure. Only the last attempt can have decided anything: a delivery is never tried again before it is back."""
    return _LAST.get(status, AttemptResult.NOT_TAKEN) if is_last else AttemptResult.NOT_TAKEN


def attempts_for(session: Session, delivery: Delivery) -> list[AttemptView]:
    """In the order in which they were made."""
    rows = session.exec(
        select(Attempt, Sender)
        .join(AttemptDelivery, col(AttemptDelivery.attempt_id) == col(Attempt.id))
        .join(Sender, col(Sender.id) == col(Attempt.sender_id))
        .where(col(AttemptDelivery.delivery_id) == delivery.id)
        .order_by(col(Attempt.id))
    ).all()
    return [
        AttemptView(
            attempt_id=attempt.id,
            at=attempt.opened_at,
            sender=sender.name,
            provider=sender.provider,
            result=result_of(delivery.status, is_last=number == len(rows)),
            detail=attempt.detail,
        )
        for number, (attempt, sender) in enumerate(rows, start=1)
    ]


def last_attempt(session: Session, delivery_id: int) -> Attempt | None:
    statement = (
        select(Attempt)
        .join(AttemptDelivery, col(AttemptDelivery.attempt_id) == col(Attempt.id))
        .where(col(AttemptDelivery.delivery_id) == delivery_id)
        .order_by(col(Attempt.id).desc())
    )
    return session.exec(statement.limit(1)).first()


def events_for(session: Session, delivery_id: int) -> list[DeliveryEvent]:
    """In the order in which they happened, as the provider says."""
    statement = (
        select(DeliveryEvent)
        .where(col(DeliveryEvent.delivery_id) == delivery_id)
        .order_by(col(DeliveryEvent.occurred_at), col(DeliveryEvent.id))
        .limit(MAX_EVENTS)
    )
    return list(session.exec(statement).all())
