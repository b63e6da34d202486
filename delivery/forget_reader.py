"""Erasure, the deliveries' side: what happened stays, and nothing in it leads to whom it happened to.

Each delivery keeps its number and its state, for reports. Its hash gives way to a random value, unless nobody
knows yet whether the provider took it: the answer may be placed by the hash. What providers said goes, and so does
what they posted and nobody could read, where it names the address.
"""

import secrets
from collections.abc import Collection

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from core.sql import contains_bytes, in_ids
from delivery.reporting.of_reader import deliveries_of_reader
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, DeliveryEvent, WebhookReceipt

UNDECIDED = (DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT)


def forget_reader(
    session: Session,
    *,
    subscriber_id: int,
    address: str,
    address_hashes: Collection[str],
    campaign_ids: Collection[int],
) -> None:
    """`address_hashes`: also of addresses that they had. `campaign_ids`: all that were launched; a delivery is
    looked up by its campaign and its reader."""
    deliveries = deliveries_of_reader(
        session, subscriber_id=subscriber_id, address_hashes=address_hashes, campaign_ids=campaign_ids
    )
    for delivery in deliveries:
        delivery.detail = None
        if delivery.status not in UNDECIDED:
            delivery.address_hash = secrets.token_hex(32)
        session.add(delivery)
    session.flush()
    _forget_words(session, [delivery.id for delivery in deliveries], address)
    for name in {address, address.lower(), *address_hashes}:
        unread = (
            col(WebhookReceipt.error).is_not(None),
            contains_bytes(session, WebhookReceipt.body, name.encode()),
        )
        # The receipt stays, so that the same report is not taken for a new one.
        session.execute(update(WebhookReceipt).where(*unread).values(body=None, error=None))


def _forget_words(session: Session, delivery_ids: Collection[int], address: str) -> None:
    """What providers said of the deliveries, and of calls where that names the address."""
    theirs = in_ids(session, col(DeliveryEvent.delivery_id), delivery_ids)
    session.execute(update(DeliveryEvent).where(theirs).values(detail=None))
    calls = select(AttemptDelivery.attempt_id).where(
        in_ids(session, col(AttemptDelivery.delivery_id), delivery_ids)
    )
    names = func.lower(col(Attempt.detail)).contains(address.lower(), autoescape=True)
    session.execute(update(Attempt).where(col(Attempt.id).in_(calls), names).values(detail=None))
