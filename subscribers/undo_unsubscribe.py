"""Undo of an unsubscribe: for an hour after it, by the reader who just left through a link of theirs.

It is their own yes, with its ConsentRecord. Who was only pending, who left otherwise, and who has left everything
signs up again.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from core.logging import get_logger
from subscribers.opt_out import is_opted_out
from subscribers.status import SubscriptionAction
from subscribers.subscribe import ConsentProof, move_subscription, record_yes
from subscribers.tables import ConsentAction, ConsentRecord

UNDO_WINDOW = timedelta(hours=1)

log = get_logger(__name__)


def may_undo(session: Session, *, subscriber_id: int, list_id: int, evidence: str, now: datetime) -> bool:
    """Whether their last step was to leave this list by what `evidence` names, a short while ago, and the step
    before it a yes."""
    steps = session.exec(
        select(ConsentRecord)
        .where(ConsentRecord.subscriber_id == subscriber_id, ConsentRecord.list_id == list_id)
        .order_by(col(ConsentRecord.id).desc())
        .limit(2)
    ).all()
    if [step.action for step in steps] != [ConsentAction.UNSUBSCRIBED, ConsentAction.CONFIRMED]:
        return False
    left = steps[0]
    return left.evidence == evidence and now - UNDO_WINDOW < left.at and not is_opted_out(session, subscriber_id)


def undo_unsubscribe(
    session: Session, *, subscriber_id: int, list_id: int, proof: ConsentProof, now: datetime
) -> bool:
    """Whether they are on the list again by this; `proof.evidence` is that of the step which is undone."""
    if not may_undo(session, subscriber_id=subscriber_id, list_id=list_id, evidence=proof.evidence, now=now):
        return False
    if not move_subscription(session, subscriber_id, list_id, SubscriptionAction.UNDO, now):
        return False
    record_yes(session, subscriber_id, list_id, proof, now)
    log.info("subscription.resumed", subscriber_id=subscriber_id, list_id=list_id)
    return True
