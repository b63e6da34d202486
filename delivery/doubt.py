"""The last resort of what is in doubt: a person decides."""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from core.errors import Conflict
from core.logging import get_logger
from delivery.moves import UNSYNCHRONISED, carried_by, move
from delivery.settled import close_finished, lock_attempt
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery

log = get_logger(__name__)


def attempts_in_doubt(session: Session, *, campaign_id: int, limit: int) -> list[Attempt]:
    """The oldest first."""
    statement = (
        select(Attempt)
        .where(col(Attempt.campaign_id) == campaign_id, col(Attempt.state) == AttemptState.IN_DOUBT)
        .order_by(col(Attempt.id))
        .limit(limit)
    )
    return list(session.exec(statement).all())


def ids_in_doubt(session: Session, attempt_id: int) -> list[int]:
    """What of an attempt nobody knows the fate of, in the order of its request."""
    statement = (
        select(col(Delivery.id))
        .join(AttemptDelivery, col(AttemptDelivery.delivery_id) == col(Delivery.id))
        .where(col(AttemptDelivery.attempt_id) == attempt_id, col(Delivery.status) == DeliveryStatus.IN_DOUBT)
        .order_by(col(AttemptDelivery.position))
    )
    return list(session.exec(statement).all())


def beyond_evidence(session: Session, *, limit: int) -> list[Attempt]:
    """Of all campaigns, the attempts that nothing but an event or a person will settle; the latest first."""
    statement = (
        select(Attempt)
        .where(col(Attempt.state) == AttemptState.IN_DOUBT, col(Attempt.settle_at).is_(None))
        .order_by(col(Attempt.id).desc())
        .limit(limit)
    )
    return list(session.exec(statement).all())


def remember_absence(session: Session, attempt_id: int, *, since: datetime | None, turn: int) -> None:
    """For the next look into the provider's record; whoever looked out of turn says nothing."""
    mine = (col(Attempt.id) == attempt_id, col(Attempt.settle_count) == turn)
    statement = update(Attempt).where(*mine).values(absent_since=since)
    session.exec(statement, execution_options=UNSYNCHRONISED)


def look_soon(session: Session, campaign_id: int, *, now: datetime) -> None:
    """What waited for its next look while the campaign stood still is looked into at once."""
    statement = (
        update(Attempt)
        .where(
            col(Attempt.campaign_id) == campaign_id,
            col(Attempt.state) == AttemptState.IN_DOUBT,
            col(Attempt.settle_at) > now,
        )
        .values(settle_at=now)
    )
    session.exec(statement, execution_options=UNSYNCHRONISED)


def decide_doubt(session: Session, attempt_id: int, *, was_accepted: bool, now: datetime) -> int:
    """Takes a person's word for what became of an attempt; how many deliveries that decided.

    Raises Conflict where there is no doubt, or while a worker is looking for evidence. What was not accepted
    is queued again; the rest of an answer that still comes can only be good news.
    """
    attempt = lock_attempt(session, attempt_id)
    if attempt.state is not AttemptState.IN_DOUBT:
        raise Conflict("delivery-not-in-doubt", attempt=str(attempt_id))
    if attempt.lease_until is not None and attempt.lease_until > now:
        raise Conflict("delivery-doubt-being-settled", attempt=str(attempt_id))
    action = DeliveryAction.ACCEPT if was_accepted else DeliveryAction.REQUEUE
    values: dict[str, Any] = {"accepted_at": now} if was_accepted else {"next_attempt_at": now}
    in_doubt = col(Delivery.status) == DeliveryStatus.IN_DOUBT
    decided = move(session, action, carried_by([attempt_id]), in_doubt, now=now, **values)
    end_turn = update(Attempt).where(col(Attempt.id) == attempt_id)
    session.exec(end_turn.values(settle_count=attempt.settle_count + 1), execution_options=UNSYNCHRONISED)
    close_finished(session, col(Attempt.id) == attempt_id, now=now)
    log.info("attempt.decided", attempt_id=attempt_id, was_accepted=was_accepted, deliveries=len(decided))
    return len(decided)
