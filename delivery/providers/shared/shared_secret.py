"""Webhooks that nobody signs: whoever posts one has to know a secret, as a bearer token or as a password.

The providers that work so take an address such as https://bilten:SECRET@… and turn it into HTTP Basic; the user's
name says nothing. The secret proves who posts, not what: https is what keeps the content whole.
"""

import base64
import binascii
import hmac
from collections.abc import Mapping
from datetime import datetime

from core.errors import Misconfigured
from delivery.errors import WebhookRefused


class SharedSecretParser:
    """The half of a webhook parser that stands at the door."""

    may_ask_others = False

    def __init__(self, secret: str, *, setting: str) -> None:
        """Raises Misconfigured for a secret that is empty."""
        if not secret:
            raise Misconfigured("delivery-webhook-secret-empty", setting=setting)
        self._secret = secret.encode()

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002  no dates
        """The key of this request: a keyed fingerprint of its body. Raises WebhookRefused."""
        given = {name.lower(): value for name, value in headers.items()}
        scheme, _, credentials = given.get("authorization", "").partition(" ")
        shown = _password(credentials) if scheme.lower() == "basic" else credentials.strip().encode()
        if scheme.lower() not in ("basic", "bearer") or not hmac.compare_digest(shown, self._secret):
            raise WebhookRefused("delivery-webhook-unsigned")
        return hmac.digest(self._secret, body, "sha256").hex()

    def event_key(self, *parts: object) -> str:
        """The same for an event that is posted again. Keyed, because an address may be among its parts: whoever
        has the database, which keeps it, cannot try out whose it is."""
        return hmac.digest(self._secret, "\0".join(map(str, parts)).encode("utf-8", "replace"), "sha256").hex()


def _password(credentials: str) -> bytes:
    try:
        return base64.b64decode(credentials.strip(), validate=True).partition(b":")[2]
    except (binascii.Error, ValueError):
        return b""
