"""What Brevo's answers say. Pure.

A call is accepted as a whole or refused as a whole. An answer that does not name every message settles nothing.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from delivery.errors import AddressesRefused, OutcomeUnknown, ProviderError, QuotaSpent, SenderMisconfigured
from delivery.message.outgoing import Accepted, OutgoingBatch, SendResult
from delivery.outcome import EventType
from delivery.providers.base import LookUp
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import MAX_WAIT, classify, wait_asked_for
from delivery.providers.shared.webhook_json import inside

MAX_ID = 200

_BLOCKED = {
    "hardBounce": EventType.BOUNCED,
    "contactFlaggedAsSpam": EventType.COMPLAINED,
    "unsubscribedViaMA": EventType.UNSUBSCRIBED,
    "unsubscribedViaEmail": EventType.UNSUBSCRIBED,
    "unsubscribedViaApi": EventType.UNSUBSCRIBED,
    "adminBlocked": EventType.UNSUBSCRIBED,
}
_KEY_KNOWN = frozenset({"duplicate_parameter", "duplicate_request"})
_PARAMETER = frozenset({"invalid_parameter", "missing_parameter"})
_OF_AN_ADDRESS = re.compile(
    r"\bin (the )?(messageVersions\b.{0,20})?to\b|\bto\[\d+\]|\brecipients?\b", re.IGNORECASE
)
"""As in "email is not valid in to"; which one it is, Brevo does not say."""
_SENDERS_FAULT = frozenset({"unauthorized", "permission_denied", "account_under_validation"})


def read_answer(answer: Answer, batch: OutgoingBatch) -> SendResult:
    """Raises ProviderError if the call failed, or the answer leaves it open what became of it."""
    if not 200 <= answer.status <= 299:
        raise refusal(answer)
    names = _names(answer.json())
    if len(names) != len(batch.messages):
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer does not account for every message")
    return SendResult(
        tuple(Accepted(message.delivery_id, name) for message, name in zip(batch.messages, names, strict=True))
    )


def refusal(answer: Answer) -> ProviderError:
    payload = answer.json()
    code, message = (
        (str(payload.get("code", "")), str(payload.get("message", ""))) if isinstance(payload, dict) else ("", "")
    )
    detail = f"{code}: {message}" if code or message else ""
    if 400 <= answer.status <= 499 and answer.status != 429:
        if code in _KEY_KNOWN:
            # It has seen this key, so the first call arrived. What became of it, its events say.
            return OutcomeUnknown(f"HTTP {answer.status} {detail}")
        if code == "not_enough_credits":
            return QuotaSpent(f"HTTP {answer.status} {detail}")
        if code in _SENDERS_FAULT or "sender" in message.lower():
            return SenderMisconfigured(f"HTTP {answer.status} {detail}")
        if answer.status == 400 and code in _PARAMETER and _OF_AN_ADDRESS.search(message):
            return AddressesRefused(f"HTTP {answer.status} {detail}")
    return classify(answer.status, detail=detail, retry_after=_wait(answer.headers))


def read_tagged(answer: Answer, batch: OutgoingBatch) -> LookUp:
    """Whose copy the events prove that carry the attempt's key as their tag: one proves them all, because a call
    is accepted as a whole. Raises ProviderError.
    """
    names: dict[str, str | None] = {}
    for event in _events(answer):
        if batch.key in str(event.get("tag", "")):
            name = event.get("messageId")
            names[str(event.get("email", "")).lower()] = name[:MAX_ID] if isinstance(name, str) else None
    if not names:
        return LookUp(accepted={})
    return LookUp(accepted={message.delivery_id: names.get(message.to.lower()) for message in batch.messages})


def read_first_reader(answer: Answer, batch: OutgoingBatch) -> LookUp:
    """All events of the first reader: if none has the key as its tag, nor even this subject, the call was not
    accepted. A mail of this subject without the tag says that tags cannot be relied on, and so nothing at all.
    """
    by_tag = read_tagged(answer, batch)
    subjects = {str(event.get("subject", "")).strip() for event in _events(answer)}
    if by_tag.accepted or batch.messages[0].subject.strip() in subjects:
        return by_tag
    return LookUp(accepted={}, absent=frozenset(message.delivery_id for message in batch.messages))


def blocked_because(row: dict[str, Any]) -> EventType | None:
    """Why Brevo sends nothing to somebody; whom an administrator blocked there is not to be written to either."""
    return _BLOCKED.get(str(inside(row, "reason", "code")))


def _events(answer: Answer) -> list[dict[str, Any]]:
    if answer.status != 200:
        raise refusal(answer)
    payload = answer.json()
    events = payload.get("events", []) if isinstance(payload, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise OutcomeUnknown("the list of events cannot be read")
    return events


def _names(payload: Any) -> list[str]:
    if not isinstance(payload, dict):
        return []
    given = payload.get("messageIds") or [payload.get("messageId")]
    if not isinstance(given, list):
        return []
    known = [name for name in given if isinstance(name, str) and 0 < len(name) <= MAX_ID]
    return known if len(known) == len(given) == len(set(known)) else []


def _wait(headers: Mapping[str, str]) -> timedelta | None:
    """Brevo counts the seconds until its limit is renewed in a header of its own."""
    seconds = headers.get("x-sib-ratelimit-reset", "").strip()
    if seconds.isascii() and seconds.isdigit():
        return min(timedelta(seconds=int(seconds[:9])), MAX_WAIT)
    return wait_asked_for(headers)
