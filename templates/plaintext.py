"""Plain text: an item's html as a person would have typed it, lines of a length that every program shows.

In right-to-left text, Latin names and numbers stand between Unicode's isolates, so that they neither jump nor
turn the sentence around. Addresses stand on lines of their own without isolates, because a program that makes
them clickable might swallow one.
"""

import re
import textwrap
from html.parser import HTMLParser
from urllib.parse import unquote

from core.list_markers import OpenList, numbered_list
from templates.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, RUN, isolated, runs_to_the_left
from templates.merge import FieldKind, kind_of

WIDTH = 72
_FIELD = r"\[\[[^\[\]\n]*\]\]"
_SPACE_IN_FIELD = "\ue000"
_RUN = re.compile(
    rf"(?P<keep>\u2068[^\u2069\n]*\u2069|https?://\S+)|(?P<field>{_FIELD})|(?P<run>{RUN.pattern})",
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "tr",
    "dl",
    "dt",
    "dd",
    "figure",
}
_CELLS = frozenset({"td", "th"})
_STRUCK = frozenset({"s", "del"})
"""What no longer holds would be read as if it did, without a mark."""
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_NUMBER = re.compile(r"[0-9+−-]+")
"""10 to the sixth would be read as 106; a mark in brackets, or letters, as they stand."""
_TELEPHONE = re.compile("(?:tel|sms):", re.IGNORECASE)


