"""Mailgun's webhooks: one event a request, with a token that is signed and counts once.

https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks

The signature is over time and token only, so the token is the receipt's key: whoever replays a request, with this
body or another, finds it taken. Mailgun posts the same token again for eight hours, until it is answered.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.mailgun.request import DELIVERY
from delivery.providers.shared.webhook_json import (
    address_of,
    inside,
    moment_of_seconds,
    own_id,
    read_json,
    text_or_none,
    unreadable,
)

OLDEST = timedelta(hours=9)
NEWEST = timedelta(minutes=15)
MAX_ID = 198

_TOKEN = re.compile(r"[0-9A-Za-z_-]{20,100}")
_SECONDS = re.compile(r"[0-9]{1,11}")
_HEX = re.compile(r"[0-9a-f]{64}")

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None]] = {
    "accepted": (E.QUEUED, None),
    "rejected": (E.REJECTED, R.OTHER),
    "delivered": (E.DELIVERED, None),
    "opened": (E.OPENED, None),
    "clicked": (E.CLICKED, None),
    "complained": (E.COMPLAINED, R.SPAM),
    "unsubscribed": (E.UNSUBSCRIBED, None),
}
FAILURES: dict[str, tuple[EventType, RejectReason]] = {
    "bounce": (E.BOUNCED, R.BOUNCED),
    "suppress-bounce": (E.REJECTED, R.BOUNCED),
    "suppress-complaint": (E.REJECTED, R.SPAM),
    "suppress-unsubscribe": (E.REJECTED, R.UNSUBSCRIBED),
    "old": (E.BOUNCED, R.TIMED_OUT),
    "espblock": (E.BOUNCED, R.BLOCKED),
}
_OF_THE_ADDRESS = frozenset({"bounce", "suppress-bounce", "suppress-complaint", "suppress-unsubscribe"})


class MailgunWebhookParser:
    may_ask_others = False

    def __init__(self, signing_key: str) -> None:
        """Without a key nothing is signed, and everything is refused."""
        self._key = signing_key.encode()

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002  in the body
        sent_at, token, signature = _signature(body)
        expected = hmac.new(self._key, f"{sent_at}{token}".encode(), hashlib.sha256).hexdigest()
        if not self._key or not hmac.compare_digest(expected, signature):
            raise WebhookRefused("delivery-webhook-unsigned")
        age = now - datetime.fromtimestamp(int(sent_at), UTC)
        if not -NEWEST <= age <= OLDEST:
            raise WebhookRefused("delivery-webhook-too-old")
        return token

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        payload = read_json(body, receipt_key=receipt_key)
        data = inside(payload, "event-data")
        if not isinstance(data, dict):
            raise unreadable(receipt_key)
        occurred_at = moment_of_seconds(data.get("timestamp") or inside(payload, "signature", "timestamp"))
        if occurred_at is None:
            raise unreadable(receipt_key)
        return [_event(data, event_id=receipt_key, occurred_at=occurred_at)]


def _signature(body: bytes) -> tuple[str, str, str]:
    try:
        signature = inside(json.loads(body), "signature")
    except (ValueError, RecursionError):
        signature = None
    parts = [text_or_none(inside(signature, name)) or "" for name in ("timestamp", "token", "signature")]
    shapes = (_SECONDS, _TOKEN, _HEX)
    if not all(shape.fullmatch(part) for shape, part in zip(shapes, parts, strict=True)):
        raise WebhookRefused("delivery-webhook-unsigned")
    return parts[0], parts[1], parts[2]


def _event(data: dict[str, Any], *, event_id: str, occurred_at: datetime) -> IncomingEvent:
    kind, reason, is_permanent = _meaning(data)
    delivery_id = own_id(inside(data, "user-variables", DELIVERY))
    name = text_or_none(inside(data, "message", "headers", "message-id"))
    return IncomingEvent(
        event_id=event_id,
        type=kind,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        # The name is that of a whole call: without our id it would point at somebody else of the same call.
        provider_message_id=f"<{name.strip('<>')[:MAX_ID]}>" if name and delivery_id is not None else None,
        reject_reason=reason,
        is_permanent=is_permanent,
        detail=_detail(data) or (text_or_none(data.get("event")) if kind is E.UNKNOWN else None),
        address=address_of(delivery_id, data.get("recipient")),
    )


def _meaning(data: dict[str, Any]) -> tuple[EventType, RejectReason | None, bool]:
    name, why = str(data.get("event")), str(data.get("reason"))
    if name != "failed":
        kind, reason = EVENTS.get(name, (E.UNKNOWN, None))
        return kind, reason, kind is not E.REJECTED
    if data.get("severity") != "permanent":
        return E.DEFERRED, None, False
    kind, failure = FAILURES.get(why, (E.BOUNCED, R.OTHER))
    is_soft = inside(data, "delivery-status", "bounce-type") == "soft"
    return kind, failure, why in _OF_THE_ADDRESS and not is_soft


def _detail(data: dict[str, Any]) -> str | None:
    texts = [inside(data, "delivery-status", "message"), inside(data, "delivery-status", "description")]
    texts.append(inside(data, "reject", "reason"))
    return plain_text(" · ".join(text for text in texts if text_or_none(text))) or None
