"""Mailgun's webhooks: only what Mailgun signed gets in, each token once, and every event has its word."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from core.db import Database
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.events.webhooks import DuplicateWebhook, ReceivedWebhook
from delivery.outcome import EventType, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.providers.mailgun import CAPABILITIES
from delivery.providers.mailgun.webhooks import MailgunWebhookParser
from delivery.senders.senders import SenderDetails, create_sender
from delivery.tables import WebhookReceipt
from tests.conftest import NOON
from tests.delivery.builders import only_read, receive
from tests.delivery.esp_specs import NEEDS, webhook_cases
from tests.delivery.test_provider_resend_webhooks import JSON

KEY = "the key of this test"
TOKEN = "0123456789abcdef0123456789abcdef0123456789abcdef01"
CASES = webhook_cases("mailgun")


def signed(*, at: datetime = NOON, token: str = TOKEN, key: str = KEY) -> dict[str, str]:
    sent_at = str(int(at.timestamp()))
    signature = hmac.new(key.encode(), f"{sent_at}{token}".encode(), hashlib.sha256).hexdigest()
    return {"timestamp": sent_at, "token": token, "signature": signature}


def a_body(event: str = "delivered", signature: Any = None, **data: Any) -> bytes:
    facts = {
        "event": event,
        "id": "W3X4JOhFT-OZidZGKKr9iA",
        "timestamp": 1795348798.25,
        "user-variables": {"delivery": "42", "campaign": "camp2345"},
        "message": {"headers": {"message-id": "1@mailgun.test"}},
    }
    return json.dumps({"signature": signature or signed(), "event-data": facts | data}).encode()


def verify(body: bytes, *, now: datetime = NOON, key: str = KEY) -> str:
    return MailgunWebhookParser(key).verify({}, body, now=now)


def parse(body: bytes) -> IncomingEvent:
    (event,) = only_read(MailgunWebhookParser(KEY).parse(body, receipt_key=TOKEN))
    return event


def test_a_signed_request_is_let_in_under_its_token() -> None:
    assert verify(a_body()) == TOKEN


def test_without_a_key_nothing_is_let_in() -> None:
    with pytest.raises(WebhookRefused):
        verify(a_body(signature=signed(key="")), key="")


@pytest.mark.parametrize(
    "signature",
    [
        signed(key="somebody else's"),
        signed() | {"token": TOKEN[::-1]},
        signed() | {"timestamp": "1795348801"},
        signed() | {"signature": "0" * 64},
        signed() | {"signature": signed()["signature"].upper()},
        signed() | {"signature": None},
        signed() | {"timestamp": 1795348800},
        signed(token="short"),
        signed(token="x" * 101),
        ["signed"],
        "signed",
    ],
)
def test_a_request_that_is_not_signed_is_refused(signature: Any) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(a_body(signature=signature))
    assert caught.value.code == "delivery-webhook-unsigned"


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"null", b"[" * 100_000, b"event=delivered"])
def test_a_body_without_a_signature_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        verify(body)


@pytest.mark.parametrize("age", [timedelta(hours=9), timedelta(minutes=-15)])
def test_mailgun_may_repeat_itself_for_eight_hours(age: timedelta) -> None:
    assert verify(a_body(), now=NOON + age) == TOKEN


@pytest.mark.parametrize("age", [timedelta(hours=9, seconds=1), timedelta(minutes=-15, seconds=-1)])
def test_a_signature_from_another_time_is_refused(age: timedelta) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(a_body(), now=NOON + age)
    assert caught.value.code == "delivery-webhook-too-old"


def test_a_token_counts_once_whatever_comes_with_it(database: Database) -> None:
    with database.write() as session:
        sender = create_sender(
            session,
            SenderDetails(name="Bulletin", provider="mailgun", from_name="Žarek", from_address="a@example.org"),
            now=NOON,
            known_providers={"mailgun": CAPABILITIES},
        )
    results = [
        receive(
            database,
            sender_token=sender.webhook_token,
            headers={},
            body=body,
            now=NOON,
            parser_for=lambda _: MailgunWebhookParser(KEY),
        )
        for body in (a_body("delivered"), a_body("delivered"), a_body("complained"))
    ]
    assert [type(result) for result in results] == [ReceivedWebhook, DuplicateWebhook, DuplicateWebhook]
    with database.read() as session:
        (receipt,) = session.exec(select(WebhookReceipt)).all()
        assert receipt.body == a_body("delivered")


def test_an_event_leads_back_to_its_delivery() -> None:
    assert parse(a_body()) == IncomingEvent(
        event_id=TOKEN,
        type=EventType.DELIVERED,
        occurred_at=datetime(2026, 11, 22, 11, 59, 58, 250000, tzinfo=UTC),
        delivery_id=42,
        provider_message_id="<1@mailgun.test>",
    )


@pytest.mark.parametrize("variables", [None, {}, [], {"delivery": ""}, {"delivery": "4x"}, {"delivery": 42}])
def test_without_our_id_the_name_of_the_call_points_at_nobody(variables: Any) -> None:
    event = parse(a_body(**{"user-variables": variables}))
    assert (event.delivery_id, event.provider_message_id) == (None, None)


@pytest.mark.parametrize(
    ("data", "expected", "reason", "is_permanent"),
    [
        ({"event": "accepted"}, EventType.QUEUED, None, True),
        ({"event": "rejected"}, EventType.REJECTED, RejectReason.OTHER, False),
        ({"event": "opened"}, EventType.OPENED, None, True),
        ({"event": "clicked"}, EventType.CLICKED, None, True),
        ({"event": "complained"}, EventType.COMPLAINED, RejectReason.SPAM, True),
        ({"event": "unsubscribed"}, EventType.UNSUBSCRIBED, None, True),
        ({"event": "stored"}, EventType.UNKNOWN, None, True),
        ({"event": "failed", "severity": "temporary"}, EventType.DEFERRED, None, False),
        (
            {"event": "failed", "severity": "permanent", "reason": "bounce"},
            EventType.BOUNCED,
            RejectReason.BOUNCED,
            True,
        ),
        (
            {
                "event": "failed",
                "severity": "permanent",
                "reason": "bounce",
                "delivery-status": {"bounce-type": "soft"},
            },
            EventType.BOUNCED,
            RejectReason.BOUNCED,
            False,
        ),
        (
            {"event": "failed", "severity": "permanent", "reason": "suppress-bounce"},
            EventType.REJECTED,
            RejectReason.BOUNCED,
            True,
        ),
        (
            {"event": "failed", "severity": "permanent", "reason": "suppress-unsubscribe"},
            EventType.REJECTED,
            RejectReason.UNSUBSCRIBED,
            True,
        ),
        (
            {"event": "failed", "severity": "permanent", "reason": "old"},
            EventType.BOUNCED,
            RejectReason.TIMED_OUT,
            False,
        ),
        (
            {"event": "failed", "severity": "permanent", "reason": "espblock"},
            EventType.BOUNCED,
            RejectReason.BLOCKED,
            False,
        ),
        (
            {"event": "failed", "severity": "permanent", "reason": "generic"},
            EventType.BOUNCED,
            RejectReason.OTHER,
            False,
        ),
    ],
)
def test_every_event_has_its_word(
    data: dict[str, Any], expected: EventType, reason: RejectReason | None, is_permanent: bool
) -> None:
    event = parse(a_body(**data))
    assert (event.type, event.reject_reason, event.is_permanent) == (expected, reason, is_permanent)


def test_the_words_of_a_failure_are_kept_without_the_address() -> None:
    status = {"message": "550 no <ana@example.org>", "description": "Not delivering"}
    assert parse(a_body("failed", **{"delivery-status": status})).detail == "550 no <[address]> · Not delivering"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        json.dumps({"signature": signed()}).encode(),
        json.dumps({"signature": signed(), "event-data": []}).encode(),
        json.dumps({"signature": {}, "event-data": {"event": "delivered"}}).encode(),
    ],
)
def test_a_body_of_another_shape_is_said_to_be_unreadable(body: bytes) -> None:
    with pytest.raises(WebhookUnreadable):
        parse(body)


@given(
    st.dictionaries(st.sampled_from(["severity", "reason", "user-variables", "message", "delivery-status"]), JSON)
)
def test_whatever_is_inside_an_event_is_read_or_left(data: dict[str, Any]) -> None:
    assert parse(a_body("failed", **data)).event_id == TOKEN


@pytest.mark.skipif(not CASES, reason=NEEDS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recorded_webhook_is_understood(path: Path) -> None:
    case = json.loads(path.read_text())
    body = case["request"]["body_text"].encode()
    parser = MailgunWebhookParser(case["verification"]["test_keys"]["webhook_signing_key"])
    if case["body_json"] is None:  # the form of years ago, which Mailgun has given up
        with pytest.raises(WebhookRefused):
            parser.verify({}, body, now=NOON)
        return
    sent_at = datetime.fromtimestamp(int(case["body_json"]["signature"]["timestamp"]), UTC)
    token = parser.verify(case["request"]["headers"], body, now=sent_at)
    (event,), (expected,) = only_read(parser.parse(body, receipt_key=token)), case["expect"]["events"]
    assert event.event_id == expected["event_id"]
    assert event.type == expected["event_type"]
    assert event.reject_reason == expected["reject_reason"] or expected["reject_reason"] is None
    assert event.occurred_at is not None
    assert event.occurred_at.isoformat() == (expected["timestamp"] or event.occurred_at.isoformat())
