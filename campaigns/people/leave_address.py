"""Another address for the same person, in every room: a provider's words name the old one, and nobody will know it
any more when they are erased.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.tables import Campaign
from delivery.forget_reader import forget_left_address
from subscribers.change_address import confirm_change
from subscribers.former_addresses import former_addresses
from subscribers.links import AddressLink
from subscribers.subscribe import ConsentProof
from subscribers.tables import Subscriber


def forget_address(session: Session, person: Subscriber) -> None:
    """In the transaction in which they leave the address that they have, before they do."""
    launched = select(Campaign.id).where(col(Campaign.launched_at).is_not(None))
    forget_left_address(
        session,
        subscriber_id=person.id,
        address=person.address,
        address_hashes=[person.address_hash, *former_addresses(session, person.id)],
        campaign_ids=session.exec(launched).all(),
    )


def confirm_new_address(session: Session, link: AddressLink, proof: ConsentProof, *, now: datetime) -> None:
    """At their own press. Raises as `confirm_change`."""
    person = session.get(Subscriber, link.subscriber_id)
    if person is not None and person.address_hash == link.old_hash:
        forget_address(session, person)
    confirm_change(session, link, proof, now=now)
