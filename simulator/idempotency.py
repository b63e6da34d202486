"""The memory that makes a repeated request harmless: for a time, a key stands for one body and one answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

Answer = Mapping[str, object] | Sequence[object]
"""JSON, as a provider gives it."""


class KeyInFlight(Exception):
    """The first request with this key has not been answered yet."""


class KeyReused(Exception):
    """This key stands for another body."""


@dataclass(frozen=True, slots=True)
class RememberedAnswer:
    digest: str
    answer: Answer
    at: datetime


def request_digest(path: str, body: bytes) -> str:
    """What "the same request" means: the same bytes to the same path, the strictest reading of the providers."""
    digest = sha256(path.encode() + b"\n")
    digest.update(body)
    return digest.hexdigest()


class IdempotencyKeys:
    def __init__(self) -> None:
        self._remembered: dict[str, RememberedAnswer] = {}
        self._in_flight: dict[str, str] = {}

    def begin(self, key: str, digest: str, *, now: datetime, lifetime: timedelta) -> Answer | None:
        """The answer that was given before, or None: then the caller acts, and calls `end` when it has.

        Raises KeyInFlight and KeyReused.
        """
        known = self._remembered.get(key)
        if known is not None and now - known.at < lifetime:
            if known.digest != digest:
                raise KeyReused
            return known.answer
        if key in self._in_flight:
            raise KeyReused if self._in_flight[key] != digest else KeyInFlight
        self._in_flight[key] = digest
        return None

    def end(self, key: str) -> None:
        self._in_flight.pop(key, None)

    def remember(self, key: str, remembered: RememberedAnswer) -> None:
        self._remembered[key] = remembered

    def clear(self) -> None:
        self._remembered.clear()
