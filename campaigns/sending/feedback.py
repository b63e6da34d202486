"""What providers told us becomes what we do: outcomes on deliveries, and suppressions that hold for every list."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from sqlmodel import Session, col, select

from campaigns.forgotten_mail import address_of_delivery, forgotten_among, hashes_that_begin_with
from campaigns.sending.job_context import JobContext
from campaigns.tables import SubscriptionMail
from core.addresses import address_hash
from delivery.events.events import AppliedEvent
from delivery.events.named_by_address import mailed_lately
from delivery.events.receipt_queue import has_waiting_receipts
from delivery.events.soft_bounces import soft_bounces_in_a_row
from delivery.events.unplaced_complaints import keep_complaint
from delivery.events.webhooks import StrayEvent, process_receipts
from delivery.message.outgoing import Rejected, SendResult
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent
from delivery.refusals import RefusalSubject
from delivery.reporting.listing import address_hashes_of
from delivery.settings import DeliverySettings
from subscribers.suppress import is_suppressed, suppress
from subscribers.tables import Subscriber, SuppressionReason
from subscribers.written_address import addresses_in

BATCH_SIZE = 200
MAX_RUN_TIME = timedelta(minutes=1)


def process_webhooks(context: JobContext) -> None:
    """The job: every receipt that waits, each batch in one transaction with what follows from it."""
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    while not context.stopping.is_set() and context.uptime.seconds() < until and _has_waiting(context):
        now = context.clock.now()
        with context.database.write() as session:
            stray_events: list[StrayEvent] = []
            secret = context.settings.secret_key.get_secret_value()
            applied = process_receipts(
                session,
                now=now,
                limit=BATCH_SIZE,
                parser_for=context.report_parser,
                of_no_delivery=stray_events.append,
                hashes_of=partial(_hashes_of, secret=secret),
            )
            for event in applied:
                act_on(session, event, now=now)
            for stray_event in stray_events:
                act_on_forgotten_delivery(session, stray_event, now=now)
                act_on_subscription_mail(session, stray_event.event, secret=secret, now=now)
                act_on_unnumbered_report(session, stray_event, secret=secret, now=now)
            suppress_soft_bounced(
                session, applied, limit=DeliverySettings.of(context.settings).soft_bounce_limit, now=now
            )


def suppress_soft_bounced(session: Session, events: Sequence[AppliedEvent], *, limit: int, now: datetime) -> None:
    """Whoever has bounced softly `limit` times in a row, with nothing delivered between, gets no more mail."""
    bounced = {
        event.address_hash for event in events if event.type is EventType.BOUNCED and not event.is_permanent
    }
    if not bounced:
        return
    for key, count in soft_bounces_in_a_row(session, bounced, now=now).items():
        if count >= limit:
            suppress(
                session,
                address_hash=key,
                reason=SuppressionReason.BOUNCED,
                detail=f"{count} soft bounces in a row",
                now=now,
            )


def _has_waiting(context: JobContext) -> bool:
    with context.database.read() as session:
        return has_waiting_receipts(session)


def act_on(session: Session, event: AppliedEvent, *, now: datetime) -> bool:
    """Hard bounce, complaint and the provider's own unsubscribe suppress at once; twice is the same as once.

    Whether it was news.
    """
    reason = suppression_for(event.type, is_permanent=event.is_permanent)
    return reason is not None and suppress(
        session,
        address_hash=event.address_hash,
        reason=reason,
        detail=f"delivery:{event.delivery_id}",
        now=now,
    )


def act_on_subscription_mail(session: Session, event: IncomingEvent, *, secret: str, now: datetime) -> None:
    """The same for a question or a welcome, which is no delivery: the address that the provider names leads to
    whom it was sent to, also where a restore has lost them. An address that we asked nothing is a stranger's, and
    left alone. A report without our id may be about a mail of somebody else's."""
    if event.delivery_id is None:
        return
    reason = suppression_for(event.type, is_permanent=event.is_permanent)
    keys = _address_hashes(session, event, secret) if reason is not None else []
    if reason is None or not keys:
        return
    asked = session.exec(
        select(SubscriptionMail.id, Subscriber.address_hash)
        .join(Subscriber, col(Subscriber.id) == SubscriptionMail.subscriber_id)
        .where(col(Subscriber.address_hash).in_(keys))
        .order_by(col(SubscriptionMail.id).desc())
        .limit(1)
    ).first()
    if asked is not None:
        question_id, key = asked
        suppress(session, address_hash=key, reason=reason, detail=f"question:{question_id}", now=now)
    elif forgotten := forgotten_among(session, keys):
        suppress(session, address_hash=forgotten, reason=reason, detail="question", now=now)


