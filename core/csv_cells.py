"""CSV injection: cells of a file for a spreadsheet, none of which is taken for a formula. Pure.

What is written is comma-separated, with quotation marks where they are needed (RFC 4180), and begins with a byte
order mark, without which Excel takes č for other letters.
"""

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With which a spreadsheet begins to calculate (OWASP, "CSV Injection")."""

Cell = str | int


def safe_cell(value: Cell) -> Cell:
    """With an apostrophe before what would be a formula. Numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    output = io.StringIO()
    csv.writer(output).writerows([safe_cell(cell) for cell in row] for row in rows)
    return output.getvalue()
