"""What Mailjet's answers say. Pure.

Each message has its own result, also where the status is 400: good ones are sent although others are refused.
"""

import re
from typing import Any

from delivery.errors import ContentRejected, OutcomeUnknown, ProviderError, QuotaSpent, SenderMisconfigured
from delivery.limit_words import speaks_of_a_limit
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
from delivery.outcome import RejectReason
from delivery.plain_text import plain_text
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import about_a_reader, classify, refused_call, wait_asked_for
from delivery.refusals import RefusalSubject

_SENDERS_STATUS = frozenset({401, 403})


def read_answer(answer: Answer, batch: OutgoingBatch) -> SendResult:
    """Raises ProviderError if the call failed as a whole, or the answer leaves it open what became of it."""
    payload = answer.json()
    entries = payload.get("Messages") if isinstance(payload, dict) else None
    if isinstance(entries, list) and len(entries) == len(batch.messages) and 200 <= answer.status <= 400:
        pairs = list(zip(batch.messages, entries, strict=True))
        _refuse_if_it_is_about_us([entry for _, entry in pairs])
        return SendResult(tuple(_result(message, entry) for message, entry in pairs))
    if 200 <= answer.status <= 299:
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer does not account for every message")
    raise refusal(answer)


def refusal(answer: Answer) -> ProviderError:
    payload = answer.json()
    message = str(payload.get("ErrorMessage", "")) if isinstance(payload, dict) else ""
    return classify(answer.status, detail=message, retry_after=wait_asked_for(answer.headers))


def read_search(answer: Answer, name: str) -> str | None:
    """Mailjet's id of the message that we named so; empty if it has none, None if it does not say.

    Raises ProviderError.
    """
    if answer.status != 200:
        raise refusal(answer)
    payload = answer.json()
    rows = payload.get("Data") if isinstance(payload, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    if any(row.get("CustomID", name) != name for row in rows):
        return None  # it did not look for what we asked
    ids = [str(row["ID"]) for row in rows if _is_id(row.get("ID"))]
    return ids[0] if ids else None if rows else ""


def _result(message: OutgoingMessage, entry: Any) -> DeliveryResult:
    status = entry.get("Status") if isinstance(entry, dict) else None
    if status == "success":
        return Accepted(message.delivery_id, _message_id(entry))
    if status != "error":
        return Doubtful(message.delivery_id, "the answer says neither yes nor no")
    return _failed(message, _first_error(entry))


def _failed(message: OutgoingMessage, error: dict[str, Any]) -> DeliveryResult:
    detail = _error_text(error)
    if _is_about_the_address(error):
        return Rejected(message.delivery_id, RejectReason.INVALID, detail, RefusalSubject.READER)
    code = error.get("StatusCode")
    if isinstance(code, int) and code >= 500:
        return Doubtful(message.delivery_id, detail)
    if code == 429:
        return NotSent(message.delivery_id, detail)
    if _is_about_the_sender(error):
        return Rejected(message.delivery_id, RejectReason.OTHER, detail, RefusalSubject.SENDER)
    return Rejected(message.delivery_id, RejectReason.OTHER, detail, about_a_reader(detail))


def _refuse_if_it_is_about_us(entries: list[Any]) -> None:
    """Everyone was refused, nobody for their address: perhaps a fault of ours that must not cost a reader their
    copy."""
    errors = [
        _first_error(entry) for entry in entries if isinstance(entry, dict) and entry.get("Status") == "error"
    ]
    if not errors or len(errors) < len(entries) or any(_is_about_the_address(error) for error in errors):
        return
    first = errors[0]
    if any(speaks_of_a_limit(_error_text(error)) and error.get("StatusCode") != 429 for error in errors):
        raise QuotaSpent(_error_text(first))
    if any(_is_about_the_sender(error) for error in errors):
        raise SenderMisconfigured(_error_text(first))
    if all(error.get("StatusCode") in (400, 422, None) for error in errors):
        detail = f"every message was refused: {_error_text(first)}"
        raise (
            ContentRejected(detail)
            if all(_is_about_the_content(error) for error in errors)
            else refused_call(detail)
        )


def _first_error(entry: dict[str, Any]) -> dict[str, Any]:
    errors = entry.get("Errors")
    return errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}


def _error_text(error: dict[str, Any]) -> str:
    return plain_text(f"{error.get('ErrorCode', '')} {error.get('ErrorMessage', '')}")


def _related(error: dict[str, Any]) -> list[str]:
    related = error.get("ErrorRelatedTo")
    return [str(field) for field in related] if isinstance(related, list) else []


def _is_about_the_address(error: dict[str, Any]) -> bool:
    return any(re.match(r"To\b", field) for field in _related(error))


def _is_about_the_sender(error: dict[str, Any]) -> bool:
    is_from = any(re.match(r"(From|Sender|ReplyTo)\b", field) for field in _related(error))
    return is_from or error.get("StatusCode") in _SENDERS_STATUS


def _is_about_the_content(error: dict[str, Any]) -> bool:
    return any(
        re.match(r"(Subject|HTMLPart|TextPart|Headers|Attachments|Template\w*)\b", field)
        for field in _related(error)
    )


def _message_id(entry: dict[str, Any]) -> str | None:
    """17 digits: a number that other programs would round."""
    recipients = entry.get("To")
    first = recipients[0] if isinstance(recipients, list) and recipients else None
    name = first.get("MessageID") if isinstance(first, dict) else None
    return str(name) if _is_id(name) else None


def _is_id(name: object) -> bool:
    return (isinstance(name, int) and not isinstance(name, bool) and name > 0) or (
        isinstance(name, str) and 0 < len(name) <= 40
    )
