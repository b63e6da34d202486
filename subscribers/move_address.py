"""Another address for the same person: they keep their number, their lists, their consent and every no.

What they were known by is kept as a former address, where nothing is sent any more; the journal says so.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from core.errors import Conflict
from core.logging import get_logger
from subscribers.carry_noes import ConsentSource, carry_noes
from subscribers.former_addresses import forget_former_address, note_former_address
from subscribers.index_people import index_people
from subscribers.journal import note_address_changed
from subscribers.tables import Subscriber

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class NewAddress:
    address: str
    hash: str


def move_address(
    session: Session, person: Subscriber, new: NewAddress, by: ConsentSource, *, now: datetime
) -> None:
    """Raises Conflict where the address is another person's by now. Whether its owner may be written to has been
    asked before."""
    old = person.address_hash
    try:
        with session.begin_nested():
            person.address, person.address_hash = new.address, new.hash
            session.add(person)
            session.flush()
    except IntegrityError as error:  # somebody has signed up with it at this moment
        raise Conflict("subscribers-address-taken") from error
    index_people(session, [person.id])
    forget_former_address(session, new.hash, person.id)
    note_former_address(session, old, person.id, now=now)
    carry_noes(session, old, person, by, now=now)
    note_address_changed(session, old_hash=old, new_hash=new.hash, now=now)
    log.info("subscriber.address_changed", subscriber_id=person.id, method=by.method.value)
