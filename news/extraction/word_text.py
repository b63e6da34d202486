"""A Word document (.docx, ECMA-376), taken apart. Runs in the decode process.

mammoth reads headings, emphasis, links, lists, tables, footnotes and pictures by what they are and not by how they
look. Deleted text, hidden text and comments are left out, inserted text is in. Who wrote it and where is not read
at all.
"""

import io
import re
from typing import Any
from xml.parsers.expat import ExpatError

from bs4 import BeautifulSoup
from bs4.element import Tag

from core.errors import InputRefused
from news.extraction.hidden_word_text import without_hidden_text
from news.extraction.word_numbers import set_numbers, with_marked_numbers
from news.sanitise import sanitise

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
strike => s
u => span
"""
"""Styles by the names that files have them under, whatever a translated Word or LibreOffice shows."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A .doc, or a .docx behind a password, which is kept in the same kind of file."""
_NOTE = re.compile(r"\[?(\w{1,10})\]?")


def word_text(data: bytes) -> tuple[dict[str, Any], str, bytes | None]:
    """Facts named like the fields of `ExtractedText`, the text, and the first picture. Raises InputRefused."""
    import mammoth

    if data.startswith(_OLD):
        raise InputRefused("news-word-old")
    data = with_marked_numbers(without_hidden_text(data))
    pictures: list[tuple[bytes, str]] = []

    def keep(image: Any) -> list[Any]:
        with image.open() as source:
            pictures.append((source.read(), image.alt_text or ""))
        return []

    try:
        made = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=keep)
    except (ExpatError, KeyError, ValueError, OSError, AttributeError, IndexError, RecursionError) as error:
        raise InputRefused("news-word-unreadable") from error
    soup = BeautifulSoup(made.value, "html.parser")
    set_numbers(soup)
    title, summary = _taken(soup, "h1.title"), _taken(soup, "p.subtitle")
    headings = soup.find_all("h1")
    if not title and len(headings) == 1:
        title = _line(headings[0].extract())
    _mark_notes(soup)
    left_out = ["pictures"] if len(pictures) > 1 else []
    picture, alt = pictures[0] if pictures else (None, "")
    facts = {
        "title": title,
        "summary": summary,
        "picture": {"address": "", "alt": " ".join(alt.split())} if picture else None,
        "left_out": left_out,
    }
    return facts, sanitise(str(soup)), picture


def _taken(soup: BeautifulSoup, selector: str) -> str:
    element = soup.select_one(selector)
    return _line(element.extract()) if element else ""


def _line(element: Tag) -> str:
    return " ".join(element.get_text(" ", strip=True).split())


def _mark_notes(soup: BeautifulSoup) -> None:
    """Footnotes as a text of news has them: `[1]` in the line, and below a rule what it says."""
    for anchor in soup.select("sup > a[href^='#footnote-'], sup > a[href^='#endnote-']"):
        label = _NOTE.fullmatch(anchor.get_text(strip=True))
        anchor.replace_with(f"[{label[1] if label else '*'}]")
    points = soup.select("ol > li[id^='footnote-'], ol > li[id^='endnote-']")
    if not points:
        return
    notes = points[0].parent
    if notes is None:
        return
    notes.insert_before(soup.new_tag("hr"))
    for number, point in enumerate(points, 1):
        for back in point.select("a[href^='#footnote-ref-'], a[href^='#endnote-ref-']"):
            back.extract()
        first = point.find("p") or point
        first.insert(0, f"[{number}] ")
        notes.insert_before(*list(point.children))
    notes.extract()
