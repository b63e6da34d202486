"""Resend's webhooks: only what Resend signed gets in, and every event has its word."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Misconfigured
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.providers.resend.webhooks import ResendWebhookParser
from tests.conftest import NOON
from tests.delivery.builders import only_read
from tests.delivery.esp_specs import NEEDS, webhook_cases

KEY = b"the key of this test, 32 bytes.."
SECRET = "whsec_" + base64.b64encode(KEY).decode()
CASES = webhook_cases("resend")


def signature(body: bytes, *, key: bytes = KEY, id: str = "msg_1", at: datetime = NOON) -> str:
    content = f"{id}.{int(at.timestamp())}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def signed(body: bytes, *, id: str = "msg_1", at: datetime = NOON, **changes: str) -> dict[str, str]:
    headers = {
        "Svix-Id": id,
        "Svix-Timestamp": str(int(at.timestamp())),
        "Svix-Signature": signature(body, id=id, at=at),
    }
    return headers | {name.replace("_", "-"): value for name, value in changes.items()}


def an_event(kind: str, **data: Any) -> bytes:
    facts = {"email_id": "re-1", "tags": {"delivery": "42", "campaign": "camp2345"}}
    return json.dumps({"type": kind, "created_at": "2026-11-22T11:59:58.123Z", "data": facts | data}).encode()


def parse(body: bytes) -> IncomingEvent:
    (event,) = only_read(ResendWebhookParser(SECRET).parse(body, receipt_key="msg_1"))
    return event


def verify(headers: dict[str, str], body: bytes = b"{}", now: datetime = NOON) -> str:
    return ResendWebhookParser(SECRET).verify(headers, body, now=now)


def test_a_signed_request_is_let_in_under_its_id() -> None:
    assert verify(signed(b"{}")) == "msg_1"


def test_header_names_may_be_written_in_any_case() -> None:
    assert verify({name.upper(): value for name, value in signed(b"{}").items()}) == "msg_1"


def test_one_good_signature_among_several_is_enough() -> None:
    old = signature(b"{}", key=b"the secret before")
    assert verify(signed(b"{}", Svix_Signature=f"{old} v2,abc {signature(b'{}')}")) == "msg_1"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(b"{ }"),
        signed(b"{}", id="msg_2") | {"Svix-Id": "msg_1"},
        signed(b"{}", at=NOON - timedelta(seconds=1)) | {"Svix-Timestamp": str(int(NOON.timestamp()))},
        signed(b"{}", Svix_Signature=""),
        signed(b"{}", Svix_Signature=signature(b"{}").replace("v1,", "v2,")),
        signed(b"{}", Svix_Signature=signature(b"{}").removeprefix("v1,")),
        signed(b"{}", Svix_Signature=signature(b"{}", key=b"somebody else's")),
        signed(b"{}", Svix_Signature="v1,ž"),
        signed(b"{}", Svix_Timestamp="now"),
        signed(b"{}", Svix_Timestamp="٣"),
        signed(b"{}", id=""),
        signed(b"{}", id="x" * 201),
    ],
)
def test_a_request_that_is_not_signed_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(headers)
    assert caught.value.code == "delivery-webhook-unsigned"


@pytest.mark.parametrize("minutes", [-5, 5])
def test_a_signature_is_good_for_five_minutes_both_ways(minutes: int) -> None:
    assert verify(signed(b"{}"), now=NOON + timedelta(minutes=minutes)) == "msg_1"


@pytest.mark.parametrize("seconds", [-301, 301, 10**9])
def test_a_signature_from_another_time_is_refused(seconds: int) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(signed(b"{}"), now=NOON + timedelta(seconds=seconds))
    assert caught.value.code == "delivery-webhook-too-old"


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_not base64", "whsec_ž"])
def test_a_secret_that_is_none_is_found_at_the_start(secret: str) -> None:
    with pytest.raises(Misconfigured):
        ResendWebhookParser(secret)


def test_an_event_leads_back_to_its_delivery() -> None:
    assert parse(an_event("email.delivered")) == IncomingEvent(
        event_id="msg_1",
        type=EventType.DELIVERED,
        occurred_at=datetime(2026, 11, 22, 11, 59, 58, 123000, tzinfo=UTC),
        delivery_id=42,
        provider_message_id="re-1",
    )


@pytest.mark.parametrize(
    ("kind", "expected", "reason"),
    [
        ("email.scheduled", EventType.QUEUED, None),
        ("email.sent", EventType.SENT, None),
        ("email.delivered", EventType.DELIVERED, None),
        ("email.delivery_delayed", EventType.DEFERRED, None),
        ("email.bounced", EventType.BOUNCED, RejectReason.BOUNCED),
        ("email.suppressed", EventType.REJECTED, RejectReason.BLOCKED),
        ("email.failed", EventType.FAILED, None),
        ("email.complained", EventType.COMPLAINED, RejectReason.SPAM),
        ("email.opened", EventType.OPENED, None),
        ("email.clicked", EventType.CLICKED, None),
        ("email.received", EventType.UNKNOWN, None),
        ("contact.created", EventType.UNKNOWN, None),
        ("", EventType.UNKNOWN, None),
    ],
)
def test_every_event_has_its_word(kind: str, expected: EventType, reason: RejectReason | None) -> None:
    event = parse(an_event(kind))
    assert (event.type, event.reject_reason) == (expected, reason)


@pytest.mark.parametrize(
    ("bounce", "is_permanent"),
    [
        ({"type": "Permanent", "subType": "General", "message": "550 5.1.1"}, True),
        ({"type": "Transient", "subType": "MailboxFull", "message": "452 4.2.2"}, False),
        ({"type": "Undetermined", "message": "?"}, False),
        ({"type": "Something new"}, False),
        ({"message": "as older bounces are"}, True),
    ],
)
def test_only_a_permanent_bounce_says_something_of_the_address(bounce: dict[str, str], is_permanent: bool) -> None:
    assert parse(an_event("email.bounced", bounce=bounce)).is_permanent is is_permanent


def test_a_failure_of_the_provider_says_nothing_of_the_address() -> None:
    event = parse(an_event("email.failed", failed={"reason": "reached_daily_quota"}))
    assert not event.is_permanent
    assert event.detail == "reached_daily_quota"


def test_the_words_of_a_bounce_are_kept_without_the_address() -> None:
    bounce = {
        "type": "Permanent",
        "subType": "General",
        "message": "no <ana@example.org>",
        "diagnosticCode": ["smtp; 550"],
    }
    assert parse(an_event("email.bounced", bounce=bounce)).detail == "General · no <[address]> · smtp; 550"


@pytest.mark.parametrize(
    "tags", [None, [], {}, {"delivery": ""}, {"delivery": "4x"}, {"delivery": 4}, {"delivery": "9" * 19}]
)
def test_mail_that_is_not_ours_belongs_to_no_delivery(tags: object) -> None:
    assert parse(an_event("email.delivered", tags=tags)).delivery_id is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"type": "email.sent"}',
        b'{"type": "email.sent", "created_at": "2026-11-22T12:00:00Z", "data": []}',
        b'{"type": "email.sent", "created_at": "yesterday", "data": {}}',
        b'{"type": "email.sent", "created_at": "0001-01-01T00:00:00+14:00", "data": {}}',
        b'{"type": "email.sent", "created_at": 5, "data": {}}',
    ],
)
def test_a_body_of_another_shape_is_said_to_be_unreadable(body: bytes) -> None:
    with pytest.raises(WebhookUnreadable):
        parse(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(["email.bounced", "email.failed", "email.sent"]),
    st.dictionaries(st.sampled_from(["email_id", "tags", "bounce", "failed", "suppressed"]), JSON),
)
def test_whatever_is_inside_a_known_event_is_read_or_left(kind: str, data: dict[str, Any]) -> None:
    event = parse(an_event(kind, **data))
    assert event.event_id == "msg_1"


@pytest.mark.skipif(not CASES, reason=NEEDS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recorded_webhook_is_understood(path: Path) -> None:
    case = json.loads(path.read_text())
    body = case["request"]["body_text"].encode()
    if "signing_secret" in case["verification"]["test_keys"]:
        parser = ResendWebhookParser(case["verification"]["test_keys"]["signing_secret"])
        sent_at = datetime.fromtimestamp(int(case["request"]["headers"]["Svix-Timestamp"]), UTC)
        assert (
            parser.verify(case["request"]["headers"], body, now=sent_at) == case["request"]["headers"]["Svix-Id"]
        )
    event, (expected,) = parse(body), case["expect"]["events"]
    assert event.type == expected["event_type"]
    assert event.reject_reason == expected["reject_reason"]
    assert event.provider_message_id == expected["message_id"]
