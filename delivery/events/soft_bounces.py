"""How often in a row mail to an address has bounced softly: a full mailbox, a server that is away."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from delivery.outcome import EventType, Outcome
from delivery.providers import known_providers
from delivery.report_meaning import NOT_OF_THE_ADDRESS
from delivery.settings import SOFT_BOUNCES_COUNT_FOR
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Delivery, DeliveryEvent, Sender

ARRIVED = (EventType.DELIVERED, EventType.OPENED, EventType.CLICKED)
QUIET = timedelta(days=7)
"""So long after it was accepted, what has not bounced has arrived, where nobody reports deliveries: servers
give up after four to five days (RFC 5321, section 4.5.4.1)."""


def soft_bounces_in_a_row(session: Session, address_hashes: Collection[str], *, now: datetime) -> dict[str, int]:
    """For each address that bounced softly since mail to it last arrived: by how many deliveries.

    Several bounces of one delivery are one, and those of long ago are none; addresses without any are left out.
    What is about us or the content is no bounce of theirs.
    """
    own = col(Delivery.address_hash).in_(address_hashes)
    reported: Select[*tuple[Any, ...]] = (
        columns(col(Delivery.address_hash), col(DeliveryEvent.occurred_at).label("at"))
        .join(DeliveryEvent, col(DeliveryEvent.delivery_id) == col(Delivery.id))
        .where(own, col(DeliveryEvent.type).in_(ARRIVED))
    )
    by_mail = [name for name, can in known_providers().items() if can.reports_by_mail]
    unbounced: Select[*tuple[Any, ...]] = (
        columns(col(Delivery.address_hash), col(Delivery.accepted_at).label("at"))
        .join(Attempt, col(Attempt.id) == col(Delivery.attempt_id))
        .join(Sender, col(Sender.id) == col(Attempt.sender_id))
        .where(
            own,
            col(Sender.provider).in_(by_mail),
            col(Delivery.status) == DeliveryStatus.ACCEPTED,
            col(Delivery.outcome).in_((Outcome.PENDING, Outcome.DEFERRED)),
            col(Delivery.accepted_at) < now - QUIET,
        )
    )
    either = union_all(reported, unbounced).subquery()
    arrived = (
        select(either.c.address_hash, func.max(either.c.at).label("at")).group_by(either.c.address_hash).subquery()
    )
    is_theirs = or_(
        col(DeliveryEvent.reject_reason).is_(None), col(DeliveryEvent.reject_reason).not_in(NOT_OF_THE_ADDRESS)
    )
    since_then = or_(arrived.c.at.is_(None), col(DeliveryEvent.occurred_at) > arrived.c.at)
    statement = (
        select(col(Delivery.address_hash), func.count(func.distinct(col(Delivery.id))))
        .join(DeliveryEvent, col(DeliveryEvent.delivery_id) == col(Delivery.id))
        .join(arrived, arrived.c.address_hash == col(Delivery.address_hash), isouter=True)
        .where(
            own,
            col(DeliveryEvent.type) == EventType.BOUNCED,
            ~col(DeliveryEvent.is_permanent),
            col(DeliveryEvent.occurred_at) > now - SOFT_BOUNCES_COUNT_FOR,
            is_theirs,
            since_then,
        )
        .group_by(col(Delivery.address_hash))
    )
    return dict(session.exec(statement).all())
