"""An item's body for the html part: read strictly, written again with the look that mail programs need inline.

The body comes sanitised; this is the second lock. It is parsed by itself, so that nothing in it can close the
element around it, and only known elements and attributes are written again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from markupsafe import Markup

from core.errors import InputRefused
from core.rich_text import ATTRIBUTES, ELEMENTS, EMPTY, NUMBERINGS
from templates.escape import carriable, escape_html, staff_html
from templates.mjml import with_numeric_references

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEADING = re.compile(r"<h([1-6])\b")
_WRITTEN_AS = {"blockquote": "div"}
"""Programs such as Roundcube paint a <blockquote> as what a reply quotes, and fold it away."""
_BEFORE, _AFTER = {"table": '<div class="wide">'}, {"table": "</div>"}
"""A table that is wider than its mail moves under the finger. Otherwise the mail would, or words would break."""
_TOP = 2
"""How deep the blocks of a text are: in the body."""
_CLASSES = {"a": "link", "blockquote": "rule muted", "hr": "rule", "table": "rule", "th": "rule", "td": "rule"}


def restyled(body_html: str, styles: Mapping[str, str], *, below: int, has_fields: bool = False) -> Markup:
    """`body_html` with `styles` (element → css) inline, its headings one level and more `below` the item's own.

    `has_fields`: it is staff's own, and its merge fields are meant. Raises InputRefused for html that is not
    well-formed or not of the allowed kind.
    """
    writer = _Writer(styles, _lowered(body_html, below), escape=staff_html if has_fields else escape_html)
    return writer.write(carriable(body_html))


def restyled_parts(body_html: str, styles: Mapping[str, str], *, below: int) -> list[tuple[str, Markup]]:
    """The same of staff's own words, block by block, each with the name of its element. Of a paragraph, what is in
    it, where a line ends as its source does."""
    writer = _PartWriter(styles, _lowered(body_html, below), escape=staff_html)
    writer.write(carriable(body_html))
    return writer.parts


def _lowered(body_html: str, below: int) -> dict[str, str]:
    """Which heading each heading becomes: the highest that the body uses comes right below the item's own."""
    highest = min(map(int, _HEADING.findall(body_html)), default=1)
    return {f"h{level}": f"h{min(6, max(level, highest) - highest + 1 + below)}" for level in range(1, 7)}


class _Writer:
    def __init__(
        self, styles: Mapping[str, str], lowered: Mapping[str, str], *, escape: Callable[[str], Markup]
    ) -> None:
        self._styles = styles
        self._lowered = lowered
        self._escape = escape
        self._out: list[str] = []
        self._have_headers: Iterator[bool] = iter(())
        """Whether each table has one, in order."""
        self._text: list[str] = []
        """What has been read since the last element: a merge field comes in several pieces."""
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._keep_text

    def write(self, body_html: str) -> Markup:
        self._have_headers = iter(["<th" in table for table in _TABLE.findall(body_html)])
        try:
            self._parser.Parse(f"<body>{with_numeric_references(body_html)}</body>".encode(), True)
        except expat.ExpatError as error:
            detail = expat.ErrorString(error.code)
            raise InputRefused("templates-body-broken", line=error.lineno, detail=detail) from error
        return Markup("".join(self._out))  # noqa: S704  every piece was escaped when it was written

    def _keep_text(self, data: str) -> None:
        self._text.append(data)

    def _write_text(self) -> None:
        if self._text:
            self._out.append(str(self._escape("".join(self._text))))
            self._text = []

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._write_text()
        if element == "body" and not self._out:
            self._out.append("")
            return
        if element not in ELEMENTS:
            raise InputRefused("templates-body-element", line=self._parser.CurrentLineNumber, element=element)
        name = self._lowered.get(element, element)
        kept = {key: value for key, value in attributes.items() if key in ATTRIBUTES[element]}
        kept |= {"role": "blockquote"} if name == "blockquote" else {}
        # One without a header, as Word and Google Docs paste it, could be taken for the mail's layout.
        kept |= {"role": "table"} if name == "table" and not next(self._have_headers) else {}
        kept |= {"class": _CLASSES[name]} if name in _CLASSES else {}
        style = self._styles.get(name, "") + _turned(name, kept.get("dir")) + _numbered(kept.get("type"))
        kept |= {"style": style} if style else {}
        self._out.append(_BEFORE.get(name, ""))
        written = "".join(f' {key}="{escape_html(value)}"' for key, value in kept.items())
        self._out.append(f"<{_WRITTEN_AS.get(name, name)}{written}{' /' if name in EMPTY else ''}>")

    def _end(self, element: str) -> None:
        self._write_text()
        name = self._lowered.get(element, element)
        if element in ELEMENTS and name not in EMPTY:
            self._out.append(f"</{_WRITTEN_AS.get(name, name)}>{_AFTER.get(name, '')}")


class _PartWriter(_Writer):
    """Writes each block of the text apart."""

    def __init__(
        self, styles: Mapping[str, str], lowered: Mapping[str, str], *, escape: Callable[[str], Markup]
    ) -> None:
        super().__init__(styles, lowered, escape=escape)
        self.parts: list[tuple[str, Markup]] = []
        self._depth = 0
        self._is_paragraph = False
        """Whether the block that is being read is one, without anything to say of itself."""
        self._after_break = False

    def _write_text(self) -> None:
        if self._after_break and self._text:
            self._text = ["".join(self._text).removeprefix("\n")]
            self._after_break = False
        super()._write_text()

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == _TOP:
            self._keep_loose()
            self._is_paragraph = element == "p" and not attributes
            if self._is_paragraph:
                return
        elif self._is_paragraph and element == "br":
            self._write_text()
            self._out.append("\n")
            self._after_break = True
            return
        super()._start(element, attributes)

    def _end(self, element: str) -> None:
        self._depth -= 1
        is_at_top = self._depth == _TOP - 1
        if is_at_top and self._is_paragraph:
            self._write_text()
        elif not (self._is_paragraph and element == "br"):
            super()._end(element)
        if is_at_top:
            name = element if element != "p" or self._is_paragraph else "div"
            self.parts.append((name, Markup("".join(self._out))))  # noqa: S704  every piece was escaped
            self._out, self._is_paragraph, self._after_break = [""], False, False
        elif not self._depth:
            self._keep_loose()

    def _keep_loose(self) -> None:
        """Letters outside of any block are a paragraph."""
        text = "".join(self._text).strip()
        self._text = []
        self._out = [""]
        if text:
            self.parts.append(("p", self._escape(text)))


def _numbered(numbering: str | None) -> str:
    """Letters and Roman numbers are Latin's in every language, whatever else the style of lists says."""
    return f"list-style-type:{NUMBERINGS[numbering]};" if numbering and numbering in NUMBERINGS else ""


def _turned(name: str, direction: str | None) -> str:
    """The css of a block that says its direction: the blocks around it stand on the side of the language."""
    if direction is None:
        return ""
    start, end = ("right", "left") if direction == "rtl" else ("left", "right")
    padding = f"padding-{start}:24px;padding-{end}:0;" if name in ("ul", "ol") else ""
    return f"{padding}text-align:{start};"
