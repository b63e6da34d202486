"""The last resort of what is in doubt: a person decides."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from core.errors import Conflict
from core.logging import get_logger
from core.sql import in_ids
from delivery.attempts.close_attempts import close_finished, lock_attempt
from delivery.attempts.transitions import UNSYNCHRONISED, in_hands_of, move
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


def count_attempts_in_doubt(session: Session, campaign_id: int) -> int:
    own = (col(Attempt.campaign_id) == campaign_id, col(Attempt.state) == AttemptState.IN_DOUBT)
    return session.exec(select(func.count(col(Attempt.id))).where(*own)).one()


def ids_in_doubt(session: Session, attempt_id: int) -> list[int]:
    """What of an attempt nobody knows the fate of, in the order of its request."""
    statement = (
        select(col(Delivery.id))
        .join(AttemptDelivery, col(AttemptDelivery.delivery_id) == col(Delivery.id))
        .where(
            col(AttemptDelivery.attempt_id) == attempt_id,
            col(Delivery.attempt_id) == attempt_id,
            col(Delivery.status) == DeliveryStatus.IN_DOUBT,
        )
        .order_by(col(AttemptDelivery.position))
    )
    return list(session.exec(statement).all())


def remember_absence(session: Session, attempt_id: int, *, since: datetime | None, fencing_token: int) -> None:
    """For the next lookup in the provider's record; whoever looked out of turn says nothing."""
    mine = (col(Attempt.id) == attempt_id, col(Attempt.settle_count) == fencing_token)
    statement = update(Attempt).where(*mine).values(absent_since=since)
    session.exec(statement, execution_options=UNSYNCHRONISED)


def look_up_soon(session: Session, campaign_id: int, *, now: datetime) -> None:
    """What waited for its next lookup while the campaign was stopped is looked up at once."""
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
    return _decide(session, [attempt_id], was_accepted=was_accepted, now=now)


def decide_doubts(
    session: Session, campaign_id: int, attempt_ids: Collection[int], *, was_accepted: bool, now: datetime
) -> tuple[list[int], int]:
    """The same for many attempts in few statements: those of them that still wait for a person, and how many
    deliveries that decided. Whatever has been settled meanwhile, or is being looked into, stays as it is."""
    locked = waiting_for_a_person(campaign_id, now=now).where(in_ids(session, col(Attempt.id), attempt_ids))
    decided = list(session.exec(locked.with_for_update(key_share=True)).all())
    return decided, _decide(session, decided, was_accepted=was_accepted, now=now) if decided else 0


def waiting_for_a_person(campaign_id: int, *, now: datetime) -> SelectOfScalar[int]:
    """A campaign's attempts that nothing but an event or a person will settle, the oldest first."""
    is_free = or_(col(Attempt.lease_until).is_(None), col(Attempt.lease_until) <= now)
    return (
        select(Attempt.id)
        .where(
            col(Attempt.campaign_id) == campaign_id,
            col(Attempt.state) == AttemptState.IN_DOUBT,
            col(Attempt.settle_at).is_(None),
            is_free,
        )
        .order_by(col(Attempt.id))
    )


def beyond_evidence(session: Session) -> dict[int, datetime]:
    """Of all campaigns, the attempts that only an event or a person will settle, and when they were opened."""
    waiting = (col(Attempt.state) == AttemptState.IN_DOUBT, col(Attempt.settle_at).is_(None))
    return dict(session.exec(select(Attempt.id, Attempt.opened_at).where(*waiting)).all())


def count_beyond_evidence(session: Session, *, but_for: Collection[int]) -> dict[int, int]:
    """Campaign → how many of its deliveries nothing but an event or a person will settle, but for those of the
    attempts named."""
    waiting = (col(Attempt.state) == AttemptState.IN_DOUBT, col(Attempt.settle_at).is_(None))
    campaign_ids = session.exec(select(Attempt.campaign_id).where(*waiting).distinct()).all()
    statement = (
        select(col(Delivery.campaign_id), func.count())
        .join(Attempt, col(Attempt.id) == col(Delivery.attempt_id))
        .where(
            col(Delivery.campaign_id).in_(campaign_ids),
            col(Delivery.status) == DeliveryStatus.IN_DOUBT,
            *waiting,
            ~in_ids(session, col(Attempt.id), but_for),
        )
        .group_by(col(Delivery.campaign_id))
        .order_by(col(Delivery.campaign_id).desc())
    )
    return dict(session.exec(statement).all())


def _decide(session: Session, attempt_ids: Collection[int], *, was_accepted: bool, now: datetime) -> int:
    action = DeliveryAction.ACCEPT if was_accepted else DeliveryAction.REQUEUE
    values: dict[str, Any] = {"accepted_at": now} if was_accepted else {"next_attempt_at": now}
    in_doubt = col(Delivery.status) == DeliveryStatus.IN_DOUBT
    decided = move(session, action, in_hands_of(session, attempt_ids), in_doubt, now=now, **values)
    those = in_ids(session, col(Attempt.id), attempt_ids)
    end_turn = update(Attempt).where(those).values(settle_count=col(Attempt.settle_count) + 1)
    session.exec(end_turn, execution_options=UNSYNCHRONISED)
    close_finished(session, those, now=now)
    log.info("attempt.decided", attempts=len(attempt_ids), was_accepted=was_accepted, deliveries=len(decided))
    return len(decided)
