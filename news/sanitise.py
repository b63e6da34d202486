"""HTML from outside, made harmless, well-formed and canonical (the same text is always the same html).

Three steps: nh3 keeps an allow-list of elements and repairs the nesting; what is left is read as blocks of
letters, each with its marks; and those are written as XML, because the template compiler refuses what browsers
forgive (open tags, bare attributes). What an editor cannot keep apart (`<em><strong>`, line ends in the source, a
paragraph alone in a point of a list) is written in one way, so that opening and saving a text changes nothing.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

import nh3

from core.rich_text import (
    ATTRIBUTES,
    BLOCKS,
    DIRECTIONS,
    ELEMENTS,
    MARKS,
    NUMBERINGS,
    READ_AS,
    emoji_of_picture,
    is_usable_link,
    quotation_marks,
)
from news.canonical_html import BREAK, CHILDREN, SPACES, TEXT_BLOCKS, Block, Mark, canonical_html

_SCHEMES = ("http", "https", "mailto", "tel", "sms")
_NUMBER = re.compile("-?[0-9]{1,9}", re.ASCII)
_READ_AS_TEXT = {"q": {"lang"}, "img": {"alt", "class"}}
"""Elements of which only letters are kept: a quotation's marks, an emoji that came as a picture."""
LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Those of other programs, each one character: Word's within a paragraph, a page's, Unicode's. Between two words
they are what a line end is, a space."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPANS = ("colspan", "rowspan")
_MOST_SPANNED = 50
"""Columns, or rows, that one cell of a table stands for: no table that people read has more."""
_MOST_DEEP = 20
"""Containers in one another; what is deeper stands in the last one."""


def sanitise(html: str, *, language: str = "") -> str:
    """`html` with the allowed elements only, as a well-formed XML fragment. Text is never lost, only markup.

    Sanitising the result changes nothing. `language`: whose marks a quotation (`<q>`) gets that names none."""
    reader = _Reader(language)
    reader.feed(_kept(html))
    reader.close()
    return canonical_html(reader.root)


def _kept(html: str) -> str:
    return nh3.clean(
        _NOT_IN_XML.sub("", LINE_ENDS.sub("\n", html)),
        tags=ELEMENTS | READ_AS.keys() | _READ_AS_TEXT.keys(),
        attributes={name: set(allowed) for name, allowed in ATTRIBUTES.items() if allowed}
        | {name: {"dir"} for name in READ_AS}
        | {"ol": {*ATTRIBUTES["ol"], "reversed"}, "li": {*ATTRIBUTES["li"], "value"}}
        | {name: {*ATTRIBUTES[name], *_SPANS} for name in ("td", "th")}
        | _READ_AS_TEXT,
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )


class _Reader(HTMLParser):
    """Reads what nh3 kept into blocks. An element that cannot stand where it stands lends its text."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Block("")
        self._in = self.root
        self._leaf: Block | None = None
        self._marks: frozenset[Mark] = frozenset()
        self._open: list[tuple[str, Block, frozenset[Mark]]] = []
        """Elements not yet closed, each with the container and the marks around it."""
        self._language = language
        self._quotations: list[str] = []
        """The languages of those that are open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: _NOT_IN_XML.sub("", value or "") for key, value in attrs}
        name = READ_AS.get(tag, tag)
        if name == "br":
            self._write(BREAK)
        elif name == "hr":
            self._leaf = None
            self._add(Block("hr"))
        elif name == "img":
            self._write(emoji_of_picture(values.get("alt", ""), values.get("class", "")))
        else:
            self._open.append((tag, self._in, self._marks))
            if name in MARKS:
                self._mark(name, values.get("href", ""))
            elif name in BLOCKS:
                self._leaf = None
                self._block(name, values)
            elif name == "q":
                around = self._quotations[-1] if self._quotations else self._language
                self._quotations.append(values.get("lang") or around)
                self._write(self._quotation_marks()[0])

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _, _ in self._open):
            while self._close_last() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._write(_NOT_IN_XML.sub("", LINE_ENDS.sub("\n", data)))

    def _close_last(self) -> str:
        tag, self._in, self._marks = self._open.pop()
        if READ_AS.get(tag, tag) in BLOCKS:
            self._leaf = None
        if tag == "q":
            self._write(self._quotation_marks()[1])
            self._quotations.pop()
        return tag

    def _quotation_marks(self) -> Sequence[str]:
        """Of the innermost quotation that is open."""
        return quotation_marks(self._quotations[-1])[0 if len(self._quotations) == 1 else 2 :]

    def _mark(self, name: str, address: str) -> None:
        if name != "a":
            self._marks |= {(name, "")}
        elif is_usable_link(address):
            self._marks = frozenset(mark for mark in self._marks if mark[0] != "a") | {("a", address)}

    def _block(self, name: str, values: dict[str, str]) -> None:
        direction = values.get("dir", "")
        block = Block(name, direction if direction in DIRECTIONS else "")
        if name in TEXT_BLOCKS:
            self._leaf = block
            self._add(block)
        elif self._in.depth < _MOST_DEEP if name in CHILDREN[""] else name in CHILDREN[self._in.name]:
            if name == "ol":
                numbering = values.get("type", "")
                block.numbering = numbering if numbering in NUMBERINGS else ""
                block.is_reversed = "reversed" in values
            if name in ("ol", "li"):
                number = values.get("start" if name == "ol" else "value", "")
                block.number = int(number) if _NUMBER.fullmatch(number) else None
            if name in ("td", "th"):
                columns, rows = (_span(values.get(span, "")) for span in _SPANS)
                block.spans = (columns, rows)
            self._add(block)
            self._in = block

    def _add(self, block: Block) -> None:
        """What cannot stand in a list stands in its last point, what cannot stand in a table stands before it."""
        into = self._in
        while block.name not in CHILDREN[into.name] and into.parent is not None and into.name in ("table", "tr"):
            into = into.parent
        if into.name in ("ul", "ol") and block.name != "li":
            into = into.children[-1] if into.children else into.add(Block("li"))
        is_before_table = into is not self._in and into.children and into.children[-1].name == "table"
        into.add(block, before_last=bool(is_before_table))

    def _write(self, text: str) -> None:
        if self._leaf is None:
            if text != BREAK and not text.strip(SPACES):
                return
            self._leaf = Block("p")
            self._add(self._leaf)
        self._leaf.letters.append((text, self._marks))


def _span(value: str) -> int:
    return min(max(int(value), 1), _MOST_SPANNED) if _NUMBER.fullmatch(value) else 1
