"""Mailjet's webhooks: not signed, one event a request, or an array of them where they are grouped.

https://dev.mailjet.com/email/guides/webhooks/
"""

from collections.abc import Mapping
from typing import Any

from delivery.errors import WebhookUnreadable
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.shared.shared_secret import (
    SharedSecretParser,
    delivery_number,
    event_key,
    events_in,
    moment_of,
)
from delivery.providers.shared.webhook_json import address_of

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None]] = {
    "sent": (E.DELIVERED, None),  # as Mailjet means it: the reader's server took it
    "open": (E.OPENED, None),
    "click": (E.CLICKED, None),
    "bounce": (E.BOUNCED, R.BOUNCED),
    "blocked": (E.REJECTED, R.BLOCKED),
    "spam": (E.COMPLAINED, R.SPAM),
    "unsub": (E.UNSUBSCRIBED, R.UNSUBSCRIBED),
}
REASONS: dict[str, RejectReason] = {
    "user unknown": R.BOUNCED,
    "mailbox inactive": R.BOUNCED,
    "quota exceeded": R.BOUNCED,
    "invalid domain": R.INVALID,
    "no mail host": R.INVALID,
    "typofix": R.INVALID,
    "blacklisted": R.BLOCKED,
    "spam reporter": R.SPAM,
    "greylisted": R.OTHER,
}
_OF_THE_ADDRESS = frozenset({"user unknown", "mailbox inactive", "invalid domain", "no mail host", "typofix"})
_KEPT_BACK = frozenset({"preblocked", "blacklisted", "spam reporter"})
"""Mailjet has its own reasons not to write to this address again."""
_SECOND_COPY = "duplicate in campaign"


class MailjetWebhookParser(SharedSecretParser):
    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        return [_event(item, receipt_key) for item in events_in(body, receipt_key=receipt_key)]


def _event(item: Mapping[str, Any], receipt_key: str) -> IncomingEvent:
    name, message, occurred_at = str(item.get("event", "")), item.get("MessageID"), moment_of(item.get("time"))
    if occurred_at is None:
        raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key)
    kind, reason, is_permanent = _meaning(name, item)
    delivery_id = delivery_number(str(item.get("CustomID") or "").rpartition(".")[2])
    return IncomingEvent(
        event_id=event_key(message, name, item.get("time"), item.get("email"), item.get("url")),
        type=kind,
        occurred_at=occurred_at,
        delivery_id=delivery_id,
        provider_message_id=str(message)[:40] if message else None,
        reject_reason=reason,
        is_permanent=is_permanent,
        detail=_detail(item) or (plain_text(name) if kind is E.UNKNOWN else None) or None,
        address=address_of(delivery_id, item.get("email")),
    )


def _meaning(name: str, item: Mapping[str, Any]) -> tuple[EventType, RejectReason | None, bool]:
    error = str(item.get("error") or "").lower()
    if name == "blocked" and error == _SECOND_COPY:
        return E.SENT, None, True  # the reader has the first one
    kind, reason = EVENTS.get(name, (E.UNKNOWN, None))
    if kind is E.BOUNCED:
        is_hard = item.get("hard_bounce") is True
        return (kind if is_hard else E.DEFERRED), REASONS.get(error, reason), is_hard
    if kind is E.REJECTED:
        return kind, REASONS.get(error, reason), error in _OF_THE_ADDRESS | _KEPT_BACK
    return kind, reason, True


def _detail(item: Mapping[str, Any]) -> str:
    parts = [item.get("error_related_to"), item.get("error"), item.get("comment"), item.get("smtp_reply")]
    return plain_text(" · ".join(str(part) for part in parts if part))
