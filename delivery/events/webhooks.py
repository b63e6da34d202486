"""Webhooks: at the door, verify and keep what came, as it came; later, at leisure, read it and let it act."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlmodel import Session, col, select

from core.db import Database
from core.errors import InputRefused, NotFound
from core.logging import get_logger
from core.sql import insert_once
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.errors import MailForAPerson, WebhookUnreadable
from delivery.events.events import AppliedEvent, apply_events
from delivery.events.named_by_address import HashesOf, with_their_deliveries
from delivery.events.receipt_queue import UNPLACED, claim_receipts, this_version
from delivery.mail_reports.mail_report import FOR_A_PERSON, UNPROVEN
from delivery.providers.base import IncomingEvent, ReportedEvent, ReportParser, UnreadableEvent, WebhookParser
from delivery.tables import Sender, WebhookReceipt

log = get_logger(__name__)

MAX_BODY = 2 * 1024 * 1024
"""Bytes of a webhook: the one limit there is. The largest batches that a provider documents have 768 kB."""
MAX_KEY = 200
OLDEST_REPORT = timedelta(days=30)
NEWEST_REPORT = timedelta(hours=1)
"""A provider that names a moment further away from when its webhook came names none: a clock is wrong."""

WebhookParserFor = Callable[[str], WebhookParser | None]
"""By the provider's name; None if it has no webhooks."""
ReportParserFor = Callable[[str], ReportParser | None]
"""By the provider's name; None if it reports nothing."""


@dataclass(frozen=True, slots=True)
class ReceivedWebhook:
    receipt_id: int


@dataclass(frozen=True, slots=True)
class DuplicateWebhook:
    """It has been here before; nothing more to do."""


@dataclass(frozen=True, slots=True)
class WebhookEndpoint:
    """Where one sender's provider posts."""

    sender_id: int
    parser: WebhookParser


@dataclass(frozen=True, slots=True)
class StrayEvent:
    """An event about no delivery that is known here, and whose provider reports it."""

    sender_id: int
    event: IncomingEvent


@dataclass(frozen=True, slots=True)
class VerifiedWebhook:
    """What was posted and is certainly the provider's, to be kept."""

    sender_id: int
    key: str
    body: bytes
    received_at: datetime


def find_endpoint(database: Database, sender_token: str, parser_for: WebhookParserFor) -> WebhookEndpoint:
    """Raises NotFound."""
    with database.read() as session:
        sender = session.exec(select(Sender).where(col(Sender.webhook_token) == sender_token)).one_or_none()
    parser = parser_for(sender.provider) if sender is not None else None
    if sender is None or parser is None:
        raise NotFound("delivery-webhook-unknown")
    return WebhookEndpoint(sender.id, parser)


def verify_webhook(
    endpoint: WebhookEndpoint, headers: Mapping[str, str], body: bytes, *, now: datetime
) -> VerifiedWebhook:
    """Raises WebhookRefused (NotAllowed) for what the provider did not sign, InputRefused for what is too long.

    No transaction is open meanwhile: for some providers a certificate has to be fetched.
    """
    if len(body) > MAX_BODY:
        raise InputRefused("delivery-webhook-too-large", longest=MAX_BODY)
    key = endpoint.parser.verify(headers, body, now=now)
    return VerifiedWebhook(endpoint.sender_id, key[:MAX_KEY], body, now)


def store_webhooks(
    database: Database, webhooks: Sequence[VerifiedWebhook]
) -> list[ReceivedWebhook | DuplicateWebhook]:
    """All in one transaction; an answer for each, in their order. What comes twice at once is kept once."""
    # In the order of the keys, so that two processes with the same ones do not wait for each other.
    rows = [
        {
            "sender_id": webhook.sender_id,
            "dedupe_key": webhook.key,
            "body": webhook.body,
            "received_at": webhook.received_at,
        }
        for webhook in sorted(webhooks, key=lambda webhook: (webhook.sender_id, webhook.key))
    ]
    with database.write() as session:
        stored: list[WebhookReceipt] = insert_once(session, WebhookReceipt, rows)
    new = {(receipt.sender_id, receipt.dedupe_key): receipt.id for receipt in stored}
    return [_answer(new.pop((webhook.sender_id, webhook.key), None)) for webhook in webhooks]


def _answer(receipt_id: int | None) -> ReceivedWebhook | DuplicateWebhook:
    return DuplicateWebhook() if receipt_id is None else ReceivedWebhook(receipt_id)


