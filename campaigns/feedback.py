"""What providers told us becomes what we do: outcomes on deliveries, and suppressions that hold for every list."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import assert_never

from sqlmodel import Session

from campaigns.house import House
from delivery.events import AppliedEvent
from delivery.listing import address_hashes_of
from delivery.outcome import EventType
from delivery.outgoing import Rejected, SendResult
from delivery.refusals import About
from delivery.soft_bounces import soft_bounces_in_a_row
from delivery.webhooks import has_waiting_receipts, process_receipts
from subscribers.suppress import suppress
from subscribers.tables import SuppressionReason

MOST_AT_ONCE = 200
LONGEST_RUN = timedelta(minutes=1)


def process_webhooks(house: House) -> None:
    """The job: every receipt that waits, each batch in one transaction with what follows from it."""
    now = house.clock.now()
    until = now + LONGEST_RUN
    while not house.stopping.is_set() and now < until and _has_waiting(house):
        now = house.clock.now()
        with house.database.write() as session:
            applied = process_receipts(session, now=now, limit=MOST_AT_ONCE, parser_for=house.webhook_parser)
            for event in applied:
                act_on(session, event, now=now)
            suppress_soft_bounced(session, applied, limit=house.settings.soft_bounce_limit, now=now)


def suppress_soft_bounced(session: Session, events: Sequence[AppliedEvent], *, limit: int, now: datetime) -> None:
    """Whoever has bounced softly `limit` times in a row, with nothing delivered between, gets no more mail."""
    bounced = {
        event.address_hash for event in events if event.type is EventType.BOUNCED and not event.is_permanent
    }
    if not bounced:
        return
    for address_hash, count in soft_bounces_in_a_row(session, bounced).items():
        if count >= limit:
            suppress(
                session,
                address_hash=address_hash,
                reason=SuppressionReason.BOUNCED,
                detail=f"{count} soft bounces in a row",
                now=now,
            )


def _has_waiting(house: House) -> bool:
    with house.database.read() as session:
        return has_waiting_receipts(session)


def act_on(session: Session, event: AppliedEvent, *, now: datetime) -> None:
    """Hard bounce, complaint and the provider's own unsubscribe suppress at once; twice is the same as once."""
    reason = suppression_for(event.type, is_permanent=event.is_permanent)
    if reason is not None:
        suppress(
            session,
            address_hash=event.address_hash,
            reason=reason,
            detail=f"delivery:{event.delivery_id}",
            now=now,
        )


def suppress_refused(session: Session, result: SendResult, refused: Collection[int], *, now: datetime) -> None:
    """A provider that says at the call that an address is nobody's says what a hard bounce says later."""
    gone = [
        one.delivery_id
        for one in result.results
        if isinstance(one, Rejected) and one.whom_it_is_about is About.NO_SUCH_ADDRESS
    ]
    theirs = set(gone) & set(refused)
    # In one order for everybody, so that two workers do not wait for each other.
    by_hash = sorted((address_hash, one) for one, address_hash in address_hashes_of(session, theirs).items())
    for address_hash, delivery_id in by_hash:
        suppress(
            session,
            address_hash=address_hash,
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
