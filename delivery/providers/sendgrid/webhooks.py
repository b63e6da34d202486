"""SendGrid's webhooks: many events a request, signed with a key of their own (ECDSA, P-256).

https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from core.errors import Misconfigured
from delivery import report_meaning as m
from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.sendgrid.request import DELIVERY
from delivery.providers.shared.webhook_json import (
    address_of,
    items_of,
    moment_of_seconds,
    own_id,
    read_each,
    text_or_none,
)
from delivery.refusals import ABOUT_THE_READER, whom_it_is_about
from delivery.report_meaning import ReportVerdict, held_against

TOLERANCE = timedelta(minutes=10)
MAX_ID = 180
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"

_SECONDS = re.compile(r"[0-9]{1,11}")

E = EventType
R = RejectReason

SOURCES = (
    "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event",
    "https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/bounce-and-block-classifications",
)
DROPPED, BOUNCE, BLOCKED = "dropped", "bounce", "bounce, blocked"
EVENTS: dict[str, ReportVerdict] = {
    "processed": m.QUEUED,
    DROPPED: m.NOT_SENT,
    "deferred": m.DEFERRED,
    "delivered": m.DELIVERED,
    BOUNCE: m.HARD_BOUNCE,
    BLOCKED: m.WE_ARE_BLOCKED,  # for a reason of the message, not of the address
    "open": m.OPENED,
    "click": m.CLICKED,
    "spamreport": m.COMPLAINED,
    "unsubscribe": ReportVerdict(E.UNSUBSCRIBED),
    "group_unsubscribe": ReportVerdict(E.UNSUBSCRIBED),
}
REASONS: dict[str, ReportVerdict] = {
    "invalid": ReportVerdict(E.REJECTED, R.INVALID),
    "bounced address": ReportVerdict(E.REJECTED, R.BOUNCED),
    "spam reporting address": ReportVerdict(E.REJECTED, R.SPAM),
    "unsubscribed address": ReportVerdict(E.REJECTED, R.UNSUBSCRIBED),
}
"""Of a message that SendGrid dropped, by its reason."""
CLASSES: dict[str, ReportVerdict] = {
    "reputation": m.WE_ARE_BLOCKED,
    "frequency or volume too high": m.WE_ARE_BLOCKED,
    "content": m.CONTENT_REFUSED,
    "mailbox unavailable": m.SOFT_BOUNCE,
    "technical": m.SOFT_BOUNCE,
}
"""Of a bounce, by its classification; the others say no more than the event."""
REPORTS: dict[str, ReportVerdict] = (
    EVENTS
    | {f"{DROPPED}: {reason}": meaning for reason, meaning in REASONS.items()}
    | {f"{BOUNCE}: {kind}": meaning for kind, meaning in CLASSES.items()}
)


class SendGridWebhookParser:
    may_ask_others = False

    def __init__(self, public_key: str) -> None:
        """Without a key everything is refused. Raises Misconfigured for one that is none."""
        self._key = _read_key(public_key) if public_key else None

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        given = {name.lower(): value for name, value in headers.items()}
        sent_at = given.get(TIMESTAMP, "")
        self._expect_signature(given.get(SIGNATURE, ""), sent_at.encode("utf-8", "replace") + body)
        if not _SECONDS.fullmatch(sent_at):
            raise WebhookRefused("delivery-webhook-unsigned")
        if abs(now - datetime.fromtimestamp(int(sent_at), UTC)) > TOLERANCE:
            raise WebhookRefused("delivery-webhook-too-old")
        return hashlib.sha256(body).hexdigest()

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        items = items_of(body, receipt_key=receipt_key)
        return read_each(
            items, lambda item, place: _event(item, receipt_key=receipt_key, place=place), receipt_key=receipt_key
        )

    def _expect_signature(self, signature: str, content: bytes) -> None:
        if self._key is None:
            raise WebhookRefused("delivery-webhook-unsigned")
        try:
            self._key.verify(base64.b64decode(signature, validate=True), content, ECDSA(SHA256()))
        except (InvalidSignature, binascii.Error, ValueError) as error:
            raise WebhookRefused("delivery-webhook-unsigned") from error


def _read_key(text: str) -> EllipticCurvePublicKey:
    try:
        key = load_der_public_key(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise Misconfigured("delivery-webhook-key-unreadable", setting="BILTEN_SENDGRID_WEBHOOK_KEY")
    return key


def _event(item: dict[str, Any], *, receipt_key: str, place: int) -> IncomingEvent:
    meaning = _meaning(item)
    delivery_id, name = own_id(item.get(DELIVERY)), text_or_none(item.get("sg_message_id"))
    event_id = text_or_none(item.get("sg_event_id"))
    call_id = name.partition(".")[0][:MAX_ID] if name else None
    return IncomingEvent(
        event_id=event_id[:MAX_ID] if event_id else f"{receipt_key}-{place}",
        type=meaning.type,
        occurred_at=moment_of_seconds(item.get("timestamp")),
        delivery_id=delivery_id,
        # The name is that of a whole call: without our id it would point at somebody else of the same call.
        provider_message_id=call_id if delivery_id is not None else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(item) or (text_or_none(item.get("event")) if meaning is m.UNKNOWN else None),
        address=address_of(delivery_id, item.get("email")),
        call_id=call_id if delivery_id is None else None,
    )


def _meaning(item: dict[str, Any]) -> ReportVerdict:
    name, reason = str(item.get("event")), str(item.get("reason") or "")
    if name == DROPPED:
        return REASONS.get(reason.lower(), m.NOT_SENT)
    if name != BOUNCE:
        return EVENTS.get(name, m.UNKNOWN)
    reply = plain_text(f"{reason} {item.get('response') or ''}")
    by_type = EVENTS[BLOCKED if item.get("type") == "blocked" else BOUNCE]
    if by_type is m.WE_ARE_BLOCKED and whom_it_is_about(reply) in ABOUT_THE_READER:
        by_type = m.SOFT_BOUNCE
    return held_against(CLASSES.get(str(item.get("bounce_classification")).lower(), by_type), reply)


def _detail(item: dict[str, Any]) -> str | None:
    return (
        plain_text(
            " · ".join(
                text for text in (text_or_none(item.get("reason")), text_or_none(item.get("response"))) if text
            )
        )
        or None
    )
