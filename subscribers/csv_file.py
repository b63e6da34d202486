"""A CSV file as spreadsheets and other tools really write them, read a record at a time.

Encoding and delimiter are found out, the header is understood in Slovenian and English, and line numbers are true
also where a quoted cell has several lines. What stands inside a quotation is never read as rows: where one is left
open, or closed in a place where CSV allows none, nobody can tell rows from a letter that a note quotes, and all of
it is refused. Memory does not grow with the file.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path

from core.errors import InputRefused, Param
from core.write_guard import refuse_in_write
from subscribers.answer_words import Answer
from subscribers.csv_answers import read_cell
from subscribers.csv_doubts import is_name_denied
from subscribers.csv_encoding import EncodingChoice, find_encoding
from subscribers.csv_header import AS_FOUND, CsvHeaders, HeaderChoice
from subscribers.csv_lines import MAX_LINE, QUOTES, LineReader, ReadlineProtocol, is_too_long, problem_of
from subscribers.csv_noes import letters
from subscribers.csv_titles import NAME_PARTS, with_whole_name
from subscribers.file_parts import WHOLE, FileParts
from subscribers.importers.importer import Importer
from subscribers.importers.text_rows import TextRowReader, text_importer
from subscribers.quoted import quoted
from subscribers.sheet_file import SheetChoice, as_text_file
from subscribers.unread_columns import UnreadCell

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_RECORD_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `problem`, where there is one, is a code; then nothing in the cells is taken for a yes, and they
    are what can be read all the same, or empty."""

    line: int
    cells: Mapping[str, str]
    problem: str | None = None
    params: Mapping[str, Param] | None = None
    noes: tuple[tuple[str, str], ...] = ()
    """Cells of columns that say who said no, each with its title: `csv_noes` reads them."""
    doubts: tuple[tuple[str, str], ...] = ()
    """Cells of other columns that say no all the same, each with its title."""
    unread: tuple[UnreadCell, ...] = ()
    """Cells of the columns that mean nothing here, and that nobody has told to ignore (`csv_answers`)."""
    text: str = ""
    """The row as it stands in the file, as far as it was taken."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it is read, with what was found out of it."""

    text: ReadlineProtocol
    encoding: EncodingChoice
    sheet: SheetChoice | None = None
    """Of a spreadsheet."""
    importer: Importer | None = None
    """Of a text, the titles of which are in no line of it."""
    parts: FileParts = WHOLE
    """Of an archive."""

    def lines(self) -> LineReader:
        before = 0 if self.importer is None else -1
        return LineReader(self.text, read_again_as=self.encoding.read_again_as, before=before)

    def read_header(self, name: str, lines: LineReader, choice: HeaderChoice) -> CsvHeaders:
        """What stands between the cells of what was made a table here is ours."""
        is_made = self.sheet is not None or self.importer is not None or bool(self.parts)
        return CsvHeaders(
            name, lines, replace(choice, delimiter=",") if is_made else choice, importer=self.importer
        )


