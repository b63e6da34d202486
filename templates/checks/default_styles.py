"""How an element looks where no css says otherwise: by its name, and by the attributes that are older than css."""

from functools import lru_cache
from xml.etree.ElementTree import Element

from templates.checks.css_values import BOLD, SizeValue, SpecialValue, StyleValue, Value, read_colour

_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "sub": 0.83, "sup": 0.83}
_BOLD = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"})
_UNSEEN = frozenset({"head", "style", "script", "title", "template"})
_OF_THE_PROGRAM = frozenset({"button", "input", "mark", "select", "textarea"})


def default_styles(element: Element) -> tuple[StyleValue, ...]:
    return (*_of_tag(str(element.tag)), *_settings(_of_attributes(element)))


@lru_cache(maxsize=256)
def _of_tag(tag: str) -> tuple[StyleValue, ...]:
    declared: dict[str, Value] = {}
    if tag in _SIZES:
        declared["font-size"] = SizeValue(_SIZES[tag], is_relative=True)
    if tag in _BOLD:
        declared["font-weight"] = BOLD
    if tag in _UNSEEN:
        declared["hidden"] = True
    if tag in _OF_THE_PROGRAM:
        declared["is-apart"] = True
    return _settings(declared)


def _of_attributes(element: Element) -> dict[str, Value]:
    declared: dict[str, Value] = {}
    if element.tag == "a" and "href" in element.attrib:
        declared["color"] = SpecialValue.UNKNOWN
    if element.tag == "font" and "color" in element.attrib:
        declared["color"] = read_colour(element.attrib["color"])
    if "bgcolor" in element.attrib:
        declared["background-color"] = read_colour(element.attrib["bgcolor"])
    if "background" in element.attrib:
        declared["background-image"] = SpecialValue.UNKNOWN
    return declared


def _settings(declared: dict[str, Value]) -> tuple[StyleValue, ...]:
    return tuple(StyleValue(name, value, is_important=False) for name, value in declared.items())
