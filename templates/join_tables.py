"""Layout tables: that of a section and that of its lone column become one, where the section only puts space above
and below. Pure."""

import re

from templates.html_nodes import HtmlElement
from templates.style_sheets import AuthoredStyle

_PADDING = re.compile(r"(?:\d+(?:px)? ?){1,4}")
_FILLED = frozenset({"padding-top", "padding-bottom", "background", "background-color", "border"})


def join_section_and_column(root: HtmlElement, sheets: AuthoredStyle) -> None:
    for cell in root.all("td"):
        section, column = _table_of_lone(cell), cell.only_child("table")
        if section is None or column is None or column.is_styled or sheets.count_on_rows_of(section):
            continue
        rows, space = _cells(column), _padding(cell)
        if rows and _only_puts_space(cell, space) and all(map(_can_be_widened, rows)):
            if sheets.may_set_space_in(rows[0]) or sheets.may_set_space_in(rows[-1]):
                continue
            for row in rows:
                row.style |= {} if "align" in row.attributes else {"text-align": cell.style.get("text-align", "")}
            _widen(rows[0], above=space[0])
            _widen(rows[-1], below=space[2])
            section.children = column.children
            for child in section.children:
                if isinstance(child, HtmlElement):
                    child.parent = section


def _table_of_lone(cell: HtmlElement) -> HtmlElement | None:
    """The table in which there is no other cell."""
    row = cell.parent
    body = row.parent if row else None
    table = body.parent if body else None
    if row is None or body is None or table is None or row.only_child("td") is not cell:
        return None
    return table if body.only_child("tr") is row and table.only_child("tbody") is body else None


def _cells(table: HtmlElement) -> list[HtmlElement]:
    """One for each row; empty where a row has more, or what is no row stands in the table."""
    body = table.only_child("tbody")
    rows = [row for row in body.children if isinstance(row, HtmlElement)] if body and not body.has_text else []
    cells = [row.only_child("td") for row in rows if row.name == "tr" and not row.attributes]
    return [cell for cell in cells if cell] if len(cells) == len(rows) and all(cells) else []


def _only_puts_space(cell: HtmlElement, space: list[int]) -> bool:
    is_plain = set(cell.attributes) == {"style"} and set(cell.style) <= {"font-size", "padding", "text-align"}
    return is_plain and len(space) == 4 and not space[1] and not space[3] and len(cell.children) == 1


def _can_be_widened(cell: HtmlElement) -> bool:
    style = cell.style
    return (
        not _FILLED & set(style)
        and "bgcolor" not in cell.attributes
        and len(_padding(cell)) == 4
        and "font-size" in style
    )


def _padding(cell: HtmlElement) -> list[int]:
    """Above, right, below, left in pixels; empty where it is otherwise."""
    value = cell.style.get("padding", "0")
    if not _PADDING.fullmatch(value):
        return []
    sides = [int(part.removesuffix("px")) for part in value.split()]
    return {1: sides * 4, 2: sides * 2, 3: [*sides, sides[1]] if len(sides) > 1 else [], 4: sides}[len(sides)]


def _widen(cell: HtmlElement, *, above: int = 0, below: int = 0) -> None:
    top, right, bottom, left = _padding(cell)
    sides = [top + above, right, bottom + below, left]
    shown = sides if right != left else sides[:3]
    cell.style |= {"padding": " ".join(f"{side}px" if side else "0" for side in shown)}
