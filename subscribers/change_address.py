"""Change of address: confirmed at the new one, refused from the old one, each by a link that went there.

The person stays who they are, with their subscriptions and the proof of their consent; each list that they are on
gets one record more. What a no bars stays barred (`subscribers.carry_noes`).
"""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from core.errors import Conflict, NotFound
from core.logging import get_logger
from subscribers.address_tables import AddressChange, AddressChangeState, FormerAddress
from subscribers.carry_noes import MOVED, ConsentSource, wants_everything_ended
from subscribers.links import AddressLink
from subscribers.move_address import NewAddress, move_address
from subscribers.preferences import leave_everything
from subscribers.queries import subscriber_of, subscriptions_of
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, record_yes
from subscribers.suppress import find_suppression
from subscribers.tables import ConsentMethod, Subscriber

log = get_logger(__name__)


def find_change(session: Session, link: AddressLink) -> AddressChange:
    """What the link was sent for. Raises NotFound where that is over: refused, replaced by another address, or the
    person has been erased."""
    change = _change_of(session, link)
    if change is None or change.state is AddressChangeState.REFUSED:
        raise _gone()
    person = session.get_one(Subscriber, change.subscriber_id)
    if person.address_hash != (
        change.new_hash if change.state is AddressChangeState.CONFIRMED else change.old_hash
    ):
        raise _gone()
    return change


def may_move_to(session: Session, address_hash: str) -> bool:
    """Whether that address is nobody's here, and has said nothing against us."""
    return (
        subscriber_of(session, address_hash) is None
        and find_suppression(session, address_hash) is None
        and not wants_everything_ended(session, address_hash)
    )


def confirm_change(session: Session, link: AddressLink, proof: ConsentProof, *, now: datetime) -> Subscriber:
    """Done once, however often it is pressed. Raises NotFound as `find_change`; Conflict where the address is
    somebody's own by now, or its owner has said no."""
    person = session.get(Subscriber, link.subscriber_id, with_for_update=True, populate_existing=True)
    if person is None:
        raise _gone()
    change = find_change(session, link)
    if change.state is AddressChangeState.CONFIRMED:
        return person
    if not may_move_to(session, change.new_hash):
        raise Conflict("subscribers-address-taken")
    new = NewAddress(change.new_address, change.new_hash)
    move_address(session, person, new, ConsentSource(ConsentMethod.ADDRESS_CHANGE, MOVED), now=now)
    for subscription in subscriptions_of(session, person.id):
        if subscription.status is SubscriptionStatus.CONFIRMED:
            record_yes(session, person.id, subscription.list_id, proof, now)
    change.state = AddressChangeState.CONFIRMED
    session.flush()
    return person


def refuse_change(session: Session, link: AddressLink, *, now: datetime) -> bool:
    """From the old address: it was not they, or they think better of it. Whatever was asked there is over. Whether
    they had been moved away already: then nothing is sent to them any more, and nothing comes back of itself.
    Nobody is drawn back to an address that they have left, and a no is never wrong."""
    person = session.get(Subscriber, link.subscriber_id, with_for_update=True, populate_existing=True)
    if person is None or _change_of(session, link) is None:
        return False
    was_moved = session.get(FormerAddress, (link.old_hash, person.id)) is not None
    if was_moved:
        leave_everything(session, person.id, evidence=MOVED, now=now, method=ConsentMethod.ADDRESS_CHANGE)
    asked_there = update(AddressChange).where(
        col(AddressChange.subscriber_id) == person.id, col(AddressChange.old_hash) == link.old_hash
    )
    session.execute(asked_there.values(state=AddressChangeState.REFUSED))
    log.info("subscriber.address_change_refused", subscriber_id=person.id)
    return was_moved


def _change_of(session: Session, link: AddressLink) -> AddressChange | None:
    """The latest, where the same was asked more than once."""
    same = select(AddressChange).where(
        AddressChange.subscriber_id == link.subscriber_id,
        AddressChange.old_hash == link.old_hash,
        AddressChange.new_hash == link.new_hash,
    )
    return session.exec(same.order_by(col(AddressChange.id).desc()).limit(1)).one_or_none()


def _gone() -> NotFound:
    return NotFound("subscribers-address-change-link-refused")
