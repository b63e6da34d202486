"""The numbers of a Word document's lists (ECMA-376, part 1, 17.9), which mammoth begins at 1 each, all in digits.

Each paragraph's number is counted as Word counts it and put before its text as a bookmark, with how it is written;
mammoth keeps it as an anchor. Of the html made, each list then begins where it began, in letters or Roman numerals
where it had them (17.18.59), and each heading has its number before its words. Runs in the decode process.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import Tag

from core.list_markers import written_number
from news.extraction.hidden_word_text import style_of, value_of
from news.extraction.zip_bounds import open_document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_MARK = "_bilten_number_"
_MARKED = re.compile(rf"{_MARK}([0-9]{{1,5}})([aAiI]?):(.*)", re.DOTALL)
_HEADING = re.compile("h[1-6]")
_LONGEST_LABEL = 40
_NO_NUMBER = frozenset({"bullet", "none"})
_TYPES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
"""`type` of the list, by Word's name. Other numerals become digits."""


@dataclass(slots=True)
class _NumberedList:
    abstract: str
    """Lists that share one go on counting where the other ended."""
    formats: dict[int, str] = field(default_factory=dict)
    """By level, like all of these."""
    starts: dict[int, int] = field(default_factory=dict)
    overrides: dict[int, int] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    """How a number is shown: `%1.%2` is that of the level above, a dot, its own."""

    def label(self, level: int, counts: Mapping[int, int]) -> str:
        """As one sees it before the paragraph."""

        def number(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            counted, numeral = counts.get(above, 1), _TYPES.get(self.formats.get(above, ""), "")
            return written_number(counted, numeral) or str(counted)

        return re.sub("%([1-9])", number, self.labels.get(level, ""))[:_LONGEST_LABEL]


def with_marked_numbers(data: bytes) -> bytes:
    """The same document, a bookmark in each numbered paragraph. Raises InputRefused as `open_document` does."""
    from lxml import etree

    with open_document(data) as document:
        if not {_TEXT, _NUMBERING} <= {*document.NameToInfo}:
            return data
        try:
            root, numbering = (etree.fromstring(document.read(name)) for name in (_TEXT, _NUMBERING))
            styles = etree.fromstring(document.read(_STYLES)) if _STYLES in document.NameToInfo else None
        except etree.XMLSyntaxError:
            return data  # for whoever reads it next, and says so
        _mark(root, _lists(numbering), {} if styles is None else _of_styles(styles))
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
            for part in document.infolist():
                is_text = part.filename == _TEXT
                into.writestr(part.filename, etree.tostring(root) if is_text else document.read(part))
    return made.getvalue()


def set_numbers(soup: BeautifulSoup) -> None:
    """Lists that begin elsewhere than at 1, or are not in digits, say so, and one that jumps or changes becomes
    two; the anchors go."""
    for numbered in soup.find_all("ol"):
        expected, written, current = 1, "", numbered
        for point in numbered.find_all("li", recursive=False):
            number, kind = _number(point) or (expected, written)
            if (number, kind) != (expected, written):
                if point.find_previous_sibling("li") is not None:
                    rest = soup.new_tag("ol")
                    rest.extend([point, *point.find_next_siblings("li")])
                    current.insert_after(rest)
                    current = rest
                if number != 1:
                    current["start"] = str(number)
                if kind:
                    current["type"] = kind
            expected, written = number + 1, kind
    for anchor in soup.find_all("a", id=_MARKED):
        match = _MARKED.fullmatch(str(anchor["id"]))
        if match and match[3].strip() and anchor.parent and _HEADING.fullmatch(anchor.parent.name):
            anchor.insert_before(f"{match[3].strip()} ")
        anchor.extract()


def _number(point: Tag) -> tuple[int, str] | None:
    """And the list's `type`."""
    anchor = point.find("a", id=_MARKED, recursive=False)
    match = _MARKED.fullmatch(str(anchor["id"])) if isinstance(anchor, Tag) else None
    return (int(match[1]), match[2]) if match else None


def _mark(root: "Element", lists: dict[str, _NumberedList], of_styles: dict[str, "Element"]) -> None:
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    begun = set()
    for paragraph in root.iter("{*}p"):
        properties = paragraph.find("{*}pPr")
        own = None if properties is None else properties.find("{*}numPr")
        asked = of_styles.get(style_of(properties, "pStyle")) if own is None else own
        name = style_of(asked, "numId")
        if properties is None or name not in lists:
            continue
        numbered, level = lists[name], _whole(style_of(asked, "ilvl"))
        count = counts[numbered.abstract]
        if name not in begun:
            begun.add(name)
            count.update({deep: start - 1 for deep, start in numbered.overrides.items()})
        for deeper in [deep for deep in count if deep > level and deep not in numbered.overrides]:
            del count[deeper]
        count[level] = count.get(level, numbered.starts.get(level, 1) - 1) + 1
        written = numbered.formats.get(level, "")
        if written not in _NO_NUMBER:
            prefix = str(properties.tag).removesuffix("pPr")
            anchor = f"{_MARK}{count[level]}{_TYPES.get(written, '')}:{numbered.label(level, count)}"
            mark = paragraph.makeelement(f"{prefix}bookmarkStart", {f"{prefix}name": anchor})
            properties.addnext(mark)


def _lists(numbering: "Element") -> dict[str, _NumberedList]:
    """By the number that paragraphs name."""
    abstract = {value_of(each, "abstractNumId"): each for each in numbering.findall("{*}abstractNum")}
    lists = {}
    for each in numbering.findall("{*}num"):
        numbered = _NumberedList(style_of(each, "abstractNumId"))
        kind = abstract.get(numbered.abstract)
        own = [] if kind is None else kind.findall("{*}lvl")
        for level in [*own, *each.findall("{*}lvlOverride/{*}lvl")]:
            deep = _whole(value_of(level, "ilvl"))
            numbered.formats[deep] = style_of(level, "numFmt")
            numbered.labels[deep] = style_of(level, "lvlText")
            numbered.starts[deep] = _whole(style_of(level, "start"), otherwise=1)
        for override in each.findall("{*}lvlOverride"):
            if start := style_of(override, "startOverride"):
                numbered.overrides[_whole(value_of(override, "ilvl"))] = _whole(start, otherwise=1)
        lists[value_of(each, "numId")] = numbered
    return lists


def _of_styles(styles: "Element") -> dict[str, "Element"]:
    """The numbering that a style of paragraphs has, by the style's name."""
    numberings = {value_of(each, "styleId"): each.find("{*}pPr/{*}numPr") for each in styles.findall("{*}style")}
    return {name: numbering for name, numbering in numberings.items() if numbering is not None}


def _whole(written: str, *, otherwise: int = 0) -> int:
    return int(written) if re.fullmatch(r"[0-9]{1,5}", written) else otherwise
