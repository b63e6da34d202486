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
from typing import TextIO

from core.errors import InputRefused, Param
from core.write_guard import refuse_in_write
from subscribers.answer_words import Answer
from subscribers.csv_answers import read_cell
from subscribers.csv_doubts import is_name_denied
from subscribers.csv_encoding import EncodingChoice, find_encoding
from subscribers.csv_header import AS_FOUND, CsvHeaders, HeaderChoice
from subscribers.csv_lines import MAX_LINE, QUOTES, LineReader, is_too_long, problem_of
from subscribers.csv_titles import NAME_PARTS, with_whole_name
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


class CsvFile:
    def __init__(
        self,
        text: TextIO,
        name: str,
        encoding: EncodingChoice,
        *,
        choice: HeaderChoice = AS_FOUND,
        ignore: Collection[str] = (),
    ) -> None:
        """`ignore`: titles of columns that say nothing of consent, as a person vouches: nobody reads them."""
        self.name = name
        self.encoding = encoding
        self._lines = LineReader(text, read_again_as=encoding.read_again_as)
        header = CsvHeaders(name, self._lines, choice)
        header.check()
        self.delimiter = header.delimiter
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
        named = zip(self._columns, cells, strict=True)
        noes = tuple(pair for pair in zip(self._noes, cells, strict=True) if pair[0])
        unread = tuple((column, cells[column.place - 1]) for column in self._unread)
        return Record(
            line,
            with_whole_name({column: cell for column, cell in named if column is not None}),
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


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it is read, with what was found out of it."""

    text: TextIO
    encoding: EncodingChoice
    sheet: SheetChoice | None
    """Of a spreadsheet."""

    def header_choice(self, choice: HeaderChoice) -> HeaderChoice:
        """What stands between the cells of a spreadsheet is ours."""
        return choice if self.sheet is None else replace(choice, delimiter=",")


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
    with open_text(path, encoding=encoding, languages=languages, sheet=sheet) as file:
        yield CsvFile(file.text, path.name, file.encoding, choice=file.header_choice(choice), ignore=ignore)


@contextmanager
def open_text(
    path: Path, *, encoding: str | None = None, languages: Collection[str] = (), sheet: str | None = None
) -> Iterator[TextFile]:
    """The file in the encoding in which all of it can be read. Raises InputRefused, also to ask."""
    refuse_in_write("reading a CSV file")
    try:
        if not path.is_file():
            raise InputRefused("subscribers-file-missing", file=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputRefused("subscribers-file-too-large", file=path.name, limit=MAX_FILE_BYTES >> 20)
        path.open("rb").close()
    except OSError as error:
        raise InputRefused("subscribers-file-unreadable", file=path.name) from error
    with as_text_file(path, sheet) as (text_path, chosen), text_path.open("rb") as raw:
        known = encoding if chosen is None else "utf-8"
        written_in = find_encoding(raw, path.name, chosen=known, languages=languages)
        with TextIOWrapper(raw, encoding=written_in.codec, newline=None) as text:
            yield TextFile(text, written_in, chosen)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    # strict: a quote in the wrong place is an error here, not a guess.
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
