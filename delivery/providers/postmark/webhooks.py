"""Postmark's webhooks: not signed, one event a request, our metadata in each.

https://postmarkapp.com/developer/webhooks/webhooks-overview
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from delivery.errors import WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.postmark.request import DELIVERY
from delivery.providers.shared.shared_secret import SharedSecretParser, delivery_number, event_key, events_in
from delivery.providers.shared.webhook_json import address_of

MAX_ID = 200

E = EventType
R = RejectReason

Meaning = tuple[EventType, RejectReason | None, bool]
"""What it is, why, and whether it is for good."""

RECORDS: dict[str, Meaning] = {
    "Delivery": (E.DELIVERED, None, True),
    "SpamComplaint": (E.COMPLAINED, R.SPAM, True),
    "Open": (E.OPENED, None, True),
    "Click": (E.CLICKED, None, True),
}
BOUNCES: dict[str, Meaning] = {
    "HardBounce": (E.BOUNCED, R.BOUNCED, True),
    "BadEmailAddress": (E.REJECTED, R.INVALID, True),
    "ManuallyDeactivated": (E.REJECTED, R.BLOCKED, True),
    "SoftBounce": (E.BOUNCED, R.BOUNCED, False),
    "Transient": (E.DEFERRED, None, False),
    "DnsError": (E.DEFERRED, None, False),
    "OpenRelayTest": (E.DEFERRED, None, False),
    "Blocked": (E.REJECTED, R.BLOCKED, False),
    "DMARCPolicy": (E.REJECTED, R.BLOCKED, False),
    "SpamNotification": (E.REJECTED, R.SPAM, False),
    "VirusNotification": (E.BOUNCED, R.OTHER, False),
    "SMTPApiError": (E.FAILED, R.OTHER, False),
    "TemplateRenderingFailed": (E.FAILED, R.OTHER, False),
    "SpamComplaint": (E.COMPLAINED, R.SPAM, True),
    "Unsubscribe": (E.UNSUBSCRIBED, R.UNSUBSCRIBED, True),
}
SUPPRESSIONS: dict[str, Meaning] = {
    "ManualSuppression": (E.UNSUBSCRIBED, R.UNSUBSCRIBED, True),
    "HardBounce": (E.BOUNCED, R.BOUNCED, True),
    "SpamComplaint": (E.COMPLAINED, R.SPAM, True),
}
_UNKNOWN: Meaning = (E.UNKNOWN, None, True)
_MOMENTS = ("DeliveredAt", "BouncedAt", "ReceivedAt", "ChangedAt")


class PostmarkWebhookParser(SharedSecretParser):
    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        return [_event(item, receipt_key) for item in events_in(body, receipt_key=receipt_key)]


def _event(item: Mapping[str, Any], receipt_key: str) -> IncomingEvent:
    record, message, metadata = str(item.get("RecordType", "")), item.get("MessageID"), item.get("Metadata")
    timestamp = next((str(item[name]) for name in _MOMENTS if item.get(name)), "")
    kind, reason, is_permanent = _meaning(record, item)
    delivery_id = delivery_number(metadata.get(DELIVERY)) if isinstance(metadata, dict) else None
    return IncomingEvent(
        event_id=event_key(record, message, item.get("ID"), timestamp, item.get("OriginalLink")),
        type=kind,
        occurred_at=_moment(timestamp, receipt_key),
        delivery_id=delivery_id,
        provider_message_id=message[:MAX_ID] if isinstance(message, str) else None,
        reject_reason=reason,
        is_permanent=is_permanent,
        detail=_detail(item) or (plain_text(record) if kind is E.UNKNOWN else None) or None,
        address=address_of(delivery_id, item.get("Email") or item.get("Recipient")),
    )


def _meaning(record: str, item: Mapping[str, Any]) -> Meaning:
    if record == "Bounce":
        return BOUNCES.get(str(item.get("Type")), _UNKNOWN)
    if record == "SubscriptionChange":  # also posted when an address may be written to again
        is_stop = item.get("SuppressSending") is True
        return SUPPRESSIONS.get(str(item.get("SuppressionReason")), _UNKNOWN) if is_stop else _UNKNOWN
    return RECORDS.get(record, _UNKNOWN)


def _moment(timestamp: str, receipt_key: str) -> datetime:
    try:
        moment = datetime.fromisoformat(timestamp)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key) from error


def _detail(item: Mapping[str, Any]) -> str:
    parts = [item.get("Type"), item.get("Details") or item.get("Description")]
    return plain_text(" · ".join(str(part) for part in parts if part))
