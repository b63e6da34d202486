"""How fast a sender may call: one row in the database, which all workers on all machines ask."""

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Session, col

from core.db import rows_changed
from delivery.moves import UNSYNCHRONISED
from delivery.senders import get_sender
from delivery.tables import Sender


def must_wait(sender: Sender, *, now: datetime) -> bool:
    """Whether a call is out of the question, as far as `sender` was read."""
    return sender.next_call_at is not None and sender.next_call_at > now


def reserve_call(session: Session, sender_id: int, *, now: datetime) -> datetime | None:
    """None: the call is yours, now. Otherwise: when to ask again. Raises NotFound.

    Others who want a call of this sender wait until the transaction ends: reserve late.
    """
    sender = get_sender(session, sender_id)
    is_free = or_(col(Sender.next_call_at).is_(None), col(Sender.next_call_at) <= now)
    spacing = timedelta(seconds=1 / sender.calls_per_second)
    take = update(Sender).where(col(Sender.id) == sender_id, is_free).values(next_call_at=now + spacing)
    if rows_changed(session.exec(take, execution_options=UNSYNCHRONISED)):
        return None
    session.refresh(sender, ["next_call_at"])
    return sender.next_call_at


def hold_sender(session: Session, sender_id: int, *, until: datetime) -> None:
    """No call before `until`, as the provider asked. A longer wait that is already agreed stays."""
    is_sooner = or_(col(Sender.next_call_at).is_(None), col(Sender.next_call_at) < until)
    hold = update(Sender).where(col(Sender.id) == sender_id, is_sooner).values(next_call_at=until)
    session.exec(hold, execution_options=UNSYNCHRONISED)
