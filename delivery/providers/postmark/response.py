"""What Postmark's answers say. Pure.

A batch is answered with 200 and one result a message, in order. Some may be refusals: `ErrorCode` says why
(https://postmarkapp.com/developer/api/overview#error-codes).
"""

from typing import Any

from delivery.errors import (
    AddressesRefused,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import (
    Accepted,
    DeliveryResult,
    Doubtful,
    NotSent,
    OutgoingBatch,
    OutgoingMessage,
    Rejected,
    SendResult,
)
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.base import LookUp
from delivery.providers.postmark.request import ATTEMPT, DELIVERY
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import about_a_reader, classify, refused_call, wait_asked_for
from delivery.providers.shared.webhook_json import own_id
from delivery.refusals import RefusalSubject

MAX_ID = 200

BAD_TOKEN, MAINTENANCE, INVALID_REQUEST, NO_CREDITS, INACTIVE = 10, 100, 300, 405, 406
_SENDERS_FAULT = frozenset({BAD_TOKEN, 400, 401, 412, 413, 1235})
"""No such sender, one that is not confirmed, an account that may not send yet, a stream that is not there."""
_SUPPRESSED = {
    "HardBounce": EventType.BOUNCED,
    "SpamComplaint": EventType.COMPLAINED,
    "ManualSuppression": EventType.UNSUBSCRIBED,
}
_NOT_DELIVERED = "will not deliver"
"""What a yes to inactive addresses says."""


def read_answer(answer: Answer, batch: OutgoingBatch) -> SendResult:
    """Raises ProviderError if the call failed as a whole, or the answer leaves it open what became of it."""
    if not 200 <= answer.status <= 299:
        raise refusal(answer)
    entries = answer.json()
    if not isinstance(entries, list) or len(entries) != len(batch.messages):
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer does not account for every message")
    _refuse_if_it_is_about_us(entries)
    pairs = zip(batch.messages, entries, strict=True)
    return SendResult(tuple(_result(message, entry) for message, entry in pairs))


def refusal(answer: Answer) -> ProviderError:
    payload = answer.json()
    code, message = _code(payload), _error_text(payload)
    if 400 <= answer.status <= 499 and answer.status != 429:
        kind = _fault(code, message)
        if kind is not None:
            return kind(f"HTTP {answer.status} {message}")
        if _is_about_the_address(code, message):
            return AddressesRefused(f"HTTP {answer.status} {message}")
    return classify(answer.status, detail=message, retry_after=wait_asked_for(answer.headers))


def read_page(answer: Answer, batch: OutgoingBatch) -> tuple[dict[int, str | None], int]:
    """Of one page of the search: the deliveries found, and how many messages there are on all pages.

    Raises ProviderError; also if a message is not of this attempt, because then the search is not what we think.
    """
    if answer.status != 200:
        raise refusal(answer)
    payload = answer.json()
    rows, total = (
        (payload.get("Messages"), payload.get("TotalCount")) if isinstance(payload, dict) else (None, None)
    )
    if not isinstance(rows, list) or type(total) is not int:
        raise OutcomeUnknown("the list of messages cannot be read")
    accepted: dict[int, str | None] = {}
    for row in rows:
        metadata = row.get("Metadata") if isinstance(row, dict) else None
        if not isinstance(metadata, dict) or metadata.get(ATTEMPT) != batch.key:
            raise OutcomeUnknown("the search found what it was not asked for")
        delivery_id = own_id(metadata.get(DELIVERY))
        if delivery_id is not None:
            accepted[delivery_id] = _message_id(row)
    return accepted, total


def suppressed_because(row: dict[str, Any]) -> EventType | None:
    return _SUPPRESSED.get(str(row.get("SuppressionReason")))


def all_pages(accepted: dict[int, str | None], batch: OutgoingBatch, *, seen: int, total: int) -> LookUp:
    """Absent is who is on none of the pages, if all were seen."""
    everyone = [message.delivery_id for message in batch.messages]
    mine = {delivery_id: accepted[delivery_id] for delivery_id in everyone if delivery_id in accepted}
    return LookUp(mine, frozenset(everyone) - mine.keys() if seen >= total else frozenset())


def _result(message: OutgoingMessage, entry: Any) -> DeliveryResult:
    code, text = _code(entry), _error_text(entry)
    if code is None:
        return Doubtful(message.delivery_id, "the answer says neither yes nor no")
    if code == INACTIVE or (code == 0 and _NOT_DELIVERED in text):
        return Rejected(message.delivery_id, RejectReason.BLOCKED, text, RefusalSubject.NO_SUCH_ADDRESS)
    if code == 0:
        return Accepted(message.delivery_id, _message_id(entry))
    return _refused(message, code, text)


def _refused(message: OutgoingMessage, code: int, text: str) -> DeliveryResult:
    if _is_about_the_address(code, text):
        return Rejected(message.delivery_id, RejectReason.INVALID, text, RefusalSubject.READER)
    if code == MAINTENANCE:
        return NotSent(message.delivery_id, text)
    if (fault := _fault(code, text)) is not None:
        about = RefusalSubject.LIMIT if fault is QuotaSpent else RefusalSubject.SENDER
        return Rejected(message.delivery_id, RejectReason.OTHER, text, about)
    return Rejected(message.delivery_id, RejectReason.OTHER, text, about_a_reader(text))


def _refuse_if_it_is_about_us(entries: list[Any]) -> None:
    """Everyone was refused, nobody for their address: perhaps a fault of ours that must not cost a reader their
    copy."""
    errors = [(_code(entry), _error_text(entry)) for entry in entries]
    if not errors or any(
        code in (None, 0, INACTIVE) or _is_about_the_address(code, text) for code, text in errors
    ):
        return
    first_text = errors[0][1]
    kinds = [_fault(*each) for each in errors]
    kind = next((kind for kind in kinds if kind is not None), None)
    if kind is not None:
        raise kind(first_text)
    if all(code == MAINTENANCE for code, _ in errors):
        raise TransientProviderError(first_text)
    raise refused_call(f"every message was refused: {first_text}")


def _fault(code: int | None, text: str) -> type[QuotaSpent] | type[SenderMisconfigured] | None:
    """Whose fault an error code is, if it is neither the message's nor the reader's."""
    if code == NO_CREDITS:
        return QuotaSpent
    is_from = code == INVALID_REQUEST and "'From'" in text
    return SenderMisconfigured if code in _SENDERS_FAULT or is_from else None


def _is_about_the_address(code: int | None, text: str) -> bool:
    return code == INVALID_REQUEST and "'To'" in text


def _code(entry: Any) -> int | None:
    code = entry.get("ErrorCode") if isinstance(entry, dict) else None
    return code if type(code) is int else None


def _error_text(entry: Any) -> str:
    """Its codes are Postmark's own: three digits at the beginning would be taken for SMTP's."""
    if not isinstance(entry, dict):
        return ""
    return plain_text(f"ErrorCode {entry.get('ErrorCode')}: {entry.get('Message', '')}")


def _message_id(entry: dict[str, Any]) -> str | None:
    name = entry.get("MessageID")
    return name[:MAX_ID] if isinstance(name, str) and name else None
