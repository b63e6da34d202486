"""Queue of webhooks that were kept: what is new is read before what an earlier version could not read."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from delivery.tables import Sender, WebhookReceipt

UNPLACED = "delivery-complaint-unplaced"
"""Of a complaint that was read, and that a person has to decide on: no later version reads anything else in it."""


def has_waiting_receipts(session: Session) -> bool:
    """Whether anything is left to process, by us or by whoever holds it at this moment."""
    return any(
        session.exec(select(WebhookReceipt.id).where(which).limit(1)).first() is not None
        for which in (_is_new(), _is_for_a_later_version())
    )


def _is_new() -> ColumnElement[bool]:
    return col(WebhookReceipt.processed_at).is_(None)


def _is_for_a_later_version() -> ColumnElement[bool]:
    """What an earlier version could not read, and this one has not tried yet."""
    is_other = or_(col(WebhookReceipt.read_by).is_(None), col(WebhookReceipt.read_by) != this_version())
    is_unread = and_(col(WebhookReceipt.error).is_not(None), col(WebhookReceipt.error) != UNPLACED)
    return and_(is_unread, col(WebhookReceipt.body).is_not(None), is_other)


@cache
def this_version() -> str:
    return version("bilten")[:40]


def claim_receipts(session: Session, limit: int) -> Sequence[tuple[WebhookReceipt, str]]:
    """What is new first: what could not be read before can wait."""
    claimed: list[tuple[WebhookReceipt, str]] = []
    for which in (_is_new(), _is_for_a_later_version()):
        statement = (
            select(WebhookReceipt, Sender.provider)
            .join(Sender, col(Sender.id) == col(WebhookReceipt.sender_id))
            .where(which)
            .order_by(col(WebhookReceipt.id))
            .limit(limit - len(claimed))
            .with_for_update(skip_locked=True, of=WebhookReceipt)
        )
        claimed += session.exec(statement).all()
    return claimed
