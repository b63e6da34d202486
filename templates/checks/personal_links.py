"""Token leakage: a reader's own link may be an address by itself and nothing else.

Whoever holds such a link acts for that reader. Set into another address (https://example.com/?[[unsubscribe_url]],
a picture's source, a style), it would go to a third party when the mail is opened or the link followed; so would a
name.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from templates.checks.finding import Finding, an_error
from templates.merge import FIELDS, FieldKind, find_fields

_SPOKEN = frozenset({"alt", "title", "aria-label", "aria-description", "summary", "label", "abbr"})
"""Attributes that are words for the reader: they are sent nowhere."""
_URLS = frozenset(name for name, kind in FIELDS.items() if kind is FieldKind.URL)
_OWN = frozenset(f"[[{name}]]" for name in _URLS)
_BREAK = re.compile(r"[\s<>\"'()«»„“”]")
_AFTER = re.compile(r"[\w/?#&=%@:-]")


def check_personal_links(html: str, text: str) -> Iterator[Finding]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for place, field in dict.fromkeys(reader.occurrences):
        yield an_error("field-in-address", "html", field=field, place=place)
    for field in dict.fromkeys(_in_addresses(text)):
        yield an_error("field-in-address", "text", field=field, place="https://…")


class _Reader(HTMLParser):
    """Comments are read, too: Outlook for Windows does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.occurrences: list[tuple[str, str]] = []
        self._is_in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_in_style = tag in ("style", "script")
        for name, value in attrs:
            is_link = name == "href" and tag in ("a", "area", "v:roundrect", "v:rect")
            if name in _SPOKEN or (is_link and (value or "").strip() in _OWN):
                continue
            self.occurrences += [(f"{tag} {name}", field) for field in _fields(value or "")]

    def handle_endtag(self, tag: str) -> None:
        self._is_in_style = self._is_in_style and tag not in ("style", "script")

    def handle_data(self, data: str) -> None:
        if self._is_in_style:
            self.occurrences += [("style", field) for field in _fields(data)]

    def handle_comment(self, data: str) -> None:
        self._within(data)

    def unknown_decl(self, data: str) -> None:
        self._within(data)

    def _within(self, html: str) -> None:
        inner = _Reader()
        inner.feed(html)
        inner.close()
        self.occurrences += inner.occurrences


def _fields(text: str) -> list[str]:
    return [name for name, _, _ in find_fields(text)]


def _in_addresses(text: str) -> Iterator[str]:
    """Fields that a mail program would read as a part of a longer address."""
    last = 0
    for name, start, end in find_fields(text):
        before = _BREAK.split(text[last:start])[-1]
        last = end
        is_cut_into = "://" in before or before.startswith("www.")
        is_extended = name in _URLS and _AFTER.match(text, end) is not None
        if is_cut_into or is_extended:
            yield name
