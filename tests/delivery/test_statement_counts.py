"""A batch of a hundred costs as many statements as a batch of three."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import update
from sqlmodel import Session

from core.db import Database
from delivery.attempts.attempts import (
    RetryTerms,
    deliveries_of,
    due_for_reconciliation,
    record_not_accepted,
    record_result,
)
from delivery.attempts.in_doubt import decide_doubts
from delivery.attempts.queue import cancel_queued, claim, expire_leases, skip
from delivery.events.events import apply_events
from delivery.events.webhooks import process_receipts
from delivery.message.outgoing import Accepted, DeliveryResult, NotSent, Rejected, SendResult
from delivery.outcome import EventType, RejectReason
from delivery.reporting.progress import count_deliveries
from delivery.status import DeliveryStatus
from delivery.tables import Attempt
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    MAX_ATTEMPTS,
    WORKER,
    Launched,
    event,
    launched,
    open_for,
    opened,
    parser_for,
    receive,
)

SIZES = (3, 120)
Step = Callable[[Session, Launched, int], object]
"""The last is the attempt that is open, if the stage has one."""


def counted(database: Database, campaign: Launched, step: Step, attempt_id: int = 0) -> int:
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    sqlalchemy_event.listen(database.engine, "before_cursor_execute", note)
    try:
        with database.write() as session:
            step(session, campaign, attempt_id)
    finally:
        sqlalchemy_event.remove(database.engine, "before_cursor_execute", note)
    return len(seen)


def a_mixed_result(campaign: Launched) -> SendResult:
    kinds: list[Callable[[int], DeliveryResult]] = [
        lambda delivery_id: Accepted(delivery_id, f"m{delivery_id}"),
        lambda delivery_id: Rejected(delivery_id, RejectReason.INVALID, "no"),
        lambda delivery_id: NotSent(delivery_id, "later"),
    ]
    return SendResult(tuple(kinds[place % 3](delivery_id) for place, delivery_id in enumerate(campaign.ids)))


FROM_QUEUED: dict[str, Step] = {
    "claim": lambda session, campaign, _: claim(session, campaign_id=campaign.campaign_id, limit=200, now=NOON),
    "skip": lambda session, campaign, _: skip(session, dict.fromkeys(campaign.ids, "unsubscribed"), now=NOON),
    "open": lambda session, campaign, _: open_for(session, campaign, campaign.ids),
    "cancel": lambda session, campaign, _: cancel_queued(session, campaign.campaign_id, now=NOON),
}
FROM_OPENED: dict[str, Step] = {
    "result": lambda session, campaign, attempt_id: record_result(
        session, attempt_id, a_mixed_result(campaign), now=NOON, terms=RetryTerms(MAX_ATTEMPTS)
    ),
    "not accepted": lambda session, _, attempt_id: record_not_accepted(
        session, attempt_id, now=NOON, retry_at=NOON, detail=""
    ),
    "doubt": lambda session, *_: expire_leases(session, now=NOON + LEASE),
    "settling": lambda session, *_: due_for_reconciliation(session, now=NOON, limit=9, worker=WORKER, lease=LEASE),
    "deliveries": lambda session, _, attempt_id: deliveries_of(session, attempt_id),
    "events": lambda session, campaign, _: apply_events(
        session, campaign.sender_id, [event(delivery_id) for delivery_id in campaign.ids], now=NOON
    ),
}


def measure(database: Database, size: int, step: Step, stage: str) -> int:
    campaign = launched(database, size, name=f"campaign-{size}")
    if stage == "opened":
        return counted(database, campaign, step, opened(database, campaign, campaign.ids).id)
    return counted(database, campaign, step)


@pytest.mark.parametrize("name", [*FROM_QUEUED, *FROM_OPENED])
def test_the_size_of_a_batch_does_not_matter(database: Database, name: str) -> None:
    for stage, steps in (("queued", FROM_QUEUED), ("opened", FROM_OPENED)):
        if name in steps:
            few, many = (measure(database, size, steps[name], stage) for size in SIZES)
            assert few == many


def test_the_number_of_receipts_does_not_matter(database: Database) -> None:
    counts = []
    for size in SIZES:
        campaign = launched(database, size, name=f"campaign-{size}")
        opened(database, campaign, campaign.ids)
        for delivery_id in campaign.ids:
            receive(
                database,
                sender_token=f"token-campaign-{size}",
                headers={"signed": str(delivery_id)},
                body=f"{delivery_id} {delivery_id} {EventType.DELIVERED}".encode(),
                now=NOON,
                parser_for=parser_for,
            )
        counts.append(
            counted(
                database,
                campaign,
                lambda session, *_: process_receipts(session, now=NOON, limit=200, parser_for=parser_for),
            )
        )
    assert counts[0] == counts[1]


def _decide(attempt_ids: list[int], session: Session, campaign: Launched, _: int) -> object:
    return decide_doubts(session, campaign.campaign_id, attempt_ids, was_accepted=False, now=NOON + LEASE)


def test_a_decision_about_many_attempts_costs_as_many_statements_as_one_about_few(database: Database) -> None:
    counts = []
    for size in SIZES:
        campaign = launched(database, size, name=f"campaign-{size}")
        with database.write() as session:
            attempts = [open_for(session, campaign, [delivery_id]).id for delivery_id in campaign.ids]
            expire_leases(session, now=NOON + LEASE)
            session.exec(update(Attempt).values(settle_at=None))
        counts.append(counted(database, campaign, partial(_decide, attempts)))
        with database.read() as session:
            assert count_deliveries(session, campaign.campaign_id).status == {DeliveryStatus.QUEUED: size}
    assert counts[0] == counts[1]
