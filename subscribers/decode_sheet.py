"""Spreadsheets (XLSX, ODS, XLS) as CSV, read with calamine in the decode process, and bounded before it reads.

One row is one line, so that line numbers are the sheet's; a whole number has no .0, a date is written as ISO 8601
has it. Formulas are their last values.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import python_calamine

from core.decode_frames import Frame
from core.errors import InputRefused

MAX_UNPACKED = 50_000_000
"""Bytes of all that is packed in an XLSX or ODS; and of the CSV that comes of a sheet."""
MAX_COLUMNS = 500
MAX_SHEETS = 50
"""Those after them cannot be chosen."""
_PACKED = b"PK\x03\x04"
_MIDNIGHT = time()


def decode_sheet(data: bytes, options: Mapping[str, Any]) -> Frame:
    """`options`: `file`, for refusals; `sheet`, by name, or None for the first that is not hidden; `max_rows`. The
    facts have the names of the sheets and the chosen one. Raises InputRefused."""
    name = str(options["file"])
    if data.startswith(_PACKED):
        _check_size(data, name)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = _shown_first(workbook)
        chosen = options["sheet"] if options["sheet"] in sheets else sheets[0]
        rows = _rows(workbook.get_sheet_by_name(chosen))
        text = _as_csv(rows, name, int(options["max_rows"]))
    except (python_calamine.CalamineError, IndexError) as error:
        raise InputRefused("subscribers-sheet-unreadable", file=name) from error
    return Frame({"sheets": sheets[:MAX_SHEETS], "sheet": chosen}, (text,))


def _shown_first(workbook: python_calamine.CalamineWorkbook) -> list[str]:
    """Their names: what a workbook hides is read where somebody chooses it, or where there is nothing else."""
    visible = python_calamine.SheetVisibleEnum.Visible
    return [sheet.name for sheet in sorted(workbook.sheets_metadata, key=lambda each: each.visible != visible)]


def _check_size(data: bytes, name: str) -> None:
    """By what the archive says; what lies is ended by the bounds of the process."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise InputRefused("subscribers-sheet-unreadable", file=name) from error
    if size > MAX_UNPACKED:
        raise InputRefused("subscribers-sheet-too-large", file=name, limit=MAX_UNPACKED // 1_000_000)


def _rows(sheet: python_calamine.CalamineSheet) -> Iterator[Sequence[Any]]:
    """From the sheet's first row on, also where nothing stands in it."""
    first_row, first_column = sheet.start or (0, 0)
    yield from [()] * first_row
    for row in sheet.to_python(skip_empty_area=True):
        yield [""] * first_column + list(row)


def _as_csv(rows: Iterator[Sequence[Any]], name: str, max_rows: int) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(rows):
        if number > max_rows:
            raise InputRefused("subscribers-file-too-many-rows", file=name, limit=max_rows)
        cells = [_text(cell) for cell in row[:MAX_COLUMNS]]
        if any(cells):
            writer.writerow(cells)
        else:
            out.write("\n")
        if out.tell() > MAX_UNPACKED:
            raise InputRefused("subscribers-sheet-too-large", file=name, limit=MAX_UNPACKED // 1_000_000)
    return out.getvalue().encode("utf-8", "replace")


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == _MIDNIGHT else cell).isoformat()[:19].replace("T", " ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return " ".join(str(cell).split())
