"""Put a paused sender to use again: a person says that the cause is gone."""

from datetime import datetime

from sqlmodel import Session

from core.errors import Conflict
from delivery.senders.breaker import unpause_sender
from delivery.senders.senders import sender_by_name
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def resume_sender(session: Session, name: str, *, actor: Principal, now: datetime) -> Sender:
    """Campaigns that it is the first sender of go through it again from their next call on; those that were paused
    for its sake wait for their own resuming. Raises NotFound, Conflict where it is not paused."""
    require(actor, Permission.PAUSE)
    sender = sender_by_name(session, name)
    if not unpause_sender(session, sender.id):
        raise Conflict("campaigns-sender-not-paused", name=sender.name)
    audit.record(session, actor=actor.name, action="sender.resumed", subject=f"sender:{sender.id}", now=now)
    return sender
