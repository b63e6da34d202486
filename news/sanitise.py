"""HTML from outside, made harmless, well-formed and canonical (the same text is always the same html).

Three steps: nh3 keeps an allow-list of elements and repairs the nesting; what is left is read as blocks of
letters, each with its marks; and those are written as XML, because the template compiler refuses what browsers
forgive (open tags, bare attributes). What an editor cannot keep apart (`<em><strong>`, line ends in the source, a
paragraph alone in a point of a list) is written in one way, so that opening and saving a text changes nothing.
"""

import re
from html.parser import HTMLParser

import nh3

from core.rich_text import ATTRIBUTES, BLOCKS, DIRECTIONS, ELEMENTS, MARKS, READ_AS, is_usable_link
from news.canonical_html import BREAK, CHILDREN, SPACES, TEXT_BLOCKS, Block, Mark, canonical_html

_SCHEMES = ("http", "https", "mailto", "tel", "sms")
_START = re.compile("[0-9]{1,9}", re.ASCII)
LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Those of other programs, each one character: Word's within a paragraph, a page's, Unicode's. Between two words
they are what a line end is, a space."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MOST_DEEP = 20
"""Containers in one another; what is deeper stands in the last one."""


def sanitise(html: str) -> str:
    """`html` with the allowed elements only, as a well-formed XML fragment. Text is never lost, only markup.

    Sanitising the result changes nothing."""
    reader = _Reader()
    reader.feed(_kept(html))
    reader.close()
    return canonical_html(reader.root)


def _kept(html: str) -> str:
    return nh3.clean(
        _NOT_IN_XML.sub("", LINE_ENDS.sub("\n", html)),
        tags=ELEMENTS | READ_AS.keys(),
        attributes={name: set(allowed) for name, allowed in ATTRIBUTES.items() if allowed}
        | {name: {"dir"} for name in READ_AS},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )


class _Reader(HTMLParser):
    """Reads what nh3 kept into blocks. An element that cannot stand where it stands lends its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Block("")
        self._in = self.root
        self._leaf: Block | None = None
        self._marks: frozenset[Mark] = frozenset()
        self._open: list[tuple[str, Block, frozenset[Mark]]] = []
        """Elements not yet closed, each with the container and the marks around it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: _NOT_IN_XML.sub("", value or "") for key, value in attrs}
        name = READ_AS.get(tag, tag)
        if name == "br":
            self._write(BREAK)
        elif name == "hr":
            self._leaf = None
            self._add(Block("hr"))
        else:
            self._open.append((tag, self._in, self._marks))
            if name in MARKS:
                self._mark(name, values.get("href", ""))
            elif name in BLOCKS:
                self._leaf = None
                self._block(name, values)

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
        return tag

    def _mark(self, name: str, address: str) -> None:
        if name != "a":
            self._marks |= {(name, "")}
        elif is_usable_link(address):
            self._marks = frozenset(mark for mark in self._marks if mark[0] != "a") | {("a", address)}

    def _block(self, name: str, values: dict[str, str]) -> None:
        direction, start = values.get("dir", ""), values.get("start", "")
        block = Block(name, direction if direction in DIRECTIONS else "")
        if name in TEXT_BLOCKS:
            self._leaf = block
            self._add(block)
        elif self._in.depth < _MOST_DEEP if name in CHILDREN[""] else name in CHILDREN[self._in.name]:
            block.start = str(int(start)) if name == "ol" and _START.fullmatch(start) and int(start) != 1 else ""
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
