"""Whether what is read out comes in the order in which it is seen (WCAG 2.2, success criterion 1.3.2)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from core.i18n import direction
from templates.checks.finding import Finding, a_warning

_DIRECTION = re.compile(r"(?:^|;)\s*direction\s*:\s*(ltr|rtl)", re.IGNORECASE)
_COLUMNS = frozenset({"div", "table", "td", "th"})


def check_reading_order(root: Element) -> Iterator[Finding]:
    """Columns that a direction turns round which none of their languages has, and a keyboard that is led about."""
    turned = {way for element, language in _with_language(root) if (way := _turns(element, language))}
    for way in sorted(turned):
        yield a_warning("reading-order", "html", way=way)
    if any((element.get("tabindex") or "").strip().isdecimal() and _place(element) > 0 for element in root.iter()):
        yield a_warning("tab-order", "html")


def _place(element: Element) -> int:
    return int((element.get("tabindex") or "0").strip()[:9])


def _with_language(root: Element) -> Iterator[tuple[Element, str]]:
    """Every element with the language that it stands in."""
    waiting = [(root, root.get("lang") or "")]
    while waiting:
        element, around = waiting.pop()
        own = element.get("lang") or around
        yield element, own
        waiting += [(child, own) for child in element]


def _turns(element: Element, language: str) -> str | None:
    """The way that its columns run, where that of no language in it is the same."""
    stated = _DIRECTION.search(element.get("style") or "")
    way = (stated[1] if stated else element.get("dir") or "").lower()
    if way not in ("ltr", "rtl") or not language or not _stands_beside(element):
        return None
    languages = {language, *(code for inner in element.iter() if (code := inner.get("lang")))}
    return way if all(direction(code) != way for code in languages) else None


def _stands_beside(element: Element) -> bool:
    """Whether there is anything in it that a direction could put the other way round."""
    rows = element.iter("tr") if element.tag == "table" else [element]
    return any(sum(child.tag in _COLUMNS for child in row) > 1 for row in rows)
