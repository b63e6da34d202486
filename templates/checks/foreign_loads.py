"""Tracking pixels and third-party content: a mail loads nothing from anybody else's host.

A mail program that loads a picture, a stylesheet or a font tells that host who reads what, when and from where.
Pictures come from the asset store; a link that a person follows is their own decision, and no part of this.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import tinycss2

from templates.checks.finding import Finding, an_error
from templates.content import Document

_FOLLOWED = frozenset({"a", "area", "v:roundrect", "v:rect"})
"""Where an href is a link, which loads nothing before somebody follows it."""
_NEVER_LOADED = frozenset({"alt", "title", "cite", "summary", "label", "abbr"})
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\r?\n|(.))", re.DOTALL)
_IN_STYLES = re.compile(r"""url\(\s*([^\s'")][^)]*)|"([^"]*)"|'([^']*)'""", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What a browser takes out of an address (WHATWG URL, 4.4): tabs and line breaks anywhere, blanks at its ends."""
_ABSOLUTE = re.compile(r"(?:(?:https?|ftp|wss?):/*|//)([^/?#]*)", re.IGNORECASE)


def check_foreign_loads(document: Document, html: str) -> Iterator[Finding]:
    own = urlsplit(document.web_version_url).netloc.lower()
    reader = _Reader(own)
    reader.feed(html)
    reader.close()
    for place, url in dict.fromkeys(reader.loads):
        yield an_error("foreign-load", "html", place=place, url=url, line=_line(document, url))


def _line(document: Document, url: str) -> int:
    """Of the own source where the host is named; 0 where there is none, or it is put together."""
    lines = document.sources.html.splitlines() if document.sources else []
    return next((number for number, line in enumerate(lines, 1) if (loaded_host(url) or url) in line.lower()), 0)


def loaded_host(url: str) -> str | None:
    """Whose host a browser would ask for it; None for what is not loaded from any, or has no host of its own."""
    match = _ABSOLUTE.match(_IGNORED.sub("", url).replace("\\", "/"))
    return match[1].rpartition("@")[2].lower() if match else None


class _Reader(HTMLParser):
    """Comments are read, too: Outlook for Windows does."""

    def __init__(self, own: str) -> None:
        super().__init__(convert_charrefs=True)
        self.loads: list[tuple[str, str]] = []
        self._own = own
        self._is_in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_in_style = tag == "style"
        for name, value in attrs:
            is_link = name == "href" and tag in _FOLLOWED
            if not is_link and name not in _NEVER_LOADED and not name.startswith(("xmlns", "aria-")):
                self._collect(f"{tag} {name}", _addresses(name, value or ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_in_style = self._is_in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._is_in_style:
            self._collect("style", _in_styles(data))

    def handle_comment(self, data: str) -> None:
        self._within(data)

    def unknown_decl(self, data: str) -> None:
        self._within(data)

    def _collect(self, place: str, addresses: Iterator[str]) -> None:
        for url in addresses:
            if loaded_host(url) not in (None, self._own):
                self.loads.append((place, url.strip()))

    def _within(self, html: str) -> None:
        inner = _Reader(self._own)
        inner.feed(html)
        inner.close()
        self.loads += inner.loads


def _addresses(name: str, value: str) -> Iterator[str]:
    match name:
        case "style":
            yield from _in_styles(value)
        case "srcset" | "imagesrcset":
            yield from (candidate.split()[0] for candidate in value.split(",") if candidate.split())
        case "content":  # of a meta that leads on by itself: 0; url=https://…
            yield from value.partition("=")[2:] if "url" in value.lower() else ()
        case _:
            yield value


def _in_styles(css: str) -> Iterator[str]:
    """Everything in quotation marks or url(): an @import, a font, a background, an image-set. As a browser reads
    it, and as a mail program may that knows less of CSS."""
    waiting: list[Any] = tinycss2.parse_component_value_list(css)
    while waiting:
        token = waiting.pop(0)
        if token.type in ("string", "url"):
            yield token.value
        waiting += getattr(token, "arguments", None) or getattr(token, "content", None) or ()
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub(" ", css))
    for match in _IN_STYLES.finditer(plain):
        yield next(part for part in match.groups() if part is not None)


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 else ""
    return escape[2] or ""
