"""Canonical form of a written text: blocks of letters with their marks, written in one way as XML. Pure.

Whatever html they came from, the same blocks, letters and marks are the same bytes: those that Bilten's Markdown
gives, with one space for any white space in a line.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import takewhile
from typing import TypeAlias

from core.rich_text import MARKS

Mark: TypeAlias = tuple[str, str]
"""An element inside a line, and where it leads if it is a link."""
Letters: TypeAlias = tuple[str, frozenset[Mark]]

BREAK = "\x00"
"""A line break that is meant. No text holds this: it cannot be written in XML."""
SPACES = " \t\r\n\f"
"""White space of html, which a no-break space is not."""
TEXT_BLOCKS = frozenset({"p", "h2", "h3", "h4"})
_FLOW = TEXT_BLOCKS | {"hr", "ul", "ol", "blockquote", "table"}
CHILDREN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("", "li", "blockquote", "th", "td"), _FLOW),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
}
"""Which blocks stand in which; the whole text is "". The parts of a table follow from its rows."""
_SPACE = re.compile(f"[{SPACES}]+")
_CAN_BE_EMPTY = frozenset({"hr", "li", "th", "td"})


@dataclass(slots=True, eq=False)
class Block:
    name: str
    direction: str = ""
    number: int | None = None
    """Of a list, at which it begins; of a point, the one that it was given."""
    numbering: str = ""
    is_reversed: bool = False
    spans: tuple[int, int] = (1, 1)
    """Of a cell: how many columns and rows it stood for."""
    children: "list[Block]" = field(default_factory=list)
    letters: list[Letters] = field(default_factory=list)
    parent: "Block | None" = None
    depth: int = 0

    def add(self, child: "Block", *, before_last: bool = False) -> "Block":
        child.parent, child.depth = self, self.depth + 1
        self.children.insert(len(self.children) - before_last, child)
        return child


def canonical_html(text: Block) -> str:
    """The whole text. Its blocks are tidied in place: those without letters go."""
    _settle(text)
    return _flow(text).strip()


def _settle(block: Block) -> None:
    for child in block.children:
        _settle(child)
    block.children = [part for child in block.children if not _is_empty(child) for part in _counted(child)]
    block.letters = _tidy(block.letters)


def _is_empty(block: Block) -> bool:
    return block.name not in _CAN_BE_EMPTY and not block.letters and not block.children


def _counted(block: Block) -> list[Block]:
    """A list in which numbers are given or go down, as lists that each count on from where they begin: every point
    keeps the number that readers saw, and no editor carries one along."""
    if block.name != "ol":
        return [block]
    number = block.number if block.number is not None else len(block.children) if block.is_reversed else 1
    lists: list[Block] = []
    following = None
    for point in block.children:
        number = point.number if point.number is not None else number
        if number != following:
            lists.append(Block("ol", block.direction, number, block.numbering))
        lists[-1].add(point)
        following = number + 1
        number += -1 if block.is_reversed else 1
    return lists


def _flow(block: Block) -> str:
    return "".join(f"{_html(child)}\n" for child in block.children)


def _html(block: Block) -> str:
    if block.name == "hr":
        return "<hr />"
    if block.name in TEXT_BLOCKS:
        inside = _inline(block.letters)
    elif block.name == "table":
        inside = f"\n{_rows(block)}"
    elif block.name in ("li", "th", "td"):
        inside = _unwrapped(block)
    else:
        inside = f"\n{_flow(block)}"
    return f"<{block.name}{_attributes(block)}>{inside}</{block.name}>"


def _attributes(block: Block) -> str:
    counted = f' start="{block.number}"' if block.name == "ol" and block.number != 1 else ""
    counted += f' type="{block.numbering}"' if block.numbering else ""
    return f'{counted} dir="{block.direction}"' if block.direction else counted


def _unwrapped(block: Block) -> str:
    """A paragraph that is alone in its point or cell, but for what hangs from it, is the point itself."""
    first, *others = block.children or [Block("p")]
    if first.name != "p" or any(child.name == "p" for child in others):
        return f"\n{_flow(block)}"
    block.direction = first.direction or block.direction
    after = "".join(f"{_html(child)}\n" for child in others)
    return _inline(first.letters) + (f"\n{after}" if after else "")


def _rows(table: Block) -> str:
    """Rows of one length, those of headings at the top in the head."""
    rows = _spread([row for row in table.children if row.children])
    columns = max((len(row.children) for row in rows), default=0)
    for row in rows:
        while len(row.children) < columns:
            row.add(Block(row.children[0].name))
    head = list(takewhile(lambda row: all(cell.name == "th" for cell in row.children), rows))
    parts = (("thead", head), ("tbody", rows[len(head) :]))
    return "".join(_part(name, part) for name, part in parts if part)


def _spread(rows: list[Block]) -> list[Block]:
    """A merged cell as one cell, with empty ones after and below it: every word stays in its column."""
    covered: dict[int, tuple[str, int]] = {}
    fillers: set[Block] = set()
    for row in rows:
        waiting, cells, below = deque(row.children), list[Block](), dict[int, tuple[str, int]]()
        while waiting or any(column >= len(cells) for column in covered):
            name, more = covered.get(len(cells), ("", 0))
            cell = Block(name) if name else waiting.popleft() if waiting else Block("td")
            for place in range(cell.spans[0]):
                if place and len(cells) in covered:
                    break
                left = more or cell.spans[1]
                below |= {len(cells): (cell.name, left - 1)} if left > 1 else {}
                cells.append(Block(cell.name) if place else cell)
        fillers |= {cell for cell in cells if cell.parent is None}
        row.children = cells
        covered = below
    written = (place for row in rows for place, cell in enumerate(row.children, 1) if cell not in fillers)
    columns = max(written, default=0)
    for row in rows:
        del row.children[columns:]
    return rows


def _part(name: str, rows: Sequence[Block]) -> str:
    return f"<{name}>\n{''.join(f'{_html(row)}' + chr(10) for row in rows)}</{name}>\n"


def _tidy(letters: Sequence[Letters]) -> list[Letters]:
    """Without the white space that no browser shows, and without line breaks at either end."""
    tidy: list[Letters] = []
    for text, marks in letters:
        if text == BREAK:
            _strip_end(tidy)
            if tidy:
                tidy.append((BREAK, marks))
            continue
        single = _SPACE.sub(" ", text)
        if not tidy or tidy[-1][0][-1] in (" ", BREAK):
            single = single.lstrip(" ")
        if single:
            tidy.append((single, marks))
    _strip_end(tidy)
    while tidy and tidy[-1][0] == BREAK:
        tidy.pop()
        _strip_end(tidy)
    return [(text, _break_marks(tidy, i) if text == BREAK else marks) for i, (text, marks) in enumerate(tidy)]


def _strip_end(tidy: list[Letters]) -> None:
    if tidy and tidy[-1][0] != BREAK:
        text, marks = tidy.pop()
        if text.rstrip(" "):
            tidy.append((text.rstrip(" "), marks))


def _break_marks(letters: Sequence[Letters], at: int) -> frozenset[Mark]:
    """A line break has the marks that the words on both sides have."""
    before = next(marks for text, marks in reversed(letters[:at]) if text != BREAK)
    after = next(marks for text, marks in letters[at + 1 :] if text != BREAK)
    return before & after


def _inline(letters: Sequence[Letters], around: frozenset[Mark] = frozenset()) -> str:
    """Marks that reach further stand around those that do not."""
    out, at = [], 0
    while at < len(letters):
        text, marks = letters[at]
        if not marks - around:
            out.append("<br />\n" if text == BREAK else escape(text, quote=False))
            at += 1
            continue
        reach = {mark: _reach(letters, at, mark) for mark in marks - around}
        widest = max(reach, key=lambda mark: (reach[mark], -MARKS.index(mark[0])))
        inside = _inline(letters[at : reach[widest]], around | {widest})
        address = f' href="{escape(widest[1])}"' if widest[0] == "a" else ""
        out.append(f"<{widest[0]}{address}>{inside}</{widest[0]}>")
        at = reach[widest]
    return "".join(out)


def _reach(letters: Sequence[Letters], at: int, mark: Mark) -> int:
    while at < len(letters) and mark in letters[at][1]:
        at += 1
    return at
