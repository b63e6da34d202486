"""Resend's webhooks: signed by Svix, one event a request.

https://resend.com/docs/dashboard/webhooks/event-types
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from core.errors import Misconfigured
from delivery import report_meaning as m
from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.resend.request import DELIVERY_TAG
from delivery.providers.shared import bounce_types
from delivery.providers.shared.webhook_json import (
    address_of,
    inside,
    moment_of_text,
    own_id,
    read_each,
    read_json,
)
from delivery.report_meaning import ReportVerdict, held_against

TOLERANCE = timedelta(minutes=5)
MAX_ID = 200
MAX_SIGNATURES = 20

_KEY = re.compile(r"[!-~]{1,200}")
_SECONDS = re.compile(r"[0-9]{1,12}")

SOURCES = (
    "https://resend.com/docs/dashboard/webhooks/event-types",
    "https://resend.com/docs/dashboard/emails/email-bounces",
)
BOUNCED = "email.bounced"
EVENTS: dict[str, ReportVerdict] = {
    "email.scheduled": m.QUEUED,
    "email.sent": m.SENT,
    "email.delivered": m.DELIVERED,
    "email.delivery_delayed": m.DEFERRED,
    BOUNCED: m.HARD_BOUNCE,
    "email.suppressed": ReportVerdict(EventType.REJECTED, RejectReason.BLOCKED),
    "email.failed": ReportVerdict(EventType.FAILED, None, is_permanent=False),
    "email.complained": m.COMPLAINED,
    "email.opened": m.OPENED,
    "email.clicked": m.CLICKED,
}
REPORTS = EVENTS | {f"{BOUNCED}: {kind}": meaning for kind, meaning in bounce_types.REPORTS.items()}


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

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        payload = read_json(body, receipt_key=receipt_key)
        return read_each([payload], lambda item, _: _event(item, event_id=receipt_key), receipt_key=receipt_key)

    def _is_signed(self, content: bytes, signatures: str) -> bool:
        """Several signatures stand in one header while the secret is being changed: any one will do."""
        expected = b"v1," + base64.b64encode(hmac.new(self._key, content, hashlib.sha256).digest())
        candidates = signatures.encode("utf-8", "replace").split(b" ")[:MAX_SIGNATURES]
        return any(hmac.compare_digest(expected, candidate) for candidate in candidates)


def _event(payload: dict[str, Any], *, event_id: str) -> IncomingEvent:
    data, name = payload["data"], str(payload["type"])
    meaning = _meaning(name, data)
    provider_message_id = data.get("email_id")
    delivery_id = own_id(inside(data, "tags", DELIVERY_TAG))
    return IncomingEvent(
        event_id=event_id,
        type=meaning.type,
        occurred_at=moment_of_text(payload.get("created_at")),
        delivery_id=delivery_id,
        provider_message_id=provider_message_id[:MAX_ID] if isinstance(provider_message_id, str) else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(data) or (name if meaning is m.UNKNOWN else None),
        address=address_of(delivery_id, _first(data.get("to"))),
    )


def _first(people: Any) -> Any:
    return people[0] if isinstance(people, list) and people else people


def _meaning(name: str, data: dict[str, Any]) -> ReportVerdict:
    """A bounce is what it calls itself: Permanent, or, as older ones do, nothing at all; or something milder."""
    meaning, bounce = EVENTS.get(name, m.UNKNOWN), data.get("bounce")
    if name != BOUNCED or not isinstance(bounce, dict):
        return meaning
    kind = bounce_types.of_bounce(str(bounce.get("type", "Permanent")), str(bounce.get("subType", "")))
    return held_against(kind, plain_text(_flat(bounce.get("diagnosticCode") or "")))


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
