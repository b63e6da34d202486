"""Complaints that name an address and no email of ours: kept for staff to decide on, and forgotten when they have,
or by their age (`delivery.forget_old`). Somebody else may send through the same account."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Session, col, select

from core.db import rows_changed
from core.errors import NotFound
from core.sql import insert_once
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.events.receipt_queue import UNPLACED, this_version
from delivery.events.webhooks import MAX_KEY, StrayEvent
from delivery.provider_words import MAX_NAME, clean
from delivery.tables import Sender, WebhookReceipt

MAX_SHOWN = 20
MAX_ADDRESS = 320


@dataclass(frozen=True, slots=True)
class UnplacedComplaintView:
    """One of them, as staff read it."""

    receipt_id: int
    received_at: datetime
    address: str
    address_hash: str
    call_id: str
    """The provider's name for the email, by which it is found there; empty if the report has none."""


def keep_complaint(session: Session, stray: StrayEvent, *, address_hash: str, now: datetime) -> None:
    """Once, however often it is reported."""
    event = stray.event
    content = {
        "address": clean(event.address or "", MAX_ADDRESS),
        "address_hash": address_hash,
        "call_id": clean(event.call_id or event.provider_message_id or "", MAX_NAME),
    }
    row = {
        "sender_id": stray.sender_id,
        "dedupe_key": f"complaint-{clean(event.event_id, MAX_NAME)}"[:MAX_KEY],
        "body": json.dumps(content).encode(),
        "received_at": now,
        "processed_at": now,
        "error": UNPLACED,
        "read_by": this_version(),
    }
    insert_once(session, WebhookReceipt, [row])


def count_complaints(session: Session) -> dict[str, int]:
    """How many wait, by the name of their sender."""
    statement = (
        select(col(Sender.name), func.count())
        .join(WebhookReceipt, col(WebhookReceipt.sender_id) == col(Sender.id))
        .where(col(WebhookReceipt.error) == UNPLACED)
        .group_by(col(Sender.name))
        .order_by(col(Sender.name))
    )
    return dict(session.exec(statement).all())


def unplaced_complaints(session: Session, sender_id: int) -> list[UnplacedComplaintView]:
    """The newest `MAX_SHOWN`."""
    which = (WebhookReceipt.sender_id == sender_id, col(WebhookReceipt.error) == UNPLACED)
    statement = select(WebhookReceipt).where(*which).order_by(col(WebhookReceipt.id).desc()).limit(MAX_SHOWN)
    return [_read(receipt) for receipt in session.exec(statement).all()]


def take_complaint(session: Session, sender_id: int, receipt_id: int) -> UnplacedComplaintView:
    """Somebody has decided: it is forgotten. Raises NotFound where there is none, or where it has been."""
    which = (col(WebhookReceipt.sender_id) == sender_id, col(WebhookReceipt.id) == receipt_id)
    receipt = session.exec(
        select(WebhookReceipt).where(*which, col(WebhookReceipt.error) == UNPLACED).with_for_update()
    ).one_or_none()
    if receipt is None:
        raise NotFound("delivery-complaint-unknown")
    complaint = _read(receipt)
    _forget(session, *which)
    return complaint


def _forget(session: Session, *which: ColumnElement[bool]) -> int:
    """The receipt stays, so that the same complaint is not taken for a new one."""
    statement = update(WebhookReceipt).where(col(WebhookReceipt.error) == UNPLACED, *which)
    return rows_changed(session.exec(statement.values(body=None, error=None), execution_options=UNSYNCHRONISED))


def _read(receipt: WebhookReceipt) -> UnplacedComplaintView:
    content = json.loads(receipt.body or b"{}")
    return UnplacedComplaintView(
        receipt.id, receipt.received_at, content["address"], content["address_hash"], content["call_id"]
    )