def wrap(text: str, *, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """`text` in lines of at most `width`; its own line breaks stay, words and merge fields are never broken."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        guarded = re.sub(_FIELD, lambda field: field[0].replace(" ", _SPACE_IN_FIELD), line)
        lines += textwrap.wrap(
            guarded,
            width,
            initial_indent=rest if number else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines).replace(_SPACE_IN_FIELD, " ")


def isolate(text: str, language: str) -> str:
    """`text`, a line or more in `language`, with Latin runs, numbers and names isolated if it runs to the left."""
    if not runs_to_the_left(language):
        return text
    return "\n".join(_RUN.sub(_isolated, line) for line in _closed_lines(text))


def apart(text: str, language: str) -> str:
    """`text` of any direction, to stand inside a line of `language` without disturbing it."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if runs_to_the_left(language) else text


def html_to_text(html: str, language: str, *, wraps_paragraphs: bool = True) -> str:
    """Sanitised html as plain text: paragraphs, lists, quotations and links keep their meaning.

    `wraps_paragraphs`: False where plain paragraphs stay whole lines, for a template that wraps them itself."""
    reader = _Reader(language, wraps_paragraphs=wraps_paragraphs)
    reader.feed(html)
    reader.close()
    return reader.text()


def _closed_lines(text: str) -> list[str]:
    """The lines, where an isolate that wrapping has cut ends with its line and begins again in the next.

    For Unicode every line is a paragraph of its own, so an isolate cannot reach over its end.
    """
    lines, is_open = [], False
    for line in text.split("\n"):
        started = FIRST_STRONG_ISOLATE + line if is_open else line
        is_open = started.count(FIRST_STRONG_ISOLATE) > started.count(POP_ISOLATE)
        lines.append(started + POP_ISOLATE if is_open else started)
    return lines


def _isolated(match: re.Match[str]) -> str:
    if match["keep"]:
        return match[0]
    if match["field"] and kind_of(match["field"][2:-2].split("|")[0]) is not FieldKind.WORDS:
        return match[0]
    return f"{FIRST_STRONG_ISOLATE}{match[0]}{POP_ISOLATE}" if match["field"] else isolated(match[0])


class _Reader(HTMLParser):
    def __init__(self, language: str, *, wraps_paragraphs: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._language = language
        self._wraps_paragraphs = wraps_paragraphs
        self._space = r"[ \t\r\n\f]+" if wraps_paragraphs else r"[\r\n\f]+"
        self._right_to_left = runs_to_the_left(language)
        self._done: list[tuple[str, bool]] = []
        """Finished blocks, and whether an empty line parts each from the one before."""
        self._pieces: list[str] = []
        self._lists: list[OpenList] = []
        self._marker = ""
        self._after_item = False
        self._is_row = self._after_row = False
        self._quotes = 0
        self._preformatted = 0
        self._links: list[tuple[str, int]] = []
        self._script_from: int | None = None

    def text(self) -> str:
        self._finish()
        joined = "".join(("\n\n" if parted else "\n") + block for block, parted in self._done)
        return joined.strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _BLOCKS:
            self._finish()
        if tag in ("ul", "ol"):
            self._after_item = self._after_item and bool(self._lists)
            counted = numbered_list(values.get("start"), values.get("type"))
            self._lists.append(counted if tag == "ol" else OpenList(None))
        elif tag == "li":
            self._marker = self._lists[-1].next_marker(self._language) if self._lists else "- "
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._preformatted += 1
        elif tag in _CELLS:
            self._pieces.append(" | " if self._is_row else "")
            self._is_row = True
        elif tag == "a":
            self._links.append((values.get("href") or "", len(self._pieces)))
        elif tag in _STRUCK:
            self._pieces.append("~~")
        elif tag in _SCRIPTS:
            self._script_from = len(self._pieces)
        else:
            self._void(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._finish()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in _STRUCK:
            self._pieces.append("~~")
        elif tag in _SCRIPTS:
            self._end_script(tag)
        elif tag == "table":
            self._after_row = False

    def handle_data(self, data: str) -> None:
        # A line break in html is a space; one that is meant comes from <br> or <pre>.
        self._pieces.append(data if self._preformatted else re.sub(self._space, " ", data))

    def _end_script(self, tag: str) -> None:
        start, self._script_from = self._script_from, None
        script = "".join(self._pieces[start:]) if start is not None else ""
        if _NUMBER.fullmatch(script):
            self._pieces[start:] = [script.translate(_SCRIPTS[tag])]

    def _void(self, tag: str, values: dict[str, str | None]) -> None:
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "hr":
            self._finish()
            self._done.append(("* * *", True))
        elif tag == "img" and values.get("alt"):
            self._pieces.append(f"[{values['alt']}]")

    def _end_link(self, href: str, since: int) -> None:
        shown = "".join(self._pieces[since:]).strip()
        number = _TELEPHONE.sub("", href)
        bare = unquote(shown.removeprefix("~~").removesuffix("~~"))
        is_shown = unquote(href) in (bare, f"mailto:{bare}")
        if not href or is_shown or (number != href and _dialled(shown) == number):
            return
        href = number
        self._pieces.append(f"\n{href}\n" if self._right_to_left else f" ({href})")

    def _finish(self) -> None:
        text = "".join(self._pieces)
        self._pieces = []
        text = (
            text.strip("\n")
            if self._preformatted
            else re.sub(r" *\n *", "\n", re.sub(r" +", " ", text) if self._wraps_paragraphs else text).strip(" \n")
        )
        if not text:
            return
        margin = "> " * self._quotes + "  " * max(0, len(self._lists) - 1)
        hanging = " " * len(self._marker) if self._marker else ("  " if self._lists else "")
        is_next = (bool(self._marker) and self._after_item) or (self._is_row and self._after_row)
        self._done.append((self._laid_out(text, margin, hanging), not is_next))
        self._after_item = bool(self._lists)
        self._after_row, self._is_row = self._is_row, False
        self._marker = ""

    def _laid_out(self, text: str, margin: str, hanging: str) -> str:
        if self._preformatted:
            return "\n".join(margin + line for line in text.split("\n"))
        if not (self._wraps_paragraphs or margin or self._marker or hanging):
            return text
        lines = wrap(text, first=margin + (self._marker or hanging), rest=margin + hanging)
        return isolate(lines, self._language)


def _dialled(shown: str) -> str:
    return re.sub(r"\(0\)|[^\d+]", "", shown)
