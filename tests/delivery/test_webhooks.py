"""Webhooks at the door and at leisure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from core.db import Database
from core.errors import InputRefused, NotFound
from delivery.errors import WebhookRefused
from delivery.events.events import AppliedEvent
from delivery.events.webhooks import (
    MAX_BODY,
    DuplicateWebhook,
    ReceivedWebhook,
    process_receipts,
    unreadable_receipts,
)
from delivery.outcome import Outcome
from delivery.tables import DeliveryEvent, Sender, WebhookReceipt
from tests.conftest import NOON
from tests.delivery.builders import FakeParser, launched, opened, parser_for, receive, rows_of, snapshot


def post(
    database: Database, body: bytes, *, key: str | None = "key-1", to: str = "token-first"
) -> ReceivedWebhook | DuplicateWebhook:
    headers = {"signed": key} if key else {}
    return receive(database, sender_token=to, headers=headers, body=body, now=NOON, parser_for=parser_for)


def process(database: Database, limit: int = 100) -> list[AppliedEvent]:
    with database.write() as session:
        return process_receipts(session, now=NOON, limit=limit, parser_for=parser_for)


def receipts(database: Database) -> Sequence[WebhookReceipt]:
    with database.read() as session:
        return session.exec(select(WebhookReceipt).order_by(col(WebhookReceipt.id))).all()


def test_what_came_is_kept_as_it_came_and_read_later(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    body = f"event-1 {campaign.ids[0]} delivered".encode()
    assert isinstance(post(database, body), ReceivedWebhook)
    (kept,) = receipts(database)
    assert (kept.body, kept.processed_at) == (body, None)
    assert [applied_event.delivery_id for applied_event in process(database)] == list(campaign.ids)
    (done,) = receipts(database)
    assert (done.body, done.processed_at, done.error) == (None, NOON, None)
    assert rows_of(database, campaign)[0].outcome is Outcome.DELIVERED


def test_processing_twice_changes_nothing(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    post(database, f"event-1 {campaign.ids[0]} delivered".encode())
    process(database)
    before = snapshot(database), receipts(database)
    assert process(database) == []
    assert (snapshot(database), receipts(database)) == before


def test_the_same_request_is_kept_once_even_after_it_was_processed(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    body = f"event-1 {campaign.ids[0]} delivered".encode()
    post(database, body)
    assert post(database, body) == DuplicateWebhook()
    process(database)
    assert post(database, body) == DuplicateWebhook()
    assert len(receipts(database)) == 1


def test_one_event_in_two_requests_acts_once(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    body = f"event-1 {campaign.ids[0]} bounced".encode()
    post(database, body, key="key-1")
    post(database, body, key="key-2")
    assert len(process(database)) == 1


def test_what_is_not_signed_or_not_for_us_leaves_no_trace(database: Database) -> None:
    launched(database, 1)
    with pytest.raises(WebhookRefused):
        post(database, b"", key=None)
    with pytest.raises(NotFound):
        post(database, b"", to="guessed")
    with pytest.raises(InputRefused):
        post(database, b"x" * (MAX_BODY + 1))
    assert receipts(database) == []


def test_garbage_is_kept_and_shown_and_holds_nobody_up(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    for number, body in enumerate([b"garbage", b"bug", f"e {campaign.ids[0]} delivered".encode()]):
        post(database, body, key=f"key-{number}")
    assert len(process(database)) == 1
    with database.read() as session:
        shown = unreadable_receipts(session, limit=10)
    assert [(kept.body, kept.error) for kept in shown] == [
        (b"garbage", "delivery-webhook-unreadable"),
        (b"bug", "RuntimeError"),
    ]
    assert process(database) == []


def test_what_the_database_refuses_keeps_back_only_itself(database: Database) -> None:
    campaign = launched(database, 2)
    opened(database, campaign)
    first_id, second_id = campaign.ids
    bodies = [f"e-1 {first_id} delivered", f"naive {second_id} delivered", f"e-2 {first_id} opened"]
    for number, body in enumerate(bodies):
        post(database, body.encode(), key=f"key-{number}")
    assert [(applied_event.delivery_id) for applied_event in process(database)] == [first_id, first_id]
    assert [kept.error is not None for kept in receipts(database)] == [False, True, False]


def test_a_limit_leaves_the_rest_for_the_next_time(database: Database) -> None:
    campaign = launched(database, 3)
    opened(database, campaign)
    for delivery_id in campaign.ids:
        post(database, f"e-{delivery_id} {delivery_id} delivered".encode(), key=f"key-{delivery_id}")
    assert [len(process(database, limit=2)) for _ in range(3)] == [2, 1, 0]
    with database.read() as session:
        assert len(session.exec(select(DeliveryEvent)).all()) == 3


def test_no_transaction_is_open_while_a_signature_is_checked(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)

    class SlowParser(FakeParser):
        def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
            # With a writer's transaction open, SQLite would let nobody else write here.
            with database.write() as session:
                session.execute(update(Sender).values(calls_per_second=1.0))
            return super().verify(headers, body, now=now)

    result = receive(
        database,
        sender_token="token-first",
        headers={"signed": "key-1"},
        body=b"event-1 1 delivered",
        now=NOON,
        parser_for=lambda _: SlowParser(),
    )
    assert isinstance(result, ReceivedWebhook)
