"""A complaint that names no email of ours: staff say whether it is about one."""

from datetime import datetime

from sqlmodel import Session

from delivery.events.unplaced_complaints import take_complaint
from delivery.senders.senders import get_sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.suppress import suppress
from subscribers.tables import SuppressionReason


def decide_complaint(
    session: Session, sender_id: int, receipt_id: int, *, is_ours: bool, actor: Principal, now: datetime
) -> None:
    """If it is ours, its address gets no more email. It is forgotten either way. Raises NotFound."""
    require(actor, Permission.MANAGE_SENDERS)
    sender = get_sender(session, sender_id)
    complaint = take_complaint(session, sender.id, receipt_id)
    if is_ours:
        suppress(
            session,
            address_hash=complaint.address_hash,
            reason=SuppressionReason.COMPLAINED,
            detail=f"complaint:{receipt_id}",
            now=now,
        )
    audit.record(
        session,
        actor=actor.name,
        action="sender.complaint_taken" if is_ours else "sender.complaint_dismissed",
        subject=f"sender:{sender.id}",
        now=now,
        complaint=receipt_id,
    )
