"""Token binding of deliveries: whom a delivery is to is the address hash that was frozen with it, not a number.

A restore forgets people who came after the backup. When their file is imported again they have other numbers, and
their deliveries, of which the journal knows, still the old ones.
"""

from sqlalchemy import ColumnElement, and_, exists, literal, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from campaigns.forgotten_mail import ForgottenMail
from campaigns.tables import Campaign
from core.sql import insert_new
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.tables import Subscriber


def tie_waiting(session: Session, campaign: Campaign) -> None:
    """What waits to be sent goes to whoever has the address now, by the number that they have now. Links that the
    old number stands in still act for them. Two statements, however many they are."""
    has_address = col(Subscriber.address_hash) == col(Delivery.address_hash)
    moved = and_(
        col(Delivery.campaign_id) == campaign.id,
        col(Delivery.status) == DeliveryStatus.QUEUED,
        exists().where(has_address, col(Subscriber.id) != col(Delivery.subscriber_id), ~_is_taken(campaign)),
    )
    old_numbers = select(literal(campaign.public_id), col(Delivery.subscriber_id), col(Delivery.address_hash))
    columns = ["campaign_public_id", "subscriber_id", "address_hash"]
    session.execute(insert_new(session, ForgottenMail).from_select(columns, old_numbers.where(moved)))
    number = select(col(Subscriber.id)).where(has_address).scalar_subquery()
    session.execute(
        update(Delivery).where(moved).values(subscriber_id=number),
        execution_options={"synchronize_session": False},
    )


def _is_taken(campaign: Campaign) -> ColumnElement[bool]:
    """Of a subscriber: whether another delivery of the campaign has their number."""
    other = aliased(Delivery)
    return exists().where(col(other.campaign_id) == campaign.id, col(other.subscriber_id) == col(Subscriber.id))
