"""The events of SES: only what Amazon signed, of our own topics, gets in, and every event has its word."""

import base64
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from delivery.errors import WebhookNotNow, WebhookRefused, WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.providers.ses.sns import is_amazons
from delivery.providers.ses.webhooks import SesWebhookParser
from tests.conftest import NOON
from tests.delivery.builders import only_read
from tests.delivery.esp_specs import NEEDS, webhook_cases
from tests.delivery.test_provider_resend_webhooks import JSON

TOPIC = "arn:aws:sns:eu-central-1:123456789012:bilten"
CERTIFICATE_URL = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem"
SUBSCRIBE_URL = (
    "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription"
    "&TopicArn=arn:aws:sns:eu-central-1:123456789012:bilten&Token=abc"
)
FIELDS = {
    "Notification": ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
    "SubscriptionConfirmation": ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
}
CASES = webhook_cases("amazon-ses")


@cache
def a_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def a_certificate(days: int = 30, *, is_elliptic: bool = False) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    builder = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=(ec.derive_private_key(7, ec.SECP256R1()) if is_elliptic else a_key()).public_key(),
        serial_number=1,
        not_valid_before=NOON - timedelta(days=60),
        not_valid_after=NOON + timedelta(days=days),
    )
    return builder.sign(a_key(), SHA256()).public_bytes(Encoding.PEM)


class Web:
    """What can be fetched, and what was."""

    def __init__(self) -> None:
        self.pages = {CERTIFICATE_URL: a_certificate(), SUBSCRIBE_URL: b"<ok/>"}
        self.fetched: list[str] = []

    def __call__(self, url: str) -> bytes:
        self.fetched.append(url)
        if url not in self.pages:
            raise httpx.ConnectError("no route")
        return self.pages[url]


def signed(notification: dict[str, Any]) -> bytes:
    content = "".join(
        f"{name}\n{notification[name]}\n" for name in FIELDS.get(notification["Type"], []) if name in notification
    )
    algorithm = SHA1() if notification["SignatureVersion"] == "1" else SHA256()  # noqa: S303  so does Amazon
    signature = a_key().sign(content.encode(), PKCS1v15(), algorithm)
    return json.dumps(notification | {"Signature": base64.b64encode(signature).decode()}).encode()


def a_notification(event: dict[str, Any] | str | None = None, **changes: Any) -> dict[str, Any]:
    message = event if isinstance(event, str) else json.dumps(event or an_event("Delivery"))
    return {
        "Type": "Notification",
        "MessageId": "sns-1",
        "TopicArn": TOPIC,
        "Message": message,
        "Timestamp": "2026-11-22T11:59:59.500Z",
        "SignatureVersion": "2",
        "SigningCertURL": CERTIFICATE_URL,
    } | changes


def a_subscription(**changes: Any) -> dict[str, Any]:
    facts = {"Type": "SubscriptionConfirmation", "SubscribeURL": SUBSCRIBE_URL, "Token": "abc"}
    return a_notification("You have chosen to subscribe", **facts | changes)


def an_event(kind: str, **parts: Any) -> dict[str, Any]:
    mail = {"messageId": "ses-1", "tags": {"delivery": ["42"], "ses:configuration-set": ["bilten"]}}
    return {"eventType": kind, "mail": mail} | parts


def a_parser(web: Web, topics: str = TOPIC) -> SesWebhookParser:
    return SesWebhookParser(frozenset(topics.split()), certificate=web, answer=web)


def verify(body: bytes, web: Web | None = None, now: datetime = NOON) -> str:
    return a_parser(web or Web()).verify({}, body, now=now)


def parse(event: dict[str, Any]) -> IncomingEvent:
    (parsed,) = only_read(a_parser(Web()).parse(signed(a_notification(event)), receipt_key="sns-1"))
    return parsed


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("subject", [{}, {"Subject": "Amazon SES Email Event Notification"}])
def test_a_signed_notification_is_let_in_under_its_id(version: str, subject: dict[str, str]) -> None:
    assert verify(signed(a_notification(SignatureVersion=version, **subject))) == "sns-1"


@pytest.mark.parametrize(
    "change",
    [
        {"Message": "{}"},
        {"MessageId": "sns-2"},
        {"Subject": "another"},
        {"Timestamp": "2026-11-22T11:59:58.500Z"},
        {"Type": "SubscriptionConfirmation"},
        {"Type": "Another"},
        {"Type": None},
        {"SignatureVersion": "1"},
        {"SignatureVersion": "3"},
        {"Signature": "not base64"},
        {"Signature": ""},
        {"Signature": None},
    ],
)
def test_a_notification_that_was_changed_is_refused(change: dict[str, Any]) -> None:
    notification = json.loads(signed(a_notification())) | change
    with pytest.raises(WebhookRefused) as caught:
        verify(json.dumps(notification).encode())
    assert caught.value.code == "delivery-webhook-unsigned"


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"{}", b'{"MessageId": 5}', b"[" * 100_000])
def test_what_is_no_notification_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookRefused):
        verify(body)