class CsvFile:
    def __init__(
        self, file: TextFile, name: str, *, choice: HeaderChoice = AS_FOUND, ignore: Collection[str] = ()
    ) -> None:
        """`ignore`: titles of columns that say nothing of consent, as a person vouches: nobody reads them."""
        self.name = name
        self.encoding, self.parts = file.encoding, file.parts
        self._lines = file.lines()
        header = file.read_header(name, self._lines, choice)
        header.check()
        self.delimiter = header.delimiter
        self.importer = header.importer
        self._meanings, self._left = header.meanings, header.left
        self._header, self._columns, self._noes = header.titles, header.columns, header.noes
        self.columns = {column for column in self._columns if column is not None}
        self.says_no = any(self._noes)
        """Whether it has columns of those who said no."""
        self._unread = header.unread(ignore)
        self.ignored = tuple(
            quoted(title)
            for title, unread in zip(header.written, header.is_unread, strict=True)
            if unread and title.strip()
        )
        self.titles = header.taken
        """What was taken for what: column → titles."""

    def records(self) -> Iterator[Record]:
        """Every row that is not blank, good or not, in the order of the file. Raises InputRefused at a quotation
        of which nobody can tell where it ends."""
        while True:
            line = self._lines.number + 1
            quotes = self._lines.quotes
            taken: list[str] = []
            try:
                cells = next(_reader(self._take(taken), self.delimiter), None)
            except csv.Error:
                cells = []
            if not taken:
                return
            record = self._read(line, cells, taken)
            if record is not None:
                is_open = (self._lines.quotes - quotes) % 2 == 1
                if record.problem and (is_open or (record.problem == QUOTES and len(taken) > 1)):
                    raise InputRefused("subscribers-file-quotes", file=self.name, line=line)
                yield record

    def _read(self, line: int, cells: list[str] | None, taken: list[str]) -> Record | None:
        text = "".join(taken)
        problem = problem_of(taken, cells)
        if problem is not None:
            return replace(self._broken(line, problem, taken[0]), text=text)
        return self._record(line, cells, text) if cells and any(cell.strip() for cell in cells) else None

    def _take(self, taken: list[str]) -> Iterator[str]:
        for line in self._lines:
            taken.append(line)
            if is_too_long(line):
                return
            yield line
            if len(taken) == MAX_RECORD_LINES:
                return

    def _record(self, line: int, cells: list[str], text: str) -> Record:
        expected = len(self._header)
        while len(cells) > expected and not cells[-1].strip():
            cells.pop()
        if len(cells) != expected:
            params: dict[str, Param] = {"expected": expected, "found": len(cells)}
            return replace(self._merged(line, cells, text), problem="subscribers-row-columns", params=params)
        for place, known in self._meanings:
            cells[place] = known.get(letters(cells[place]), cells[place])
        named = zip(self._columns, cells, strict=True)
        noes = tuple(pair for pair in zip(self._noes, cells, strict=True) if pair[0])
        unread = tuple((column, cells[column.place - 1]) for column in self._unread)
        left = {title: cells[place] for place, title in self._left}
        return Record(
            line,
            with_whole_name({column: cell for column, cell in named if column is not None}) | left,
            noes=noes,
            doubts=tuple(self._doubts(cells, unread)),
            unread=unread,
            text=text,
        )

    def _merged(self, line: int, cells: list[str], text: str) -> Record:
        """As if commas too many stood in the address: `Novak, Ana <ana@example.org>,unsubscribed`."""
        place, more = self._columns.index("address"), len(cells) - len(self._header)
        whole = " ".join(cells[place : place + more + 1])
        if more < 0 or "@" not in whole:
            return Record(line, {"address": " ".join(cells)}, text=text)
        return self._record(line, [*cells[:place], whole, *cells[place + more + 1 :]], text)

    def _broken(self, line: int, problem: str, text: str) -> Record:
        """One like `"Ana" <ana@example.org>,unsubscribed` breaks the rules of quotes, and says no all the same."""
        params: dict[str, Param] = {"limit": MAX_LINE}
        cells = next(csv.reader([text], delimiter=self.delimiter), []) if problem == QUOTES else []
        if len(cells) != len(self._header):
            return Record(line, {"address": text} if problem == QUOTES else {}, problem, params)
        return replace(self._record(line, cells, text), problem=problem, params=params)

    def _doubts(self, cells: list[str], unread: Iterable[UnreadCell]) -> Iterator[tuple[str, str]]:
        for title, column, cell in zip(self._header, self._columns, cells, strict=True):
            if column in ("name", *NAME_PARTS) and is_name_denied(cell):
                yield title, cell
        for other, cell in unread:
            if read_cell(other.kind, cell) is Answer.NO:
                yield other.title, cell


@contextmanager
def open_csv(
    path: Path,
    *,
    choice: HeaderChoice = AS_FOUND,
    ignore: Collection[str] = (),
    encoding: str | None = None,
    languages: Collection[str] = (),
    sheet: str | None = None,
) -> Iterator[CsvFile]:
    """`encoding`: as a person says; `languages`: of people who name none. Raises InputRefused, also to ask."""
    text = open_text(path, encoding=encoding, languages=languages, sheet=sheet, system=choice.system)
    with text as file:
        yield CsvFile(file, path.name, choice=choice, ignore=ignore)


@contextmanager
def open_text(
    path: Path,
    *,
    encoding: str | None = None,
    languages: Collection[str] = (),
    sheet: str | None = None,
    system: str | None = None,
) -> Iterator[TextFile]:
    """The file in the encoding in which all of it can be read. `system`: whose export a person says that it is.
    Raises InputRefused, also to ask."""
    refuse_in_write("reading a CSV file")
    try:
        if not path.is_file():
            raise InputRefused("subscribers-file-missing", file=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputRefused("subscribers-file-too-large", file=path.name, limit=MAX_FILE_BYTES >> 20)
        path.open("rb").close()
    except OSError as error:
        raise InputRefused("subscribers-file-unreadable", file=path.name) from error
    with as_text_file(path, sheet) as unpacked, unpacked.path.open("rb") as raw:
        known = "utf-8" if unpacked.is_made else encoding
        written_in = find_encoding(raw, path.name, chosen=known, languages=languages)
        with TextIOWrapper(raw, encoding=written_in.codec, newline=None) as text:
            importer = None if unpacked.is_made else text_importer(text, system)
            shape = importer.text if importer is not None else None
            lines = TextRowReader(text, shape) if shape is not None else text
            yield TextFile(lines, written_in, unpacked.sheet, importer, unpacked.parts)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    # strict: a quote in the wrong place is an error here, not a guess.
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
