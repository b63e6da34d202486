"""Table of rows as a file for people, in one of two formats, each in pieces so that memory stays the same.

XLSX is the one that Excel opens in columns everywhere: with which sign it splits a CSV is a setting of Windows,
a semicolon in Slovenia and in most of Europe, and `sep=` in its first line costs the byte order mark its effect.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from core.csv_cells import BYTE_ORDER_MARK, Cell, csv_lines, guarded

_AT_ONCE = 1_000
"""Rows of one piece of a CSV."""
_PIECE = 64 * 1024
_WIDE_COLUMNS = 2
_WIDTH = 32

Rows = Iterable[Iterable[Cell]]


class TableFileType(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        if self is TableFileType.CSV:
            return "text/csv; charset=utf-8"
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_file(rows: Rows, file_type: TableFileType, *, sheet: str) -> Iterator[bytes]:
    """`rows`: the first has the titles. `sheet`: its name in a workbook, of at most 31 letters."""
    if file_type is TableFileType.CSV:
        return (piece.encode() for piece in csv_pieces(rows))
    return xlsx_pieces(rows, sheet=sheet)


def csv_pieces(rows: Rows) -> Iterator[str]:
    yield BYTE_ORDER_MARK
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield csv_lines(some)


def xlsx_pieces(rows: Rows, *, sheet: str) -> Iterator[bytes]:
    """A sheet is packed as a whole, so it is written to a file first, row by row (`constant_memory`)."""
    with TemporaryDirectory(prefix="bilten-table-") as folder:
        path = Path(folder) / "table.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": folder}) as workbook:
            page = workbook.add_worksheet(sheet)
            page.freeze_panes(1, 0)
            page.set_column(0, _WIDE_COLUMNS - 1, _WIDTH)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, int):
                        page.write_number(number, place, cell)
                    else:
                        # As a string, whatever it looks like: no formula, no link.
                        page.write_string(number, place, guarded(cell))
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
