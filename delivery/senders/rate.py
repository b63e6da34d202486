"""Rate limit of a sender, how fast it may call: one row in the database, which all workers on all machines ask."""

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from core.db import rows_changed
from core.errors import NotFound
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.senders.senders import get_sender
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
    take = update(Sender).where(col(Sender.id) == sender_id, is_free).values(next_call_at=now + spacing_of(sender))
    if rows_changed(session.exec(take, execution_options=UNSYNCHRONISED)):
        return None
    session.refresh(sender, ["next_call_at"])
    return sender.next_call_at


def book_call(session: Session, sender_id: int, *, now: datetime, within: timedelta) -> datetime:
    """When a call may be made. If that is within `within` from now, the place is the caller's, who waits for it;
    else it is nobody's, and the caller asks again then. Raises NotFound.

    For whoever would always come too late beside a campaign that takes each place as it becomes free.
    """
    statement = select(Sender).where(col(Sender.id) == sender_id).with_for_update(key_share=True)
    sender = session.exec(statement.execution_options(populate_existing=True)).one_or_none()
    if sender is None:
        raise NotFound("delivery-sender-unknown", sender=sender_id)
    place = max(now, sender.next_call_at or now)
    if place <= now + within:
        take = update(Sender).where(col(Sender.id) == sender_id).values(next_call_at=place + spacing_of(sender))
        session.exec(take, execution_options=UNSYNCHRONISED)
    return place


def spacing_of(sender: Sender) -> timedelta:
    """How far apart its calls are."""
    return timedelta(seconds=1 / sender.calls_per_second)


def hold_sender(session: Session, sender_id: int, *, until: datetime) -> None:
    """No call before `until`, as the provider asked. A longer wait that is already agreed stays."""
    is_sooner = or_(col(Sender.next_call_at).is_(None), col(Sender.next_call_at) < until)
    hold = update(Sender).where(col(Sender.id) == sender_id, is_sooner).values(next_call_at=until)
    session.exec(hold, execution_options=UNSYNCHRONISED)
