"""Mailgun's webhooks: one event a request, with a token that is signed and counts once.

https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks

The signature is over time and token only, so the token is the receipt's key: whoever replays a request, with this
body or another, finds it taken. Mailgun posts the same token again for eight hours, until it is answered.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from delivery import report_meaning as m
from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.mailgun.request import DELIVERY
from delivery.providers.shared.webhook_json import (
    address_of,
    inside,
    loads,
    moment_of_seconds,
    own_id,
    read_each,
    read_json,
    text_or_none,
)
from delivery.report_meaning import ReportVerdict, held_against

OLDEST = timedelta(hours=9)
NEWEST = timedelta(minutes=15)
MAX_ID = 198

_TOKEN = re.compile(r"[0-9A-Za-z_-]{20,100}")
_SECONDS = re.compile(r"[0-9]{1,11}")
_HEX = re.compile(r"[0-9a-f]{64}")

E = EventType
R = RejectReason

SOURCES = (
    "https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure",
    "https://documentation.mailgun.com/docs/mailgun/user-manual/events/failure-reasons",
)
EVENTS: dict[str, ReportVerdict] = {
    "accepted": m.QUEUED,
    "rejected": m.NOT_SENT,
    "delivered": m.DELIVERED,
    "opened": m.OPENED,
    "clicked": m.CLICKED,
    "complained": m.COMPLAINED,
    "unsubscribed": ReportVerdict(E.UNSUBSCRIBED),
}
OTHER = ReportVerdict(E.BOUNCED, R.OTHER, is_permanent=False)
FAILURES: dict[str, ReportVerdict] = {
    "bounce": m.HARD_BOUNCE,
    "suppress-bounce": ReportVerdict(E.REJECTED, R.BOUNCED),
    "suppress-complaint": ReportVerdict(E.REJECTED, R.SPAM),
    "suppress-unsubscribe": ReportVerdict(E.REJECTED, R.UNSUBSCRIBED),
    "old": m.TIMED_OUT,
    "espblock": m.WE_ARE_BLOCKED,
}
SOFT = "failed, permanent: bounce, soft"
REPORTS: dict[str, ReportVerdict] = (
    EVENTS
    | {"failed, temporary": m.DEFERRED, "failed, permanent": OTHER, SOFT: m.SOFT_BOUNCE}
    | {f"failed, permanent: {reason}": meaning for reason, meaning in FAILURES.items()}
)


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

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        payload = read_json(body, receipt_key=receipt_key)
        sent_at = inside(payload, "signature", "timestamp")
        data = inside(payload, "event-data")
        return read_each(
            [data], lambda item, _: _event(item, event_id=receipt_key, sent_at=sent_at), receipt_key=receipt_key
        )


def _signature(body: bytes) -> tuple[str, str, str]:
    try:
        signature = inside(loads(body), "signature")
    except (ValueError, RecursionError):
        signature = None
    parts = [text_or_none(inside(signature, name)) or "" for name in ("timestamp", "token", "signature")]
    shapes = (_SECONDS, _TOKEN, _HEX)
    if not all(shape.fullmatch(part) for shape, part in zip(shapes, parts, strict=True)):
        raise WebhookRefused("delivery-webhook-unsigned")
    return parts[0], parts[1], parts[2]


def _event(data: dict[str, Any], *, event_id: str, sent_at: Any) -> IncomingEvent:
    meaning = _meaning(data)
    delivery_id = own_id(inside(data, "user-variables", DELIVERY))
    name = text_or_none(inside(data, "message", "headers", "message-id"))
    call_id = f"<{name.strip('<>')[:MAX_ID]}>" if name else None
    return IncomingEvent(
        event_id=event_id,
        type=meaning.type,
        occurred_at=moment_of_seconds(data.get("timestamp")) or moment_of_seconds(sent_at),
        delivery_id=delivery_id,
        # The name is that of a whole call: without our id it would point at somebody else of the same call.
        provider_message_id=call_id if delivery_id is not None else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(data) or (text_or_none(data.get("event")) if meaning is m.UNKNOWN else None),
        address=address_of(delivery_id, data.get("recipient")),
        call_id=call_id if delivery_id is None else None,
    )


def _meaning(data: dict[str, Any]) -> ReportVerdict:
    name, why = str(data.get("event")), str(data.get("reason"))
    if name != "failed":
        return EVENTS.get(name, m.UNKNOWN)
    if data.get("severity") != "permanent":
        return m.DEFERRED
    meaning = FAILURES.get(why, OTHER)
    if meaning is m.HARD_BOUNCE and inside(data, "delivery-status", "bounce-type") == "soft":
        meaning = m.SOFT_BOUNCE
    code, reply = (str(inside(data, "delivery-status", part) or "") for part in ("code", "message"))
    return held_against(meaning, plain_text(reply if reply.startswith(code) else f"{code} {reply}"))


def _detail(data: dict[str, Any]) -> str | None:
    texts = [inside(data, "delivery-status", "message"), inside(data, "delivery-status", "description")]
    texts.append(inside(data, "reject", "reason"))
    return plain_text(" · ".join(text for text in texts if text_or_none(text))) or None
