"""Keyset pagination of deliveries: who got it, who did not, and what the provider said to that."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, or_
from sqlmodel import Session, col, select

from core.errors import NotFound
from core.sql import in_ids
from delivery.outcome import EventType, Outcome, RejectReason, merge_outcome
from delivery.status import DeliveryStatus
from delivery.tables import AttemptDelivery, Delivery, DeliveryEvent

MISSED = (
    DeliveryStatus.REJECTED,
    DeliveryStatus.FAILED,
    DeliveryStatus.SKIPPED,
    DeliveryStatus.CANCELLED,
    DeliveryStatus.IN_DOUBT,
)
"""Did not get it, or nobody knows whether they did."""
BAD_NEWS = (
    EventType.DEFERRED,
    EventType.BOUNCED,
    EventType.REJECTED,
    EventType.FAILED,
    EventType.COMPLAINED,
)


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """Which deliveries; everything that is set has to be so."""

    status: DeliveryStatus | None = None
    outcome: Outcome | None = None
    reason: str | None = None
    """A code: why it was skipped, refused or given up, or what the provider called its bad news."""
    is_missed: bool = False
    """Only those who did not get it."""


def address_hashes_of(session: Session, delivery_ids: Collection[int]) -> dict[int, str]:
    if not delivery_ids:
        return {}
    which = in_ids(session, col(Delivery.id), delivery_ids)
    return dict(session.exec(select(Delivery.id, Delivery.address_hash).where(which)).all())


def list_deliveries(
    session: Session, campaign_id: int, wanted: DeliveryFilter, *, after_id: int = 0, limit: int
) -> list[Delivery]:
    """A page in the order of ids; `after_id` is the last id of the page before."""
    statement = (
        select(Delivery)
        .where(col(Delivery.campaign_id) == campaign_id, col(Delivery.id) > after_id, *conditions_of(wanted))
        .order_by(col(Delivery.id))
        .limit(limit)
    )
    return list(session.exec(statement).all())


def count_deliveries(session: Session, campaign_id: int, wanted: DeliveryFilter) -> int:
    statement = select(func.count(col(Delivery.id))).where(
        col(Delivery.campaign_id) == campaign_id, *conditions_of(wanted)
    )
    return session.exec(statement).one()


def get_delivery(session: Session, campaign_id: int, delivery_id: int) -> Delivery:
    """Raises NotFound, also for a delivery of another campaign."""
    delivery = session.get(Delivery, delivery_id)
    if delivery is None or delivery.campaign_id != campaign_id:
        raise NotFound("delivery-unknown", delivery=str(delivery_id))
    return delivery


def bad_news_of(session: Session, deliveries: Collection[Delivery]) -> dict[int, DeliveryEvent]:
    """By delivery, the latest event that made its outcome what it is, where that is not good."""
    outcomes = {delivery.id: delivery.outcome for delivery in deliveries}
    statement = (
        select(DeliveryEvent)
        .where(col(DeliveryEvent.delivery_id).in_(outcomes), col(DeliveryEvent.type).in_(BAD_NEWS))
        .order_by(col(DeliveryEvent.occurred_at), col(DeliveryEvent.id))
    )
    return {
        event.delivery_id: event
        for event in session.exec(statement).all()
        if event.delivery_id and merge_outcome(Outcome.PENDING, event.type) is outcomes[event.delivery_id]
    }


def reasons_in(session: Session, campaign_id: int) -> dict[DeliveryStatus, set[str]]:
    """The codes that `DeliveryFilter.reason` may find in this campaign, by the status of their deliveries."""
    own = (
        select(col(Delivery.status), col(Delivery.reason))
        .where(col(Delivery.campaign_id) == campaign_id, col(Delivery.reason).is_not(None))
        .distinct()
    )
    reported = (
        select(col(Delivery.status), col(DeliveryEvent.reject_reason))
        .join(DeliveryEvent, col(DeliveryEvent.delivery_id) == col(Delivery.id))
        .where(col(Delivery.campaign_id) == campaign_id, col(DeliveryEvent.reject_reason).is_not(None))
        .distinct()
    )
    reasons: dict[DeliveryStatus, set[str]] = defaultdict(set)
    for status, reason in [*session.exec(own).all(), *session.exec(reported).all()]:
        reasons[status].add(str(reason))
    return dict(reasons)


def count_in_doubt(session: Session, attempt_ids: Collection[int]) -> Mapping[int, int]:
    """How many deliveries are in doubt for the sake of each attempt."""
    statement = (
        select(col(AttemptDelivery.attempt_id), func.count())
        .join(Delivery, col(Delivery.id) == col(AttemptDelivery.delivery_id))
        .where(
            in_ids(session, col(AttemptDelivery.attempt_id), attempt_ids),
            col(Delivery.attempt_id) == col(AttemptDelivery.attempt_id),
            col(Delivery.status) == DeliveryStatus.IN_DOUBT,
        )
        .group_by(col(AttemptDelivery.attempt_id))
    )
    return dict(session.exec(statement).all())


def conditions_of(wanted: DeliveryFilter) -> list[ColumnElement[bool]]:
    """For the WHERE of a question about deliveries."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.status is not None:
        conditions.append(col(Delivery.status) == wanted.status)
    if wanted.outcome is not None:
        conditions.append(col(Delivery.outcome) == wanted.outcome)
    if wanted.outcome is Outcome.PENDING:
        # Of what no provider has, nobody can have heard anything.
        conditions.append(col(Delivery.status) == DeliveryStatus.ACCEPTED)
    if wanted.reason is not None:
        conditions.append(_has_reason(wanted.reason))
    if wanted.is_missed:
        conditions.append(or_(col(Delivery.status).in_(MISSED), col(Delivery.outcome) == Outcome.BOUNCED))
    return conditions


def _has_reason(reason: str) -> ColumnElement[bool]:
    ours = col(Delivery.reason) == reason
    if reason not in tuple(RejectReason):
        return ours
    theirs = (col(DeliveryEvent.delivery_id) == col(Delivery.id), col(DeliveryEvent.reject_reason) == reason)
    return or_(ours, exists().where(*theirs))
