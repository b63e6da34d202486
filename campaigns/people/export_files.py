"""Rows of an export as a file: CSV and XLSX as our own import reads them (`subscribers.importers.bilten`), JSON
for programs, with tags and topics as a list and an object. Streamed; memory is the same for a million.

A spreadsheet takes no cell for a formula (`core.csv_cells`). CSV has a byte order mark, without which Excel
takes č for other letters.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from campaigns.people.export_people import ExportFileType
from core.csv_cells import guarded
from subscribers.csv_extras import moment_cell, tags_cell, topics_cell
from subscribers.csv_fields import title_of_field
from subscribers.export_rows import ExportedRow, ExportFilter
from subscribers.importers.bilten import AGREED, LEFT
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason

MEDIA_TYPES = {
    ExportFileType.CSV: "text/csv; charset=utf-8",
    ExportFileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFileType.JSON: "application/json",
}
_STATUS = {
    SubscriptionStatus.CONFIRMED: "subscribed",
    SubscriptionStatus.PENDING: "unconfirmed",
    SubscriptionStatus.UNSUBSCRIBED: "unsubscribed",
}
_AT_ONCE = 64 * 1024
"""Bytes, or signs, that are gathered before they are sent."""

Cells = dict[str, str]


def file_of(rows: Iterable[ExportedRow], chosen: ExportFileType, scope: ExportFilter) -> Iterator[bytes]:
    """`scope`: what the rows came of."""
    cells = (_cells(row, scope) for row in rows)
    match chosen:
        case ExportFileType.CSV:
            return _as_csv(cells, _columns(scope))
        case ExportFileType.XLSX:
            return _as_xlsx(cells, _columns(scope))
        case ExportFileType.JSON:
            return _as_json({**_cells(row, scope), "tags": row.tags, "topics": row.topics} for row in rows)


def _columns(scope: ExportFilter) -> list[str]:
    """As an import knows them, in each language's exports; those of custom fields are called as in an email."""
    of_list = ["list"] if scope.has_lists else []
    of_fields = [title_of_field(field.word) for field in scope.fields]
    flags = ["bounced", "complained", "suppressed"]
    choices = ["paused until", "tags", "topics"]
    return [
        *("email", "name", "language", *of_list, "status", *flags, "created at", AGREED, LEFT),
        *(*choices, *of_fields),
    ]


def _cells(row: ExportedRow, scope: ExportFilter) -> Cells:
    reason = row.suppression
    others = reason is not None and reason not in (SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED)
    return {
        "email": row.address,
        "name": row.name,
        "language": row.language,
        **({"list": row.list_slug} if scope.has_lists else {}),
        "status": _STATUS[row.status],
        "bounced": _flag(reason is SuppressionReason.BOUNCED),
        "complained": _flag(reason is SuppressionReason.COMPLAINED),
        "suppressed": _flag(row.is_opted_out or others),
        "created at": row.known_since.date().isoformat(),
        AGREED: moment_cell(row.agreed_at),
        LEFT: moment_cell(row.left_at),
        "paused until": moment_cell(row.paused_until),
        "tags": tags_cell(row.tags),
        "topics": topics_cell(row.topics),
        **{title_of_field(field.word): row.fields.get(field.word, "") for field in scope.fields},
    }


def _flag(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _as_csv(rows: Iterable[Cells], columns: list[str]) -> Iterator[bytes]:
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: guarded(value) for name, value in row.items()})
        if text.tell() >= _AT_ONCE:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _as_json(rows: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    separator = b"[\n"
    for row in rows:
        yield separator + json.dumps(row, ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]\n" if separator.startswith(b",") else b"[]\n"


def _as_xlsx(rows: Iterable[Cells], columns: list[str]) -> Iterator[bytes]:
    """A sheet is packed as a whole, so it is written to a file first, row by row (`constant_memory`)."""
    with TemporaryDirectory(prefix="bilten-export-") as folder:
        path = Path(folder) / "export.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": folder}) as workbook:
            sheet = workbook.add_worksheet("subscribers")
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, 1, 32)
            for place, title in enumerate(columns):
                sheet.write_string(0, place, title)
            for number, row in enumerate(rows, 1):
                for place, title in enumerate(columns):
                    # As a string, whatever it looks like: no formula, no link.
                    sheet.write_string(number, place, guarded(row[title]))
        with path.open("rb") as file:
            while part := file.read(_AT_ONCE):
                yield part
