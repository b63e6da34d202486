"""Webhooks of the providers that sign nothing: only who knows the secret gets in, and every event has its word."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Misconfigured
from core.settings import DEVELOPMENT_SECRET, load_settings
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.providers import build_webhook_parser
from delivery.providers.base import IncomingEvent, WebhookParser
from delivery.providers.shared.opaque_id import OpaqueId
from tests.conftest import NOON
from tests.delivery.builders import only_read
from tests.delivery.esp_specs import NEEDS, webhook_cases

SECRET = "a long secret: yes, žž"
NAMES = ("brevo", "mailjet", "postmark")
E = EventType
R = RejectReason


def parser(name: str, secret: str = SECRET) -> WebhookParser:
    settings: dict[str, Any] = {f"{name}_webhook_secret": secret}
    return build_webhook_parser(name, load_settings(None, **settings))


def verify(name: str, authorization: str | None, body: bytes = b"{}") -> str:
    headers = {} if authorization is None else {"authorization": authorization}
    return parser(name).verify(headers, body, now=NOON)


def basic(credentials: str) -> str:
    return "Basic " + base64.b64encode(credentials.encode()).decode()


@pytest.mark.parametrize("name", NAMES)
def test_who_knows_the_secret_gets_in_and_a_repeat_is_the_same_one(name: str) -> None:
    key = verify(name, basic(f"bilten:{SECRET}"))
    assert key == verify(name, basic(f"anybody:{SECRET}").replace("Basic", "basic"))
    with_another = parser(name, "ascii").verify({"AUTHORIZATION": "Bearer ascii"}, b"{}", now=NOON)
    assert key != with_another, "whoever has the key, and no secret, cannot try out what the body was"
    assert key != verify(name, basic(f"bilten:{SECRET}"), b"{} ")
    assert len(key) == 64


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Basic",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        f"Digest {SECRET}",
        SECRET,
        basic(""),
        basic("bilten:"),
        basic(SECRET),
        basic(f"{SECRET}:wrong"),
        basic(f"bilten:{SECRET}x"),
        "Basic not base64",
        "Basic žž",
    ],
)
def test_who_does_not_know_it_does_not(name: str, authorization: str | None) -> None:
    with pytest.raises(WebhookRefused):
        verify(name, authorization)


@pytest.mark.parametrize("name", NAMES)
def test_a_secret_that_is_empty_is_found_at_the_start(name: str) -> None:
    with pytest.raises(Misconfigured):
        parser(name, "")


def brevo(kind: str, **facts: Any) -> dict[str, Any]:
    known = {"event": kind, "ts_epoch": 1795348800000, "email": "ana@example.org", "message-id": "<a@brevo>"}
    return known | {"X-Mailin-custom": OpaqueId(DEVELOPMENT_SECRET).hide(42)} | facts


def mailjet(kind: str, **facts: Any) -> dict[str, Any]:
    known = {"event": kind, "time": 1795348800, "email": "ana@example.org", "MessageID": 12345678901234567}
    return known | {"CustomID": "camp2345.42"} | facts


def postmark(kind: str, **facts: Any) -> dict[str, Any]:
    known = {"RecordType": kind, "MessageID": "pm-1", "DeliveredAt": "2026-11-22T12:00:00.1234567Z"}
    return known | {"Metadata": {"delivery": "42", "attempt": "k"}} | facts


MAKE = {"brevo": brevo, "mailjet": mailjet, "postmark": postmark}
FIRST = {"brevo": "delivered", "mailjet": "sent", "postmark": "Delivery"}


def parse(name: str, *items: dict[str, Any]) -> list[IncomingEvent]:
    content = items[0] if len(items) == 1 else list(items)
    return only_read(parser(name).parse(json.dumps(content).encode(), receipt_key="r"))


def parse_single(name: str, item: dict[str, Any]) -> IncomingEvent:
    (event,) = parse(name, item)
    return event


@pytest.mark.parametrize(
    ("name", "message_id"), [("brevo", "<a@brevo>"), ("mailjet", "12345678901234567"), ("postmark", "pm-1")]
)
def test_an_event_leads_back_to_its_delivery(name: str, message_id: str) -> None:
    event = parse_single(name, MAKE[name](FIRST[name]))
    assert (event.type, event.delivery_id, event.provider_message_id) == (E.DELIVERED, 42, message_id)
    assert event.occurred_at is not None
    assert event.occurred_at.replace(microsecond=0) == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert "ana" not in event.event_id


@pytest.mark.parametrize("name", NAMES)
def test_several_at_once_are_read_one_by_one_and_a_repeat_has_the_same_key(name: str) -> None:
    first, again = MAKE[name](FIRST[name]), MAKE[name](FIRST[name])
    other = MAKE[name]({"brevo": "click", "mailjet": "click", "postmark": "Click"}[name])
    keys = [event.event_id for event in parse(name, first, again, other)]
    assert len(keys) == 3
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["", "something new", None, 5])
def test_what_it_does_not_know_it_keeps_as_unknown(name: str, kind: object) -> None:
    field = "RecordType" if name == "postmark" else "event"
    event = parse_single(name, MAKE[name]("") | {field: kind})
    assert event.type is E.UNKNOWN


@pytest.mark.parametrize(
    ("name", "item", "expected"),
    [
        ("brevo", brevo("request"), (E.QUEUED, None, True)),
        ("brevo", brevo("sent"), (E.QUEUED, None, True)),
        ("brevo", brevo("deferred"), (E.DEFERRED, None, False)),
        ("brevo", brevo("soft_bounce"), (E.BOUNCED, R.BOUNCED, False)),
        ("brevo", brevo("hard_bounce"), (E.BOUNCED, R.BOUNCED, True)),
        ("brevo", brevo("invalid_email"), (E.BOUNCED, R.INVALID, True)),
        ("brevo", brevo("blocked"), (E.REJECTED, R.BLOCKED, True)),
        ("brevo", brevo("error"), (E.FAILED, R.OTHER, False)),
        ("brevo", brevo("complaint"), (E.COMPLAINED, R.SPAM, True)),
        ("brevo", brevo("unsubscribed"), (E.UNSUBSCRIBED, R.UNSUBSCRIBED, True)),
        ("brevo", brevo("proxy_open"), (E.OPENED, None, True)),
        ("brevo", brevo("list_addition"), (E.UNKNOWN, None, True)),
        ("mailjet", mailjet("bounce", hard_bounce=True, error="user unknown"), (E.BOUNCED, R.BOUNCED, True)),
        ("mailjet", mailjet("bounce", hard_bounce=False), (E.BOUNCED, R.BOUNCED, False)),
        ("mailjet", mailjet("bounce"), (E.BOUNCED, R.BOUNCED, False)),
        ("mailjet", mailjet("blocked", error="preblocked"), (E.REJECTED, R.BLOCKED, True)),
        ("mailjet", mailjet("blocked", error="content blocked"), (E.REJECTED, R.BLOCKED, False)),
        ("mailjet", mailjet("blocked", error="duplicate in campaign"), (E.SENT, None, True)),
        ("mailjet", mailjet("bounce", blocked=True, error="greylisted"), (E.DEFERRED, R.OTHER, False)),
        ("mailjet", mailjet("spam"), (E.COMPLAINED, R.SPAM, True)),
        ("mailjet", mailjet("unsub"), (E.UNSUBSCRIBED, R.UNSUBSCRIBED, True)),
        ("postmark", postmark("Bounce", Type="HardBounce"), (E.BOUNCED, R.BOUNCED, True)),
        ("postmark", postmark("Bounce", Type="SoftBounce"), (E.BOUNCED, R.BOUNCED, False)),
        ("postmark", postmark("Bounce", Type="Transient"), (E.DEFERRED, None, False)),
        ("postmark", postmark("Bounce", Type="SpamNotification"), (E.REJECTED, R.SPAM, False)),
        ("postmark", postmark("Bounce", Type="AutoResponder"), (E.SENT, None, True)),
        (
            "postmark",
            postmark("SubscriptionChange", SuppressSending=True, SuppressionReason="ManualSuppression"),
            (E.UNSUBSCRIBED, R.UNSUBSCRIBED, True),
        ),
        (
            "postmark",
            postmark("SubscriptionChange", SuppressSending=True, SuppressionReason="SpamComplaint"),
            (E.COMPLAINED, R.SPAM, True),
        ),
        ("postmark", postmark("SubscriptionChange", SuppressSending=False), (E.UNKNOWN, None, True)),
        ("postmark", postmark("Open"), (E.OPENED, None, True)),
    ],
)
def test_every_event_has_its_word(
    name: str, item: dict[str, Any], expected: tuple[EventType, RejectReason | None, bool]
) -> None:
    event = parse_single(name, item)
    assert (event.type, event.reject_reason, event.is_permanent) == expected


def test_the_words_of_a_bounce_are_kept_without_the_address() -> None:
    reply = "550 no <ana@example.org>"
    assert parse_single("brevo", brevo("hard_bounce", reason=reply)).detail == "550 no <[address]>"
    assert parse_single("mailjet", mailjet("bounce", error="user unknown", comment=reply)).detail == (
        "user unknown · 550 no <[address]>"
    )
    assert parse_single("postmark", postmark("Bounce", Type="HardBounce", Details=reply)).detail == (
        "HardBounce · 550 no <[address]>"
    )


NOT_OURS: list[tuple[str, dict[str, Any]]] = [
    ("brevo", {"X-Mailin-custom": '{"meta": "data"}'}),
    ("brevo", {"X-Mailin-custom": 42}),
    ("brevo", {"X-Mailin-custom": "42"}),
    ("mailjet", {"CustomID": "helloworld"}),
    ("mailjet", {"CustomID": None}),
    ("mailjet", {"CustomID": "camp2345."}),
    ("postmark", {"Metadata": {"delivery": "4x"}}),
    ("postmark", {"Metadata": []}),
    ("postmark", {"Metadata": {}}),
]


@pytest.mark.parametrize(("name", "facts"), NOT_OURS)
def test_mail_that_is_not_ours_belongs_to_no_delivery(name: str, facts: dict[str, Any]) -> None:
    assert parse_single(name, MAKE[name](FIRST[name], **facts)).delivery_id is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("body", [b"", b"\xff", b"null", b"5", b"[" * 100_000, b"[1]", b'[{}, "x"]', b"{}"])
def test_a_body_of_another_shape_is_said_to_be_unreadable(name: str, body: bytes) -> None:
    with pytest.raises(WebhookUnreadable):
        parser(name).parse(body, receipt_key="r")


@pytest.mark.parametrize("moment", ["soon", 10**30, True, float("1e400"), None])
@pytest.mark.parametrize(
    ("name", "field"), [("brevo", "ts_epoch"), ("mailjet", "time"), ("postmark", "DeliveredAt")]
)
def test_an_event_without_its_time_acts_all_the_same(name: str, field: str, moment: object) -> None:
    event = parse_single(name, MAKE[name](FIRST[name], **{field: moment}))
    assert (event.type, event.delivery_id, event.occurred_at) == (E.DELIVERED, 42, None)


@pytest.mark.parametrize("field", ["s_epoch", "ts_event", "ts"])
def test_brevos_time_has_many_names(field: str) -> None:
    seconds = 1795348800
    facts = {"ts_epoch": None, field: seconds * 1000 if field == "s_epoch" else seconds}
    assert parse_single("brevo", brevo("delivered", **facts)).occurred_at == datetime(2026, 11, 22, 12, tzinfo=UTC)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    "event", "email", "message-id", "X-Mailin-custom", "reason", "MessageID", "CustomID", "error", "hard_bounce",
    "comment", "RecordType", "Type", "Metadata", "Details", "ID", "SuppressSending", "SuppressionReason", "tag",
]  # fmt: skip


@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_whatever_is_inside_an_event_is_read_or_left(name: str, facts: dict[str, Any]) -> None:
    event = parse_single(name, MAKE[name](FIRST[name]) | facts)
    assert len(event.event_id) == 64


@pytest.mark.skipif(not webhook_cases("brevo"), reason=NEEDS)
@pytest.mark.parametrize(
    ("name", "path"),
    [(name, path) for name in NAMES for path in webhook_cases(name)],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_a_recorded_webhook_is_understood(name: str, path: Path) -> None:
    case = json.loads(path.read_text())
    body = case["request"]["body_text"].encode()
    if "Authorization" in case["request"]["headers"]:
        parser(name, "password").verify(case["request"]["headers"], body, now=NOON)
    events = only_read(parser(name).parse(body, receipt_key="r"))
    expected = case["expect"]["events"]
    assert [event.type for event in events] == [each["event_type"] for each in expected]
    assert [event.provider_message_id for event in events] == [each["message_id"] for each in expected]
    for event, each in zip(events, expected, strict=True):
        if each["reject_reason"] is not None:
            assert event.reject_reason == each["reject_reason"]
        if each.get("timestamp"):
            assert event.occurred_at == datetime.fromisoformat(each["timestamp"])
