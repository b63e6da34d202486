"""Token binding, when a person's address is corrected while a campaign is being sent: what waits goes to the
address that they have now, what has gone or may have gone stays where it is, and nobody gets a second copy.

Asked of deliveries that are queued, and so have certainly not been accepted anywhere.
"""

from collections.abc import Collection

from sqlalchemy import exists, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from core.sql import in_ids
from delivery.attempts.queue import ClaimedDelivery
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.address_tables import FormerAddress
from subscribers.tables import Subscriber

MERGED = "merged"
"""Why a copy is skipped: the same person has it, or gets it, at another address."""


def follow_addresses(session: Session, deliveries: Collection[ClaimedDelivery]) -> set[int]:
    """Which of them are now to the address that their person has, by its hash. Not where the hash is nobody's
    former one (a restore has given the number to somebody else), nor where the campaign has another delivery to
    that address already."""
    if not deliveries:
        return set()
    other = aliased(Delivery)
    address_now = (
        select(col(Subscriber.address_hash))
        .join(FormerAddress, col(FormerAddress.subscriber_id) == col(Subscriber.id))
        .where(
            col(Subscriber.id) == col(Delivery.subscriber_id),
            col(FormerAddress.address_hash) == col(Delivery.address_hash),
        )
        .correlate(Delivery)
        .scalar_subquery()
    )
    is_free = ~exists().where(
        col(other.campaign_id) == col(Delivery.campaign_id), col(other.address_hash) == address_now
    )
    statement = (
        update(Delivery)
        .where(
            in_ids(session, col(Delivery.id), [delivery.id for delivery in deliveries]),
            address_now.is_not(None),
            is_free,
        )
        .values(address_hash=address_now)
        .returning(col(Delivery.id))
    )
    return set(session.execute(statement, execution_options={"synchronize_session": False}).scalars())


def have_it_elsewhere(session: Session, campaign_id: int, deliveries: Collection[ClaimedDelivery]) -> set[int]:
    """Whose person has had the campaign at an address that they had before: two entries of one person that have
    been merged since."""
    other = aliased(Delivery)
    numbers = [delivery.subscriber_id for delivery in deliveries]
    got = (
        select(col(FormerAddress.subscriber_id))
        .join(other, col(other.address_hash) == col(FormerAddress.address_hash))
        .where(
            in_ids(session, col(FormerAddress.subscriber_id), numbers),
            col(other.campaign_id) == campaign_id,
            col(other.status) == DeliveryStatus.ACCEPTED,
        )
    )
    theirs = set(session.execute(got).scalars())
    return {delivery.id for delivery in deliveries if delivery.subscriber_id in theirs}