@pytest.mark.parametrize(
    "change",
    [
        {"TopicArn": "arn:aws:sns:eu-central-1:999999999999:bilten"},
        {"TopicArn": None},
        {"SigningCertURL": "https://sns.eu-central-1.amazonaws.com.example.org/a.pem"},
        {"SigningCertURL": "https://example.org/sns.eu-central-1.amazonaws.com/a.pem"},
        {"SigningCertURL": "https://sns.eu-central-1.amazonaws.com@example.org/a.pem"},
        {"SigningCertURL": "https://a:b@sns.eu-central-1.amazonaws.com/a.pem"},
        {"SigningCertURL": "https://sns.eu-central-1.amazonaws.com:8443/a.pem"},
        {"SigningCertURL": "http://sns.eu-central-1.amazonaws.com/a.pem"},
        {"SigningCertURL": "https://SNS.x.y.amazonaws.com/a.pem"},
        {"SigningCertURL": "https://sns.eu-central-1.amazonaws.com/a.pem?x=1"},
        {"SigningCertURL": "https://sns.eu-central-1.amazonaws.com/?Action=Publish"},
        {"SigningCertURL": "https://[sns"},
        {"SigningCertURL": None},
    ],
)
def test_of_another_topic_or_host_nothing_is_even_fetched(change: dict[str, Any]) -> None:
    web = Web()
    with pytest.raises(WebhookRefused):
        verify(signed(a_notification(**change)), web)
    assert web.fetched == []


def test_amazons_hosts_are_known() -> None:
    assert is_amazons(CERTIFICATE_URL, ending=".pem")
    assert is_amazons("https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem", ending=".pem")


def test_without_a_topic_nothing_is_let_in() -> None:
    with pytest.raises(WebhookRefused):
        a_parser(Web(), topics="").verify({}, signed(a_notification()), now=NOON)


@pytest.mark.parametrize(
    "certificate", [a_certificate(days=-1), a_certificate(is_elliptic=True), b"", b"-----BEGIN CERTIFICATE-----"]
)
def test_a_certificate_that_is_none_proves_nothing(certificate: bytes) -> None:
    web = Web()
    web.pages[CERTIFICATE_URL] = certificate
    with pytest.raises(WebhookRefused):
        verify(signed(a_notification()), web)


def test_a_certificate_that_cannot_be_fetched_lets_nothing_in() -> None:
    web = Web()
    del web.pages[CERTIFICATE_URL]
    with pytest.raises(WebhookNotNow) as caught:
        verify(signed(a_notification()), web)
    assert caught.value.http_status == 503
    assert caught.value.code == "delivery-webhook-certificate-missing"


@pytest.mark.parametrize("age", [timedelta(hours=1, minutes=59), timedelta(minutes=-14)])
def test_amazon_may_repeat_itself_for_an_hour(age: timedelta) -> None:
    assert verify(signed(a_notification()), now=NOON + age)


@pytest.mark.parametrize("age", [timedelta(hours=2), timedelta(minutes=-16)])
def test_a_notification_from_another_time_is_refused(age: timedelta) -> None:
    with pytest.raises(WebhookRefused) as caught:
        verify(signed(a_notification()), now=NOON + age)
    assert caught.value.code == "delivery-webhook-too-old"


def test_the_subscription_of_our_topic_is_confirmed() -> None:
    web = Web()
    assert verify(signed(a_subscription()), web) == "sns-1"
    assert web.fetched == [CERTIFICATE_URL, SUBSCRIBE_URL]
    assert a_parser(web).parse(signed(a_subscription()), receipt_key="sns-1") == []


@pytest.mark.parametrize(
    "url",
    [
        SUBSCRIBE_URL.replace("123456789012", "999999999999"),
        SUBSCRIBE_URL.replace("ConfirmSubscription", "Unsubscribe"),
        SUBSCRIBE_URL.replace("amazonaws.com", "example.org"),
        SUBSCRIBE_URL.replace("https", "http"),
        "",
    ],
)
def test_nothing_else_is_ever_confirmed(url: str) -> None:
    web = Web()
    with pytest.raises(WebhookRefused):
        verify(signed(a_subscription(SubscribeURL=url)), web)
    assert web.fetched == [CERTIFICATE_URL]


def test_a_confirmation_that_fails_is_asked_for_again() -> None:
    web = Web()
    del web.pages[SUBSCRIBE_URL]
    with pytest.raises(WebhookNotNow) as caught:
        verify(signed(a_subscription()), web)
    assert caught.value.http_status == 503
    assert caught.value.code == "delivery-webhook-not-confirmed"


