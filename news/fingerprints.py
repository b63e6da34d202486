"""Fingerprints of a text's content: what tells the same publication when it comes back under another name. Pure.

A file is renamed, copied, saved by another program, dated anew; its name, its bytes and its front matter's order
say nothing about whether readers have had it. Its address and its words do.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from kinds.registry import all_keys
from news.fold_words import folded_words, without_update_note

VERSION = 3
"""Raised when a fingerprint of the same text comes out otherwise: those of all texts are then made anew."""
MIN_LETTERS = 200
"""A body of fewer letters may well be the same twice by chance: "Read our new issue."."""

ANY = ""


class FingerprintKind(StrEnum):
    ADDRESS = "address"
    """The same page, whatever the language."""
    WORDS = "words"
    """The same words in every field."""
    BODY = "body"
    TITLE = "title"
    """Alone no proof: a journal comes every month."""


@dataclass(frozen=True, slots=True)
class TextFingerprint:
    kind: FingerprintKind
    language: str
    """ANY but for a title: a page is the same in any language, and the same words under another label were already
    read by everybody whose list falls back on the first."""
    digest: str


FIELDS = ("title", "summary", "body_html", "quote", "quote_source", "topic", "partners", "funding", "starts",
          "ends", "place", "directions", "action", "deadline", "count", "goal", "counted_on", "corrects", "wrong",
          "correct")  # fmt: skip
"""What is compared word for word. Not the date of publication, which is what changes when old news comes again,
and not the names of files."""
LATER_FIELDS = tuple(
    sorted(name for name, (_, key) in all_keys().items() if key.is_compared and name not in FIELDS)
)
"""Details that kinds have got since: they count where they say something, so that no other text comes out
otherwise than before."""
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|mtm_\w+|pk_\w+|ref", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=-._~"


def fingerprints(values: Mapping[str, Any], *, language: str, pdf: str) -> list[TextFingerprint]:
    """`values`: the columns of a `NewsText` and its details. `pdf`: what its PDF says, or the PDF's hash; empty
    without one."""
    texts = {field: str(values.get(field) or "") for field in FIELDS}
    texts["body_html"] = without_update_note(texts["body_html"])
    folded = {field: folded_words(text) for field, text in texts.items()}
    later = [f"{field}={folded_words(str(values[field]))}" for field in LATER_FIELDS if values.get(field)]
    every = [*folded.values(), folded_words(pdf), *later]
    text_fingerprints = [
        TextFingerprint(FingerprintKind.WORDS, ANY, _digest(every)),
        TextFingerprint(FingerprintKind.TITLE, language, _digest([folded["title"]])),
    ]
    if sum(map(str.isalpha, folded["body_html"])) >= MIN_LETTERS:
        text_fingerprints.append(TextFingerprint(FingerprintKind.BODY, ANY, _digest([folded["body_html"]])))
    if values.get("url"):
        text_fingerprints.append(
            TextFingerprint(FingerprintKind.ADDRESS, ANY, _digest([canonical_address(values["url"])]))
        )
    return text_fingerprints


def canonical_address(url: str) -> str:
    """One address for all ways to write it (RFC 3986, section 6): host's case and `www.`, http or https, default
    port, percent-encoding, last slash, fragment, order of the query, and what is only there for counting."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = _ascii_host((parts.hostname or "").removesuffix(".")).removeprefix("www.")
    is_default = port is None or port == _PORTS.get(parts.scheme.lower())
    query = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])
    )
    path = quote(_plain_path(unquote(parts.path)), safe=_SAFE)
    return f"//{host}{'' if is_default else f':{port}'}{path}{'?' if query else ''}{urlencode(query)}"


def _plain_path(path: str) -> str:
    """Without dot segments (RFC 3986, 6.2.2.3), doubled slashes, and the name of a folder's own page."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    if kept and _OWN_PAGE.fullmatch(kept[-1].lower()):
        kept.pop()
    return "".join(f"/{segment}" for segment in kept)


_OWN_PAGE = re.compile(r"(index|default)\.(html?|php|aspx?)")


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
