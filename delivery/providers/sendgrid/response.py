"""What SendGrid's answer says. Pure. It takes a call as a whole or not at all, and has one name for all of it."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from delivery.errors import AddressesRefused, CallRefused, OutcomeUnknown, ProviderError, SenderMisconfigured
from delivery.message.outgoing import Accepted, DeliveryResult
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.http_errors import classify, wait_asked_for, wait_until
from delivery.providers.shared.merge_groups import Group

MAX_ID = 200

_ADDRESS = re.compile(r"personalizations\.(\d{1,4})\.to(\.\d+)?(\.email)?")
_SECONDS = re.compile(r"[0-9]{1,11}")


def read_answer(answer: Answer, group: Group) -> list[DeliveryResult]:
    """Raises ProviderError: AddressesRefused where an address kept the whole call back."""
    if answer.status == 202:
        name = answer.headers.get("x-message-id", "")
        return [Accepted(message.delivery_id, name[:MAX_ID] or None) for message in group.messages]
    if 200 <= answer.status <= 299:
        raise OutcomeUnknown(f"HTTP {answer.status}, where SendGrid says 202 for mail that it takes")
    raise _of_a_message(answer, len(group.messages))


def _of_a_message(answer: Answer, count: int) -> ProviderError:
    errors = _errors(answer.json())
    detail = f"HTTP {answer.status} {_error_text(errors)}"
    fields = [str(error.get("field") or "") for error in errors]
    if answer.status == 400 and errors:
        matches = [_ADDRESS.fullmatch(field) for field in fields]
        places = [int(match[1]) for match in matches if match is not None]
        if len(places) == len(fields) and all(place < count for place in places):
            return AddressesRefused(detail, places)
        if all(field.split(".")[0] == "from" for field in fields):
            return SenderMisconfigured(detail)
        if all(field.startswith("personalizations.") for field in fields):
            return CallRefused(detail)
    return refusal(answer)


def refusal(answer: Answer) -> ProviderError:
    """What an answer that is no yes says of us, whatever was asked."""
    text = _error_text(_errors(answer.json()))
    return classify(answer.status, detail=text, retry_after=_wait(answer))


def _errors(payload: Any) -> list[dict[str, Any]]:
    items = payload.get("errors") if isinstance(payload, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _error_text(errors: list[dict[str, Any]]) -> str:
    return " · ".join(str(error.get("message", "")) for error in errors)


def _wait(answer: Answer) -> timedelta | None:
    """SendGrid names the second, since 1970, at which it takes calls again."""
    retry_after, reset = wait_asked_for(answer.headers), answer.headers.get("x-ratelimit-reset", "")
    if retry_after is not None or not _SECONDS.fullmatch(reset):
        return retry_after
    return wait_until(format_datetime(datetime.fromtimestamp(int(reset), UTC)), answer.headers)
