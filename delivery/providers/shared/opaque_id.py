"""Opaque id: a delivery's number, for providers that show readers what we send along.

Without the secret it tells nothing: nobody can count our deliveries by it. With it, it is the number again: a
Feistel network of four rounds turns 64 bits into 64 others, one to one.
"""

import hashlib
import hmac
import re

_BITS = 32
_MASK = 2**_BITS - 1
_ROUNDS = 4
_SHAPE = re.compile(r"[0-9a-f]{16}")


class OpaqueId:
    def __init__(self, secret: str) -> None:
        self._key = hmac.new(secret.encode(), b"bilten.disguise", hashlib.sha256).digest()

    def hide(self, number: int) -> str:
        left, right = number >> _BITS, number & _MASK
        for turn in range(_ROUNDS):
            left, right = right, left ^ self._mixed(turn, right)
        return f"{left << _BITS | right:016x}"

    def reveal(self, text: object) -> int | None:
        """None for what was never hidden here; also where another secret hid it, as good as always."""
        if not isinstance(text, str) or not _SHAPE.fullmatch(text):
            return None
        left, right = int(text, 16) >> _BITS, int(text, 16) & _MASK
        for turn in reversed(range(_ROUNDS)):
            left, right = right ^ self._mixed(turn, left), left
        number = left << _BITS | right
        return number if number < 2**48 else None  # more than there will ever be

    def _mixed(self, turn: int, half: int) -> int:
        digest = hmac.new(self._key, bytes([turn]) + half.to_bytes(_BITS // 8), hashlib.sha256).digest()
        return int.from_bytes(digest[: _BITS // 8])
