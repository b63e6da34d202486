"""An item's body for the html part: read strictly, written again with the look that mail programs need inline.

The body comes sanitised; this is the second lock. It is parsed by itself, so that nothing in it can close the
element around it, and only known elements and attributes are written again.
"""

from collections.abc import Mapping
from html.entities import html5
from xml.parsers import expat

from markupsafe import Markup, escape

from core.errors import InputRefused
from templates.mjml import new_parser
from templates.neutralise import carriable, neutral_html

_VOID = frozenset({"br", "hr", "img"})
_ALLOWED = frozenset(
    {"p", "div", "span", "a", "b", "i", "em", "strong", "u", "s", "del", "sub", "sup", "small", "br", "hr", "abbr"}
    | {"h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "cite", "bdi"}
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
_LOWERED = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}
_CLASSES = {"a": "link", "blockquote": "rule muted", "hr": "rule", "table": "rule", "th": "rule", "td": "rule"}


def restyled(body_html: str, styles: Mapping[str, str]) -> Markup:
    """`body_html` with `styles` (element → css) inline and its headings below the item's own.

    Raises InputRefused for html that is not well-formed or not of the allowed kind.
    """
    return _Writer(styles).write(carriable(body_html))


class _Writer:
    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._out: list[str] = []
        self._parser = new_parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = lambda data: self._out.append(str(neutral_html(data)))
        self._parser.SkippedEntityHandler = self._entity

    def write(self, body_html: str) -> Markup:
        try:
            self._parser.Parse(f"<body>{body_html}</body>".encode(), True)
        except expat.ExpatError as error:
            detail = expat.ErrorString(error.code)
            raise InputRefused("templates-body-broken", line=error.lineno, detail=detail) from error
        return Markup("".join(self._out))  # noqa: S704  every piece was escaped when it was written

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "body" and not self._out:
            self._out.append("")
            return
        name = _LOWERED.get(element, element)
        if name not in _ALLOWED:
            raise InputRefused("templates-body-element", line=self._parser.CurrentLineNumber, element=element)
        kept = {key: value for key, value in attributes.items() if key in _ATTRIBUTES}
        kept |= {"class": _CLASSES[name]} if name in _CLASSES else {}
        kept |= {"style": self._styles[name]} if name in self._styles else {}
        written = "".join(f' {key}="{neutral_html(value)}"' for key, value in kept.items())
        self._out.append(f"<{name}{written}{' /' if name in _VOID else ''}>")

    def _end(self, element: str) -> None:
        name = _LOWERED.get(element, element)
        if name in _ALLOWED and name not in _VOID:
            self._out.append(f"</{name}>")

    def _entity(self, name: str, _: bool) -> None:
        if f"{name};" not in html5:
            detail = f"&{name};"
            raise InputRefused("templates-body-broken", line=self._parser.CurrentLineNumber, detail=detail)
        self._out.append(str(escape(html5[f"{name};"])))
