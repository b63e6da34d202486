"""What webhooks of several providers have in common: reading JSON that anyone may have written. Pure."""

import json
from datetime import UTC, datetime
from typing import Any

from delivery.errors import WebhookUnreadable
from delivery.message.outgoing import NO_DELIVERY


def read_json(body: bytes | str, *, receipt_key: str) -> Any:
    """Raises WebhookUnreadable."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise unreadable(receipt_key) from error


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
    """For a mail that is no delivery, the address that the provider names; for everything else nobody needs it."""
    return text_or_none(address) if delivery_id == NO_DELIVERY else None


def moment_of_seconds(value: Any) -> datetime | None:
    """Seconds since 1970, as a number or as digits."""
    try:
        return datetime.fromtimestamp(float(value), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def moment_of_text(value: Any) -> datetime | None:
    """ISO 8601; without a zone, UTC is meant."""
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
