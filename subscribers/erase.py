"""Erasure, the subscribers' side: the person goes, with their consent, words and notes, and a keyed hash of
their address says no for them.

It stands where noes stand (`OptedOut`, and the suppression if there was one), so that no import and no colleague
brings them back, and in the journal, so that no restore does. Their own new sign-up does, as after any no.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, exists, update
from sqlmodel import Session, col, select

from core.logging import get_logger
from core.sql import in_texts
from subscribers.address_tables import AddressChange
from subscribers.anonymous_leavings import keep_leavings
from subscribers.erase_imports import forget_files, forget_in_imports
from subscribers.former_addresses import former_addresses
from subscribers.journal import note_erased
from subscribers.opt_out import opt_out
from subscribers.preferences import leave_everything
from subscribers.queries import subscriber_of
from subscribers.tables import ConsentMethod, OptedOut, Subscriber, Suppression
from subscribers.topic_tables import Frequency, Pause, TopicChoice

ERASURE = "erasure"
"""What stands as the evidence of their no."""

log = get_logger(__name__)


def erase_subscriber(session: Session, person: Subscriber, *, method: ConsentMethod, now: datetime) -> None:
    """`method`: who erases, by where it is done."""
    keep_leavings(session, person.id)
    leave_everything(session, person.id, evidence=ERASURE, now=now, method=method)
    former = former_addresses(session, person.id)
    opt_out(session, dict.fromkeys(former, ERASURE), method=method, now=now)
    hashes = [person.address_hash, *former]
    mark_erased(session, hashes)
    for address_hash in hashes:
        # A provider's words may name the address.
        barred = update(Suppression).where(col(Suppression.address_hash) == address_hash)
        session.execute(barred.values(detail=""))
        forget_choices(session, address_hash)
    note_erased(session, hashes, now=now)
    forget_files(session)
    _delete(session, person, hashes)
    log.info("subscriber.erased", subscriber_id=person.id)


def mark_erased(session: Session, hashes: Collection[str]) -> None:
    """Where they had said no to everything before, nothing else is left of how they did."""
    theirs = in_texts(session, col(OptedOut.address_hash), hashes)
    session.execute(update(OptedOut).where(theirs).values(evidence=ERASURE))


def erased_among(session: Session, hashes: Collection[str]) -> set[str]:
    """Who was erased, and is not here again."""
    these = (in_texts(session, col(OptedOut.address_hash), hashes), OptedOut.evidence == ERASURE)
    is_here = exists().where(col(Subscriber.address_hash) == col(OptedOut.address_hash))
    return set(session.exec(select(OptedOut.address_hash).where(*these, ~is_here)))


def forget_unconfirmed(session: Session, person: Subscriber) -> None:
    """Somebody who has never said yes to a list, nor no: no more is known of them, and they may sign up again.
    A no that stands by their address's hash stays: to everything, to a topic, or for a while."""
    chosen = (col(TopicChoice.address_hash) == person.address_hash, col(TopicChoice.frequency) != Frequency.NEVER)
    session.execute(delete(TopicChoice).where(*chosen))
    _delete(session, person, [person.address_hash])


def _delete(session: Session, person: Subscriber, hashes: list[str]) -> None:
    for address_hash in hashes:
        forget_in_imports(session, address_hash)
    # Somebody else may have asked to move there, or have moved away from there.
    named = col(AddressChange.new_hash).in_(hashes) | col(AddressChange.old_hash).in_(hashes)
    session.execute(delete(AddressChange).where(named))
    session.delete(person)
    session.flush()


def forget_choices(session: Session, address_hash: str) -> None:
    """About topics, and a pause: they are kept by the hash, which is to say no and nothing else."""
    for table in (TopicChoice, Pause):
        session.execute(delete(table).where(col(table.address_hash) == address_hash))


def brought_back(session: Session, address_hash: str, *, erased_at: datetime) -> Subscriber | None:
    """Whom an older state of the database still has. Whoever signed up after their erasure is another matter."""
    person = subscriber_of(session, address_hash)
    return person if person is not None and person.created_at <= erased_at else None
