"""Rate limit of a sender, how fast it may call: one row in the database, which all workers on all machines ask.

Evenly spread (a leaky bucket): after a call with so many emails, the next one waits as long as they take at the
sender's limit. So no second, hour or day ever has more than the limit and one call.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from core.db import rows_changed
from core.errors import InputRefused, NotFound
from core.western_digits import western_digits
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.senders.senders import get_sender
from delivery.tables import LimitInterval, Sender

PERIODS = {
    LimitInterval.SECOND: timedelta(seconds=1),
    LimitInterval.HOUR: timedelta(hours=1),
    LimitInterval.DAY: timedelta(days=1),
}
MAX_EMAILS = 10_000_000


@dataclass(frozen=True, slots=True)
class EmailLimit:
    emails: int
    period: LimitInterval


def must_wait(sender: Sender, *, now: datetime) -> bool:
    """Whether a call is out of the question, as far as `sender` was read."""
    return sender.next_call_at is not None and sender.next_call_at > now


def reserve_call(session: Session, sender_id: int, *, now: datetime, emails: int = 1) -> datetime | None:
    """None: the call is yours, now, with so many emails. Otherwise: when to ask again. Raises NotFound.

    Others who want a call of this sender wait until the transaction ends: reserve late.
    """
    sender = get_sender(session, sender_id)
    is_free = or_(col(Sender.next_call_at).is_(None), col(Sender.next_call_at) <= now)
    take = (
        update(Sender)
        .where(col(Sender.id) == sender_id, is_free)
        .values(next_call_at=now + spacing_of(sender, emails))
    )
    if rows_changed(session.exec(take, execution_options=UNSYNCHRONISED)):
        return None
    session.refresh(sender, ["next_call_at"])
    return sender.next_call_at


def give_back(session: Session, sender_id: int, *, emails: int, now: datetime) -> None:
    """A call with so many emails was refused as a whole: nobody was mailed, so that only the call itself counts.

    What the provider asked to wait stays.
    """
    statement = select(Sender).where(col(Sender.id) == sender_id).with_for_update(key_share=True)
    sender = session.exec(statement.execution_options(populate_existing=True)).one()
    surplus = spacing_of(sender, emails) - spacing_of(sender)
    if sender.next_call_at is not None and surplus:
        sooner = max(sender.next_call_at - surplus, sender.held_until or now)
        take = update(Sender).where(col(Sender.id) == sender_id).values(next_call_at=sooner)
        session.exec(take, execution_options=UNSYNCHRONISED)


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


def spacing_of(sender: Sender, emails: int = 0) -> timedelta:
    """How far apart its calls are, where one has so many emails in it."""
    of_calls = timedelta(seconds=1 / sender.calls_per_second)
    if sender.email_limit is None or sender.limit_period is None:
        return of_calls
    return max(of_calls, PERIODS[sender.limit_period] * emails / sender.email_limit)


def most_emails(sender: Sender, most: int) -> int:
    """How many emails a call of it may have: of the provider's `most`, no more than its limit is."""
    return most if sender.email_limit is None else min(most, sender.email_limit)


def read_email_limit(emails: str, period: str) -> EmailLimit | None:
    """As somebody wrote it; nothing is no limit. Raises InputRefused."""
    digits = western_digits(emails.strip())
    if not digits:
        return None
    if (
        not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(MAX_EMAILS)))
        or period not in PERIODS
    ):
        raise InputRefused("delivery-sender-limit-refused", most=MAX_EMAILS)
    limit = EmailLimit(int(digits), LimitInterval(period))
    _refuse_impossible(limit)
    return limit


def _refuse_impossible(limit: EmailLimit) -> None:
    if not 1 <= limit.emails <= MAX_EMAILS:
        raise InputRefused("delivery-sender-limit-refused", most=MAX_EMAILS)


def set_email_limit(session: Session, sender: Sender, limit: EmailLimit | None) -> None:
    """Raises InputRefused. What is agreed until the next call stays; then it is as fast as this says."""
    if limit is not None:
        _refuse_impossible(limit)
    sender.email_limit = limit.emails if limit else None
    sender.limit_period = limit.period if limit else None
    session.add(sender)


def hold_sender(session: Session, sender_id: int, *, until: datetime) -> None:
    """No call before `until`, as the provider asked. A longer wait that is already agreed stays."""
    is_sooner = or_(col(Sender.next_call_at).is_(None), col(Sender.next_call_at) < until)
    hold = (
        update(Sender).where(col(Sender.id) == sender_id, is_sooner).values(next_call_at=until, held_until=until)
    )
    session.exec(hold, execution_options=UNSYNCHRONISED)
