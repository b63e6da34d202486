"""Resend's webhooks: signed by Svix, one event a request.

https://resend.com/docs/dashboard/webhooks/event-types
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from core.errors import Misconfigured
from delivery.errors import WebhookRefused, WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.resend.request import DELIVERY_TAG
from delivery.providers.shared.webhook_json import address_of

TOLERANCE = timedelta(minutes=5)
MAX_ID = 200
MAX_SIGNATURES = 20

_KEY = re.compile(r"[!-~]{1,200}")
_SECONDS = re.compile(r"[0-9]{1,12}")

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None]] = {
    "email.scheduled": (E.QUEUED, None),
    "email.sent": (E.SENT, None),
    "email.delivered": (E.DELIVERED, None),
    "email.delivery_delayed": (E.DEFERRED, None),
    "email.bounced": (E.BOUNCED, R.BOUNCED),
    "email.suppressed": (E.REJECTED, R.BLOCKED),
    "email.failed": (E.FAILED, None),
    "email.complained": (E.COMPLAINED, R.SPAM),
    "email.opened": (E.OPENED, None),
    "email.clicked": (E.CLICKED, None),
}
_PASSING = frozenset({E.DEFERRED, E.FAILED})


class ResendWebhookParser:
    may_ask_others = False

    def __init__(self, secret: str) -> None:
        """Raises Misconfigured for a secret that is not of the form `whsec_<base64>`."""
        try:
            self._key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except (binascii.Error, ValueError):
            self._key = b""
        if not self._key:
            raise Misconfigured("delivery-webhook-secret-unreadable", setting="BILTEN_RESEND_WEBHOOK_SECRET")

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        given = {name.lower(): value for name, value in headers.items()}
        key, sent_at = given.get("svix-id", ""), given.get("svix-timestamp", "")
        if not _KEY.fullmatch(key) or not _SECONDS.fullmatch(sent_at):
            raise WebhookRefused("delivery-webhook-unsigned")
        if not self._is_signed(f"{key}.{sent_at}.".encode() + body, given.get("svix-signature", "")):
            raise WebhookRefused("delivery-webhook-unsigned")
        if abs(int(sent_at) - now.timestamp()) > TOLERANCE.total_seconds():
            raise WebhookRefused("delivery-webhook-too-old")
        return key

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        try:
            payload = json.loads(body)
            data = payload["data"]
            occurred_at = _moment(payload["created_at"])
            name = str(payload["type"])
        except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
            raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key) from error
        if not isinstance(data, dict):
            raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key)
        return [_event(name, data, event_id=receipt_key, occurred_at=occurred_at)]

    def _is_signed(self, content: bytes, signatures: str) -> bool:
        """Several signatures stand in one header while the secret is being changed: any one will do."""
        expected = b"v1," + base64.b64encode(hmac.new(self._key, content, hashlib.sha256).digest())
        candidates = signatures.encode("utf-8", "replace").split(b" ")[:MAX_SIGNATURES]
        return any(hmac.compare_digest(expected, candidate) for candidate in candidates)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _event(name: str, data: dict[str, Any], *, event_id: str, occurred_at: datetime) -> IncomingEvent:
    kind, reason = EVENTS.get(name, (E.UNKNOWN, None))
    provider_message_id = data.get("email_id")
    delivery_id = _delivery_id(data.get("tags"))
    return IncomingEvent(
        event_id=event_id,
        type=kind,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        provider_message_id=provider_message_id[:MAX_ID] if isinstance(provider_message_id, str) else None,
        reject_reason=reason,
        is_permanent=_is_permanent(kind, data),
        detail=_detail(data) or (name if kind is E.UNKNOWN else None),
        address=address_of(delivery_id, _first(data.get("to"))),
    )


def _delivery_id(tags: Any) -> int | None:
    value = tags.get(DELIVERY_TAG) if isinstance(tags, dict) else None
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18
    return int(value) if is_number and value else None


def _first(people: Any) -> Any:
    return people[0] if isinstance(people, list) and people else people


def _is_permanent(kind: EventType, data: dict[str, Any]) -> bool:
    """Only a bounce that calls itself Permanent (or, as older ones do, nothing at all) says so of the address."""
    if kind is E.BOUNCED:
        bounce = data.get("bounce")
        bounce_type = bounce.get("type", "Permanent") if isinstance(bounce, dict) else "Permanent"
        return bool(bounce_type == "Permanent")
    return kind not in _PASSING


def _detail(data: dict[str, Any]) -> str | None:
    """The words of a bounce, a failure or a suppression."""
    for part in ("bounce", "failed", "suppressed"):
        section = data.get(part)
        if isinstance(section, dict):
            values = [
                section.get("subType"),
                section.get("message"),
                section.get("reason"),
                section.get("diagnosticCode"),
            ]
            return plain_text(" · ".join(_flat(value) for value in values if value)) or None
    return None


def _flat(value: Any) -> str:
    return " ".join(str(word) for word in value) if isinstance(value, list) else str(value)
