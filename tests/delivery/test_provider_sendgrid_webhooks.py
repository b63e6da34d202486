"""SendGrid's webhooks: only what SendGrid signed gets in, and every event has its word."""

import base64
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Misconfigured
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.providers.sendgrid.webhooks import SendGridWebhookParser
from tests.conftest import NOON
from tests.delivery.builders import only_read
from tests.delivery.esp_specs import NEEDS, webhook_cases
from tests.delivery.test_provider_resend_webhooks import JSON

PRIVATE = ec.derive_private_key(20261122, ec.SECP256R1())
CASES = webhook_cases("sendgrid")


def public(key: ec.EllipticCurvePrivateKey = PRIVATE) -> str:
    der = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


def signature(content: bytes, key: ec.EllipticCurvePrivateKey = PRIVATE) -> str:
    return base64.b64encode(key.sign(content, ec.ECDSA(SHA256()))).decode()


def signed(body: bytes, *, at: datetime = NOON, **changes: str) -> dict[str, str]:
    sent_at = str(int(at.timestamp()))
    headers = {"Timestamp": sent_at, "Signature": signature(sent_at.encode() + body)} | changes
    return {f"X-Twilio-Email-Event-Webhook-{name}": value for name, value in headers.items()}


def verify(headers: dict[str, str], body: bytes = b"[]", now: datetime = NOON) -> str:
    return SendGridWebhookParser(public()).verify(headers, body, now=now)


def an_event(event: str = "delivered", **data: Any) -> bytes:
    facts = {
        "event": event,
        "timestamp": 1795348798,
        "sg_event_id": "event-1",
        "sg_message_id": "sg-1.recvd-5f54b5d587-pczjm-1",
        "bilten_delivery": "42",
    }
    return json.dumps([facts | data]).encode()


def parse(body: bytes) -> IncomingEvent:
    (event,) = only_read(SendGridWebhookParser(public()).parse(body, receipt_key="receipt-1"))
    return event


def test_a_signed_request_is_let_in_and_known_by_its_body() -> None:
    first, again = verify(signed(b"[]")), verify(signed(b"[]", at=NOON + timedelta(minutes=1)))
    assert first == again
    assert first != verify(signed(b"[1]"), b"[1]")


def test_header_names_may_be_written_in_any_case() -> None:
    assert verify({name.upper(): value for name, value in signed(b"[]").items()})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(b"[ ]"),
        signed(b"[]", Timestamp=str(int(NOON.timestamp()) + 1)),
        signed(b"[]", Signature=""),
        signed(b"[]", Signature="not base64"),
        signed(b"[]", Signature="ž"),
        signed(b"[]", Signature=base64.b64encode(b"\x30\x03").decode()),
        signed(b"[]", Signature=signature(b"1795348800[]", ec.derive_private_key(7, ec.SECP256R1()))),
        signed(b"[]", Timestamp="now", Signature=signature(b"now[]")),
        signed(b"[]", Timestamp="٣", Signature=signature("٣[]".encode())),
    ],
)
def test_a_request_that_is_not_signed_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(headers)
    assert caught.value.code == "delivery-webhook-unsigned"


