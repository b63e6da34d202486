"""Postmark's webhooks: not signed, one event a request, our metadata in each.

https://postmarkapp.com/developer/webhooks/webhooks-overview
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from delivery import report_meaning as m
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.postmark.request import DELIVERY
from delivery.providers.shared.shared_secret import SharedSecretParser
from delivery.providers.shared.webhook_json import address_of, items_of, moment_of_text, own_id, read_each
from delivery.report_meaning import ReportVerdict, held_against

MAX_ID = 200

E = EventType
R = RejectReason

SOURCES = (
    "https://postmarkapp.com/developer/webhooks/webhooks-overview",
    "https://postmarkapp.com/developer/api/bounce-api#bounce-types",
)
RECORDS: dict[str, ReportVerdict] = {
    "Delivery": m.DELIVERED,
    "SpamComplaint": m.COMPLAINED,
    "Open": m.OPENED,
    "Click": m.CLICKED,
}
BOUNCES: dict[str, ReportVerdict] = {
    "HardBounce": m.HARD_BOUNCE,
    "BadEmailAddress": ReportVerdict(E.REJECTED, R.INVALID),
    "ManuallyDeactivated": ReportVerdict(E.REJECTED, R.BLOCKED),
    "SoftBounce": m.SOFT_BOUNCE,
    "Transient": m.DEFERRED,
    "DnsError": m.DEFERRED,
    "OpenRelayTest": m.DEFERRED,
    "Blocked": ReportVerdict(E.REJECTED, R.BLOCKED, is_permanent=False),
    "DMARCPolicy": ReportVerdict(E.REJECTED, R.BLOCKED, is_permanent=False),
    "SpamNotification": ReportVerdict(E.REJECTED, R.SPAM, is_permanent=False),
    "VirusNotification": m.CONTENT_REFUSED,
    "SMTPApiError": m.FAILED,
    "TemplateRenderingFailed": m.FAILED,
    "SpamComplaint": m.COMPLAINED,
    "Unsubscribe": m.UNSUBSCRIBED,
    # What a mailbox answers by itself: it is there.
    "AutoResponder": m.SENT,
    "AddressChange": m.SENT,
    "ChallengeVerification": m.SENT,
}
SUPPRESSIONS: dict[str, ReportVerdict] = {
    "ManualSuppression": m.UNSUBSCRIBED,
    "HardBounce": m.HARD_BOUNCE,
    "SpamComplaint": m.COMPLAINED,
}
REPORTS: dict[str, ReportVerdict] = (
    RECORDS
    | {f"Bounce: {name}": meaning for name, meaning in BOUNCES.items()}
    | {f"SubscriptionChange: {name}": meaning for name, meaning in SUPPRESSIONS.items()}
    | {"SubscriptionChange: may be written to again": m.UNKNOWN}
)
_MOMENTS = ("DeliveredAt", "BouncedAt", "ReceivedAt", "ChangedAt")


class PostmarkWebhookParser(SharedSecretParser):
    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        return read_each(
            items_of(body, receipt_key=receipt_key),
            lambda item, _: _event(item, self.event_key),
            receipt_key=receipt_key,
        )


def _event(item: Mapping[str, Any], event_key: Callable[..., str]) -> IncomingEvent:
    record, message, metadata = str(item.get("RecordType", "")), item.get("MessageID"), item.get("Metadata")
    timestamp = next((str(item[name]) for name in _MOMENTS if item.get(name)), "")
    meaning = held_against(_meaning(record, item), plain_text(str(item.get("Details") or "")))
    delivery_id = own_id(metadata.get(DELIVERY)) if isinstance(metadata, dict) else None
    return IncomingEvent(
        event_id=event_key(record, message, item.get("ID"), timestamp, item.get("OriginalLink")),
        type=meaning.type,
        occurred_at=next((moment for name in _MOMENTS if (moment := moment_of_text(item.get(name)))), None),
        delivery_id=delivery_id,
        provider_message_id=message[:MAX_ID] if isinstance(message, str) else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(item) or (plain_text(record) if meaning is m.UNKNOWN else None) or None,
        address=address_of(delivery_id, item.get("Email") or item.get("Recipient")),
    )


def _meaning(record: str, item: Mapping[str, Any]) -> ReportVerdict:
    if record == "Bounce":
        return BOUNCES.get(str(item.get("Type")), m.UNKNOWN)
    if record == "SubscriptionChange":  # also posted when an address may be written to again
        is_stop = item.get("SuppressSending") is True
        return SUPPRESSIONS.get(str(item.get("SuppressionReason")), m.UNKNOWN) if is_stop else m.UNKNOWN
    return RECORDS.get(record, m.UNKNOWN)


def _detail(item: Mapping[str, Any]) -> str:
    parts = [item.get("Type"), item.get("Details") or item.get("Description")]
    return plain_text(" · ".join(str(part) for part in parts if part))
