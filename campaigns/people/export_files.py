"""Rows of an export as a file, as our own import reads them (`subscribers.importers.bilten`, `bilten_json`). In
JSON, tags and topics are a list and an object, and each row is a line. Streamed; memory is the same for a million.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from campaigns.people.export_people import ExportFileType
from core.table_files import TableFileType, table_file
from subscribers.csv_extras import moment_cell, tags_cell, topics_cell
from subscribers.csv_fields import title_of_field
from subscribers.export_rows import ExportedRow, ExportFilter
from subscribers.field_content import NO, YES
from subscribers.field_tables import CustomField, FieldType
from subscribers.importers.bilten import AGREED, AGREED_SLOVENIAN, LEFT, LEFT_SLOVENIAN
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason

MEDIA_TYPES = {
    ExportFileType.CSV: TableFileType.CSV.media_type,
    ExportFileType.XLSX: TableFileType.XLSX.media_type,
    ExportFileType.JSON: "application/json",
}
_ENGLISH = {
    "email": "email",
    "name": "name",
    "language": "language",
    "list": "list",
    "status": "status",
    "bounced": "bounced",
    "complained": "complained",
    "blocked by staff": "blocked by staff",
    "suppressed": "suppressed",
    "created at": "created at",
    AGREED: AGREED,
    LEFT: LEFT,
    "paused until": "paused until",
    "tags": "tags",
    "topics": "topics",
    SubscriptionStatus.CONFIRMED: "subscribed",
    SubscriptionStatus.PENDING: "unconfirmed",
    SubscriptionStatus.UNSUBSCRIBED: "unsubscribed",
    YES: "yes",
    NO: "no",
}
_SLOVENIAN = {
    "email": "e-naslov",
    "name": "ime",
    "language": "jezik",
    "list": "seznam",
    "status": "stanje",
    "bounced": "nedostavljivo",
    "complained": "pritožba",
    "blocked by staff": "blokirali sami",
    "suppressed": "blokirano",
    "created at": "datum vpisa",
    AGREED: AGREED_SLOVENIAN,
    LEFT: LEFT_SLOVENIAN,
    "paused until": "premor do",
    "tags": "oznake",
    "topics": "teme",
    SubscriptionStatus.CONFIRMED: "naročen",
    SubscriptionStatus.PENDING: "nepotrjen",
    SubscriptionStatus.UNSUBSCRIBED: "odjavljen",
    YES: "da",
    NO: "ne",
}
WORDS: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "sl": _SLOVENIAN}
"""Titles and words of a table, by the language of whoever takes it: vocabulary of files, which an import knows in
each of these languages (`subscribers.csv_titles`, `csv_noes`, `csv_row`), and no text."""
_SHEET = "subscribers"

Cells = dict[str, str]


def file_of(
    rows: Iterable[ExportedRow], chosen: ExportFileType, scope: ExportFilter, *, language: str
) -> Iterator[bytes]:
    """`scope`: what the rows came of. `language`: of a table, which people read; JSON is the same for all."""
    vocabulary = _ENGLISH if chosen is ExportFileType.JSON else WORDS[language]
    cells = (_cells(row, scope, vocabulary) for row in rows)
    titles = {column: vocabulary.get(column, column) for column in _columns(scope)}
    match chosen:
        case ExportFileType.CSV:
            return table_file(_with_titles(cells, titles), TableFileType.CSV, sheet=_SHEET)
        case ExportFileType.XLSX:
            return table_file(_with_titles(cells, titles), TableFileType.XLSX, sheet=_SHEET)
        case ExportFileType.JSON:
            as_cells = ((row, _cells(row, scope, vocabulary)) for row in rows)
            return _as_json({**cells, "tags": row.tags, "topics": row.topics} for row, cells in as_cells)


def _columns(scope: ExportFilter) -> list[str]:
    """Those of custom fields are called as in an email."""
    of_list = ["list"] if scope.has_lists else []
    of_fields = [title_of_field(field.word) for field in scope.fields]
    flags = ["bounced", "complained", "blocked by staff", "suppressed"]
    choices = ["paused until", "tags", "topics"]
    return [
        *("email", "name", "language", *of_list, "status", *flags, "created at", AGREED, LEFT),
        *(*choices, *of_fields),
    ]


def _cells(row: ExportedRow, scope: ExportFilter, vocabulary: Mapping[str, str]) -> Cells:
    reason = row.suppression
    flags = {
        "bounced": reason is SuppressionReason.BOUNCED,
        "complained": reason is SuppressionReason.COMPLAINED,
        "blocked by staff": reason is SuppressionReason.STAFF,
        # Whoever has unsubscribed at the provider wants nothing from here: that is a no to everything.
        "suppressed": row.is_opted_out or reason is SuppressionReason.PROVIDER_UNSUBSCRIBED,
    }
    return {
        "email": row.address,
        "name": row.name,
        "language": row.language,
        **({"list": row.list_slug} if scope.has_lists else {}),
        "status": vocabulary[row.status],
        **{name: vocabulary[YES if is_so else NO] for name, is_so in flags.items()},
        "created at": row.known_since.date().isoformat(),
        AGREED: moment_cell(row.agreed_at),
        LEFT: moment_cell(row.left_at),
        "paused until": moment_cell(row.paused_until),
        "tags": tags_cell(row.tags),
        "topics": topics_cell(row.topics),
        **{title_of_field(field.word): _of_field(field, row, vocabulary) for field in scope.fields},
    }


def _of_field(field: CustomField, row: ExportedRow, vocabulary: Mapping[str, str]) -> str:
    written = row.fields.get(field.word, "")
    return vocabulary[written] if field.type is FieldType.YES_NO and written else written


def _with_titles(rows: Iterable[Cells], titles: Mapping[str, str]) -> Iterator[list[str]]:
    yield list(titles.values())
    for row in rows:
        yield [row[column] for column in titles]


def _as_json(rows: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    separator = b"[\n"
    for row in rows:
        yield separator + json.dumps(row, ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]\n" if separator.startswith(b",") else b"[]\n"
