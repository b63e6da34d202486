"""How often in a row mail to an address has bounced softly: a full mailbox, a server that is away."""

from collections.abc import Collection

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from delivery.outcome import EventType
from delivery.tables import Delivery, DeliveryEvent

ARRIVED = (EventType.DELIVERED, EventType.OPENED, EventType.CLICKED)


def soft_bounces_in_a_row(session: Session, address_hashes: Collection[str]) -> dict[str, int]:
    """For each address that bounced softly since mail to it last arrived: by how many deliveries.

    Several bounces of one delivery are one; addresses without any are left out.
    """
    own = col(Delivery.address_hash).in_(address_hashes)
    arrived = (
        select(col(Delivery.address_hash), func.max(col(DeliveryEvent.occurred_at)).label("at"))
        .join(DeliveryEvent, col(DeliveryEvent.delivery_id) == col(Delivery.id))
        .where(own, col(DeliveryEvent.type).in_(ARRIVED))
        .group_by(col(Delivery.address_hash))
        .subquery()
    )
    since_then = or_(arrived.c.at.is_(None), col(DeliveryEvent.occurred_at) > arrived.c.at)
    statement = (
        select(col(Delivery.address_hash), func.count(func.distinct(col(Delivery.id))))
        .join(DeliveryEvent, col(DeliveryEvent.delivery_id) == col(Delivery.id))
        .join(arrived, arrived.c.address_hash == col(Delivery.address_hash), isouter=True)
        .where(own, col(DeliveryEvent.type) == EventType.BOUNCED, ~col(DeliveryEvent.is_permanent), since_then)
        .group_by(col(Delivery.address_hash))
    )
    return dict(session.exec(statement).all())
