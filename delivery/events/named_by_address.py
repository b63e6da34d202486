"""Reports without our id: which email they are about, by the address that the provider names.

Tags get lost: a report may come without what we sent along. Some providers then have one name for all emails
of a call; beside the address it is one email. Where even that is missing, the address says at least whether
this sender has written to somebody lately.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from delivery.provider_words import MAX_NAME, clean
from delivery.providers.base import IncomingEvent
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery

LATELY = timedelta(days=60)
"""Whoever calls an email spam does so while it is among the newest of their mailbox."""
AHEAD = timedelta(hours=1)
"""By so much may the provider's clock be behind ours."""

HashesOf = Callable[[str], Sequence[str]]
"""The keyed hashes of the addresses in what a provider wrote."""


def with_their_deliveries(
    session: Session, sender_id: int, events: Sequence[IncomingEvent], hashes_of: HashesOf
) -> list[IncomingEvent]:
    """The same events; with our id, where the name of the call and the address mean exactly one email that this
    sender carried."""
    keys = {
        place: (clean(event.call_id, MAX_NAME), key)
        for place, event in enumerate(events)
        if event.delivery_id is None and event.call_id and event.address
        for key in hashes_of(event.address)
    }
    if not keys:
        return list(events)
    statement = select(Delivery.id, Delivery.provider_message_id, Delivery.address_hash).where(
        col(Delivery.provider_message_id).in_({name for name, _ in keys.values()}),
        col(Delivery.address_hash).in_({key for _, key in keys.values()}),
        carried_by(sender_id),
    )
    meant: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for delivery_id, name, key in session.exec(statement).all():
        meant[name, key].append(delivery_id)
    only = {names: ids[0] for names, ids in meant.items() if len(ids) == 1}
    return [
        replace(event, delivery_id=only[keys[place]], provider_message_id=event.call_id)
        if keys.get(place) in only
        else event
        for place, event in enumerate(events)
    ]


def mailed_lately(
    session: Session, sender_id: int, keys: Collection[str], *, before: datetime
) -> tuple[int, str] | None:
    """The newest delivery that this sender carried to one of these address hashes, and that hash; None where there
    is none of the time before that moment."""
    campaigns = select(col(Attempt.campaign_id)).where(col(Attempt.sender_id) == sender_id)
    statement = (
        select(Delivery.id, Delivery.address_hash)
        .where(
            col(Delivery.campaign_id).in_(campaigns),
            col(Delivery.address_hash).in_(keys),
            col(Delivery.status) == DeliveryStatus.ACCEPTED,
            col(Delivery.accepted_at).between(before - LATELY, before + AHEAD),
            carried_by(sender_id),
        )
        .order_by(col(Delivery.accepted_at).desc(), col(Delivery.id).desc())
        .limit(1)
    )
    return session.exec(statement).first()


def carried_by(sender_id: int) -> ColumnElement[bool]:
    """Another's deliveries, or another installation's, are not this sender's to judge."""
    return exists().where(
        col(AttemptDelivery.delivery_id) == col(Delivery.id),
        col(Attempt.id) == col(AttemptDelivery.attempt_id),
        col(Attempt.sender_id) == sender_id,
    )
