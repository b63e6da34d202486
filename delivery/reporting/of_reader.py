"""One reader's deliveries, across campaigns: by their number, and by the hashes of their addresses, which may have
had another number before a restore, or before two entries of one person were merged."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from core.sql import in_ids
from delivery.tables import Delivery


def deliveries_of_reader(
    session: Session, *, subscriber_id: int, address_hashes: Collection[str], campaign_ids: Collection[int]
) -> list[Delivery]:
    """In the order of ids. Each condition by itself, because each has an index that begins with the campaign: of
    both at once, a database would read all deliveries of the campaigns."""
    in_campaigns = in_ids(session, col(Delivery.campaign_id), campaign_ids)
    by_id: dict[int, Delivery] = {}
    by_address = (col(Delivery.address_hash) == address_hash for address_hash in address_hashes)
    for is_theirs in (col(Delivery.subscriber_id) == subscriber_id, *by_address):
        for delivery in session.exec(select(Delivery).where(in_campaigns, is_theirs)).all():
            by_id[delivery.id] = delivery
    return [by_id[delivery_id] for delivery_id in sorted(by_id)]
