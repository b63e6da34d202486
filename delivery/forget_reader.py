"""Erasure, the deliveries' side: what happened stays, and nothing in it leads to whom it happened to.

Each delivery keeps its number and its state, for reports. Its hash gives way to a random value, unless nobody
knows yet whether the provider took it: the answer may be placed by the hash. What providers said goes, and so does
what they posted and nobody could read, where it names the address.
"""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Session, col, select

from core.sql import in_ids
from core.write_guard import refuse_in_write
from delivery.encoded_names import names_any
from delivery.reporting.of_reader import deliveries_of_reader
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, DeliveryEvent, WebhookReceipt

_READ_AT_ONCE = 50
UNDECIDED = (DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT)


@dataclass(frozen=True, slots=True)
class UnreadReceiptCheck:
    """Which reports that nobody could read name some people, as they were looked through before the transaction
    that forgets these: to read them takes long, and others wait for it."""

    names: frozenset[str] = frozenset()
    """Addresses and their hashes."""
    named: Mapping[int, bool] = field(default_factory=dict)
    """By the number of each report that was looked through."""


NOT_CHECKED = UnreadReceiptCheck()


def forget_reader(
    session: Session,
    *,
    subscriber_id: int,
    address: str,
    address_hashes: Collection[str],
    campaign_ids: Collection[int],
    unread: UnreadReceiptCheck = NOT_CHECKED,
) -> None:
    """`address_hashes`: also of addresses that they had. `campaign_ids`: all that were launched; a delivery is
    looked up by its campaign and its reader. `unread`: what it says of other people, or does not know, is looked
    through now."""
    deliveries = deliveries_of_reader(
        session, subscriber_id=subscriber_id, address_hashes=address_hashes, campaign_ids=campaign_ids
    )
    for delivery in deliveries:
        delivery.detail = None
        if delivery.status not in UNDECIDED:
            delivery.address_hash = secrets.token_hex(32)
        session.add(delivery)
    session.flush()
    numbers = [delivery.id for delivery in deliveries]
    theirs = in_ids(session, col(DeliveryEvent.delivery_id), numbers)
    session.execute(update(DeliveryEvent).where(theirs).values(detail=None))
    _forget_calls(session, numbers, address)
    _forget_unread(session, {address, *address_hashes}, unread)


def forget_left_address(
    session: Session,
    *,
    subscriber_id: int,
    address: str,
    address_hashes: Collection[str],
    campaign_ids: Collection[int],
) -> None:
    """They have that address no more, and nobody will know it when they are erased: what names it in a provider's
    words goes now. The parameters are those of `forget_reader`."""
    deliveries = deliveries_of_reader(
        session, subscriber_id=subscriber_id, address_hashes=address_hashes, campaign_ids=campaign_ids
    )
    numbers = [delivery.id for delivery in deliveries]
    theirs = in_ids(session, col(DeliveryEvent.delivery_id), numbers)
    session.execute(update(DeliveryEvent).where(theirs, _names(DeliveryEvent.detail, address)).values(detail=None))
    mine = in_ids(session, col(Delivery.id), numbers)
    session.execute(update(Delivery).where(mine, _names(Delivery.detail, address)).values(detail=None))
    _forget_calls(session, numbers, address)
    _forget_unread(session, {address}, NOT_CHECKED)


def _forget_calls(session: Session, delivery_ids: Collection[int], address: str) -> None:
    """What providers said of calls with them, where that names the address."""
    calls = select(AttemptDelivery.attempt_id).where(
        in_ids(session, col(AttemptDelivery.delivery_id), delivery_ids)
    )
    named = (col(Attempt.id).in_(calls), _names(Attempt.detail, address))
    session.execute(update(Attempt).where(*named).values(detail=None))


def check_unread(session: Session, names: Collection[str]) -> UnreadReceiptCheck:
    """Those that nobody could read are few, and kept for days."""
    refuse_in_write("reports that nobody could read")
    return UnreadReceiptCheck(frozenset(names), _named(session, names, _unread_numbers(session)))


def _unread_numbers(session: Session) -> list[int]:
    unread = (col(WebhookReceipt.error).is_not(None), col(WebhookReceipt.body).is_not(None))
    return list(session.exec(select(WebhookReceipt.id).where(*unread)))


def _named(session: Session, names: Collection[str], numbers: Collection[int]) -> dict[int, bool]:
    bodies = select(WebhookReceipt.id, WebhookReceipt.body).where(in_ids(session, col(WebhookReceipt.id), numbers))
    receipts = session.exec(bodies, execution_options={"yield_per": _READ_AT_ONCE})
    return {number: bool(body) and names_any(body or b"", names) for number, body in receipts}


def _forget_unread(session: Session, names: Collection[str], unread: UnreadReceiptCheck) -> None:
    """The receipt stays, so that the same report is not taken for a new one."""
    known = unread.named if unread.names.issuperset(names) else {}
    numbers = _unread_numbers(session)
    named = _named(session, names, [number for number in numbers if number not in known])
    theirs = [number for number in numbers if known.get(number) or named.get(number)]
    which = in_ids(session, col(WebhookReceipt.id), theirs)
    session.execute(update(WebhookReceipt).where(which).values(body=None, error=None))


def _names(column: Any, address: str) -> ColumnElement[bool]:
    is_named: ColumnElement[bool] = func.lower(column).contains(address.lower(), autoescape=True)
    return is_named
