"""Data retention, the deliveries' side: what providers said and posted is kept for a time that the caller names.

A report never changes by it: rows that reports count from (bounces, refusals, complaints) stay, without the
provider's words; the others go. No delivery and no attempt goes, and nothing of a campaign that is still needed.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlmodel import Session, col

from core.db import rows_changed
from core.sql import in_ids
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.forget_reader import UNDECIDED
from delivery.outcome import EventType
from delivery.reporting.breakdown import BOUNCES
from delivery.tables import Attempt, AttemptState, Delivery, DeliveryEvent, WebhookReceipt

Rows = Select[*tuple[Any, ...]]
"""Of two columns: the number of a row, and the moment from which its age is counted."""


def old_receipts(before: datetime) -> Rows:
    """What providers posted and nobody could read or act on. What has been read was wiped at once."""
    return select(col(WebhookReceipt.id), col(WebhookReceipt.received_at)).where(
        col(WebhookReceipt.error).is_not(None),
        col(WebhookReceipt.body).is_not(None),
        col(WebhookReceipt.processed_at).is_not(None),
        col(WebhookReceipt.received_at) < before,
    )


def forget_receipts(session: Session, ids: Sequence[int]) -> int:
    """The receipts stay, so that the same report is not taken for a new one. How many."""
    mine = in_ids(session, col(WebhookReceipt.id), ids)
    return _run(session, update(WebhookReceipt).where(mine).values(body=None, error=None))


def old_events(before: datetime, *, needed: Collection[int]) -> Rows:
    """`needed`: campaigns whose events stay as they are."""
    belongs = col(Delivery.id) == col(DeliveryEvent.delivery_id)
    return (
        select(col(DeliveryEvent.id), col(DeliveryEvent.occurred_at))
        .join(Delivery, belongs, isouter=True)
        .where(
            col(DeliveryEvent.occurred_at) < before,
            or_(~_is_counted(), col(DeliveryEvent.detail).is_not(None)),
            or_(col(Delivery.id).is_(None), _is_free(col(Delivery.campaign_id), needed)),
        )
    )


def forget_events(session: Session, ids: Sequence[int]) -> int:
    """How many went, or have no words any more."""
    mine = in_ids(session, col(DeliveryEvent.id), ids)
    reduced = _run(session, update(DeliveryEvent).where(mine, _is_counted()).values(detail=None))
    return reduced + _run(session, delete(DeliveryEvent).where(mine, ~_is_counted()))


def old_words_of_deliveries(before: datetime, *, needed: Collection[int]) -> Rows:
    """Why each was refused or given up, in the provider's words; the reason's code stays."""
    return select(col(Delivery.id), col(Delivery.changed_at)).where(
        col(Delivery.detail).is_not(None),
        col(Delivery.changed_at) < before,
        col(Delivery.status).not_in(UNDECIDED),
        _is_free(col(Delivery.campaign_id), needed),
    )


def forget_words_of_deliveries(session: Session, ids: Sequence[int]) -> int:
    mine = in_ids(session, col(Delivery.id), ids)
    return _run(session, update(Delivery).where(mine).values(detail=None))


def old_words_of_calls(before: datetime, *, needed: Collection[int]) -> Rows:
    """What providers said of calls that are closed. Calls in doubt are not."""
    return select(col(Attempt.id), col(Attempt.closed_at)).where(
        col(Attempt.detail).is_not(None),
        col(Attempt.state) == AttemptState.SETTLED,
        col(Attempt.closed_at) < before,
        _is_free(col(Attempt.campaign_id), needed),
    )


def forget_words_of_calls(session: Session, ids: Sequence[int]) -> int:
    mine = in_ids(session, col(Attempt.id), ids)
    return _run(session, update(Attempt).where(mine).values(detail=None))


def _is_counted() -> ColumnElement[bool]:
    """A report's numbers are made from it (`delivery.reporting.breakdown` and `.listing`)."""
    counts = col(DeliveryEvent.type).in_((*BOUNCES, EventType.COMPLAINED))
    return or_(counts, col(DeliveryEvent.reject_reason).is_not(None))


def _is_free(campaign_id: Any, needed: Collection[int]) -> ColumnElement[bool]:
    is_free: ColumnElement[bool] = campaign_id.not_in(sorted(needed))
    return is_free


def _run(session: Session, statement: Any) -> int:
    return rows_changed(session.execute(statement, execution_options=UNSYNCHRONISED))
