"""What a provider says became of deliveries: each event counts once, in any order, at any time.

An event about a delivery is also evidence that the provider has it: the best way out of doubt.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, update
from sqlmodel import Session, col, select

from core.sql import insert_once
from delivery.attempts.close_attempts import UNSETTLED, close_finished
from delivery.attempts.results import accept
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.events.named_by_address import carried_by
from delivery.events.unknown_reports import quarantine_if_never_sent
from delivery.message.outgoing import Accepted
from delivery.outcome import EventType, Outcome, RejectReason, merge_outcome
from delivery.provider_words import MAX_NAME, clean
from delivery.providers.base import IncomingEvent
from delivery.tables import Attempt, AttemptDelivery, Delivery, DeliveryEvent

BATCH_SIZE = 500
MAX_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class AppliedEvent:
    """A new event about one of our deliveries, for whoever has to act on it."""

    delivery_id: int
    campaign_id: int
    address_hash: str
    subscriber_id: int
    type: EventType
    reject_reason: RejectReason | None
    is_permanent: bool


def apply_events(
    session: Session, sender_id: int, events: Sequence[IncomingEvent], *, now: datetime
) -> list[AppliedEvent]:
    """Remembers the events that are new, and lets each act on its delivery; strangers act on nothing."""
    applied: list[AppliedEvent] = []
    for start in range(0, len(events), BATCH_SIZE):
        applied += _apply(session, sender_id, events[start : start + BATCH_SIZE], now)
    return applied


def _apply(session: Session, sender_id: int, events: Sequence[IncomingEvent], now: datetime) -> list[AppliedEvent]:
    known = _deliveries_meant(session, sender_id, events)
    unknown = {event.delivery_id for event in events if event.delivery_id and event.delivery_id not in known[0]}
    quarantine_if_never_sent(session, unknown, now=now)
    new = _remember(session, sender_id, events, known)
    by_delivery: dict[int, list[IncomingEvent]] = defaultdict(list)
    for event in new:
        delivery_id = _delivery_meant(event, known)
        if delivery_id is not None:
            by_delivery[delivery_id].append(event)
    if not by_delivery:
        return []
    attempt_ids = _lock_attempts(session, by_delivery)
    deliveries = _lock_deliveries(session, by_delivery)
    _merge_outcomes(session, deliveries, by_delivery)
    _take_as_evidence(session, by_delivery, now)
    if attempt_ids:
        close_finished(session, col(Attempt.id).in_(attempt_ids), now=now)
    return [_applied(deliveries[delivery_id], event) for delivery_id, own in by_delivery.items() for event in own]


KnownDeliveries = tuple[frozenset[int], Mapping[str, int]]
"""Delivery ids that are real, and the real ones by the provider's name for them."""


def _deliveries_meant(session: Session, sender_id: int, events: Sequence[IncomingEvent]) -> KnownDeliveries:
    """Only what this sender has carried: another's deliveries, or another installation's, are not its to judge."""
    ids = {event.delivery_id for event in events if event.delivery_id and 0 < event.delivery_id <= MAX_ID}
    names = {
        clean(event.provider_message_id, MAX_NAME)
        for event in events
        if event.provider_message_id and event.delivery_id is None
    }
    is_named = or_(col(Delivery.id).in_(ids), col(Delivery.provider_message_id).in_(names))
    statement = select(Delivery.id, Delivery.provider_message_id).where(is_named, carried_by(sender_id))
    rows = session.exec(statement).all()
    return frozenset(row[0] for row in rows), {row[1]: row[0] for row in rows if row[1]}


def _delivery_meant(event: IncomingEvent, known: KnownDeliveries) -> int | None:
    ids, by_name = known
    if event.delivery_id is not None:
        return event.delivery_id if event.delivery_id in ids else None
    return by_name.get(clean(event.provider_message_id or "", MAX_NAME))


def _number_of_none(event: IncomingEvent, known: KnownDeliveries) -> int | None:
    """As reported, of a delivery that is not here."""
    number = event.delivery_id
    return number if number and 0 < number <= MAX_ID and number not in known[0] else None


