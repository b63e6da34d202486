"""Brevo's webhooks: not signed, one event a request or, where the webhook is set to batches, an array of them.

https://developers.brevo.com/docs/transactional-webhooks
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from delivery.errors import WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.brevo.request import DELIVERY_HEADER
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.providers.shared.shared_secret import SharedSecretParser, event_key, events_in, moment_of
from delivery.providers.shared.webhook_json import address_of

MAX_ID = 200

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None]] = {
    "request": (E.QUEUED, None),
    "sent": (E.QUEUED, None),
    "delivered": (E.DELIVERED, None),
    "deferred": (E.DEFERRED, None),
    "soft_bounce": (E.DEFERRED, R.BOUNCED),
    "hard_bounce": (E.BOUNCED, R.BOUNCED),
    "invalid_email": (E.BOUNCED, R.INVALID),
    "blocked": (E.REJECTED, R.BLOCKED),
    "error": (E.FAILED, R.OTHER),
    "spam": (E.COMPLAINED, R.SPAM),
    "complaint": (E.COMPLAINED, R.SPAM),
    "unsubscribed": (E.UNSUBSCRIBED, R.UNSUBSCRIBED),
    "opened": (E.OPENED, None),
    "unique_opened": (E.OPENED, None),
    "proxy_open": (E.OPENED, None),
    "unique_proxy_open": (E.OPENED, None),
    "click": (E.CLICKED, None),
}
_PASSING = frozenset({E.DEFERRED, E.FAILED})


class BrevoWebhookParser(SharedSecretParser):
    def __init__(self, secret: str, opaque_id: OpaqueId) -> None:
        super().__init__(secret, setting="BILTEN_BREVO_WEBHOOK_SECRET")
        self._opaque_id = opaque_id

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        return [_event(item, receipt_key, self._opaque_id) for item in events_in(body, receipt_key=receipt_key)]


def _event(item: Mapping[str, Any], receipt_key: str, opaque_id: OpaqueId) -> IncomingEvent:
    name, message, occurred_at = str(item.get("event", "")), item.get("message-id"), _moment(item)
    if occurred_at is None:
        raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key)
    kind, reason = EVENTS.get(name, (E.UNKNOWN, None))
    detail = plain_text(str(item.get("reason") or "")) or (name if kind is E.UNKNOWN else "")
    delivery_id = opaque_id.reveal(item.get(DELIVERY_HEADER))
    return IncomingEvent(
        event_id=event_key(message, name, occurred_at, item.get("email")),
        type=kind,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        provider_message_id=message[:MAX_ID] if isinstance(message, str) else None,
        reject_reason=reason,
        is_permanent=kind not in _PASSING,
        detail=detail or None,
        address=address_of(delivery_id, item.get("email")),
    )


def _moment(item: Mapping[str, Any]) -> datetime | None:
    """The most exact of what Brevo gives; its plain date is in the account's own zone, better than nothing."""
    for name, unit in (("ts_epoch", 1000), ("s_epoch", 1000), ("ts_event", 1), ("ts", 1)):
        value = item.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return moment_of(value / unit)
    try:
        return datetime.fromisoformat(str(item.get("date"))).replace(tzinfo=UTC)
    except ValueError:
        return None
