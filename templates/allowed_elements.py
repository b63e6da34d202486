"""The names a template may use: MJML's elements with their attributes, and the html allowed inside its texts.

Names as in MJML 4's reference. What is not offered here on purpose: elements that fetch or include
(mj-font, mj-include), need scripts or trickery (mj-carousel, mj-accordion, mj-navbar), or that the
compiler does not support (mj-html-attributes).
"""

_BOX = frozenset(
    {"padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "css-class", "mj-class"}
)
_BORDER = frozenset({"border", "border-top", "border-right", "border-bottom", "border-left", "border-radius"})
_TYPE = frozenset(
    {"color", "font-family", "font-size", "font-style", "font-weight", "line-height", "letter-spacing"}
    | {"text-decoration", "text-transform", "align"}
)
_BACKGROUND = frozenset(
    {"background-color", "background-url", "background-repeat", "background-size", "background-position"}
)
_SECTION = _BOX | _BORDER | _BACKGROUND | {"direction", "full-width", "text-align"}
_TEXT = _BOX | _TYPE | {"container-background-color", "height"}
_IMAGE = _BOX | _BORDER | {"src", "alt", "href", "width", "height", "align", "title", "target", "rel", "font-size"}
_BUTTON = (
    _BOX | _BORDER | _TYPE | {"background-color", "href", "width", "height", "inner-padding", "vertical-align"}
)
_NONE: frozenset[str] = frozenset()

MJML_ELEMENTS: dict[str, frozenset[str]] = {
    "mjml": frozenset({"lang", "dir"}),
    "mj-head": _NONE,
    "mj-title": _NONE,
    "mj-preview": _NONE,
    "mj-breakpoint": frozenset({"width"}),
    "mj-attributes": _NONE,
    "mj-all": _TEXT,
    "mj-class": _SECTION | _TEXT | {"name"},
    "mj-style": frozenset({"inline"}),
    "mj-raw": _NONE,
    "mj-body": frozenset({"width", "background-color", "css-class"}),
    "mj-wrapper": _SECTION,
    "mj-section": _SECTION,
    "mj-group": frozenset({"width", "vertical-align", "background-color", "direction", "css-class", "mj-class"}),
    "mj-column": _BOX | _BORDER | {"width", "vertical-align", "background-color", "inner-border", "direction"},
    "mj-text": _TEXT,
    "mj-table": _TEXT | {"width", "cellpadding", "cellspacing", "table-layout", "border", "role"},
    "mj-image": _IMAGE | {"container-background-color", "fluid-on-mobile"},
    "mj-button": _BUTTON | {"container-background-color", "text-align", "title", "target", "rel"},
    "mj-divider": _BOX | {"border-color", "border-style", "border-width", "width", "align"},
    "mj-spacer": _BOX | {"height", "container-background-color"},
}

MJML_WITH_HTML = frozenset({"mj-text", "mj-table", "mj-raw", "mj-button"})

HTML_ELEMENTS = frozenset(
    {"p", "div", "span", "a", "b", "i", "em", "strong", "u", "s", "del", "sub", "sup", "small", "br", "hr", "abbr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "cite", "bdi"}
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
    | {"meta"}
)
HTML_ATTRIBUTES = frozenset(
    {"href", "src", "alt", "title", "width", "height", "lang", "dir", "class", "style", "id", "role", "align"}
    | {"colspan", "rowspan", "scope", "start", "rel", "target", "name", "content", "aria-hidden", "aria-label"}
    | {"border", "cellpadding", "cellspacing", "valign", "cite"}
)
