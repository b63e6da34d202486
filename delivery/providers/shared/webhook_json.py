"""What webhooks of all providers have in common: reading JSON that anyone may have written. Pure.

Whatever JSON can hold is survived: numbers of any length, nesting of any depth, halves of surrogate pairs, NUL.
What cannot be read costs itself, and nothing beside it.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from delivery.errors import WebhookUnreadable
from delivery.message.outgoing import NO_DELIVERY
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent, ReportedEvent, UnreadableEvent

MAX_DIGITS = 40
"""Of a whole number. Python refuses to read more than some thousand, and nothing here is as large."""


def loads(text: bytes | str) -> Any:
    """Raises ValueError or RecursionError."""
    return json.loads(text, parse_int=_whole_number)


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else float(digits)


def read_json(body: bytes | str, *, receipt_key: str) -> Any:
    """Raises WebhookUnreadable."""
    try:
        return loads(body)
    except (ValueError, RecursionError) as error:
        raise unreadable(receipt_key) from error


def items_of(body: bytes, *, receipt_key: str) -> list[Any]:
    """One event, or those of an array. Of an array that is no JSON as a whole, or nested too deep for a reader,
    each event that can be read alone; the others are None. Raises WebhookUnreadable."""
    try:
        payload = loads(body)
    except (ValueError, RecursionError) as error:
        items = [_item_or_none(item) for item in _parts_of_array(body.decode("utf-8", "surrogateescape"))]
        if not items:
            raise unreadable(receipt_key) from error
        return items
    return payload if isinstance(payload, list) else [payload]


def read_each(
    items: list[Any], read: Callable[[dict[str, Any], int], IncomingEvent], *, receipt_key: str
) -> list[ReportedEvent]:
    """`read` gets each item with its place, and may fail as it likes: it is asked to make sense of anything.

    An event that names neither a moment nor an email says nothing that could be acted on: it is kept. One that
    names an email acts, as of its receipt where it has no moment that can be read; by the provider's name or the
    address alone, if it is of a kind that we know. Raises WebhookUnreadable where no event can be read.
    """
    events: list[ReportedEvent] = []
    for place, item in enumerate(items):
        try:
            event = read(item, place) if isinstance(item, dict) else None
        except Exception:  # whatever an item makes a parser do, the others are read
            event = None
        events.append(event if event is not None and _says_something(event) else UnreadableEvent(place))
    if events and all(isinstance(event, UnreadableEvent) for event in events):
        raise unreadable(receipt_key)
    return events


def _says_something(event: IncomingEvent) -> bool:
    names = (event.provider_message_id, event.address)
    is_known = event.type is not EventType.UNKNOWN and any(name is not None for name in names)
    return event.occurred_at is not None or event.delivery_id is not None or is_known


def _item_or_none(text: str) -> Any:
    try:
        return loads(text)
    except (ValueError, RecursionError):
        return None


def _parts_of_array(text: str) -> Iterator[str]:
    """What stands between the outermost commas, by counting brackets outside of strings; nothing of no array."""
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return
    start, depth, in_string, is_escaped = 1, 0, False, False
    for place, letter in enumerate(text[:-1]):
        if in_string:
            in_string = is_escaped or letter != '"'
            is_escaped = letter == "\\" and not is_escaped
        elif letter == '"':
            in_string = True
        elif letter in "[{":
            depth += 1
        elif letter in "]}":
            depth -= 1
        elif letter == "," and depth == 1:
            yield text[start:place]
            start = place + 1
    yield text[start:-1]


def unreadable(receipt_key: str) -> WebhookUnreadable:
    return WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key)


def inside(value: Any, *names: str) -> Any:
    """What lies at the end of the path, or None."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text_or_none(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def own_id(value: Any) -> int | None:
    """The id of a delivery, as it travelled: digits."""
    text = text_or_none(value)
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 18 else None


def address_of(delivery_id: int | None, address: Any) -> str | None:
    """For a mail that is no delivery, and for a report without our id, the address that the provider names; for
    everything else nobody needs it."""
    return text_or_none(address) if delivery_id in (None, NO_DELIVERY) else None


def moment_of_seconds(value: Any, *, unit: int = 1) -> datetime | None:
    """Seconds since 1970, as a number or as digits; `unit`: how many of them make a second."""
    if isinstance(value, bool):
        return None
    try:
        return datetime.fromtimestamp(float(value) / unit, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def moment_of_text(value: Any) -> datetime | None:
    """ISO 8601; without a zone, UTC is meant."""
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
