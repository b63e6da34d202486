"""The lines of a PDF by pdfium, with their places and the size of their letters. Runs in the decode process."""

from dataclasses import dataclass
from typing import Any

from core.errors import InputRefused
from news.read_pdf import MAX_PAGES

MOST_LETTERS = 60_000
"""Of a text for a news item; the whole of it is in the PDF."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    text: str
    size: float
    """Of its letters, in points."""
    left: float
    right: float
    step: float
    """Down from the line above; not above zero where that stands on another page or in another column."""


def lines_of(data: bytes) -> tuple[list[list[Line]], bool]:
    """By page; and whether there is more than is read here. Raises InputRefused for what is no sound PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputRefused("news-pdf-unreadable") from error
    pages: list[list[Line]] = []
    letters = 0
    try:
        for number in range(min(len(document), MAX_PAGES)):
            if letters >= MOST_LETTERS:
                return pages, True
            page = _page_lines(document[number].get_textpage())
            pages.append(page)
            letters += sum(len(line.text) for line in page)
        return pages, len(document) > MAX_PAGES
    except pypdfium2.PdfiumError:  # what was read until here is kept
        return pages, True
    finally:
        document.close()


@dataclass(slots=True)
class _Letters:
    text: str = ""
    size: float = 0
    left: float = 0
    right: float = 0
    bottom: float = 0


def _page_lines(page: Any) -> list[Line]:
    """pdfium itself tells where a line ends."""
    import pypdfium2.raw as pdfium

    lines: list[Line] = []
    above: float | None = None
    letters = _Letters()
    count = min(page.count_chars(), MOST_LETTERS)
    for at in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(page.raw, at) if at < count else 0x0A
        char = chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
        if char in "\r\n" and char:
            text = " ".join(letters.text.split())
            if text:
                step = above - letters.bottom if above is not None else 0
                lines.append(Line(text, letters.size, letters.left, letters.right, step))
                above = letters.bottom
            letters = _Letters()
        elif char and (char.isprintable() or char in "\t\x02\u00ad"):
            _add(page, at, char, letters)
    return lines


def _add(page: Any, at: int, char: str, letters: _Letters) -> None:
    import pypdfium2.raw as pdfium

    if not char.isspace():
        left, bottom, right, _ = page.get_charbox(at, loose=True)
        if not letters.text.strip():
            letters.left, letters.bottom = left, bottom
            letters.right = right
        letters.right = max(letters.right, right)
        letters.left = min(letters.left, left)
        letters.size = max(letters.size, round(pdfium.FPDFText_GetFontSize(page.raw, at), 1))
    letters.text += char
