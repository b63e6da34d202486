"""Send again (resend): what was refused or given up goes back into the queue, because a person says so."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from delivery.attempts.transitions import move
from delivery.outcome import Outcome
from delivery.reporting.listing import DeliveryFilter, conditions_of
from delivery.status import REFUSED_STATES, DeliveryAction
from delivery.tables import Delivery


def count_refused(session: Session, campaign_id: int, wanted: DeliveryFilter, *, now: datetime) -> int:
    """How many of the wanted deliveries were refused or given up, up to `now`."""
    statement = select(func.count(col(Delivery.id))).where(*_refused(campaign_id, wanted, until=now))
    return session.exec(statement).one()


def send_refused_again(
    session: Session, campaign_id: int, wanted: DeliveryFilter, *, seen_at: datetime, now: datetime
) -> list[int]:
    """Queues those of the wanted deliveries that were refused or given up no later than `seen_at`; which they are.

    They begin anew: their attempts are counted from none, and what was heard of the earlier ones is not what is
    heard of the next. Whoever has been refused once more since `seen_at` stays as they are.
    """
    anew: dict[str, Any] = {
        "attempt_count": 0,
        "next_attempt_at": now,
        "reason": None,
        "outcome": Outcome.PENDING,
        "provider_message_id": None,
    }
    return sorted(
        move(session, DeliveryAction.SEND_AGAIN, *_refused(campaign_id, wanted, until=seen_at), now=now, **anew)
    )


def _refused(campaign_id: int, wanted: DeliveryFilter, *, until: datetime) -> list[ColumnElement[bool]]:
    return [
        col(Delivery.campaign_id) == campaign_id,
        col(Delivery.status).in_(REFUSED_STATES),
        col(Delivery.changed_at) <= until,
        *conditions_of(wanted),
    ]
