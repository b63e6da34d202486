"""What the answer of Amazon SES says of each message: a status for every entry, in order. Pure."""

import re
from typing import Any

from delivery.errors import (
    AddressesRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.limit_words import speaks_of_a_quota
from delivery.message.outgoing import Accepted, DeliveryResult, Doubtful, NotSent, OutgoingMessage, Rejected
from delivery.outcome import EventType, RejectReason
from delivery.plain_text import plain_text
from delivery.providers.shared.grouped_calls import Called
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import about_a_reader, classify, refused_call, wait_asked_for
from delivery.providers.shared.merge_groups import Group

MAX_ID = 200

_OF_THE_SENDER = frozenset(
    {
        "MAIL_FROM_DOMAIN_NOT_VERIFIED",
        "CONFIGURATION_SET_NOT_FOUND",
        "CONFIGURATION_SET_SENDING_PAUSED",
        "ACCOUNT_SUSPENDED",
        "ACCOUNT_SENDING_PAUSED",
        "INVALID_SENDING_POOL_NAME",
        "TEMPLATE_NOT_FOUND",
    }
)
_QUOTA = "ACCOUNT_DAILY_QUOTA_EXCEEDED"
_LATER = frozenset({"ACCOUNT_THROTTLED", "TRANSIENT_FAILURE", "FAILED"})
_REFUSED = {"INVALID_PARAMETER": RejectReason.INVALID, "MESSAGE_REJECTED": RejectReason.OTHER}

_SUPPRESSED = {"BOUNCE": EventType.BOUNCED, "COMPLAINT": EventType.COMPLAINED}

_SENDERS_FAULT = frozenset(
    {
        "AccountSuspendedException",
        "SendingPausedException",
        "MailFromDomainNotVerifiedException",
        "NotFoundException",
    }
)
_PARAMETER = frozenset({"BadRequestException", "InvalidParameterValue", "ValidationException"})
_OF_AN_ADDRESS = re.compile(
    r"illegal address|(local address|local name|domain) (contains|starts|ends)|missing (final )?'?@|"
    r"user name is missing|invalid .{0,20}(address|destination|recipient)",
    re.IGNORECASE,
)
"""Of a whole call; which of its destinations it is, SES does not say."""
_TOO_FAST = frozenset({"TooManyRequestsException", "ThrottlingException", "Throttling"})


def read_answer(answer: Answer, group: Group) -> Called:
    """Each entry's result, and what the statuses say of the account. Raises ProviderError if that is all they say,
    or if the answer does not account for every message."""
    if not 200 <= answer.status <= 299:
        raise refusal(answer)
    payload = answer.json()
    entries = payload.get("BulkEmailEntryResults") if isinstance(payload, dict) else None
    if not isinstance(entries, list) or len(entries) != len(group.messages):
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer does not account for every message")
    results = [_result(message, entry) for message, entry in zip(group.messages, entries, strict=True)]
    fault = _fault(entries)
    if all(isinstance(result, NotSent) for result in results) and fault is not None:
        raise fault
    if all(isinstance(result, Rejected) for result in results):
        detail = f"every message was refused: {_error_text(entries[0])}"
        is_content = len(entries) > 1 and all(_status(entry) == "MESSAGE_REJECTED" for entry in entries)
        raise ContentRejected(detail) if is_content else refused_call(detail)
    return results, fault


def suppressed_because(row: dict[str, Any]) -> EventType | None:
    return _SUPPRESSED.get(str(row.get("Reason")))


def _result(message: OutgoingMessage, entry: Any) -> DeliveryResult:
    status, text = _status(entry), _error_text(entry)
    name = entry.get("MessageId") if isinstance(entry, dict) else None
    if status == "SUCCESS" and isinstance(name, str) and 0 < len(name) <= MAX_ID:
        return Accepted(message.delivery_id, name)
    if status == "SUCCESS":
        return Accepted(message.delivery_id, None)
    if status in _REFUSED:
        return Rejected(message.delivery_id, _REFUSED[status], text, about_a_reader(text))
    if status in _LATER or status in _OF_THE_SENDER or status == _QUOTA:
        return NotSent(message.delivery_id, text)
    return Doubtful(message.delivery_id, text)


def _fault(entries: list[Any]) -> ProviderError | None:
    """What stands in the way of all mail of this account, not only of one message."""
    for entry in entries:
        if _status(entry) == _QUOTA:
            return QuotaSpent(_error_text(entry))
        if _status(entry) in _OF_THE_SENDER:
            return SenderMisconfigured(_error_text(entry))
    throttled = next((entry for entry in entries if _status(entry) == "ACCOUNT_THROTTLED"), None)
    return TransientProviderError(_error_text(throttled)) if throttled is not None else None


def _status(entry: Any) -> str:
    return str(entry.get("Status", "")) if isinstance(entry, dict) else ""


def _error_text(entry: Any) -> str:
    error = entry.get("Error") if isinstance(entry, dict) else None
    return plain_text(f"{_status(entry)}: {error}" if error else _status(entry) or "no status")


def refusal(answer: Answer) -> ProviderError:
    payload = answer.json()
    message = str(payload.get("message") or payload.get("Message") or "") if isinstance(payload, dict) else ""
    kind = answer.headers.get("x-amzn-errortype", "").partition(":")[0]
    detail = f"{kind}: {message}" if kind else message
    if 400 <= answer.status <= 499:
        if kind in _TOO_FAST and not speaks_of_a_quota(message):
            return TransientProviderError(f"HTTP {answer.status} {detail}", wait_asked_for(answer.headers))
        if kind == "LimitExceededException" or kind in _TOO_FAST:
            return QuotaSpent(f"HTTP {answer.status} {detail}")
        if kind in _SENDERS_FAULT or (kind == "MessageRejected" and "not verified" in message):
            return SenderMisconfigured(f"HTTP {answer.status} {detail}")
        if kind == "MessageRejected":  # "it contains invalid content"
            return ContentRejected(f"HTTP {answer.status} {detail}")
        if answer.status == 400 and kind in _PARAMETER and _OF_AN_ADDRESS.search(message):
            return AddressesRefused(f"HTTP {answer.status} {detail}")
    return classify(answer.status, detail=detail, retry_after=wait_asked_for(answer.headers))
