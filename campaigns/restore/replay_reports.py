"""Reports that came while a database did not know their deliveries: once the replay has brought these back, or the
journal says whom they went to, a bounce or a complaint suppresses as ever."""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.forgotten_mail import ForgottenMail
from campaigns.sending.feedback import act_on, suppression_for
from delivery.events.events import reported_before
from delivery.tables import DeliveryEvent
from subscribers.suppress import suppress


def replay_reports(session: Session, *, now: datetime) -> int:
    """After the replay of campaigns and mails; how many addresses get no mail any more for it."""
    new = sum(act_on(session, event, now=now) for event in reported_before(session))
    forgotten = session.exec(
        select(DeliveryEvent, ForgottenMail.address_hash)
        .join(ForgottenMail, col(ForgottenMail.delivery_id) == col(DeliveryEvent.reported_delivery_id))
        .where(col(ForgottenMail.sender_id) == col(DeliveryEvent.sender_id))
        .order_by(col(DeliveryEvent.id))
    ).all()
    for event, key in forgotten:
        reason = suppression_for(event.type, is_permanent=event.is_permanent)
        detail = f"delivery:{event.reported_delivery_id}"
        if reason is not None:
            new += suppress(session, address_hash=key, reason=reason, detail=detail, now=now)
    return new