def process_receipts(
    session: Session,
    *,
    now: datetime,
    limit: int,
    parser_for: ReportParserFor,
    of_no_delivery: Callable[[StrayEvent], None] = lambda _: None,
    hashes_of: HashesOf = lambda _: (),
) -> list[AppliedEvent]:
    """Reads the oldest receipts and lets their events act. What cannot be read is kept with its error, and read
    again by the next version; the rest of its receipt acts.

    `of_no_delivery` gets the events that act on no delivery: of mails that are none, and of deliveries that are
    not known here; the same may come twice. `hashes_of` is for reports without our id.
    """
    waiting = claim_receipts(session, limit)
    readable: dict[int, list[_Read]] = defaultdict(list)
    for receipt, provider in waiting:
        try:
            readable[receipt.sender_id].append(_read(receipt, _parse(receipt, provider, parser_for)))
        except Exception as error:  # a parser that fails on one receipt must not hold up the others
            _keep_with_error(session, receipt, error, now)
    applied: list[AppliedEvent] = []
    for sender_id, reads in readable.items():
        for read in reads:
            read.events[:] = with_their_deliveries(session, sender_id, read.events, hashes_of)
        acted_on = _apply_all(session, sender_id, reads, now)
        known = {event.delivery_id for event in acted_on}
        for event in (event for read in reads for event in read.events if event.delivery_id not in known):
            of_no_delivery(StrayEvent(sender_id, event))
        applied += acted_on
    return applied


def unreadable_receipts(session: Session, *, limit: int, after_id: int = 0) -> list[WebhookReceipt]:
    """What came, was signed, and could not be read: for staff to look at."""
    statement = (
        select(WebhookReceipt)
        .where(col(WebhookReceipt.error).is_not(None), col(WebhookReceipt.id) > after_id)
        .order_by(col(WebhookReceipt.id))
        .limit(limit)
    )
    return list(session.exec(statement).all())


def count_unreadable(session: Session, *, since: datetime) -> dict[str, int]:
    """How many of those came since then, by the name of their sender; without what is for people to
    decide on."""
    statement = (
        select(col(Sender.name), func.count())
        .join(WebhookReceipt, col(WebhookReceipt.sender_id) == col(Sender.id))
        .where(
            col(WebhookReceipt.error).is_not(None),
            col(WebhookReceipt.error).not_in((FOR_A_PERSON, UNPROVEN, UNPLACED)),
            col(WebhookReceipt.received_at) >= since,
        )
        .group_by(col(Sender.name))
        .order_by(col(Sender.name))
    )
    return dict(session.exec(statement).all())


@dataclass(frozen=True, slots=True)
class _Read:
    receipt: WebhookReceipt
    events: list[IncomingEvent]
    is_whole: bool
    """False: something in it could not be read."""


def _parse(receipt: WebhookReceipt, provider: str, parser_for: ReportParserFor) -> Sequence[ReportedEvent]:
    parser = parser_for(provider)
    if parser is None or receipt.body is None:
        raise WebhookUnreadable("delivery-webhook-unknown")
    return parser.parse(receipt.body, receipt_key=receipt.dedupe_key)


def _read(receipt: WebhookReceipt, reported: Sequence[ReportedEvent]) -> _Read:
    events = [_dated(event, receipt.received_at) for event in reported if isinstance(event, IncomingEvent)]
    return _Read(receipt, events, not any(isinstance(event, UnreadableEvent) for event in reported))


def _dated(event: IncomingEvent, received_at: datetime) -> IncomingEvent:
    """Of an event without a moment that can be, when it was received."""
    at = event.occurred_at
    can_be = at is not None and received_at - OLDEST_REPORT <= at <= received_at + NEWEST_REPORT
    return event if can_be else replace(event, occurred_at=received_at)


def _apply_all(session: Session, sender_id: int, reads: Sequence[_Read], now: datetime) -> list[AppliedEvent]:
    """All at once; if the database refuses something in them, one by one, so that only that one is kept back."""
    events = [event for read in reads for event in read.events]
    try:
        with session.begin_nested():
            applied = apply_events(session, sender_id, events, now=now)
    except (DataError, IntegrityError, StatementError) as error:
        if len(reads) > 1:
            return [
                applied_event for read in reads for applied_event in _apply_all(session, sender_id, [read], now)
            ]
        _keep_with_error(session, reads[0].receipt, error, now)
        return []
    for read in reads:
        if not read.is_whole:
            _keep_with_error(session, read.receipt, WebhookUnreadable("delivery-webhook-unreadable"), now)
    done = col(WebhookReceipt.id).in_([read.receipt.id for read in reads if read.is_whole])
    wipe = update(WebhookReceipt).where(done).values(processed_at=now, body=None, error=None)
    session.exec(wipe, execution_options=UNSYNCHRONISED)
    return applied


def _keep_with_error(session: Session, receipt: WebhookReceipt, error: Exception, now: datetime) -> None:
    code = error.code if isinstance(error, WebhookUnreadable) else type(error).__name__
    note = log.info if isinstance(error, MailForAPerson) else log.error
    note("webhook.unreadable", receipt_id=receipt.id, error=code)
    statement = update(WebhookReceipt).where(col(WebhookReceipt.id) == receipt.id)
    kept = {"processed_at": now, "error": code, "read_by": this_version()}
    session.exec(statement.values(kept), execution_options=UNSYNCHRONISED)
