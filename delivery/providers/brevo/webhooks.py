"""Brevo's webhooks: not signed, one event a request or, where the webhook is set to batches, an array of them.

https://developers.brevo.com/docs/transactional-webhooks
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from delivery import report_meaning as m
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.brevo.request import DELIVERY_HEADER
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.providers.shared.shared_secret import SharedSecretParser
from delivery.providers.shared.webhook_json import address_of, items_of, moment_of_seconds, read_each
from delivery.report_meaning import ReportVerdict, held_against

MAX_ID = 200

SOURCES = (
    "https://developers.brevo.com/docs/transactional-webhooks",
    "https://help.brevo.com/hc/en-us/articles/209435165",
)
EVENTS: dict[str, ReportVerdict] = {
    "request": m.QUEUED,
    "sent": m.QUEUED,
    "delivered": m.DELIVERED,
    "deferred": m.DEFERRED,
    "soft_bounce": m.SOFT_BOUNCE,
    "hard_bounce": m.HARD_BOUNCE,
    "invalid_email": m.INVALID,
    # Brevo's own list: bounced hard, complained or unsubscribed there before.
    "blocked": ReportVerdict(EventType.REJECTED, RejectReason.BLOCKED),
    "error": m.FAILED,
    "spam": m.COMPLAINED,
    "complaint": m.COMPLAINED,
    "unsubscribed": m.UNSUBSCRIBED,
    "opened": m.OPENED,
    "unique_opened": m.OPENED,
    "proxy_open": m.OPENED,
    "unique_proxy_open": m.OPENED,
    "click": m.CLICKED,
}
REPORTS = EVENTS


class BrevoWebhookParser(SharedSecretParser):
    def __init__(self, secret: str, opaque_id: OpaqueId) -> None:
        super().__init__(secret, setting="BILTEN_BREVO_WEBHOOK_SECRET")
        self._opaque_id = opaque_id

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        return read_each(
            items_of(body, receipt_key=receipt_key),
            lambda item, _: _event(item, self._opaque_id, self.event_key),
            receipt_key=receipt_key,
        )


def _event(item: Mapping[str, Any], opaque_id: OpaqueId, event_key: Callable[..., str]) -> IncomingEvent:
    name, message, occurred_at = str(item.get("event", "")), item.get("message-id"), _moment(item)
    reply = plain_text(str(item.get("reason") or ""))
    meaning = held_against(EVENTS.get(name, m.UNKNOWN), reply)
    delivery_id = opaque_id.reveal(item.get(DELIVERY_HEADER))
    return IncomingEvent(
        event_id=event_key(message, name, occurred_at, item.get("email")),
        type=meaning.type,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        provider_message_id=message[:MAX_ID] if isinstance(message, str) else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=reply or (name if meaning is m.UNKNOWN else "") or None,
        address=address_of(delivery_id, item.get("email")),
    )


def _moment(item: Mapping[str, Any]) -> datetime | None:
    """The most exact of what Brevo gives; its plain date is in the account's own zone, better than nothing."""
    for name, unit in (("ts_epoch", 1000), ("s_epoch", 1000), ("ts_event", 1), ("ts", 1)):
        if (moment := moment_of_seconds(item.get(name), unit=unit)) is not None:
            return moment
    try:
        return datetime.fromisoformat(str(item.get("date"))).replace(tzinfo=UTC)
    except ValueError:
        return None