def _address_hashes(session: Session, event: IncomingEvent, secret: str) -> list[str]:
    """Of whom the provider names, or whom our own token in the envelope stands for."""
    if event.address_hash_prefix:
        return hashes_that_begin_with(session, event.address_hash_prefix)
    return _hashes_of(event.address or "", secret=secret)


def _hashes_of(text: str, *, secret: str) -> list[str]:
    return [address_hash(address, secret=secret) for address in addresses_in(text)]


def act_on_unnumbered_report(session: Session, stray_event: StrayEvent, *, secret: str, now: datetime) -> None:
    """A report that lacks our id, and whose address and name mean no email of ours. Where it names an address
    alone, and this sender has written to it lately, it is about that. A complaint that names another email, or
    somebody who has had none lately, waits for a person, if the address is one of ours at all: somebody else may
    send through the same account."""
    event = stray_event.event
    reason = suppression_for(event.type, is_permanent=event.is_permanent)
    if reason is None or event.delivery_id is not None or not event.address:
        return
    keys = _hashes_of(event.address, secret=secret)
    is_named = event.call_id is not None or event.provider_message_id is not None
    mailed = mailed_lately(session, stray_event.sender_id, keys, before=event.occurred_at or now)
    if mailed is not None and not is_named:
        delivery_id, key = mailed
        suppress(session, address_hash=key, reason=reason, detail=f"delivery:{delivery_id}", now=now)
    elif reason is SuppressionReason.COMPLAINED:
        known = session.exec(select(Subscriber.address_hash).where(col(Subscriber.address_hash).in_(keys))).first()
        if known is not None and not is_suppressed(session, known):
            keep_complaint(session, stray_event, address_hash=known, now=now)


def act_on_forgotten_delivery(session: Session, stray_event: StrayEvent, *, now: datetime) -> None:
    """The same for a delivery that a restore has lost: the journal knew its number and its address."""
    event = stray_event.event
    reason = suppression_for(event.type, is_permanent=event.is_permanent)
    if reason is None or not event.delivery_id:
        return
    key = address_of_delivery(session, stray_event.sender_id, event.delivery_id)
    if key is not None:
        suppress(session, address_hash=key, reason=reason, detail=f"delivery:{event.delivery_id}", now=now)


def suppress_refused(session: Session, result: SendResult, refused: Collection[int], *, now: datetime) -> None:
    """A provider that says at the call that an address is nobody's says what a hard bounce says later."""
    gone = [
        delivery_result.delivery_id
        for delivery_result in result.results
        if isinstance(delivery_result, Rejected)
        and delivery_result.whom_it_is_about is RefusalSubject.NO_SUCH_ADDRESS
    ]
    theirs = set(gone) & set(refused)
    # In one order for everybody, so that two workers do not wait for each other.
    for key, delivery_id in sorted(
        (key, delivery_id) for delivery_id, key in address_hashes_of(session, theirs).items()
    ):
        suppress(
            session,
            address_hash=key,
            reason=SuppressionReason.BOUNCED,
            detail=f"delivery:{delivery_id}",
            now=now,
        )


def suppression_for(event: EventType, *, is_permanent: bool) -> SuppressionReason | None:
    """Pure. Consent is the person's and stays as it is; this is about whether mail can and may arrive."""
    match event:
        case EventType.BOUNCED | EventType.REJECTED:
            return SuppressionReason.BOUNCED if is_permanent else None
        case EventType.COMPLAINED:
            return SuppressionReason.COMPLAINED
        case EventType.UNSUBSCRIBED:
            return SuppressionReason.PROVIDER_UNSUBSCRIBED
        case (
            EventType.QUEUED
            | EventType.SENT
            | EventType.FAILED
            | EventType.DEFERRED
            | EventType.DELIVERED
            | EventType.OPENED
            | EventType.CLICKED
            | EventType.UNKNOWN
        ):
            return None
        case _:
            assert_never(event)
