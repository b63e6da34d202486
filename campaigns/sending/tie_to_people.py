"""Token binding of deliveries: whom a delivery is to is the address hash that was frozen with it, not a number.

A restore forgets people who came after the backup. When their file is imported again they have other numbers, and
their deliveries, of which the journal knows, still the old ones.
"""

from collections.abc import Collection

from sqlalchemy import exists, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from campaigns.forgotten_mail import SentMail, remember_mails
from campaigns.tables import Campaign
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.tables import Subscriber


def tie_waiting(session: Session, campaign: Campaign) -> None:
    """What waits to be sent goes to whoever has the address now, by the number that they have now. Links that the
    old number stands in still act for them."""
    other = aliased(Delivery)
    is_taken = exists().where(
        col(other.campaign_id) == campaign.id, col(other.subscriber_id) == col(Subscriber.id)
    )
    moved = session.exec(
        select(Delivery.id, Delivery.subscriber_id, Delivery.address_hash, Subscriber.id)
        .join(Subscriber, col(Subscriber.address_hash) == col(Delivery.address_hash))
        .where(
            col(Delivery.campaign_id) == campaign.id,
            col(Delivery.status) == DeliveryStatus.QUEUED,
            col(Delivery.subscriber_id) != col(Subscriber.id),
            ~is_taken,
        )
        .order_by(col(Delivery.id))
    ).all()
    remember_old_numbers(session, campaign, [(before, address_hash) for _, before, address_hash, _ in moved])
    for delivery_id, _, _, number in moved:
        session.execute(update(Delivery).where(col(Delivery.id) == delivery_id).values(subscriber_id=number))


def remember_old_numbers(session: Session, campaign: Campaign, numbers: Collection[tuple[int, str]]) -> None:
    """The numbers that readers had when the campaign was sent to them, each with the address hash."""
    remember_mails(
        session, [SentMail(campaign.public_id, number, address_hash) for number, address_hash in numbers]
    )
