"""Inheritance: what the compiler states on every cell is stated once, where programs hand it down. Pure."""

from collections import Counter
from collections.abc import Iterable

from templates.html_nodes import HtmlElement

_CELLS = ("td", "th")
_OF_THEIR_OWN_FONT = frozenset({"pre", "code", "kbd", "samp", "tt"})
_BLOCKS = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "td", "th"})
"""Elements on which `dir` says nothing that is not said around them. On a `span` it isolates."""


def inherit_word_break(outermost: HtmlElement) -> None:
    """Where all that is shown breaks long words, the outermost box says so."""
    cells = [cell for cell in outermost.all("td") if cell.style.get("word-break") == "break-word"]
    breaking = set(map(id, cells))
    for node in outermost.walk():
        if node.has_text and not any(id(box) in breaking for box in (node, *node.above())):
            return
    for cell in cells:
        cell.style = {name: value for name, value in cell.style.items() if name != "word-break"}
    if cells:
        outermost.style |= {"word-break": "break-word"}


def inherit_font(outermost: HtmlElement) -> str:
    """The font of most cells, as a rule for cells; what has it anyway does not state it any more.

    Gmail and Outlook give cells a font of their own, which the rule puts right; programs without style sheets have
    the outermost box's. Empty, and nothing is changed, where words have no font or there is nothing to gain.
    """
    fonts = _fonts(outermost)
    usual = Counter(node.style.get("font-family", "") for node in outermost.all(*_CELLS))
    usual.pop("", None)
    font, count = next(iter(usual.most_common(1)), ("", 0))
    if count < 2 or any(node.has_text and not fonts[node] for node in outermost.walk()):
        return ""
    for node in outermost.walk():
        is_cell = node.name in _CELLS
        around = font if is_cell or node is outermost or node.parent is None else fonts[node.parent] or font
        if not is_cell and "font-family" not in node.style:
            continue
        style = {name: value for name, value in node.style.items() if name != "font-family"}
        states = fonts[node] not in ("", around) or node.name in _OF_THEIR_OWN_FONT
        node.style = style | ({"font-family": fonts[node]} if states else {})
    outermost.style |= {"font-family": font}
    return font


def _fonts(outermost: HtmlElement) -> dict[HtmlElement, str]:
    """The font of each element, as styles state it on it or around it; empty where none does."""
    fonts: dict[HtmlElement, str] = {}
    for node in outermost.walk():
        own = node.name if node.name in _OF_THEIR_OWN_FONT else ""
        fonts[node] = node.style.get("font-family") or own or (fonts.get(node.parent, "") if node.parent else "")
    return fonts


def state_once(root: HtmlElement, names: Iterable[str]) -> None:
    """`lang` and `dir`, where they are those around. The mail's outermost box states both: what programs put a
    mail into has its own."""
    for node in root.walk():
        for name in names:
            around = next((box.get(name) for box in node.above() if box.get(name)), "")
            is_said = node.get(name) == around and (name != "dir" or direction_of(node.parent) == around)
            if is_said and node.name in _BLOCKS and node.get("role") != "article":
                node.attributes.pop(name, None)


def direction_of(node: HtmlElement | None) -> str:
    """As the nearest attribute or style says."""
    for box in (node, *node.above()) if node else ():
        direction = box.style.get("direction") or box.get("dir")
        if direction:
            return direction
    return ""
