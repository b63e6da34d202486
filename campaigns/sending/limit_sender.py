"""Rate limit of a sender: how many emails it may send in a second, an hour or a day, as its host allows."""

from datetime import datetime

from sqlmodel import Session

from delivery.senders.rate import EmailLimit, set_email_limit
from delivery.senders.senders import sender_by_name
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def limit_sender(
    session: Session, name: str, limit: EmailLimit | None, *, actor: Principal, now: datetime
) -> Sender:
    """It holds from the next call on; None: no limit but the provider's calls. Raises NotFound, InputRefused."""
    require(actor, Permission.MANAGE_SENDERS)
    sender = sender_by_name(session, name)
    set_email_limit(session, sender, limit)
    detail = f"{limit.emails}/{limit.period}" if limit else ""
    audit.record(
        session, actor=actor.name, action="sender.limited", subject=f"sender:{sender.id}", now=now, limit=detail
    )
    return sender
