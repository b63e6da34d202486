"""An item's body for the html part: read strictly, written again with the look that mail programs need inline.

The body comes sanitised; this is the second lock. It is parsed by itself, so that nothing in it can close the
element around it, and only known elements and attributes are written again.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from markupsafe import Markup

from core.errors import InputRefused
from templates.escape import carriable, escape_html
from templates.mjml import with_numeric_references

_VOID = frozenset({"br", "hr", "img"})
_ALLOWED = frozenset(
    {"p", "div", "span", "a", "b", "i", "em", "strong", "u", "s", "del", "sub", "sup", "small", "br", "hr", "abbr"}
    | {"h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "cite", "bdi"}
    | {
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "caption",
        "img",
        "figure",
        "figcaption",
        "pre",
        "code",
    }
)
_ATTRIBUTES = frozenset(
    {"href", "src", "alt", "title", "lang", "dir", "colspan", "rowspan", "scope", "start", "width", "height"}
)
_HEADING = re.compile(r"<h([1-6])\b")
_CLASSES = {"a": "link", "blockquote": "rule muted", "hr": "rule", "table": "rule", "th": "rule", "td": "rule"}


def restyled(body_html: str, styles: Mapping[str, str], *, below: int) -> Markup:
    """`body_html` with `styles` (element → css) inline, its headings one level and more `below` the item's own.

    Raises InputRefused for html that is not well-formed or not of the allowed kind.
    """
    return _Writer(styles, _lowered(body_html, below)).write(carriable(body_html))


def _lowered(body_html: str, below: int) -> dict[str, str]:
    """Which heading each heading becomes: the highest that the body uses comes right below the item's own."""
    highest = min(map(int, _HEADING.findall(body_html)), default=1)
    return {f"h{level}": f"h{min(6, max(level, highest) - highest + 1 + below)}" for level in range(1, 7)}


class _Writer:
    def __init__(self, styles: Mapping[str, str], lowered: Mapping[str, str]) -> None:
        self._styles = styles
        self._lowered = lowered
        self._out: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = lambda data: self._out.append(str(escape_html(data)))

    def write(self, body_html: str) -> Markup:
        try:
            self._parser.Parse(f"<body>{with_numeric_references(body_html)}</body>".encode(), True)
        except expat.ExpatError as error:
            detail = expat.ErrorString(error.code)
            raise InputRefused("templates-body-broken", line=error.lineno, detail=detail) from error
        return Markup("".join(self._out))  # noqa: S704  every piece was escaped when it was written

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "body" and not self._out:
            self._out.append("")
            return
        name = self._lowered.get(element, element)
        if name not in _ALLOWED:
            raise InputRefused("templates-body-element", line=self._parser.CurrentLineNumber, element=element)
        kept = {key: value for key, value in attributes.items() if key in _ATTRIBUTES}
        kept |= {"class": _CLASSES[name]} if name in _CLASSES else {}
        kept |= {"style": self._styles[name]} if name in self._styles else {}
        written = "".join(f' {key}="{escape_html(value)}"' for key, value in kept.items())
        self._out.append(f"<{name}{written}{' /' if name in _VOID else ''}>")

    def _end(self, element: str) -> None:
        name = self._lowered.get(element, element)
        if name in _ALLOWED and name not in _VOID:
            self._out.append(f"</{name}>")
