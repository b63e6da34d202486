"""A no stays a no where somebody moves to another address: it goes along, and it stays where it was said.

Both ways a no wins, whoever said it and whenever: who wants what an old no bars signs up, as after any no.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from subscribers.opt_out import find_opt_out, opt_out
from subscribers.remembered_no import remember_no
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import find_suppression, suppress
from subscribers.tables import ConsentMethod, RememberedNo, Subscriber, Subscription, SuppressionReason
from subscribers.topic_choices import choices_of, pause_of, save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, TopicChoice

MOVED = "address_change"
"""What stands as the evidence of what a change of address brought."""


def expect_no_no(session: Session, address_hash: str) -> bool:
    """Whether nothing was ever said at that address against everything. That somebody moved away from it is no
    such thing."""
    if find_suppression(session, address_hash) is not None:
        return False
    opted_out = find_opt_out(session, address_hash)
    return opted_out is None or opted_out.method is ConsentMethod.ADDRESS_CHANGE


def carry_noes(session: Session, person: Subscriber, *, old_hash: str, new_hash: str, now: datetime) -> None:
    """For the transaction of the move, in which `person` has the new address already."""
    _carry_opt_out(session, old_hash, new_hash, now)
    _carry_suppression(session, old_hash, new_hash, now)
    _carry_list_noes(session, person, old_hash, new_hash, now)
    _carry_choices(session, old_hash, new_hash, now)


def _carry_opt_out(session: Session, old_hash: str, new_hash: str, now: datetime) -> None:
    """Nobody has moved away from the new address any more; and everybody has from the old one, which no import
    brings back."""
    moved_away = find_opt_out(session, new_hash)
    if moved_away is not None:
        session.delete(moved_away)
        session.flush()
    old = find_opt_out(session, old_hash)
    if old is not None and old.method is not ConsentMethod.ADDRESS_CHANGE:
        opt_out(session, {new_hash: old.evidence}, method=old.method, now=now)
    opt_out(session, {old_hash: MOVED}, method=ConsentMethod.ADDRESS_CHANGE, now=now)


def _carry_suppression(session: Session, old_hash: str, new_hash: str, now: datetime) -> None:
    """A bounce says something of the address; all else is said of whoever has it."""
    old = find_suppression(session, old_hash)
    if old is not None and old.reason is not SuppressionReason.BOUNCED:
        suppress(session, address_hash=new_hash, reason=old.reason, detail=MOVED, now=now)


def _carry_list_noes(session: Session, person: Subscriber, old_hash: str, new_hash: str, now: datetime) -> None:
    method = ConsentMethod.ADDRESS_CHANGE
    left = _lists_left(session, person.id)
    for list_id in sorted(_remembered(session, new_hash)):
        unsubscribe(session, subscriber_id=person.id, list_id=list_id, method=method, evidence=MOVED, now=now)
    for list_id in sorted(_remembered(session, old_hash)):
        remember_no(session, new_hash, list_id, method=method, evidence=MOVED, now=now)
    for list_id in sorted(left):
        remember_no(session, old_hash, list_id, method=method, evidence=MOVED, now=now)


def _lists_left(session: Session, subscriber_id: int) -> set[int]:
    left = select(Subscription.list_id).where(
        Subscription.subscriber_id == subscriber_id,
        col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED,
    )
    return set(session.exec(left))


def _remembered(session: Session, address_hash: str) -> set[int]:
    return set(session.exec(select(RememberedNo.list_id).where(RememberedNo.address_hash == address_hash)))


def _carry_choices(session: Session, old_hash: str, new_hash: str, now: datetime) -> None:
    """What was chosen about topics, and a pause; where both addresses have one, the one that lets less through."""
    there = choices_of(session, new_hash)
    chosen = select(TopicChoice).where(TopicChoice.address_hash == old_hash).order_by(col(TopicChoice.topic_id))
    for choice in session.exec(chosen).all():
        if there.get(choice.topic_id) is not Frequency.NEVER:
            save_topic_choice(session, new_hash, choice.topic_id, choice.frequency, now=now)
    pause, other = pause_of(session, old_hash, now=now), pause_of(session, new_hash, now=now)
    if pause is not None and (other is None or other.until < pause.until):
        save_pause(session, new_hash, pause.until, now=now)
