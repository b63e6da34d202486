"""Rows of the providers' own suppression lists, read without trust. Pure."""

from collections.abc import Callable
from typing import Any

from delivery.errors import OutcomeUnknown, ProviderError
from delivery.outcome import EventType
from delivery.providers.base import SuppressedAddress
from delivery.providers.shared.http_call import Answer
from delivery.providers.shared.webhook_json import text_or_none

MAX_PAGES = 10_000
"""Of one list: beyond every real one, and an end for a provider whose pages never end."""

Refused = Callable[[Answer], ProviderError]


def rows_of(
    answer: Answer, name: str | None, refused: Refused, *, may_be_missing: bool = False
) -> list[dict[str, Any]]:
    """The rows under `name`, or the answer itself. Raises ProviderError."""
    if answer.status != 200:
        raise refused(answer)
    payload = answer.json()
    rows = payload if name is None else payload.get(name) if isinstance(payload, dict) else None
    if rows is None and payload == {} and may_be_missing:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise OutcomeUnknown("the list of suppressions cannot be read")
    return rows


def expect_deleted(answer: Answer, refused: Refused) -> None:
    """404: it was not there, which is as good. Raises ProviderError."""
    if answer.status not in (200, 204, 404):
        raise refused(answer)


def suppressed(rows: list[dict[str, Any]], field: str, cause: EventType) -> list[SuppressedAddress]:
    """The addresses in `field`; a row without one says nothing."""
    addresses = (text_or_none(row.get(field)) for row in rows)
    return [SuppressedAddress(address, cause) for address in addresses if address]


def by_cause(
    rows: list[dict[str, Any]], field: str, cause: Callable[[dict[str, Any]], EventType | None]
) -> list[SuppressedAddress]:
    """The same where each row says why; what says nothing that we know is left out."""
    return [address for row in rows if (why := cause(row)) for address in suppressed([row], field, why)]
