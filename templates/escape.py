"""Outside text becomes harmless here: it is shown, never run.

Both environments call `escape_html` or `escape_text` for every value that a template prints, so no template can
forget it. What a template means as code is `Markup`: only this module and `view.py` make it.
"""

import re

from markupsafe import Markup, escape

from templates.merge import LITERAL_BRACKET, FieldKind, kind_of, replace_fields

# Characters that neither XML nor mail can carry; nobody sees them, and one would break the whole mail. Those from
# 80 to 9f are among them: html takes a reference to one for another character.
_NOT_FOR_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DELIMITERS = str.maketrans({"[": "&#91;", "{": "&#123;"})


def escape_html(value: object) -> Markup:
    """`value` for the html part: escaped, and with the delimiters of both phases as character references."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(carriable(str(value)))).translate(_DELIMITERS))  # noqa: S704  escaped on this line


def escape_text(value: object) -> Markup:
    """`value` for the text part, which has no escaping: only what would begin a merge field is marked."""
    if isinstance(value, Markup):
        return value
    return Markup(carriable(str(value)).replace("[", LITERAL_BRACKET))  # noqa: S704  plain text: there is no markup


def staff_html(text: str) -> Markup:
    """Staff's own words for the html part: their merge fields stay, everything else is shown as it is.

    People's names are isolated, so that a Latin name cannot disturb an Arabic sentence.
    """
    escaped = str(escape(carriable(text))).replace("{", "&#123;")
    return Markup(replace_fields(escaped, lambda name, field: f"<bdi>{field}</bdi>" if _is_words(name) else field))  # noqa: S704  escaped above


def staff_attribute(text: str) -> Markup:
    """Staff's own words where no element may stand (title, preheader)."""
    return Markup(str(escape(carriable(text))).replace("{", "&#123;"))  # noqa: S704  escaped on this line


def staff_text(text: str) -> Markup:
    """Staff's own words for the text part, with their merge fields."""
    return Markup(carriable(text))  # noqa: S704  plain text: there is no markup


def carriable(text: str) -> str:
    return _NOT_FOR_XML.sub("", text)


def on_one_line(text: str) -> str:
    """For headers: a line break in a subject would begin a header of its own."""
    return carriable(re.sub(r"[\r\n\t\x85\u2028\u2029]+", " ", text)).strip()


def _is_words(name: str) -> bool:
    return kind_of(name) is FieldKind.WORDS
