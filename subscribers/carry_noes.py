"""Noes that were said at one address hold at another: for a person who moves to another address, and for one who
stood here twice. A no wins over a yes, whichever of the two was said later; nothing here makes anybody mailable.

A no stays where it was said as well, and whoever has left an address is opted out there (`MOVED`): no file that
still has it brings them back to it. Whoever has that mailbox then, and signs up by its link, ends that as any no.
"""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

from subscribers.erase import forget_choices
from subscribers.opt_out import find_opt_out, opt_out
from subscribers.preferences import leave_everything
from subscribers.remembered_no import remember_no
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import OWNERS_NOES, find_suppression, suppress
from subscribers.tables import ConsentMethod, RememberedNo, Subscriber, Subscription, SuppressionReason
from subscribers.topic_choices import choices_of, pause_of, save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, TopicChoice

MOVED = "address_change"
"""The evidence of what a change of address brought."""
_CARRIED = OWNERS_NOES | {SuppressionReason.STAFF}
"""What bars a person. A bounce is of the address alone."""


class ConsentSource(NamedTuple):
    """Who says that both addresses are of one person."""

    method: ConsentMethod
    evidence: str


def wants_everything_ended(session: Session, address_hash: str) -> bool:
    """Whether somebody there wants nothing of us. That they have left that address is no such thing."""
    opted_out = find_opt_out(session, address_hash)
    return opted_out is not None and opted_out.method is not ConsentMethod.ADDRESS_CHANGE


def carry_noes(session: Session, old: str, person: Subscriber, by: ConsentSource, *, now: datetime) -> None:
    """From the address hash `old` to the person's address, which they have already."""
    new = person.address_hash
    _come_to(session, new)
    if wants_everything_ended(session, old) or wants_everything_ended(session, new):
        leave_everything(session, person.id, evidence=by.evidence, now=now, method=by.method)
    for list_id in sorted(_remembered(session, old) | _remembered(session, new)):
        unsubscribe(
            session, subscriber_id=person.id, list_id=list_id, method=by.method, evidence=by.evidence, now=now
        )
    for list_id in sorted(_lists_left(session, person.id)):
        remember_no(session, old, list_id, method=by.method, evidence=by.evidence, now=now)
    suppression = find_suppression(session, old)
    if suppression is not None and suppression.reason in _CARRIED:
        suppress(session, address_hash=new, reason=suppression.reason, detail=suppression.detail, now=now)
    _carry_choices(session, old, new, now=now)
    opt_out(session, {old: MOVED}, method=ConsentMethod.ADDRESS_CHANGE, now=now)


def _come_to(session: Session, address_hash: str) -> None:
    """Nobody has moved away from there any more."""
    moved_away = find_opt_out(session, address_hash)
    if moved_away is not None and moved_away.method is ConsentMethod.ADDRESS_CHANGE:
        session.delete(moved_away)
        session.flush()


def _lists_left(session: Session, subscriber_id: int) -> set[int]:
    left = select(Subscription.list_id).where(
        Subscription.subscriber_id == subscriber_id,
        col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED,
    )
    return set(session.exec(left))


def _remembered(session: Session, address_hash: str) -> set[int]:
    return set(session.exec(select(RememberedNo.list_id).where(RememberedNo.address_hash == address_hash)))


def _carry_choices(session: Session, old: str, new: str, *, now: datetime) -> None:
    """ "Never" wins; of the rest, what is chosen at the new address. Of two pauses, the longer."""
    chosen = choices_of(session, new)
    for choice in session.exec(select(TopicChoice).where(TopicChoice.address_hash == old)).all():
        if choice.topic_id not in chosen or choice.frequency is Frequency.NEVER:
            save_topic_choice(session, new, choice.topic_id, choice.frequency, now=choice.chosen_at)
    pauses = [pause for pause in (pause_of(session, each, now=now) for each in (old, new)) if pause is not None]
    longest = max(pauses, key=lambda pause: pause.until, default=None)
    if longest is not None and longest.address_hash == old:
        save_pause(session, new, longest.until, now=longest.asked_at)
    forget_choices(session, old)