@pytest.mark.parametrize("seconds", [-600, 600])
def test_a_signature_is_good_for_ten_minutes_both_ways(seconds: int) -> None:
    assert verify(signed(b"[]"), now=NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize("seconds", [-601, 601])
def test_a_signature_from_another_time_is_refused(seconds: int) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(signed(b"[]"), now=NOON + timedelta(seconds=seconds))
    assert caught.value.code == "delivery-webhook-too-old"


def test_without_a_key_nothing_is_let_in() -> None:
    with pytest.raises(WebhookRefused):
        SendGridWebhookParser("").verify(signed(b"[]"), b"[]", now=NOON)


@pytest.mark.parametrize(
    "key", ["nonsense", "bm9uc2Vuc2U=", "ž", public(ec.derive_private_key(7, ec.SECP384R1()))]
)
def test_a_key_that_is_none_is_found_at_the_start(key: str) -> None:
    with pytest.raises(Misconfigured):
        SendGridWebhookParser(key)


def test_an_event_leads_back_to_its_delivery() -> None:
    assert parse(an_event()) == IncomingEvent(
        event_id="event-1",
        type=EventType.DELIVERED,
        occurred_at=datetime(2026, 11, 22, 11, 59, 58, tzinfo=UTC),
        delivery_id=42,
        provider_message_id="sg-1",
    )


def test_a_request_holds_many_events_and_each_has_an_id() -> None:
    body = b'[{"event":"open","timestamp":1,"sg_event_id":"a"},{"event":"open","timestamp":2}]'
    events = SendGridWebhookParser(public()).parse(body, receipt_key="r")
    assert [event.event_id for event in only_read(events)] == ["a", "r-1"]


@pytest.mark.parametrize("own", [None, "", "4x", 42, [], "9" * 19])
def test_without_our_id_the_name_of_the_call_points_at_nobody(own: object) -> None:
    event = parse(an_event(bilten_delivery=own))
    assert (event.delivery_id, event.provider_message_id) == (None, None)


@pytest.mark.parametrize(
    ("data", "expected", "reason", "is_permanent"),
    [
        ({"event": "processed"}, EventType.QUEUED, None, True),
        ({"event": "deferred"}, EventType.DEFERRED, None, False),
        ({"event": "bounce", "type": "bounce"}, EventType.BOUNCED, RejectReason.BOUNCED, True),
        ({"event": "bounce", "type": "blocked"}, EventType.BOUNCED, RejectReason.BLOCKED, False),
        ({"event": "dropped", "reason": "Invalid"}, EventType.REJECTED, RejectReason.INVALID, True),
        ({"event": "dropped", "reason": "Bounced Address"}, EventType.REJECTED, RejectReason.BOUNCED, True),
        ({"event": "dropped", "reason": "Spam Reporting Address"}, EventType.REJECTED, RejectReason.SPAM, True),
        (
            {"event": "dropped", "reason": "Unsubscribed Address"},
            EventType.REJECTED,
            RejectReason.UNSUBSCRIBED,
            True,
        ),
        ({"event": "dropped", "reason": "Spam Content"}, EventType.REJECTED, RejectReason.OTHER, False),
        ({"event": "open"}, EventType.OPENED, None, True),
        ({"event": "click"}, EventType.CLICKED, None, True),
        ({"event": "spamreport"}, EventType.COMPLAINED, RejectReason.SPAM, True),
        ({"event": "unsubscribe"}, EventType.UNSUBSCRIBED, None, True),
        ({"event": "group_unsubscribe"}, EventType.UNSUBSCRIBED, None, True),
        ({"event": "group_resubscribe"}, EventType.UNKNOWN, None, True),
        ({"event": 5}, EventType.UNKNOWN, None, True),
    ],
)
def test_every_event_has_its_word(
    data: dict[str, Any], expected: EventType, reason: RejectReason | None, is_permanent: bool
) -> None:
    event = parse(an_event(**data))
    assert (event.type, event.reject_reason, event.is_permanent) == (expected, reason, is_permanent)


def test_the_words_of_a_bounce_are_kept_without_the_address() -> None:
    assert parse(an_event("bounce", reason="550 no <ana@example.org>")).detail == "550 no <[address]>"


@pytest.mark.parametrize("body", [b"", b"{}", b"null", b"[5]", b"[{}]", b'[{"timestamp":"soon"}]', b"[" * 100_000])
def test_a_body_of_another_shape_is_said_to_be_unreadable(body: bytes) -> None:
    with pytest.raises(WebhookUnreadable):
        parse(body)


@given(st.dictionaries(st.sampled_from(["reason", "type", "response", "sg_message_id", "sg_event_id"]), JSON))
def test_whatever_is_inside_an_event_is_read_or_left(data: dict[str, Any]) -> None:
    assert parse(an_event("dropped", **data)).delivery_id == 42


@pytest.mark.skipif(not CASES, reason=NEEDS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recorded_webhook_is_understood(path: Path) -> None:
    case = json.loads(path.read_text())
    event, (expected,) = parse(case["request"]["body_text"].encode()), case["expect"]["events"]
    assert event.event_id == expected["event_id"]
    assert event.type == expected["event_type"]
    assert event.reject_reason == expected["reject_reason"] or expected["reject_reason"] is None
    assert event.occurred_at is not None
    assert event.occurred_at.isoformat() == expected["timestamp"]