def _remember(
    session: Session, sender_id: int, events: Sequence[IncomingEvent], known: KnownDeliveries
) -> list[IncomingEvent]:
    """The events that were not known; of one that comes twice at once, the first."""
    by_key: dict[str, IncomingEvent] = {}
    for event in events:
        by_key.setdefault(clean(event.event_id, MAX_NAME), event)
    # In the order of the key, so that two processes with the same events do not wait for each other.
    rows = [
        {
            "sender_id": sender_id,
            "delivery_id": _delivery_meant(event, known),
            "reported_delivery_id": _number_of_none(event, known),
            "type": event.type,
            "reject_reason": event.reject_reason,
            "is_permanent": event.is_permanent,
            "provider_event_id": key,
            "occurred_at": event.occurred_at,
            "detail": clean(event.detail) if event.detail else None,
        }
        for key, event in sorted(by_key.items())
    ]
    stored: list[DeliveryEvent] = insert_once(session, DeliveryEvent, rows)
    return [by_key[row.provider_event_id] for row in sorted(stored, key=lambda row: row.id)]


def _lock_attempts(session: Session, delivery_ids: Iterable[int]) -> list[int]:
    carrying = select(col(AttemptDelivery.attempt_id)).where(
        col(AttemptDelivery.delivery_id).in_(list(delivery_ids))
    )
    statement = (
        select(Attempt.id)
        .where(col(Attempt.state).in_(UNSETTLED), col(Attempt.id).in_(carrying))
        .order_by(col(Attempt.id))
        .with_for_update(key_share=True)
    )
    return list(session.exec(statement).all())


def _lock_deliveries(session: Session, delivery_ids: Iterable[int]) -> dict[int, Delivery]:
    statement = (
        select(Delivery)
        .where(col(Delivery.id).in_(list(delivery_ids)))
        .order_by(col(Delivery.id))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return {delivery.id: delivery for delivery in session.exec(statement).all()}


def _merge_outcomes(
    session: Session, deliveries: Mapping[int, Delivery], events: Mapping[int, Collection[IncomingEvent]]
) -> None:
    changed: dict[Outcome, list[int]] = defaultdict(list)
    for delivery in deliveries.values():
        outcome = delivery.outcome
        for event in events[delivery.id]:
            outcome = merge_outcome(outcome, event.type)
        if outcome is not delivery.outcome:
            changed[outcome].append(delivery.id)
    for outcome, ids in changed.items():
        statement = update(Delivery).where(col(Delivery.id).in_(ids)).values(outcome=outcome)
        session.exec(statement, execution_options=UNSYNCHRONISED)


def _take_as_evidence(session: Session, events: Mapping[int, Collection[IncomingEvent]], now: datetime) -> None:
    proven = []
    for delivery_id, own in events.items():
        telling = [event for event in own if event.type is not EventType.UNKNOWN]
        if telling:
            names = [event.provider_message_id for event in telling if event.provider_message_id]
            proven.append(Accepted(delivery_id, names[0] if names else None))
    everyone: ColumnElement[bool] = col(Delivery.id) > 0
    accept(session, everyone, proven, now=now)


def _applied(delivery: Delivery, event: IncomingEvent | DeliveryEvent) -> AppliedEvent:
    return AppliedEvent(
        delivery_id=delivery.id,
        campaign_id=delivery.campaign_id,
        address_hash=delivery.address_hash,
        subscriber_id=delivery.subscriber_id,
        type=event.type,
        reject_reason=event.reject_reason,
        is_permanent=event.is_permanent,
    )


def reported_before(session: Session) -> list[AppliedEvent]:
    """Events that came when their delivery was not here, and is by now: a restored database had forgotten it."""
    carried_by_sender = exists().where(
        col(AttemptDelivery.delivery_id) == col(Delivery.id),
        col(Attempt.id) == col(AttemptDelivery.attempt_id),
        col(Attempt.sender_id) == col(DeliveryEvent.sender_id),
    )
    rows = session.exec(
        select(DeliveryEvent, Delivery)
        .join(Delivery, col(Delivery.id) == col(DeliveryEvent.reported_delivery_id))
        .where(carried_by_sender)
        .order_by(col(DeliveryEvent.id))
    ).all()
    return [_applied(delivery, event) for event, delivery in rows]
