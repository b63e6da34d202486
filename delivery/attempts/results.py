"""A provider's answer, delivery by delivery, written in as many statements as it has kinds of result."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, literal, update
from sqlmodel import Session, col, select

from core.db import UtcDateTime
from core.sql import in_ids, text_of_each
from delivery.attempts.close_attempts import LockedAttempt
from delivery.attempts.retry import GiveUp, RetryAt, next_step
from delivery.attempts.transitions import UNSYNCHRONISED, carried_by, in_hands_of, move
from delivery.message.outgoing import Accepted, NotSent, Rejected, SendResult
from delivery.provider_words import MAX_NAME, clean
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Delivery

GAVE_UP = "too_many_attempts"


def record_single_results(
    session: Session,
    attempt: LockedAttempt,
    result: SendResult,
    *,
    now: datetime,
    fencing_token: int,
    max_attempts: int,
) -> list[int]:
    """Good news always counts, also about what has passed to a later attempt; a refusal while nobody has let go of
    the attempt; "not sent" from the last call. The ids of those who are refused for good by this."""
    results = result.results
    accept(
        session,
        carried_by(attempt.id),
        [delivery_result for delivery_result in results if isinstance(delivery_result, Accepted)],
        now=now,
    )
    held = in_hands_of(session, [attempt.id])
    refused: list[int] = []
    if attempt.is_unsettled:
        refused = _reject(
            session,
            held,
            [delivery_result for delivery_result in results if isinstance(delivery_result, Rejected)],
            now=now,
        )
    if attempt.is_answered_by(fencing_token):
        not_sent = {
            delivery_result.delivery_id: delivery_result
            for delivery_result in results
            if isinstance(delivery_result, NotSent)
        }
        _put_back(session, held, not_sent, now=now, max_attempts=max_attempts)
    return refused


def accept(session: Session, which: ColumnElement[bool], accepted: Sequence[Accepted], *, now: datetime) -> None:
    """Marks as accepted what may still be so marked; an id that the provider gives later is added."""
    if not accepted:
        return
    theirs = in_ids(session, col(Delivery.id), [result.delivery_id for result in accepted])
    named = {
        result.delivery_id: clean(result.provider_message_id, MAX_NAME)
        for result in accepted
        if result.provider_message_id
    }
    names: dict[str, Any] = {}
    if named:
        names["provider_message_id"] = text_of_each(session, col(Delivery.id), named)
    moved = move(
        session, DeliveryAction.ACCEPT, which, theirs, now=now, accepted_at=now, reason=None, detail=None, **names
    )
    if named and len(moved) < len(accepted):
        is_nameless = (
            col(Delivery.status) == DeliveryStatus.ACCEPTED,
            col(Delivery.provider_message_id).is_(None),
            in_ids(session, col(Delivery.id), named),
        )
        add_names = update(Delivery).where(which, *is_nameless).values(**names)
        session.exec(add_names, execution_options=UNSYNCHRONISED)


def _reject(
    session: Session, which: ColumnElement[bool], rejected: Sequence[Rejected], *, now: datetime
) -> list[int]:
    if not rejected:
        return []
    reasons = {result.delivery_id: result.reason.value for result in rejected}
    details = {result.delivery_id: clean(result.detail) for result in rejected}
    theirs = in_ids(session, col(Delivery.id), reasons)
    texts: dict[str, Any] = {
        "reason": text_of_each(session, col(Delivery.id), reasons),
        "detail": text_of_each(session, col(Delivery.id), details),
    }
    return move(session, DeliveryAction.REJECT, which, theirs, now=now, **texts)


def _put_back(
    session: Session,
    which: ColumnElement[bool],
    not_sent: Mapping[int, NotSent],
    *,
    now: datetime,
    max_attempts: int,
) -> None:
    """Each waits for its next attempt, or has had its last; what was only kept back has had none."""
    if not not_sent:
        return
    counts = select(Delivery.id, Delivery.attempt_count).where(which, in_ids(session, col(Delivery.id), not_sent))
    steps = {
        delivery_id: next_step(count, not_sent[delivery_id], now=now, max_attempts=max_attempts, seed=delivery_id)
        for delivery_id, count in session.exec(counts).all()
    }
    details = {delivery_id: clean(result.detail) for delivery_id, result in not_sent.items()}
    again = {delivery_id: step.when for delivery_id, step in steps.items() if isinstance(step, RetryAt)}
    counted = {delivery_id: when for delivery_id, when in again.items() if not_sent[delivery_id].counts}
    kept_back = {delivery_id: when for delivery_id, when in again.items() if delivery_id not in counted}
    uncounted: dict[str, Any] = {"attempt_count": col(Delivery.attempt_count) - 1}
    _requeue(session, which, counted, details, now=now)
    _requeue(session, which, kept_back, details, now=now, **uncounted)
    spent = {delivery_id for delivery_id, step in steps.items() if isinstance(step, GiveUp)}
    if spent:
        why: dict[str, Any] = {"reason": GAVE_UP, "detail": text_of_each(session, col(Delivery.id), details)}
        move(session, DeliveryAction.GIVE_UP, which, in_ids(session, col(Delivery.id), spent), now=now, **why)


def _requeue(
    session: Session,
    which: ColumnElement[bool],
    again: Mapping[int, datetime],
    details: Mapping[int, str],
    *,
    now: datetime,
    **changes: Any,
) -> None:
    if not again:
        return
    moments = {delivery_id: literal(when, UtcDateTime()) for delivery_id, when in again.items()}
    later: dict[str, Any] = {
        "next_attempt_at": case(moments, value=col(Delivery.id)),
        "detail": text_of_each(session, col(Delivery.id), details),
    }
    theirs = in_ids(session, col(Delivery.id), again)
    move(session, DeliveryAction.REQUEUE, which, theirs, now=now, **later, **changes)
