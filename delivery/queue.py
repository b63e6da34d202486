"""The queue: rows are claimed under a lease, given back, skipped, cancelled, and taken from the dead."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from core.logging import get_logger
from core.many import among
from delivery.moves import UNSYNCHRONISED, carried_by, move
from delivery.settled import close_finished
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Expired:
    released: int
    """Claimed, never sent: queued again."""
    doubted: int
    """The call may have been made: in doubt."""


class Claimed(NamedTuple):
    """What sending has to know of a delivery."""

    id: int
    subscriber_id: int
    address_hash: str
    variant_id: int


def claim(
    session: Session, *, campaign_id: int, limit: int, worker: str, now: datetime, lease: timedelta
) -> list[Claimed]:
    """The next deliveries of a campaign, for `worker` alone until the lease runs out."""
    # A CTE, because PostgreSQL may run a plain sub-select again for each row and then exceed the limit. Ordered by
    # what the index holds and no more: after a launch, all rows are due at one moment.
    due = (
        select(col(Delivery.id))
        .where(
            col(Delivery.campaign_id) == campaign_id,
            col(Delivery.status) == DeliveryStatus.QUEUED,
            col(Delivery.next_attempt_at) <= now,
        )
        .order_by(col(Delivery.next_attempt_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
        .cte("due")
    )
    statement = (
        update(Delivery)
        .where(col(Delivery.id).in_(select(due.c.id)))
        .values(status=DeliveryStatus.CLAIMED, claimed_by=worker, lease_until=now + lease, changed_at=now)
        .returning(
            col(Delivery.id), col(Delivery.subscriber_id), col(Delivery.address_hash), col(Delivery.variant_id)
        )
    )
    claimed = session.exec(statement, execution_options=UNSYNCHRONISED).all()
    return sorted(Claimed(*row) for row in claimed)


def release(session: Session, delivery_ids: Collection[int], *, worker: str, now: datetime) -> int:
    """Gives back what `worker` still holds of these, unsent."""
    mine = (among(session, col(Delivery.id), delivery_ids), col(Delivery.claimed_by) == worker)
    return len(move(session, DeliveryAction.RELEASE, *mine, now=now))


def skip(session: Session, reasons: Mapping[int, str], *, now: datetime) -> int:
    """Claimed deliveries that the policy says no to, each with its reason's code."""
    by_reason: dict[str, list[int]] = defaultdict(list)
    for delivery_id, reason in reasons.items():
        by_reason[reason].append(delivery_id)
    return sum(
        len(move(session, DeliveryAction.SKIP, col(Delivery.id).in_(ids), now=now, reason=reason))
        for reason, ids in by_reason.items()
    )


def cancel_queued(session: Session, campaign_id: int, *, now: datetime) -> int:
    """Cancels what waits. What is claimed, under way or in doubt comes back by itself: cancel again then."""
    return len(move(session, DeliveryAction.CANCEL, col(Delivery.campaign_id) == campaign_id, now=now))


def expire_leases(session: Session, *, now: datetime, worker: str | None = None) -> Expired:
    """Takes rows back from workers that have not answered in time; with `worker`, from all others at once."""
    doubted = _doubt_attempts(session, _is_over(Attempt, now, worker), now)
    over = _is_over(Delivery, now, worker)
    released = move(session, DeliveryAction.RELEASE, over, now=now, waits=False)
    if released or doubted:
        log.warning("lease.expired", released=len(released), doubted=doubted)
    return Expired(released=len(released), doubted=doubted)


def forget_dead_workers(session: Session, *, alive: str, now: datetime) -> Expired:
    """For a process that knows it is the only one: whatever others hold, they hold no longer."""
    others = (col(Attempt.state) == AttemptState.IN_DOUBT, col(Attempt.claimed_by) != alive)
    free = update(Attempt).where(*others).values(lease_until=None, claimed_by=None)
    session.exec(free, execution_options=UNSYNCHRONISED)
    return expire_leases(session, now=now, worker=alive)


def _is_over(table: type[Attempt] | type[Delivery], now: datetime, worker: str | None) -> ColumnElement[bool]:
    has_run_out = col(table.lease_until) <= now
    return has_run_out if worker is None else or_(has_run_out, col(table.claimed_by) != worker)


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
    doubted = move(session, DeliveryAction.DOUBT, carried_by(attempt_ids), now=now)
    close_finished(session, col(Attempt.id).in_(attempt_ids), now=now)
    return len(doubted)
