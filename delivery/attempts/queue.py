"""Leases on the queue's rows: they are claimed, skipped, cancelled, and taken from the dead."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from core.logging import get_logger
from delivery.attempts.close_attempts import close_finished
from delivery.attempts.refusal_records import was_resumed
from delivery.attempts.transitions import UNSYNCHRONISED, in_hands_of, move
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery

log = get_logger(__name__)


class ClaimedDelivery(NamedTuple):
    """What sending has to know of a delivery."""

    id: int
    subscriber_id: int
    address_hash: str
    variant_id: int
    list_id: int
    attempt_id: int | None = None
    """That had it last."""


def claim(session: Session, *, campaign_id: int, limit: int, now: datetime) -> list[ClaimedDelivery]:
    """The next deliveries of a campaign, for nobody else until the transaction ends. Those for which it opens no
    attempt stay as they are.

    Whoever was refused before staff had the campaign go on comes last of them: what is said to the others first
    shows whether it is about these (`refusal_history.py`)."""
    # Ordered by what the index holds and no more: after a launch, all rows are due at one moment.
    due = (
        columns(
            col(Delivery.id),
            col(Delivery.subscriber_id),
            col(Delivery.address_hash),
            col(Delivery.variant_id),
            col(Delivery.list_id),
            col(Delivery.attempt_id),
            col(Delivery.next_attempt_at),
            was_resumed(),
        )
        .where(
            col(Delivery.campaign_id) == campaign_id,
            col(Delivery.status) == DeliveryStatus.QUEUED,
            col(Delivery.next_attempt_at) <= now,
        )
        .order_by(col(Delivery.next_attempt_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    )
    rows = sorted(session.execute(due).all(), key=lambda row: (row[-1], row[-2], row[0]))
    return [ClaimedDelivery(*row[:-2]) for row in rows]


def skip(session: Session, reasons: Mapping[int, str], *, now: datetime) -> int:
    """Deliveries that the policy says no to, each with its reason's code."""
    by_reason: dict[str, list[int]] = defaultdict(list)
    for delivery_id, reason in reasons.items():
        by_reason[reason].append(delivery_id)
    return sum(
        len(move(session, DeliveryAction.SKIP, col(Delivery.id).in_(ids), now=now, reason=reason))
        for reason, ids in by_reason.items()
    )


def cancel_queued(session: Session, campaign_id: int, *, now: datetime) -> int:
    """Cancels what waits. What is under way or in doubt comes back by itself: cancel again then."""
    waiting = (col(Delivery.campaign_id) == campaign_id, col(Delivery.status) == DeliveryStatus.QUEUED)
    return len(move(session, DeliveryAction.CANCEL, *waiting, now=now))


def expire_leases(session: Session, *, now: datetime) -> int:
    """Puts in doubt what workers that have not answered in time may have sent. How many deliveries that are."""
    return _doubt_attempts(session, col(Attempt.lease_until) <= now, now)


def forget_dead_workers(session: Session, *, alive: str, now: datetime) -> int:
    """For a process that knows it is the only one: whatever others hold, they hold no longer."""
    is_anothers = col(Attempt.claimed_by) != alive
    free = update(Attempt).where(col(Attempt.state) == AttemptState.IN_DOUBT, is_anothers)
    session.exec(free.values(lease_until=None, claimed_by=None), execution_options=UNSYNCHRONISED)
    return _doubt_attempts(session, or_(col(Attempt.lease_until) <= now, is_anothers), now)


def _doubt_attempts(session: Session, over: ColumnElement[bool], now: datetime) -> int:
    # Attempts that are locked are being answered at this moment, hence not forgotten.
    lost = (
        select(col(Attempt.id))
        .where(col(Attempt.state) == AttemptState.OPEN, over)
        .order_by(col(Attempt.id))
        .with_for_update(key_share=True, skip_locked=True)
        .cte("lost")
    )
    statement = (
        update(Attempt)
        .where(col(Attempt.id).in_(select(lost.c.id)))
        .values(state=AttemptState.IN_DOUBT, settle_at=now, lease_until=None, claimed_by=None)
        .returning(col(Attempt.id))
    )
    attempt_ids = [row[0] for row in session.exec(statement, execution_options=UNSYNCHRONISED).all()]
    if not attempt_ids:
        return 0
    doubted = move(session, DeliveryAction.DOUBT, in_hands_of(session, attempt_ids), now=now)
    close_finished(session, col(Attempt.id).in_(attempt_ids), now=now)
    log.warning("lease.expired", attempts=len(attempt_ids), doubted=len(doubted))
    return len(doubted)
