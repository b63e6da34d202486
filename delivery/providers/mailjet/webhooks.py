"""Mailjet's webhooks: not signed, one event a request, or an array of them where they are grouped.

https://dev.mailjet.com/email/guides/webhooks/
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from delivery import report_meaning as m
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import IncomingEvent, ReportedEvent
from delivery.providers.shared.shared_secret import SharedSecretParser
from delivery.providers.shared.webhook_json import address_of, items_of, moment_of_seconds, own_id, read_each
from delivery.report_meaning import ReportVerdict, held_against

R = RejectReason

SOURCES = ("https://dev.mailjet.com/email/guides/webhooks/",)
EVENTS: dict[str, ReportVerdict] = {
    "sent": m.DELIVERED,  # as Mailjet means it: the reader's server took it
    "open": m.OPENED,
    "click": m.CLICKED,
    "spam": m.COMPLAINED,
    "unsub": m.UNSUBSCRIBED,
}
HARD, SOFT, KEPT_BACK = "bounce, hard", "bounce, soft", "blocked"
FAILURES: dict[str, ReportVerdict] = {
    HARD: m.HARD_BOUNCE,
    SOFT: m.SOFT_BOUNCE,
    KEPT_BACK: ReportVerdict(EventType.REJECTED, R.BLOCKED, is_permanent=False),
}
"""What the event says, where the error says no more."""
ERRORS: dict[str, RejectReason | None] = {
    "user unknown": R.BOUNCED,
    "mailbox inactive": R.BOUNCED,
    "quota exceeded": R.BOUNCED,
    "invalid domain": R.INVALID,
    "no mail host": R.INVALID,
    "typofix": R.INVALID,
    "relay/access denied": R.BLOCKED,
    "sender blocked": R.BLOCKED,
    "policy issue": R.BLOCKED,
    "content blocked": R.BLOCKED,
    "system issue": R.OTHER,
    "protocol issue": R.OTHER,
    "connection issue": R.TIMED_OUT,
    "greylisted": R.OTHER,
    "blacklisted": R.BLOCKED,
    "spam reporter": R.SPAM,
    "duplicate in campaign": None,
}
_OF_THE_ADDRESS = frozenset({"user unknown", "mailbox inactive", "invalid domain", "no mail host", "typofix"})
_HAS_REASONS = frozenset({"preblocked", "blacklisted", "spam reporter"})
"""Mailjet has its own reasons not to write to this address again."""


class MailjetWebhookParser(SharedSecretParser):
    def parse(self, body: bytes, *, receipt_key: str) -> Sequence[ReportedEvent]:
        return read_each(
            items_of(body, receipt_key=receipt_key),
            lambda item, _: _event(item, self.event_key),
            receipt_key=receipt_key,
        )


def _event(item: Mapping[str, Any], event_key: Callable[..., str]) -> IncomingEvent:
    name, message, time = str(item.get("event", "")), item.get("MessageID"), item.get("time")
    meaning = _meaning(name, item)
    delivery_id = own_id(str(item.get("CustomID") or "").rpartition(".")[2])
    return IncomingEvent(
        event_id=event_key(message, name, time, item.get("email"), item.get("url")),
        type=meaning.type,
        occurred_at=moment_of_seconds(time),
        delivery_id=delivery_id,
        provider_message_id=str(message)[:40] if message else None,
        reject_reason=meaning.reason,
        is_permanent=meaning.is_permanent,
        detail=_detail(item) or (plain_text(name) if meaning is m.UNKNOWN else None) or None,
        address=address_of(delivery_id, item.get("email")),
    )


def _meaning(name: str, item: Mapping[str, Any]) -> ReportVerdict:
    if name not in ("bounce", "blocked"):
        return EVENTS.get(name, m.UNKNOWN)
    error, is_hard = str(item.get("error") or "").lower(), item.get("hard_bounce") is True
    meaning = of_failure(KEPT_BACK if name == "blocked" else HARD if is_hard else SOFT, error)
    return held_against(meaning, plain_text(f"{item.get('smtp_reply') or ''} {item.get('comment') or ''}"))


def of_failure(event: str, error: str) -> ReportVerdict:
    """What a bounce (hard or soft) or a message that was kept back means with this error."""
    if error == "duplicate in campaign":
        return m.SENT  # the reader has the first one
    if error == "greylisted":
        return m.DEFERRED._replace(reason=ERRORS[error])
    meaning = FAILURES[event]
    reason = ERRORS.get(error) or meaning.reason
    if event == KEPT_BACK:
        return ReportVerdict(EventType.REJECTED, reason, error in _OF_THE_ADDRESS | _HAS_REASONS)
    is_of_us = reason in m.NOT_OF_THE_ADDRESS or error == "quota exceeded"
    return ReportVerdict(EventType.BOUNCED, reason, meaning.is_permanent and not is_of_us)


REPORTS: dict[str, ReportVerdict] = (
    EVENTS
    | FAILURES
    | {
        f"{event}: {error}": of_failure(event, error)
        for event in FAILURES
        for error in ERRORS
        if of_failure(event, error) != FAILURES[event]
    }
)


def _detail(item: Mapping[str, Any]) -> str:
    parts = [item.get("error_related_to"), item.get("error"), item.get("comment"), item.get("smtp_reply")]
    return plain_text(" · ".join(str(part) for part in parts if part))
