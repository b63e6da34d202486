"""Webhooks that nobody signs: whoever posts one has to know a secret, as a bearer token or as a password.

The providers that work so take an address such as https://bilten:SECRET@… and turn it into HTTP Basic; the user's
name says nothing. The secret proves who posts, not what: https is what keeps the content whole.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from core.errors import Misconfigured
from delivery.errors import WebhookRefused, WebhookUnreadable

MAX_EVENTS = 5000


class SharedSecretParser:
    """The half of a webhook parser that stands at the door."""

    may_ask_others = False

    def __init__(self, secret: str, *, setting: str) -> None:
        """Raises Misconfigured for a secret that is empty."""
        if not secret:
            raise Misconfigured("delivery-webhook-secret-empty", setting=setting)
        self._secret = secret.encode()

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002  no dates
        """The key of this request: a fingerprint of its body. Raises WebhookRefused."""
        given = {name.lower(): value for name, value in headers.items()}
        scheme, _, credentials = given.get("authorization", "").partition(" ")
        shown = _password(credentials) if scheme.lower() == "basic" else credentials.strip().encode()
        if scheme.lower() not in ("basic", "bearer") or not hmac.compare_digest(shown, self._secret):
            raise WebhookRefused("delivery-webhook-unsigned")
        return hashlib.sha256(body).hexdigest()


def _password(credentials: str) -> bytes:
    try:
        return base64.b64decode(credentials.strip(), validate=True).partition(b":")[2]
    except (binascii.Error, ValueError):
        return b""


def events_in(body: bytes, *, receipt_key: str) -> list[dict[str, Any]]:
    """One event, or an array of them. Raises WebhookUnreadable for anything else."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key) from error
    items = payload if isinstance(payload, list) else [payload]
    if len(items) > MAX_EVENTS or not all(isinstance(item, dict) for item in items):
        raise WebhookUnreadable("delivery-webhook-unreadable", receipt=receipt_key)
    return items


def event_key(*parts: object) -> str:
    """The same for an event that is posted again, and without anybody's address in it."""
    return hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8", "replace")).hexdigest()


def moment_of(seconds: object) -> datetime | None:
    """Seconds since 1970, if that is what they are."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def delivery_number(text: object) -> int | None:
    """The delivery id that we sent along, as it comes back."""
    is_number = isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= 18
    return int(text) if is_number and isinstance(text, str) else None
