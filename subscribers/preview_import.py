"""Preview of a file before it is imported: its encoding, what stands between its cells, what each column was taken
for, and its first rows as they were read.

It refuses nothing: what is wrong stands in it, beside what can be changed.
"""

import csv
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from core.errors import InputRefused
from subscribers import csv_extras
from subscribers.csv_answers import HARMLESS_KINDS
from subscribers.csv_fields import field_of_column
from subscribers.csv_file import TextFile, open_text
from subscribers.csv_header import COLUMNS
from subscribers.csv_lines import LineReader
from subscribers.csv_titles import with_whole_name
from subscribers.ignored_columns import ignored_places
from subscribers.import_report import MAX_EXAMPLES, ImportRequest
from subscribers.importers.registry import TABLE

ROWS = 3
MAX_COLUMNS = 60
"""Those after them are read, and not shown."""
_MAX_CELL = 80
SAYS_NO, IGNORED, MOMENT = "no", "ignored", "moment"


@dataclass(slots=True)
class PreviewColumn:
    place: int
    title: str
    taken_as: str
    """One of `csv_header.COLUMNS` or `csv_extras.COLUMNS`; a custom field (`csv_fields`); SAYS_NO, IGNORED,
    MOMENT, or nothing."""
    is_asked: bool
    """Nobody knows whether it says something of consent: the check may ask about it."""
    cells: list[str]


@dataclass(slots=True)
class PreviewResult:
    encoding: str = ""
    is_guessed: bool = False
    delimiter: str = ""
    system: str = ""
    """Whose export it is read as (`importers.registry`)."""
    parts: list[str] = field(default_factory=list)
    """The files of an archive that are read."""
    sheet: str = ""
    """The chosen one of a spreadsheet."""
    sheets: list[str] = field(default_factory=list)
    columns: list[PreviewColumn] = field(default_factory=list)
    column_count: int = 0
    names: list[str] = field(default_factory=list)
    problem: str | None = None
    """The key of the text that says what is wrong."""
    problem_params: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def preview_file(path: Path, request: ImportRequest) -> PreviewResult:
    """What the file is read as, with what staff have said of it."""
    preview = PreviewResult()
    languages = [request.default_language] if request.default_language else ()
    try:
        opened = open_text(
            path,
            encoding=request.encoding,
            languages=languages,
            sheet=request.sheet,
            system=request.header.system,
        )
        with opened as file:
            _read(preview, path.name, file, request)
    except InputRefused as refused:
        preview.problem, preview.problem_params = refused.code, dict(refused.params)
    return preview


def _read(preview: PreviewResult, name: str, file: TextFile, request: ImportRequest) -> None:
    preview.encoding, preview.is_guessed = file.encoding.name, file.encoding.is_guessed
    if file.sheet is not None:
        preview.sheet, preview.sheets = file.sheet.chosen, list(file.sheet.names)
    preview.parts = [part.name for part in file.parts]
    lines = file.lines()
    header = file.read_header(name, lines, request.header)
    preview.delimiter = header.delimiter
    preview.system = header.importer.name if header.importer is not None else TABLE
    rows = _first_rows(lines, header.delimiter)
    ignored = ignored_places(name, header.titles, header.is_unread, request.ignored_columns)
    kinds = {column.place: column.kind for column in header.unread()}
    for place, (title, column, no) in enumerate(zip(header.titles, header.columns, header.noes, strict=True), 1):
        preview.column_count = place
        if place <= MAX_COLUMNS:
            taken_as = SAYS_NO if no else IGNORED if place in ignored else _shown(column)
            cells = [row[place - 1][:_MAX_CELL] if place <= len(row) else "" for row in rows]
            is_asked = not taken_as and kinds[place] not in HARMLESS_KINDS
            preview.columns.append(PreviewColumn(place, title[:_MAX_CELL], taken_as, is_asked, cells))
    for row in rows:
        named = zip(header.columns, row, strict=False)
        person = with_whole_name({column: cell for column, cell in named if column is not None})
        if person.get("name", "").strip() and len(preview.names) < MAX_EXAMPLES:
            preview.names.append(person["name"].strip()[:_MAX_CELL])
    header.check()


def _shown(column: str | None) -> str:
    if column is None or column in (*COLUMNS, "confirmed", *csv_extras.COLUMNS) or field_of_column(column):
        return column or ""
    return MOMENT


def _first_rows(lines: LineReader, delimiter: str) -> list[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    try:
        return list(islice((row for row in reader if any(cell.strip() for cell in row)), ROWS))
    except csv.Error:
        return []
