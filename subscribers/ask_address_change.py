"""Change of address, asked for: who holds a link to the preferences names another address.

Nothing is looked up about that address: the answer, its statements and its rows are the same whoever has it.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from core.addresses import address_hash
from core.errors import InputRefused
from core.logging import get_logger
from subscribers.address_tables import AddressChange, AddressChangeState
from subscribers.person import read_address
from subscribers.tables import Subscriber

WITHIN = timedelta(days=1)
MOST_ASKED = 3
"""Of one person, within that. And one address is asked once within it, whoever names it: anyone can type any
address into a form."""

log = get_logger(__name__)


def ask_for_change(
    session: Session, person: Subscriber, address: str, *, now: datetime, secret: str
) -> AddressChange | None:
    """None where the new address has been asked a short while ago: nobody is told the difference. Raises
    InputRefused for what is no address, for their own, and for one too many."""
    new = read_address(address)
    new_hash = address_hash(new, secret=secret)
    if new_hash == person.address_hash:
        raise InputRefused("subscribers-address-is-yours")
    lately = col(AddressChange.asked_at) > now - WITHIN
    counts = select(
        func.count().filter(col(AddressChange.subscriber_id) == person.id),
        func.count().filter(col(AddressChange.new_hash) == new_hash),
    ).where(lately)
    own, to_that_address = session.exec(counts).one()
    if own >= MOST_ASKED:
        raise InputRefused("subscribers-address-asked-too-often", limit=MOST_ASKED)
    if to_that_address:
        return None
    change = AddressChange(
        subscriber_id=person.id,
        old_address=person.address,
        old_hash=person.address_hash,
        new_address=new.value,
        new_hash=new_hash,
        state=AddressChangeState.ASKED,
        asked_at=now,
    )
    session.add(change)
    session.flush()
    log.info("subscriber.address_change_asked", subscriber_id=person.id, change_id=change.id)
    return change


def forget_changes(session: Session, *, asked_before: datetime) -> None:
    """Their links hold no longer, and nobody needs the addresses."""
    for change in session.exec(select(AddressChange).where(col(AddressChange.asked_at) < asked_before).limit(500)):
        session.delete(change)


def has_old_changes(session: Session, *, asked_before: datetime) -> bool:
    old = select(AddressChange.id).where(col(AddressChange.asked_at) < asked_before).limit(1)
    return session.exec(old).first() is not None
