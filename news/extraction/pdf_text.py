"""A PDF's words as a text with paragraphs. Runs in the decode process.

A PDF has letters in places and nothing else: lines are put together to paragraphs by their distance, their size
and their ends, a word that was cut at a line's end is joined, and what stands at the edge of many pages goes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from statistics import median
from typing import Any

from core.errors import InputRefused
from news.extraction.pdf_lines import Line, lines_of
from news.sanitise import sanitise

LARGER = 1.15
"""Than the text: a heading."""
_APART = 1.35
"""Of the usual distance between lines: a new paragraph."""
_END = re.compile(r"[.!?:;…؟。]['\"»”“’)\]]*\Z")
_HYPHEN = re.compile(r"(\w)[-\u00ad\u2010\x02\ufffe]\Z")
_POINT = re.compile(r"[•▪●◦–·‣]\s+")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\W+)?\d{1,4}\W*(?:/\W*\d{1,4})?\W*")
_LONGEST_TITLE = 200
_REPEATS = 3
"""Pages that a line is on before it counts as a page's own head or foot."""


@dataclass(slots=True)
class _Paragraph:
    text: str
    size: float
    is_point: bool = False


def pdf_text(data: bytes) -> tuple[dict[str, Any], str]:
    """Facts named like the fields of `ExtractedText`, and the text. Raises InputRefused for one without words."""
    pages, is_cut = lines_of(data)
    lines = _without_margins(pages)
    if not lines:
        raise InputRefused("news-pdf-no-words")
    usual = median(line.size for line in lines for _ in range(len(line.text)))
    paragraphs = _paragraphs(lines)
    title = _title(paragraphs, usual)
    facts = {"title": title, "left_out": ["rest"] if is_cut else []}
    return facts, sanitise("\n".join(_blocks(paragraphs, usual)))


def _without_margins(pages: Sequence[Sequence[Line]]) -> list[Line]:
    ends = Counter(line.text for page in pages for line in {*page[:2], *page[-2:]})
    kept = []
    for page in pages:
        edges = {*page[:2], *page[-2:]}
        for line in page:
            is_margin = line in edges and (
                ends[line.text] >= _REPEATS or (line is page[-1] and bool(_PAGE_NUMBER.fullmatch(line.text)))
            )
            if not is_margin:
                kept.append(line)
    return kept


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    steps = [line.step for line in lines if line.step > 0]
    usual_step = median(steps) if steps else 0
    widest = max(line.right for line in lines)
    paragraphs: list[_Paragraph] = []
    above: Line | None = None
    for line in lines:
        point = _POINT.match(line.text)
        text = line.text[point.end() :] if point else line.text
        if above is None or point or _begins(line, above, usual_step, widest):
            paragraphs.append(_Paragraph(text, line.size, bool(point)))
        else:
            paragraphs[-1].text = _joined(paragraphs[-1].text, text)
        above = line
    return paragraphs


def _begins(line: Line, above: Line, usual_step: float, widest: float) -> bool:
    """Whether `line` is the first of a paragraph."""
    if max(line.size, above.size) > LARGER * min(line.size, above.size):
        return True
    if line.step > _APART * usual_step > 0:
        return True
    is_begun = line.text[:1].isupper() or line.text[:1].isdigit() or bool(_END.search(above.text))
    return is_begun and _fits(line, above, widest)


def _fits(line: Line, above: Line, widest: float) -> bool:
    """Whether the first word had room in the line above: then something else than the margin has ended that."""
    word = line.text.partition(" ")[0]
    letter = (line.right - line.left) / len(line.text)
    return above.right + letter * (len(word) + 2) < widest


def _joined(above: str, below: str) -> str:
    if _HYPHEN.search(above):
        is_cut = below[:1].islower()
        return above[:-1] + below if is_cut else f"{above[:-1]}-{below}"
    return f"{above} {below}"


def _title(paragraphs: list[_Paragraph], usual: float) -> str:
    """The largest of the first ones; it is taken out of the text."""
    first = paragraphs[:8]
    largest = max(first, key=lambda paragraph: paragraph.size)
    if largest.size <= LARGER * usual or len(largest.text) > _LONGEST_TITLE:
        return ""
    paragraphs.remove(largest)
    return largest.text


def _blocks(paragraphs: Sequence[_Paragraph], usual: float) -> list[str]:
    blocks: list[str] = []
    for paragraph in paragraphs:
        text = escape(paragraph.text, quote=False)
        if paragraph.is_point:
            is_first = not blocks or not blocks[-1].endswith("</ul>")
            before = "<ul>" if is_first else blocks.pop().removesuffix("</ul>")
            blocks.append(f"{before}<li>{text}</li></ul>")
        elif paragraph.size > LARGER * usual and len(text) <= _LONGEST_TITLE:
            blocks.append(f"<h2>{text}</h2>")
        else:
            blocks.append(f"<p>{text}</p>")
    return blocks
