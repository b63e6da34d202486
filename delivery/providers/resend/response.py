"""What Resend's answer says of each message. Pure.

In permissive mode `data` holds the ids of the accepted messages, in order, and `errors` the refused ones by their
index in the request. An answer that does not account for every message settles nothing: OutcomeUnknown.
"""

import re
from typing import Any

from delivery.errors import (
    AddressesRefused,
    ContentRejected,
    KeyKnown,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
)
from delivery.message.outgoing import Accepted, DeliveryResult, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.plain_text import plain_text
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import about_a_reader, classify, refused_call, wait_asked_for
from delivery.refusals import RefusalSubject

MAX_ID = 200

_OF_THE_MESSAGE = re.compile(r"`(from|reply_to|subject|html|text|headers|tags|attachments)`")
_QUOTAS = frozenset({"daily_quota_exceeded", "monthly_quota_exceeded"})
_OTHER_CONTENT = "invalid_idempotent_request"
_OF_A_FIELD = frozenset({400, 422})
_SENDERS_FAULT = frozenset({"invalid_from_address", "invalid_api_key", "restricted_api_key", "missing_api_key"})


def read_answer(answer: Answer, batch: OutgoingBatch) -> SendResult:
    """Raises ProviderError if the call failed as a whole, or the answer leaves it open what became of it."""
    if not 200 <= answer.status <= 299:
        raise _refusal(answer)
    payload = answer.json()
    ids, errors = _ids(payload), _errors(payload, len(batch.messages))
    if ids is None or errors is None or len(ids) + len(errors) != len(batch.messages):
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer does not account for every message")
    if not ids and not any(_is_about_the_address(text) for text in errors.values()):
        raise _refused_by_all(f"every message was refused: {next(iter(errors.values()))}")
    return SendResult(_in_order(batch, iter(ids), errors))


def _refusal(answer: Answer) -> ProviderError:
    payload = answer.json()
    name, message = (
        (str(payload.get("name", "")), str(payload.get("message", ""))) if isinstance(payload, dict) else ("", "")
    )
    detail = f"{name}: {message}" if name or message else ""
    if answer.status == 429 and name in _QUOTAS:
        return QuotaSpent(f"HTTP 429 {detail}")
    if 400 <= answer.status <= 499 and name in _SENDERS_FAULT:
        return SenderMisconfigured(f"HTTP {answer.status} {detail}")
    if answer.status == 409 and name == _OTHER_CONTENT:
        return KeyKnown(f"HTTP 409 {detail}")
    if answer.status in _OF_A_FIELD and _is_about_the_address(message):
        # Permissive or not, some checks are made of the whole request.
        return AddressesRefused(f"HTTP {answer.status} {detail}")
    return classify(answer.status, detail=detail, retry_after=wait_asked_for(answer.headers))


def _refused_by_all(detail: str) -> ProviderError:
    return ContentRejected(detail) if _OF_THE_MESSAGE.search(detail) else refused_call(detail)


def _ids(payload: Any) -> list[str] | None:
    items = payload.get("data") if isinstance(payload, dict) else None
    if not isinstance(items, list):
        return None
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    known = [value for value in ids if isinstance(value, str) and 0 < len(value) <= MAX_ID]
    return known if len(known) == len(ids) == len(set(known)) else None


def _errors(payload: Any, count: int) -> dict[int, str] | None:
    items = (payload.get("errors") or []) if isinstance(payload, dict) else None
    if not isinstance(items, list):
        return None
    texts: dict[int, str] = {}
    for item in items:
        index = item.get("index") if isinstance(item, dict) else None
        if type(index) is not int or not 0 <= index < count or index in texts:
            return None
        texts[index] = plain_text(str(item.get("message", "")))
    return texts


def _in_order(batch: OutgoingBatch, ids: Any, errors: dict[int, str]) -> tuple[DeliveryResult, ...]:
    return tuple(
        _refused(message.delivery_id, errors[index])
        if index in errors
        else Accepted(message.delivery_id, next(ids))
        for index, message in enumerate(batch.messages)
    )


def _refused(delivery_id: int, text: str) -> Rejected:
    if _is_about_the_address(text):
        return Rejected(delivery_id, RejectReason.INVALID, text, RefusalSubject.READER)
    return Rejected(delivery_id, RejectReason.OTHER, text, about_a_reader(text))


def _is_about_the_address(text: str) -> bool:
    return "`to`" in text
