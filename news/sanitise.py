"""HTML from outside, made harmless and well-formed.

Two steps, each safe by itself: nh3 keeps an allow-list of elements and repairs the nesting, then everything is
written again as XML, because the template compiler refuses what browsers forgive (open tags, bare attributes).
"""

import re
from html import escape
from html.parser import HTMLParser

import nh3

BLOCKS = frozenset(
    {"p", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td"}
)
INLINE = frozenset({"strong", "em", "a"})
VOID = frozenset({"br", "hr"})
ALLOWED = BLOCKS | INLINE | VOID

_USABLE_LINK = re.compile(r"(?:https?://[^\s<>\"\x00-\x20]+|mailto:[^\s<>\"\x00-\x20]+)", re.IGNORECASE)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def sanitise(html: str) -> str:
    """`html` with the allowed elements only, as a well-formed XML fragment. Text is never lost, only markup."""
    kept = nh3.clean(
        _NOT_IN_XML.sub("", html),
        tags=set(ALLOWED),
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    writer = _XmlWriter()
    writer.feed(kept)
    writer.close()
    return writer.written()


def is_usable_link(address: str) -> bool:
    """Whether a link can stand in a bulletin: http or mailto, and absolute: there is no page to be relative to."""
    return _USABLE_LINK.fullmatch(address) is not None


class _XmlWriter(HTMLParser):
    """Writes what nh3 kept. It closes what it opened and nothing else, whatever it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Elements not yet closed, each with whether it was written: a link without a target is not."""

    def written(self) -> str:
        while self._open:
            self._close_last()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._parts.append(f"<{tag} />")
        elif tag == "a":
            self._open_link(_NOT_IN_XML.sub("", dict(attrs).get("href") or ""))
        elif tag in ALLOWED:
            self._parts.append(f"<{tag}>")
            self._open.append((tag, True))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self._open):
            while self._close_last() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._parts.append(escape(_NOT_IN_XML.sub("", data), quote=False))

    def _open_link(self, address: str) -> None:
        is_written = is_usable_link(address)
        if is_written:
            self._parts.append(f'<a href="{escape(address)}">')
        self._open.append(("a", is_written))

    def _close_last(self) -> str:
        tag, is_written = self._open.pop()
        if is_written:
            self._parts.append(f"</{tag}>")
        return tag
