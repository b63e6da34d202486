"""VERP for a sender: which address its bounces come to, and where the mail server ends a mailbox's name."""

from datetime import datetime

from sqlmodel import Session

from delivery.events.mails_for_people import forget_mail
from delivery.senders.bounce_address import set_bounce_address
from delivery.senders.senders import get_sender, sender_by_name
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def set_bounces(
    session: Session, name: str, address: str, delimiter: str, *, actor: Principal, now: datetime
) -> Sender:
    """From the next batch on; an empty address: bounces go to From, and are not read. Raises NotFound,
    InputRefused."""
    require(actor, Permission.MANAGE_SENDERS)
    sender = sender_by_name(session, name)
    set_bounce_address(session, sender, address, delimiter)
    audit.record(
        session,
        actor=actor.name,
        action="sender.bounces_set",
        subject=f"sender:{sender.id}",
        now=now,
        bounces=sender.bounce_address or "",
        delimiter=sender.bounce_delimiter,
    )
    return sender


def mark_as_read(session: Session, sender_id: int, receipt_id: int, *, actor: Principal, now: datetime) -> None:
    """An email that reports nothing: somebody has read it, and it is forgotten. Raises NotFound."""
    require(actor, Permission.MANAGE_SENDERS)
    sender = get_sender(session, sender_id)
    forget_mail(session, sender.id, receipt_id)
    audit.record(
        session,
        actor=actor.name,
        action="sender.mail_read",
        subject=f"sender:{sender.id}",
        now=now,
        mail=receipt_id,
    )
