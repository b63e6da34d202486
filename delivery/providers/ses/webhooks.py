"""The events of Amazon SES, one a request, as SNS posts them.

https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html

They carry our delivery's id where a configuration set publishes them (BILTEN_SES_CONFIGURATION_SET).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from delivery import report_meaning as m
from delivery.errors import WebhookRefused
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.ses.request import DELIVERY_TAG
from delivery.providers.ses.sns import Fetch, confirm, expect_from_amazon, fetch_certificate, fetch_document
from delivery.providers.shared import bounce_types
from delivery.providers.shared.webhook_json import (
    address_of,
    inside,
    loads,
    moment_of_text,
    own_id,
    read_each,
    read_json,
    text_or_none,
    unreadable,
)
from delivery.report_meaning import ReportVerdict, held_against, of_feedback

MAX_ID = 200

SOURCES = (
    "https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html",
    "https://www.iana.org/assignments/marf-parameters/marf-parameters.xhtml",
)
EVENTS: dict[str, tuple[ReportVerdict, str]] = {
    "Send": (m.SENT, "send"),
    "Delivery": (m.DELIVERED, "delivery"),
    "Bounce": (m.HARD_BOUNCE, "bounce"),
    "Complaint": (m.COMPLAINED, "complaint"),
    "Reject": (ReportVerdict(EventType.REJECTED, RejectReason.BLOCKED, is_permanent=False), "reject"),
    "Rendering Failure": (ReportVerdict(EventType.FAILED, None, is_permanent=False), "failure"),
    "DeliveryDelay": (m.DEFERRED, "deliveryDelay"),
    "Open": (m.OPENED, "open"),
    "Click": (m.CLICKED, "click"),
}
"""By SES's word: ours, and where the particulars stand."""
AUTO_REPLY = "Bounce: Transient/General, without a status or a reply"
FEEDBACK = ("abuse", "fraud", "virus", "other", "not-spam", "auth-failure")
REPORTS: dict[str, ReportVerdict] = (
    {name: meaning for name, (meaning, _) in EVENTS.items() if name != "Bounce"}
    | {f"Bounce: {kind}": meaning for kind, meaning in bounce_types.REPORTS.items()}
    | {AUTO_REPLY: m.SENT}
    | {f"Complaint: {name}": of_feedback(name) for name in FEEDBACK}
)


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

    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        notification = read_json(body, receipt_key=receipt_key)
        message = text_or_none(inside(notification, "Message"))
        if message is None:
            raise unreadable(receipt_key)
        if inside(notification, "Type") != "Notification" or not message.lstrip().startswith("{"):
            return []  # about the subscription itself, or SES's greeting when it is set up
        event = read_json(message, receipt_key=receipt_key)
        sent_at = moment_of_text(notification.get("Timestamp"))
        return read_each(
            [event], lambda item, _: _event(item, event_id=receipt_key, sent_at=sent_at), receipt_key=receipt_key
        )


def _notification(body: bytes) -> dict[str, Any]:
    try:
        notification = loads(body)
    except (ValueError, RecursionError):
        notification = None
    if not isinstance(notification, dict) or len(text_or_none(notification.get("MessageId")) or "") not in range(
        1, MAX_ID
    ):
        raise WebhookRefused("delivery-webhook-unsigned")
    return notification


def _event(event: dict[str, Any], *, event_id: str, sent_at: datetime | None) -> IncomingEvent:
    name = str(event.get("eventType") or event.get("notificationType"))
    by_name, place = EVENTS.get(name, (m.UNKNOWN, ""))
    particulars = event.get(place)
    meaning = _meaning(by_name, particulars)
    tags, message_id = (
        inside(event, "mail", "tags", DELIVERY_TAG),
        text_or_none(inside(event, "mail", "messageId")),
    )
    delivery_id = own_id(tags[0]) if isinstance(tags, list) and tags else None
    return IncomingEvent(
        event_id=event_id,
        type=meaning.type,
        occurred_at=moment_of_text(inside(particulars, "timestamp")) or sent_at,
        delivery_id=delivery_id,
        provider_message_id=message_id[:MAX_ID] if message_id else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(particulars) or (plain_text(name) if meaning is m.UNKNOWN else None),
        address=address_of(delivery_id, _first(inside(event, "mail", "destination"))),
    )


def _first(people: Any) -> Any:
    return people[0] if isinstance(people, list) and people else None


def _meaning(meaning: ReportVerdict, particulars: Any) -> ReportVerdict:
    if meaning is m.COMPLAINED:
        return of_feedback(text_or_none(inside(particulars, "complaintFeedbackType")) or "abuse")
    if meaning is not m.HARD_BOUNCE:
        return meaning
    kind, subtype = str(inside(particulars, "bounceType")), str(inside(particulars, "bounceSubType"))
    recipient = _first(inside(particulars, "bouncedRecipients"))
    reply = text_or_none(inside(recipient, "diagnosticCode")) or ""
    status = text_or_none(inside(recipient, "status")) or ""
    if (kind, subtype) == (bounce_types.TRANSIENT, "General") and not reply and not status:
        # An auto-reply has neither: nobody refused anything. RFC 3464 asks for a status in each real report.
        return m.SENT
    return held_against(bounce_types.of_bounce(kind, subtype), plain_text(f"{reply or status}"))


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
