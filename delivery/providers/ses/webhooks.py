"""The events of Amazon SES, one a request, as SNS posts them.

https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html

They carry our delivery's id where a configuration set publishes them (BILTEN_SES_CONFIGURATION_SET).
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent
from delivery.providers.ses.request import DELIVERY_TAG
from delivery.providers.ses.sns import Fetch, confirm, expect_from_amazon, fetch_certificate, fetch_document
from delivery.providers.shared.webhook_json import (
    address_of,
    inside,
    moment_of_text,
    own_id,
    read_json,
    text_or_none,
    unreadable,
)

MAX_ID = 200

E = EventType
R = RejectReason

EVENTS: dict[str, tuple[EventType, RejectReason | None, str]] = {
    "Send": (E.SENT, None, "send"),
    "Delivery": (E.DELIVERED, None, "delivery"),
    "Bounce": (E.BOUNCED, R.BOUNCED, "bounce"),
    "Complaint": (E.COMPLAINED, R.SPAM, "complaint"),
    "Reject": (E.REJECTED, R.BLOCKED, "reject"),
    "Rendering Failure": (E.FAILED, None, "failure"),
    "DeliveryDelay": (E.DEFERRED, None, "deliveryDelay"),
    "Open": (E.OPENED, None, "open"),
    "Click": (E.CLICKED, None, "click"),
}
"""By SES's word: ours, and where the particulars stand."""
_NOT_OF_THE_ADDRESS = frozenset({E.REJECTED, E.FAILED, E.DEFERRED})
_SUPPRESSED = frozenset({"Suppressed", "OnAccountSuppressionList"})


class SesWebhookParser:
    may_ask_others = True

    def __init__(
        self, topics: frozenset[str], *, certificate: Fetch = fetch_certificate, answer: Fetch = fetch_document
    ) -> None:
        """Without a topic nothing is ours, and everything is refused."""
        self._topics = topics
        self._certificate = certificate
        self._answer = answer

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002  in the body
        notification = _notification(body)
        expect_from_amazon(notification, topics=self._topics, fetch=self._certificate, now=now)
        if notification["Type"] == "SubscriptionConfirmation":
            confirm(notification, fetch=self._answer)
        return str(notification["MessageId"])

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        notification = read_json(body, receipt_key=receipt_key)
        message = text_or_none(inside(notification, "Message"))
        if message is None:
            raise unreadable(receipt_key)
        if inside(notification, "Type") != "Notification" or not message.lstrip().startswith("{"):
            return []  # about the subscription itself, or SES's greeting when it is set up
        event = read_json(message, receipt_key=receipt_key)
        sent_at = moment_of_text(notification.get("Timestamp"))
        if not isinstance(event, dict) or sent_at is None:
            raise unreadable(receipt_key)
        return [_event(event, event_id=receipt_key, sent_at=sent_at)]


def _notification(body: bytes) -> dict[str, Any]:
    try:
        notification = json.loads(body)
    except (ValueError, RecursionError):
        notification = None
    if not isinstance(notification, dict) or len(text_or_none(notification.get("MessageId")) or "") not in range(
        1, MAX_ID
    ):
        raise WebhookRefused("delivery-webhook-unsigned")
    return notification


def _event(event: dict[str, Any], *, event_id: str, sent_at: datetime) -> IncomingEvent:
    name = str(event.get("eventType") or event.get("notificationType"))
    kind, reason, place = EVENTS.get(name, (E.UNKNOWN, None, ""))
    particulars = event.get(place)
    tags, message_id = (
        inside(event, "mail", "tags", DELIVERY_TAG),
        text_or_none(inside(event, "mail", "messageId")),
    )
    delivery_id = own_id(tags[0]) if isinstance(tags, list) and tags else None
    return IncomingEvent(
        event_id=event_id,
        type=kind,
        occurred_at=moment_of_text(inside(particulars, "timestamp")) or sent_at,
        delivery_id=delivery_id,
        provider_message_id=message_id[:MAX_ID] if message_id else None,
        reject_reason=_reason(particulars, reason),
        is_permanent=_is_permanent(kind, particulars),
        detail=_detail(particulars) or (plain_text(name) if kind is E.UNKNOWN else None),
        address=address_of(delivery_id, _first(inside(event, "mail", "destination"))),
    )


def _first(people: Any) -> Any:
    return people[0] if isinstance(people, list) and people else None


def _reason(particulars: Any, reason: RejectReason | None) -> RejectReason | None:
    return R.BLOCKED if inside(particulars, "bounceSubType") in _SUPPRESSED else reason


def _is_permanent(kind: EventType, particulars: Any) -> bool:
    if kind is E.BOUNCED:
        return bool(inside(particulars, "bounceType") == "Permanent")
    return kind not in _NOT_OF_THE_ADDRESS


def _detail(particulars: Any) -> str | None:
    texts = [
        inside(particulars, name)
        for name in ("bounceType", "bounceSubType", "complaintFeedbackType", "delayType", "reason", "errorMessage")
    ]
    for people in ("bouncedRecipients", "delayedRecipients"):
        recipients = inside(particulars, people)
        texts += (
            [inside(person, "diagnosticCode") for person in recipients] if isinstance(recipients, list) else []
        )
    return plain_text(" · ".join(text for text in texts if text_or_none(text))) or None
