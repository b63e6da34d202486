"""Signed tokens with a purpose, a version and an expiry.

The expiry is part of the signed payload and chosen by the caller, so that the same facts give the same token:
a message that has to be repeated byte for byte carries the same links.
"""

from datetime import UTC, datetime
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

_VERSION = 1


class TokenRefused(Exception):
    """The token is forged, damaged, made for something else, or too old."""


class Signer:
    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._serializers: dict[str, URLSafeSerializer] = {}

    def sign(self, purpose: str, payload: Any, *, expires_at: datetime) -> str:
        """A URL-safe token for `payload` (JSON values), good for `purpose` only, until `expires_at`."""
        return self._serializer(purpose).dumps([_VERSION, int(expires_at.timestamp()), payload])

    def read(self, purpose: str, token: str, *, now: datetime) -> Any:
        """The payload. Raises TokenRefused."""
        try:
            version, expires, payload = self._serializer(purpose).loads(token)
        except (BadSignature, ValueError, TypeError) as error:
            raise TokenRefused(purpose) from error
        if version != _VERSION or datetime.fromtimestamp(expires, UTC) < now:
            raise TokenRefused(purpose)
        return payload

    def _serializer(self, purpose: str) -> URLSafeSerializer:
        """Made once for each purpose: every reader's copy asks for two."""
        if purpose not in self._serializers:
            self._serializers[purpose] = URLSafeSerializer(self._secret, salt=f"bilten.{purpose}")
        return self._serializers[purpose]
