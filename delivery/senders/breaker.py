"""Circuit breaker: a sender that fails again and again rests, with the reason, until a person has looked."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col

from core.db import rows_changed
from core.errors import NotFound, Refusal
from core.logging import get_logger
from delivery.attempts.retry import breather
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.provider_words import clean
from delivery.senders.rate import hold_sender
from delivery.tables import Sender

log = get_logger(__name__)

ERROR_THRESHOLD = "error_threshold"
_SAYS_WHY = frozenset(
    {
        "delivery-provider-misconfigured",
        "delivery-provider-quota-spent",
        "delivery-provider-refuses-everybody",
    }
)


def record_success(session: Session, sender_id: int) -> None:
    """Errors before it were not in a row. A pause stays: only a person ends it."""
    had_errors = col(Sender.consecutive_errors) != 0
    statement = update(Sender).where(col(Sender.id) == sender_id, had_errors).values(consecutive_errors=0)
    session.exec(statement, execution_options=UNSYNCHRONISED)


def record_error(
    session: Session,
    sender_id: int,
    *,
    threshold: int,
    detail: str,
    now: datetime,
    rest: Callable[[int], timedelta] = breather,
) -> bool:
    """Counts one more error in a row: the sender rests a while, the longer the more there were, and is paused at
    `threshold` of them. Whether it was paused, just now. `rest` says how long after so many."""
    statement = (
        update(Sender)
        .where(col(Sender.id) == sender_id)
        .values(consecutive_errors=col(Sender.consecutive_errors) + 1)
        .returning(col(Sender.consecutive_errors))
    )
    row = session.exec(statement, execution_options=UNSYNCHRONISED).one_or_none()
    if row is None:
        raise NotFound("delivery-sender-unknown", sender=sender_id)
    if row[0] < threshold:
        hold_sender(session, sender_id, until=now + rest(row[0]))
        return False
    return pause_sender(session, sender_id, reason=ERROR_THRESHOLD, detail=detail)


def pause_sender(session: Session, sender_id: int, *, reason: str, detail: str) -> bool:
    """Whether this paused it; the reason of an earlier pause stays, because it came first."""
    is_active = (col(Sender.id) == sender_id, col(Sender.paused_reason).is_(None))
    statement = update(Sender).where(*is_active).values(paused_reason=reason, paused_detail=clean(detail))
    paused = rows_changed(session.exec(statement, execution_options=UNSYNCHRONISED)) > 0
    if paused:
        log.warning("sender.paused", sender_id=sender_id, reason=reason)
    return paused


def unpause_sender(session: Session, sender_id: int) -> bool:
    """A person says that the cause is gone. Whether it was paused."""
    is_paused = (col(Sender.id) == sender_id, col(Sender.paused_reason).is_not(None))
    anew = {"paused_reason": None, "paused_detail": None, "consecutive_errors": 0}
    statement = update(Sender).where(*is_paused).values(anew)
    return rows_changed(session.exec(statement, execution_options=UNSYNCHRONISED)) > 0


def why_paused(reason: str, detail: str) -> Refusal:
    """Why a sender rests, in words for staff, with the provider's own in them."""
    code = reason if reason in _SAYS_WHY else "delivery-sender-failing"
    return Refusal("", None, code, {"detail": detail})
