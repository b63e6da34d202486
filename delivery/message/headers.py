"""Header fields: those that make a message bulk mail with a working way out, and the encoding of all of them.

Every value that leaves here is one line of ASCII. A line break or any other control character is refused, never
removed: whoever put it there meant something else than a header.
"""

import re
import unicodedata
from email.header import Header as EncodedWords
from functools import lru_cache

from core.errors import InputRefused
from delivery.message.outgoing import Header

MAX_LINE = 998  # RFC 5322, section 2.1.1
_FOLD_AT = 76  # RFC 2047, section 2: a line that holds an encoded word
_ENCODED_WORD = 75

_NAME = re.compile(r"[!-9;-~]{1,70}")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+")
_URL = re.compile(r"https?://[!#-;=?-~]+")
_LIST_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_DOMAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>")

THE_MESSAGES_OWN = frozenset(
    ["bcc", "cc", "date", "from", "mime-version", "reply-to", "return-path", "sender", "subject", "to"]
)


class HeaderRefused(InputRefused):
    """A header field that would not arrive as what it is meant to be."""


def bulk_headers(
    *, unsubscribe_url: str, list_name: str, list_slug: str, list_domain: str, message_id: str
) -> tuple[Header, ...]:
    """What every bulk message carries: one-click unsubscribe (RFC 8058), List-Id (RFC 2919), its own id.

    Raises HeaderRefused.
    """
    _expect(_URL, "List-Unsubscribe", unsubscribe_url)
    _expect(_MESSAGE_ID, "Message-ID", message_id)
    return (
        ("List-Unsubscribe", f"<{unsubscribe_url}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("List-Id", _list_id(list_name, list_slug, list_domain)),
        ("Message-ID", message_id),
        ("Precedence", "bulk"),
    )


@lru_cache(maxsize=64)
def _list_id(name: str, slug: str, domain: str) -> str:
    """Once for each list, not for each reader."""
    _expect(_LIST_LABEL, "List-Id", slug)
    _expect(_DOMAIN, "List-Id", domain)
    return f"{phrase('List-Id', name)} <{slug}.{domain}>".lstrip()


def mailbox(name: str, display_name: str | None, address: str) -> str:
    """`display_name <address>` for the header field `name`. Raises HeaderRefused."""
    _expect(_ADDRESS, name, address)
    shown = phrase(name, display_name or "")
    return f"{shown} <{address}>" if shown else address


def phrase(name: str, text: str) -> str:
    """A display name: plain words as they are, anything else as encoded words.

    Never a quoted string, because providers have been seen to refuse those.
    """
    check_text(name, text)
    text = text.strip()
    return text if not text or (_ATOMS.fullmatch(text) and "=?" not in text) else _encoded(name, text)


def unstructured(name: str, text: str) -> str:
    """A subject, or another field that people read. Raises HeaderRefused."""
    check_text(name, text)
    text = text.strip()
    plain = text.isascii() and "=?" not in text and all(len(word) < _ENCODED_WORD for word in text.split())
    return text if plain else _encoded(name, text)


def check_text(name: str, text: str) -> None:
    """Raises HeaderRefused for a line break or another character that has no place in a header."""
    if text.isprintable():  # as nearly all are: none of those characters is
        return
    if any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text):
        raise HeaderRefused("delivery-header-refused", header=name)


def check_extra(headers: tuple[Header, ...]) -> None:
    """The fields that a caller adds: each once, none of the message's own, one line of ASCII.

    Raises HeaderRefused.
    """
    seen: set[str] = set()
    for name, value in headers:
        key = name.lower()
        if key in seen or not _may_be_added(key):
            raise HeaderRefused("delivery-header-refused", header=name)
        if not value.isascii() or not value.strip():
            raise HeaderRefused("delivery-header-refused", header=name)
        check_text(name, value)
        if len(name) + len(value) > MAX_LINE - 2:  # else it fits a line even where it cannot be broken
            fold(name, value)
        seen.add(key)


@lru_cache(maxsize=256)
def _may_be_added(key: str) -> bool:
    return bool(_NAME.fullmatch(key)) and key not in THE_MESSAGES_OWN and not key.startswith("content-")


def fold(name: str, value: str) -> str:
    """`name: value` over as many lines as it needs, broken at spaces only: a link stays in one piece.

    The email package would turn a link that is longer than a line into encoded words, and no mailbox would
    offer one-click unsubscribe. Raises HeaderRefused for what fits no line at all.
    """
    lines = [f"{name}:"]
    for chunk in re.findall(r" +[^ ]+", f" {value.strip(' ')}"):
        if lines[-1] != f"{name}:" and len(lines[-1]) + len(chunk) > _FOLD_AT:
            lines.append(chunk)
        else:
            lines[-1] += chunk
    if any(len(line) > MAX_LINE for line in lines):
        raise HeaderRefused("delivery-header-refused", header=name)
    return "\r\n".join(lines)


def _encoded(name: str, text: str) -> str:
    """Encoded words, the first of them so short that it fits on the line of the field's name."""
    encoded = EncodedWords(text, charset="utf-8", header_name=name, maxlinelen=_ENCODED_WORD)
    lines = encoded.encode(linesep="\n")
    return " ".join(line.strip() for line in lines.splitlines())


def _expect(pattern: re.Pattern[str], name: str, value: str) -> None:
    if not pattern.fullmatch(value) or len(value) > MAX_LINE - 100:
        raise HeaderRefused("delivery-header-refused", header=name)
