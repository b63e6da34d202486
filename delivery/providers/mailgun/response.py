"""What Mailgun's answer says. Pure. It takes a call as a whole or not at all, and has one name for all of it."""

import re
from datetime import timedelta

from delivery.errors import AddressesRefused, OutcomeUnknown, ProviderError, SenderMisconfigured
from delivery.message.outgoing import Accepted, DeliveryResult
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import classify, wait_asked_for, wait_until
from delivery.providers.shared.merge_groups import Group

MAX_ID = 200

_TRY_AGAIN = re.compile(r"try again after (.{10,40})", re.IGNORECASE)
_RECIPIENT = re.compile(r"\bto\b.{0,3} parameter is not a valid address", re.IGNORECASE)
_SENDER = re.compile(r"\bfrom\b.{0,3} parameter", re.IGNORECASE)


def read_answer(answer: Answer, group: Group) -> list[DeliveryResult]:
    """Raises ProviderError: AddressesRefused where an address kept the whole call back."""
    if not 200 <= answer.status <= 299:
        raise _of_a_message(answer)
    payload = answer.json()
    name = payload.get("id") if isinstance(payload, dict) else None
    if not isinstance(name, str) or not 0 < len(name) <= MAX_ID:
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer names no message")
    return [Accepted(message.delivery_id, name) for message in group.messages]


def _of_a_message(answer: Answer) -> ProviderError:
    message = _message(answer)
    if answer.status == 400 and _RECIPIENT.search(message):
        return AddressesRefused(f"HTTP {answer.status} {message}")
    return refusal(answer)


def refusal(answer: Answer) -> ProviderError:
    """What an answer that is no yes says of us, whatever was asked."""
    message = _message(answer)
    detail = f"HTTP {answer.status} {message}"
    if answer.status == 400 and _SENDER.search(message):
        return SenderMisconfigured(detail)
    return classify(answer.status, detail=message, retry_after=_wait(answer, message))


def _message(answer: Answer) -> str:
    payload = answer.json()
    return str(payload.get("message", "")) if isinstance(payload, dict) else ""


def _wait(answer: Answer, message: str) -> timedelta | None:
    """Mailgun says in its text until when; a Retry-After, if one is there, says it better."""
    retry_after, match = wait_asked_for(answer.headers), _TRY_AGAIN.search(message)
    return retry_after if retry_after is not None or match is None else wait_until(match[1], answer.headers)
