"""Minification: compiled html without what no mail program shows otherwise (ADR 55). Pure.

The compiler writes for every case: a box of its own for each column although there is one, all type on a `div`
inside each cell, the same property on each cell. What is taken away changes no pixel and nothing that is read
aloud. Html that is not as the compiler writes it, or whose style sheets count on what would go, keeps it.
"""

import re

from templates.html_nodes import HtmlElement, read_nodes, write_nodes
from templates.inherited_styles import direction_of, inherit_font, inherit_word_break, state_once
from templates.join_tables import join_section_and_column
from templates.minify_css import minified
from templates.outlook_comments import is_lone_column, shortened
from templates.style_sheets import AuthoredStyle

_COLUMN = frozenset({"mj-outlook-group-fix", "mj-column-per-100"})
_TYPE = frozenset(
    {"font-family", "font-size", "font-style", "font-weight", "line-height", "letter-spacing", "color"}
    | {"text-align", "text-transform", "text-decoration"}
)
_NO_SPACE = {"border-collapse": "collapse", "border-spacing": "0px"}
_HOLDS_ANYWAY = {
    ("td", "border", "none"),
    ("td", "cursor", "auto"),
    ("a", "text-transform", "none"),
    ("a", "margin", "0"),
    ("img", "outline", "none"),
    ("body", "word-spacing", "normal"),
}
"""What the compiler writes on its elements although it is so without."""


def minify_html(html: str) -> str:
    root = read_nodes(html)
    outermost = next((box for box in root.all("div") if box.get("role") == "article"), None) if root else None
    if root is None or outermost is None:
        return html
    sheets = AuthoredStyle.of(root)
    _unwrap_single_columns(root, sheets)
    _put_type_on_cells(root, sheets)
    inherit_word_break(outermost)
    font = "" if sheets.set_fonts else inherit_font(outermost)
    state_once(root, ("lang", "dir"))
    _unwrap_bare_boxes(root, sheets)
    _leave_out_what_holds_anyway(root, sheets)
    join_section_and_column(root, sheets)
    _leave_out_of_head(root)
    _minify_sheets(root, f"td,th{{font-family:{font}}}" if font else "")
    return shortened(write_nodes(root), sheets.unconditional_classes)


def _unwrap_single_columns(root: HtmlElement, sheets: AuthoredStyle) -> None:
    """A column that is as wide as its section needs no box in it."""
    if sheets.name(_COLUMN):
        return
    for cell in root.all("td"):
        column = cell.only_child("div")
        table = column.only_child("table") if column else None
        if column is None or table is None or set(column.get("class").split()) != _COLUMN:
            continue
        inner = column.style
        cell.style |= {name: inner[name] for name in ("direction", "text-align") if name in inner}
        table.style = {name: value for name, value in table.style.items() if name != "vertical-align"}
        place = cell.children.index(column)
        before, after = (_comments(part) for part in (cell.children[:place], cell.children[place:]))
        if is_lone_column(before, after):
            cell.children = [column]
        column.unwrap()


def _comments(nodes: list[HtmlElement | str]) -> list[str]:
    return [node for node in nodes if isinstance(node, str) and node.startswith("<!--")]


def _put_type_on_cells(root: HtmlElement, sheets: AuthoredStyle) -> None:
    """`<td style="font-size:0"><div style="type">…</div></td>` becomes `<td style="type">…</td>`."""
    if sheets.count_on_boxes:
        return
    for cell in root.all("td"):
        box = cell.only_child("div")
        if box is None or set(box.attributes) != {"style"} or sheets.count_on_children_of(cell):
            continue
        outer, inner = cell.style, box.style
        if outer.get("font-size") == "0px" and set(inner) <= _TYPE and set(outer) & set(inner) == {"font-size"}:
            if inner.get("text-align") == cell.get("align"):
                del inner["text-align"]
            cell.style = outer | inner
            box.unwrap()


def _unwrap_bare_boxes(root: HtmlElement, sheets: AuthoredStyle) -> None:
    for cell in root.all("td") if not sheets.count_on_boxes else ():
        box = cell.only_child("div")
        if box is not None and not box.attributes and not sheets.count_on_children_of(cell):
            box.unwrap()


def _leave_out_what_holds_anyway(root: HtmlElement, sheets: AuthoredStyle) -> None:
    idle = {entry for entry in _HOLDS_ANYWAY if not sheets.set_on_screens(entry[1])}
    is_plain = not sheets.set_on_screens("background", "background-image")
    for node in root.walk():
        if node.name == "td":
            node.attributes.pop("vertical-align", None)  # no attribute of html's
            if node.get("role") == "presentation":
                del node.attributes["role"]  # its table says so
        if not node.is_styled:
            continue
        kept = {name: value for name, value in node.style.items() if (node.name, name, value) not in idle}
        if is_plain and kept.get("background", "") == kept.get("background-color"):
            del kept["background"]
        if kept.get("direction", "") == (node.get("dir") or direction_of(node.parent)):
            kept.pop("direction", None)
        is_table_without_spaces = node.name == "table" and node.get("cellspacing") == "0" and kept == _NO_SPACE
        node.style = {} if is_table_without_spaces and not sheets.set_on_screens("border") else kept


def _leave_out_of_head(root: HtmlElement) -> None:
    """Names for drawings where nothing is drawn, and Internet Explorer's mode, which the doctype says."""
    for node in root.all("html"):
        if "<v:" not in write_nodes(node):
            node.attributes.pop("xmlns:v", None)
    for meta in root.all("meta"):
        head = meta.parent
        if head is None or meta.get("http-equiv") != "X-UA-Compatible":
            continue
        place = head.children.index(meta)
        if head.children[place - 1 : place + 2] == ["<!--[if !mso]><!-->", meta, "<!--<![endif]-->"]:
            del head.children[place - 1 : place + 2]


def _minify_sheets(root: HtmlElement, first_rule: str) -> None:
    """`first_rule` stands before all others, so that each of them is stronger."""
    classes = frozenset(_classes(root))
    for node in root.all("style"):
        if node.parent is None:
            continue
        css = first_rule + "".join(child for child in node.children if isinstance(child, str))
        first_rule = ""
        node.children, attributes = [], {name: value for name, value in node.attributes.items() if name != "type"}
        for sheet in minified(css, classes):
            node.children.append(HtmlElement("style", dict(attributes), [sheet], node))
        node.unwrap()
    for node in root.all("head"):
        node.children = [piece for piece in (_for_outlook(child, classes) for child in node.children) if piece]


def _for_outlook(child: HtmlElement | str, classes: frozenset[str]) -> HtmlElement | str:
    """Without empty lines, and conditional style sheets none of whose rules is for a class that is in the mail."""
    if not isinstance(child, str):
        return child
    css = re.search(r"<style[^>]*>(.*?)</style>", child, re.DOTALL)
    return "" if not child.strip() or (css and not any(minified(css[1], classes))) else child


def _classes(root: HtmlElement) -> set[str]:
    names = {name for node in root.walk() for name in node.get("class").split()}
    comments = (text for node in root.walk() for text in _comments(node.children))
    return names | {
        name for text in comments for value in re.findall(r'class="([^"]*)"', text) for name in value.split()
    }
