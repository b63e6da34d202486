"""One reader's deliveries, across campaigns: by their number, and by the hash of their address, which may have had
another number before a restore."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from core.sql import in_ids
from delivery.tables import Delivery


def deliveries_of_reader(
    session: Session, *, subscriber_id: int, address_hash: str, campaign_ids: Collection[int]
) -> list[Delivery]:
    """In the order of ids. Each condition by itself, because each has an index that begins with the campaign: of
    both at once, a database would read all deliveries of the campaigns."""
    in_campaigns = in_ids(session, col(Delivery.campaign_id), campaign_ids)
    by_id: dict[int, Delivery] = {}
    for is_theirs in (col(Delivery.subscriber_id) == subscriber_id, col(Delivery.address_hash) == address_hash):
        for delivery in session.exec(select(Delivery).where(in_campaigns, is_theirs)).all():
            by_id[delivery.id] = delivery
    return [by_id[delivery_id] for delivery_id in sorted(by_id)]
