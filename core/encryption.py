"""Authenticated encryption at rest: AES-256-GCM (NIST SP 800-38D) with keys that lie outside the database.

Several keys at once, the newest first: it encrypts, and all of them decrypt, so that a key is replaced while
everything goes on. What is encrypted names its key and is bound to its column: a value that somebody has moved to
another column, or changed, does not open.
"""

import hashlib
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from functools import lru_cache
from typing import Self

KEY_BYTES = 32
KEY_ID_LENGTH = 8
_NONCE_BYTES = 12
_BLOCK = 64
"""Bytes that a text is filled up to a multiple of: how long a name or an address is would tell whose it may be."""
# The sign at its start stands in no text that people write: that is never taken for something encrypted.
_MARK = "\x02e1."
_FORM = re.compile(r"\x02e1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)\Z")


class EncryptionKeys:
    """Safe for threads: nothing in it changes."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        """The newest first. Raises ValueError for none, or for one that has not `KEY_BYTES`."""
        if not keys or any(len(key) != KEY_BYTES for key in keys):
            raise ValueError("keys of 32 bytes in base64, as bilten keys new prints them, the newest first")
        self.ids = tuple(map(_id_of, keys))
        self.newest = self.ids[0]
        # Here, because most commands have no use for it, and would wait for it.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._ciphers = {key_id: AESGCM(key) for key_id, key in zip(self.ids, keys, strict=True)}

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Of a setting: keys in base64url, parted by commas; None for none. Raises ValueError."""
        return cls([_key_of(part) for part in text.split(",")]) if text.strip() else None

    def encrypt(self, plain: bytes, *, place: str) -> str:
        """`place`: the column, to which it is bound. The same text is another one each time."""
        padded = plain + b"\x80" + bytes(-(len(plain) + 1) % _BLOCK)  # ISO/IEC 7816-4
        nonce = secrets.token_bytes(_NONCE_BYTES)
        content = nonce + self._ciphers[self.newest].encrypt(nonce, padded, place.encode())
        return f"{_MARK}{self.newest}.{urlsafe_b64encode(content).rstrip(b'=').decode()}"

    def decrypt(self, encrypted: str, *, place: str) -> bytes | None:
        """None: its key is not among these, or it was changed or moved."""
        parts = _FORM.match(encrypted)
        cipher = self._ciphers.get(parts[1]) if parts else None
        if parts is None or cipher is None:
            return None
        from cryptography.exceptions import InvalidTag

        try:
            content = _from_base64(parts[2])
            padded = cipher.decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError, Error):
            return None
        return padded.rstrip(b"\0")[:-1]


def new_key() -> str:
    """As the setting takes it."""
    return urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def key_id_of(stored: str) -> str | None:
    """The key by which it is encrypted; None where it is not."""
    parts = _FORM.match(stored)
    return parts[1] if parts else None


def begins_with_key(key_id: str) -> str:
    """How everything begins that this key has encrypted."""
    return f"{_MARK}{key_id}."


@lru_cache(maxsize=16)
def _id_of(key: bytes) -> str:
    return hashlib.sha256(b"bilten.encryption-key\0" + key).hexdigest()[:KEY_ID_LENGTH]


def _key_of(text: str) -> bytes:
    try:
        return _from_base64(text.strip().rstrip("="))
    except (ValueError, Error):
        return b""


def _from_base64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
