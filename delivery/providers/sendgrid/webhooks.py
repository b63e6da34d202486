"""SendGrid's webhooks: many events a request, signed with a key of their own (ECDSA, P-256).

https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from core.errors import Misconfigured
from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.sendgrid.request import DELIVERY
from delivery.providers.shared.webhook_json import (
    address_of,
    moment_of_seconds,
    own_id,
    read_json,
    text_or_none,
    unreadable,
)

TOLERANCE = timedelta(minutes=10)
MAX_ID = 180
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"

_SECONDS = re.compile(r"[0-9]{1,11}")

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None]] = {
    "processed": (E.QUEUED, None),
    "dropped": (E.REJECTED, R.OTHER),
    "deferred": (E.DEFERRED, None),
    "delivered": (E.DELIVERED, None),
    "bounce": (E.BOUNCED, R.BOUNCED),
    "open": (E.OPENED, None),
    "click": (E.CLICKED, None),
    "spamreport": (E.COMPLAINED, R.SPAM),
    "unsubscribe": (E.UNSUBSCRIBED, None),
    "group_unsubscribe": (E.UNSUBSCRIBED, None),
}
DROPPED: dict[str, RejectReason] = {
    "invalid": R.INVALID,
    "bounced address": R.BOUNCED,
    "spam reporting address": R.SPAM,
    "unsubscribed address": R.UNSUBSCRIBED,
}


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

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        payload = read_json(body, receipt_key=receipt_key)
        if not isinstance(payload, list):
            raise unreadable(receipt_key)
        return [_event(item, receipt_key=receipt_key, place=place) for place, item in enumerate(payload)]

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


def _event(item: Any, *, receipt_key: str, place: int) -> IncomingEvent:
    occurred_at = moment_of_seconds(item.get("timestamp")) if isinstance(item, dict) else None
    if occurred_at is None:
        raise unreadable(receipt_key)
    kind, reason, is_permanent = _meaning(item)
    delivery_id, name = own_id(item.get(DELIVERY)), text_or_none(item.get("sg_message_id"))
    event_id = text_or_none(item.get("sg_event_id"))
    return IncomingEvent(
        event_id=event_id[:MAX_ID] if event_id else f"{receipt_key}-{place}",
        type=kind,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        # The name is that of a whole call: without our id it would point at somebody else of the same call.
        provider_message_id=name.partition(".")[0][:MAX_ID] if name and delivery_id is not None else None,
        reject_reason=reason,
        is_permanent=is_permanent,
        detail=_detail(item) or (text_or_none(item.get("event")) if kind is E.UNKNOWN else None),
        address=address_of(delivery_id, item.get("email")),
    )


def _meaning(item: dict[str, Any]) -> tuple[EventType, RejectReason | None, bool]:
    kind, reason = EVENTS.get(str(item.get("event")), (E.UNKNOWN, None))
    if kind is E.REJECTED:
        known = DROPPED.get(str(item.get("reason")).lower())
        return kind, known or reason, known is not None
    if kind is E.BOUNCED and item.get("type") == "blocked":
        return kind, R.BLOCKED, False
    return kind, reason, kind is not E.DEFERRED


def _detail(item: dict[str, Any]) -> str | None:
    return (
        plain_text(
            " · ".join(
                text for text in (text_or_none(item.get("reason")), text_or_none(item.get("response"))) if text
            )
        )
        or None
    )
