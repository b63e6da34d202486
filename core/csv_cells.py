"""CSV injection: cells of a file for a spreadsheet, none of which is taken for a formula, and what was put before
one comes off again where the file is read. Pure.

What is written is comma-separated, with quotation marks where they are needed (RFC 4180). A file of it begins
with a byte order mark, without which Excel takes č for other letters (`core.table_files`).
"""

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""With which a spreadsheet begins to calculate (OWASP, "CSV Injection"); the last four are full-width."""
_MARK = "'"

Cell = str | int


def guarded(text: str) -> str:
    """With an apostrophe before what would be a formula, and before what looks as if it had been given one."""
    return f"{_MARK}{text}" if (text and text[0] in _FORMULA) or _is_guarded(text) else text


def unguarded(text: str) -> str:
    """As it was before `guarded`; other texts stay as they are."""
    return text[1:] if _is_guarded(text) else text


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """Numbers stay numbers."""
    output = io.StringIO()
    csv.writer(output).writerows(
        [guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return output.getvalue()


def _is_guarded(text: str) -> bool:
    return text.startswith(_MARK) and len(text) > 1 and (text[1] in _FORMULA or text[1] == _MARK)
