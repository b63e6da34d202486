"""Histogram: a campaign's refusals by reason and its complaints by time, grouped in the database.

However many deliveries there are, what comes back is a row for each group.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlmodel import Session, col, select

from core.sql import interval_of
from delivery.outcome import EventType, Outcome, RejectReason
from delivery.reporting.progress import count_reasons
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, DeliveryEvent

BOUNCES = (EventType.BOUNCED, EventType.REJECTED, EventType.FAILED)
"""What makes an accepted email a bounced one."""
REFUSED = (DeliveryStatus.REJECTED, DeliveryStatus.FAILED)


def was_delivered() -> ColumnElement[bool]:
    """Of a delivery. Whoever complained has it."""
    outcome = col(Delivery.outcome)
    return and_(_was_accepted(), outcome.in_((Outcome.DELIVERED, Outcome.COMPLAINED)))


def was_refused() -> ColumnElement[bool]:
    """Of a delivery: by the provider at once, or by the reader's server afterwards."""
    return or_(
        col(Delivery.status) == DeliveryStatus.REJECTED,
        and_(_was_accepted(), col(Delivery.outcome) == Outcome.BOUNCED),
    )


def count_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows of a group a condition holds for."""
    return func.sum(case((condition, 1), else_=0))


def count_refusals(session: Session, campaign_id: int, *, bounced: int) -> dict[str, int]:
    """Why emails were refused, given up or bounced: code → how many, the most first. `bounced`: how many of the
    accepted ones did; those of which no provider said why are counted as "other"."""
    counts = _count_bounces(session, campaign_id)
    unexplained = bounced - sum(counts.values())
    by_status = count_reasons(session, campaign_id)
    groups = [counts, {RejectReason.OTHER.value: unexplained}, *(by_status.get(status, {}) for status in REFUSED)]
    together: dict[str, int] = {}
    for group in groups:
        for reason, count in group.items():
            together[reason] = together.get(reason, 0) + count
    return dict(sorted(((r, n) for r, n in together.items() if n > 0), key=lambda entry: (-entry[1], entry[0])))


def complained_by_interval(session: Session, campaign_id: int, *, ends: Sequence[datetime]) -> dict[int, int]:
    """When readers complained, each the first time: number of the interval (`interval_of`) → readers."""
    first = (
        select(func.min(col(DeliveryEvent.occurred_at)).label("at"))
        .join(Delivery, col(Delivery.id) == col(DeliveryEvent.delivery_id))
        .where(
            col(Delivery.campaign_id) == campaign_id,
            col(Delivery.outcome) == Outcome.COMPLAINED,
            _was_accepted(),
            col(DeliveryEvent.type) == EventType.COMPLAINED,
        )
        .group_by(col(DeliveryEvent.delivery_id))
        .subquery()
    )
    interval = interval_of(first.c.at, ends)
    return dict(session.exec(select(interval, func.count()).group_by(interval)).all())


def _count_bounces(session: Session, campaign_id: int) -> dict[str, int]:
    """By the reason of the last report of each delivery that bounced after it had been accepted."""
    newest = (col(DeliveryEvent.occurred_at).desc(), col(DeliveryEvent.id).desc())
    place = func.row_number().over(partition_by=col(DeliveryEvent.delivery_id), order_by=newest)
    reports = (
        select(col(DeliveryEvent.reject_reason).label("reason"), place.label("place"))
        .join(Delivery, col(Delivery.id) == col(DeliveryEvent.delivery_id))
        .where(
            col(Delivery.campaign_id) == campaign_id,
            col(Delivery.outcome) == Outcome.BOUNCED,
            _was_accepted(),
            col(DeliveryEvent.type).in_(BOUNCES),
        )
        .subquery()
    )
    last = select(reports.c.reason, func.count()).where(reports.c.place == 1, reports.c.reason.is_not(None))
    return {reason.value: count for reason, count in session.exec(last.group_by(reports.c.reason)).all()}


def _was_accepted() -> ColumnElement[bool]:
    return col(Delivery.status) == DeliveryStatus.ACCEPTED
