"""Signed tokens with a purpose, a version and an expiry.

The expiry is part of the signed payload and chosen by the caller, so that the same facts give the same token:
a message that has to be repeated byte for byte carries the same links.
"""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

from core.keyed_hash import KeyedHash

_VERSION = 1
CODE_BYTES = 10
SIGNATURE_LENGTH = 27
"""Characters behind the point of a token: a SHA-1 in base64url without padding."""
_JSON = json.JSONEncoder(separators=(",", ":"))


class TokenRefused(Exception):
    """The token is forged, damaged, made for something else, or too old."""


@dataclass(frozen=True, slots=True)
class OpenedToken:
    payload: Any
    expires_at: datetime
    """To the second."""


class Signer:
    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._serializers: dict[str, URLSafeSerializer] = {}
        self._hashes: dict[str, KeyedHash] = {}

    def sign(self, purpose: str, payload: Any, *, expires_at: datetime) -> str:
        """A URL-safe token for `payload` (JSON values), good for `purpose` only, until `expires_at`."""
        content = _JSON.encode([_VERSION, int(expires_at.timestamp()), payload]).encode()
        signed = urlsafe_b64encode(content).rstrip(b"=")
        signature = urlsafe_b64encode(self._hash(purpose).digest(signed)).rstrip(b"=")
        return f"{signed.decode()}.{signature.decode()}"

    def read(self, purpose: str, token: str, *, now: datetime) -> Any:
        """The payload. Raises TokenRefused."""
        return self.open(purpose, token, now=now).payload

    def open(self, purpose: str, token: str, *, now: datetime) -> OpenedToken:
        """The payload, and until when the token is good: whoever knows for how long such tokens are made knows
        what moment this one speaks of. Raises TokenRefused."""
        try:
            version, expires, payload = self._serializer(purpose).loads(token)
        except (BadSignature, ValueError, TypeError) as error:
            raise TokenRefused(purpose) from error
        expires_at = datetime.fromtimestamp(expires, UTC)
        if version != _VERSION or expires_at < now:
            raise TokenRefused(purpose)
        return OpenedToken(payload, expires_at)

    def code(self, purpose: str, facts: bytes) -> bytes:
        """The same facts, the same 10 bytes, which nobody else can make: for where a whole token is too long.
        Half of a SHA-1, the shortest that RFC 2104, section 5, allows."""
        return self._hash(purpose).digest(facts)[:CODE_BYTES]

    def shared_secret(self, purpose: str, facts: bytes) -> str:
        """The same facts, the same 40 characters, which nobody else can make: for somebody who is told them, and
        signs with them what comes to us. A whole SHA-1."""
        return self._hash(purpose).digest(facts).hex()

    def _serializer(self, purpose: str) -> URLSafeSerializer:
        if purpose not in self._serializers:
            self._serializers[purpose] = URLSafeSerializer(self._secret, salt=f"bilten.{purpose}")
        return self._serializers[purpose]

    def _hash(self, purpose: str) -> KeyedHash:
        """The serializer's own, with its key derived once: every reader's copy takes two signatures."""
        if purpose not in self._hashes:
            key = self._serializer(purpose).make_signer(f"bilten.{purpose}").derive_key()
            self._hashes[purpose] = KeyedHash(key, "sha1")
        return self._hashes[purpose]