def test_an_event_leads_back_to_its_delivery() -> None:
    assert parse(an_event("Delivery", delivery={"timestamp": "2026-11-22T11:59:58.123Z"})) == IncomingEvent(
        event_id="sns-1",
        type=EventType.DELIVERED,
        occurred_at=datetime(2026, 11, 22, 11, 59, 58, 123000, tzinfo=UTC),
        delivery_id=42,
        provider_message_id="ses-1",
    )


def test_without_a_time_of_its_own_an_event_has_the_notifications() -> None:
    assert parse(an_event("Send", send={})).occurred_at == datetime(2026, 11, 22, 11, 59, 59, 500000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("event", "expected", "reason", "is_permanent"),
    [
        (an_event("Send"), EventType.SENT, None, True),
        (an_event("Bounce", bounce={"bounceType": "Permanent"}), EventType.BOUNCED, RejectReason.BOUNCED, True),
        (an_event("Bounce", bounce={"bounceType": "Transient"}), EventType.BOUNCED, RejectReason.BOUNCED, False),
        (
            an_event("Bounce", bounce={"bounceType": "Undetermined"}),
            EventType.BOUNCED,
            RejectReason.BOUNCED,
            False,
        ),
        (an_event("Bounce"), EventType.BOUNCED, RejectReason.BOUNCED, False),
        (
            an_event("Bounce", bounce={"bounceType": "Permanent", "bounceSubType": "OnAccountSuppressionList"}),
            EventType.BOUNCED,
            RejectReason.BLOCKED,
            True,
        ),
        (an_event("Complaint"), EventType.COMPLAINED, RejectReason.SPAM, True),
        (an_event("Reject", reject={"reason": "Bad content"}), EventType.REJECTED, RejectReason.BLOCKED, False),
        (an_event("Rendering Failure"), EventType.FAILED, None, False),
        (an_event("DeliveryDelay"), EventType.DEFERRED, None, False),
        (an_event("Open"), EventType.OPENED, None, True),
        (an_event("Click"), EventType.CLICKED, None, True),
        (an_event("Subscription"), EventType.UNKNOWN, None, True),
        ({"notificationType": "Complaint"}, EventType.COMPLAINED, RejectReason.SPAM, True),
        ({}, EventType.UNKNOWN, None, True),
    ],
)
def test_every_event_has_its_word(
    event: dict[str, Any], expected: EventType, reason: RejectReason | None, is_permanent: bool
) -> None:
    parsed = parse(event | {"x": 1})
    assert (parsed.type, parsed.reject_reason, parsed.is_permanent) == (expected, reason, is_permanent)


def test_the_words_of_a_bounce_are_kept_without_the_address() -> None:
    person = {"emailAddress": "ana@example.org", "diagnosticCode": "smtp; 550 <ana@example.org> unknown"}
    bounce = {"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": [person]}
    assert parse(an_event("Bounce", bounce=bounce)).detail == "Permanent · General · smtp; 550 <[address]> unknown"


@pytest.mark.parametrize("tags", [None, [], {}, {"delivery": []}, {"delivery": "42"}, {"delivery": [42]}])
def test_mail_that_is_not_ours_belongs_to_no_delivery(tags: object) -> None:
    assert parse(an_event("Send", mail={"tags": tags})).delivery_id is None


def test_sess_greeting_is_no_event() -> None:
    greeting = signed(a_notification("Successfully validated SNS topic for Amazon SES event publishing."))
    assert a_parser(Web()).parse(greeting, receipt_key="sns-1") == []


@pytest.mark.parametrize(
    "payload",
    [[], {}, a_notification("{"), a_notification("{" * 50_000), {"Message": 5}],
)
def test_a_body_of_another_shape_is_said_to_be_unreadable(payload: object) -> None:
    with pytest.raises(WebhookUnreadable):
        a_parser(Web()).parse(json.dumps(payload).encode(), receipt_key="sns-1")


@given(
    st.sampled_from(["Bounce", "Complaint", "Send"]),
    st.dictionaries(st.sampled_from(["mail", "bounce", "complaint", "send"]), JSON),
)
def test_whatever_is_inside_an_event_is_read_or_left(kind: str, parts: dict[str, Any]) -> None:
    body = json.dumps(a_notification(an_event(kind, **parts))).encode()
    (event,) = only_read(a_parser(Web()).parse(body, receipt_key="sns-1"))
    assert event.event_id == "sns-1"


@pytest.mark.skipif(not CASES, reason=NEEDS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recorded_webhook_is_understood(path: Path) -> None:
    case = json.loads(path.read_text())
    body, web = case["request"]["body_text"].encode(), Web()
    with pytest.raises(WebhookRefused):  # recorded with signatures that are none
        verify(body, web)
    (event,) = only_read(a_parser(web).parse(body, receipt_key=case["body_json"]["MessageId"]))
    expected = case["expect"]["events"][0]
    assert event.event_id == expected["event_id"]
    assert event.type == expected["event_type"]
    assert event.reject_reason == expected["reject_reason"]
    assert event.provider_message_id == expected["message_id"]
