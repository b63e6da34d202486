"""Signed tokens with a purpose, a version and an expiry.

The expiry is part of the signed payload and chosen by the caller, so that the same facts give the same token:
a message that has to be repeated byte for byte carries the same links.
"""

import hmac
import json
from datetime import UTC, datetime
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer
from itsdangerous import Signer as PlainSigner
from itsdangerous.encoding import base64_encode
from itsdangerous.signer import SigningAlgorithm

_VERSION = 1
_JSON = json.JSONEncoder(separators=(",", ":"))


class TokenRefused(Exception):
    """The token is forged, damaged, made for something else, or too old."""


class _OneShotHmac(SigningAlgorithm):
    """What itsdangerous signs with by itself, in one call."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return hmac.digest(key, value, "sha1")


class Signer:
    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._serializers: dict[str, URLSafeSerializer] = {}
        self._signers: dict[str, PlainSigner] = {}

    def sign(self, purpose: str, payload: Any, *, expires_at: datetime) -> str:
        """A URL-safe token for `payload` (JSON values), good for `purpose` only, until `expires_at`."""
        content = _JSON.encode([_VERSION, int(expires_at.timestamp()), payload]).encode()
        return self._signer(purpose).sign(base64_encode(content)).decode()

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
        if purpose not in self._serializers:
            self._serializers[purpose] = URLSafeSerializer(self._secret, salt=f"bilten.{purpose}")
        return self._serializers[purpose]

    def _signer(self, purpose: str) -> PlainSigner:
        """The serializer's own, with its key derived once: every reader's copy takes two signatures."""
        if purpose not in self._signers:
            key = self._serializer(purpose).make_signer(f"bilten.{purpose}").derive_key()
            self._signers[purpose] = PlainSigner(key, key_derivation="none", algorithm=_OneShotHmac())
        return self._signers[purpose]
