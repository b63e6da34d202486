"""HMAC (RFC 2104) for one key and many short messages: what depends on the key alone is worked out once."""

import hashlib

_BLOCK = 64
"""Bytes; of SHA-1 and SHA-256 alike (FIPS 180-4)."""
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


class KeyedHash:
    """Safe for threads: nothing in it changes."""

    def __init__(self, key: bytes, algorithm: str) -> None:
        """`algorithm`: sha1 or sha256."""
        if len(key) > _BLOCK:
            key = hashlib.new(algorithm, key).digest()
        padded = key.ljust(_BLOCK, b"\0")
        self._inner = hashlib.new(algorithm, padded.translate(_INNER))
        self._outer = hashlib.new(algorithm, padded.translate(_OUTER))

    def digest(self, message: bytes) -> bytes:
        """As `hmac.digest(key, message, algorithm)`."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(message)
        outer.update(inner.digest())
        return outer.digest()
