"""Noes that were said at one address hold at another: for a person whose address is corrected, or who stood here
twice. A no wins over a yes, whichever of the two was said later; nothing here makes anybody mailable.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from subscribers.erase import forget_choices
from subscribers.opt_out import find_opt_out
from subscribers.preferences import leave_everything
from subscribers.subscribe import unsubscribe
from subscribers.suppress import OWNERS_NOES, find_suppression, suppress
from subscribers.tables import ConsentMethod, RememberedNo, Subscriber, SuppressionReason
from subscribers.topic_choices import choices_of, pause_of, save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, TopicChoice

_CARRIED = OWNERS_NOES | {SuppressionReason.STAFF}
"""What bars a person. A bounce is of the address alone."""


def carry_noes(session: Session, address_hash: str, person: Subscriber, *, evidence: str, now: datetime) -> None:
    """From that address to the person's. `evidence`: who says that it was theirs. The noes stay where they are,
    too, so that no import brings the old address back."""
    for each in (address_hash, person.address_hash):
        if find_opt_out(session, each) is not None:
            leave_everything(session, person.id, evidence=evidence, now=now, method=ConsentMethod.STAFF)
        lists = select(RememberedNo.list_id).where(RememberedNo.address_hash == each)
        for list_id in session.exec(lists.order_by(col(RememberedNo.list_id))).all():
            unsubscribe(
                session,
                subscriber_id=person.id,
                list_id=list_id,
                method=ConsentMethod.STAFF,
                evidence=evidence,
                now=now,
            )
    suppression = find_suppression(session, address_hash)
    if suppression is not None and suppression.reason in _CARRIED:
        suppress(
            session,
            address_hash=person.address_hash,
            reason=suppression.reason,
            detail=suppression.detail,
            now=now,
        )
    _carry_choices(session, address_hash, person.address_hash, now=now)


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
