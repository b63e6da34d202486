"""JSON with long texts in it that many messages share: what they share is escaped once, not once a reader.

The result is byte for byte what `json.dumps(…, ensure_ascii=False, separators=(",", ":"))` makes of the complete
texts, because JSON escapes a text character by character.
"""

import json
import re
import secrets
from functools import lru_cache
from typing import Any

from delivery.message.outgoing import OutgoingMessage, SharedText

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
KEPT = 64
"""Texts of variants under way in one process: html and text of a few campaigns in a few languages."""


class SharedJsonBody:
    """For one body: `html` and `text` stand in for a message's own while the body is put together."""

    def __init__(self) -> None:
        # Random, so that no text of anybody's can look like it.
        self._mark = secrets.token_hex(12)
        self._texts: list[list[bytes]] = []

    def html(self, message: OutgoingMessage) -> str:
        return self._stand_in(message, message.html, message.shared.html if message.shared else None)

    def text(self, message: OutgoingMessage) -> str:
        return self._stand_in(message, message.text, message.shared.text if message.shared else None)

    def dump(self, content: Any) -> bytes:
        """The whole body."""
        skeleton = _json(content)
        pieces = re.split(rb'"%s-(\d+)"' % self._mark.encode(), skeleton)
        body = [pieces[0]]
        for number, following in zip(pieces[1::2], pieces[2::2], strict=True):
            body += [b'"', *self._texts[int(number)], b'"', following]
        return b"".join(body)

    def _stand_in(self, message: OutgoingMessage, complete: str, shared: SharedText | None) -> str:
        self._texts.append([_escaped(complete)] if shared is None else _filled(shared, dict(message.values)))
        return f"{self._mark}-{len(self._texts) - 1}"


def _filled(shared: SharedText, values: dict[str, str]) -> list[bytes]:
    literals = _escaped_literals(shared)
    parts = list(literals[:1])
    for gap, literal in zip(shared.gaps, literals[1:], strict=True):
        parts += [_escaped(values[gap]), literal]
    return parts


@lru_cache(maxsize=KEPT)
def _escaped_literals(shared: SharedText) -> tuple[bytes, ...]:
    return tuple(_escaped(literal) for literal in shared.literals)


def _escaped(text: str) -> bytes:
    return _json(text)[1:-1]


def _json(content: Any) -> bytes:
    return _JSON.encode(content).encode()
