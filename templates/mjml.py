"""MJML to html, with what the compiler (MRML) leaves out: names are checked, and an error has its line.

MRML lets unknown elements and attributes pass in silence and reports errors without a line. So the source is read
by expat first, which is strict and knows where it is; only what it and the tables in `vocabulary.py` accept is
compiled. And MRML writes attributes as Rust shows strings to programmers: a backslash twice, a vowel mark or the
joiner that every Persian word may hold as `\\u{200c}`. So these go in, and come out, as character references;
in the title, too, which it writes into an attribute.
"""

import re
import unicodedata
from html.entities import html5
from xml.parsers import expat

from mjml import mjml2html

from core.errors import InputRefused
from core.write_guard import refuse_in_write
from templates.allowed_elements import HTML_ATTRIBUTES, HTML_ELEMENTS, MJML_ELEMENTS, MJML_WITH_HTML
from templates.finish_html import finish_html
from templates.minify_html import minify_html

_NAMED = re.compile(r"&((?!(?:amp|lt|gt|quot|apos);)[A-Za-z0-9]+;)")
_TAG = re.compile(r"""<[A-Za-z][^\s<>/]*(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))+\s*/?>""")
_VALUE = re.compile(r"""(?<==)\s*(?:"[^"]*"|'[^']*')""")
_TITLE = re.compile(r"(?<=<mj-title>).*?(?=</mj-title>)", re.DOTALL)
_PERHAPS_FRAGILE = re.compile(r"[^ -\[\]-~]")
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters without a shape, which Rust does not show either."""
_REASONS = {
    expat.errors.XML_ERROR_TAG_MISMATCH: "mismatch",
    expat.errors.XML_ERROR_NO_ELEMENTS: "ends",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "ends",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "after-the-end",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "twice",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "character",
    expat.errors.XML_ERROR_INVALID_TOKEN: "token",
}
_NOT_OFFERED = frozenset({"mj-html-attributes", "mj-font", "mj-include"})


def compile_mjml(source: str) -> str:
    """Html for `source`. Raises InputRefused with line and column, from 1, of what is wrong."""
    refuse_in_write("compiling MJML")
    _Reading(source).check()
    try:
        # No fonts: the compiler's default would have every reader's program ask a foreign host for one.
        html = str(mjml2html(_with_sturdy_attributes(_with_sturdy_title(source)), fonts={}))
    except ValueError as error:
        raise InputRefused("templates-mjml-broken", line=1, column=1, reason="other", word="") from error
    return minify_html(finish_html(html))


def _with_sturdy_title(source: str) -> str:
    """The compiler writes the title into an attribute, too: the name that a screen reader announces."""
    return _TITLE.sub(lambda title: _PERHAPS_FRAGILE.sub(_sturdy, title[0]).replace('"', "&quot;"), source)


def _with_sturdy_attributes(source: str) -> str:
    return _TAG.sub(lambda tag: _VALUE.sub(lambda value: _PERHAPS_FRAGILE.sub(_sturdy, value[0]), tag[0]), source)


def _sturdy(character: re.Match[str]) -> str:
    is_fragile = (
        character[0] == "\\"
        or character[0] in _FILLERS
        or unicodedata.category(character[0])[0] in ("M", "C", "Z")
    )
    return f"&#{ord(character[0])};" if is_fragile else character[0]


def with_numeric_references(source: str) -> str:
    """`source` with html's named characters (&nbsp;) as numbers: xml knows only five names, its own."""
    return _NAMED.sub(_numbered, source)


def _numbered(name: re.Match[str]) -> str:
    # A name that html does not know stays, and the parser refuses it in its place.
    return "".join(f"&#{ord(character)};" for character in html5.get(name[1], "")) or name[0]


class _Reading:
    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda _: self._open.pop()
        self._parser.StartCdataSectionHandler = lambda: self._refuse(
            "templates-mjml-broken", reason="unwanted", word="CDATA"
        )
        self._parser.StartDoctypeDeclHandler = lambda *_: self._refuse(
            "templates-mjml-broken", reason="unwanted", word="DOCTYPE"
        )

    def check(self) -> None:
        try:
            self._parser.Parse(with_numeric_references(self._source).encode(), True)
        except expat.ExpatError as error:
            reason = _REASONS.get(expat.ErrorString(error.code), "other")
            word = self._open[-1] if self._open and reason in ("mismatch", "ends") else ""
            reason = "open" if word and reason == "ends" else reason
            column = self._written_column(error.lineno, error.offset)
            raise InputRefused(
                "templates-mjml-broken", line=error.lineno, column=column, reason=reason, word=word
            ) from error

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if not self._open and element != "mjml":
            self._refuse("templates-mjml-element", element=element)
        inside_html = any(name in MJML_WITH_HTML for name in self._open)
        self._open.append(element)
        allowed = _html_attributes(element) if inside_html else MJML_ELEMENTS.get(element)
        if allowed is None or element in _NOT_OFFERED:
            self._refuse("templates-mjml-element", element=element)
            return
        for name in attributes:
            if name not in allowed:
                self._refuse("templates-mjml-attribute", element=element, attribute=name)

    def _refuse(self, code: str, **params: str) -> None:
        line = self._parser.CurrentLineNumber
        raise InputRefused(
            code, line=line, column=self._written_column(line, self._parser.CurrentColumnNumber), **params
        )

    def _written_column(self, line: int, read: int) -> int:
        """Where the column that the parser has read up to, from 0, stands in the source, from 1: named characters
        are read as numbers."""
        written = self._source.split("\n")[line - 1]
        return next(
            (end + 1 for end in range(len(written)) if len(with_numeric_references(written[:end])) >= read),
            len(written) + 1,
        )


def _html_attributes(element: str) -> frozenset[str] | None:
    return HTML_ATTRIBUTES if element in HTML_ELEMENTS else None
