"""A CSV file as spreadsheets and other tools really write them, read a record at a time.

Encoding and delimiter are found out, the header is understood in Slovenian and English, and line numbers are true
also where a quoted cell has several lines. What stands inside a quotation is never read as rows: where one is left
open, or closed in a place where CSV allows none, nobody can tell rows from a letter that a note quotes: the file is
refused. Memory does not grow with the file.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from core.errors import InputRefused, Param
from subscribers import csv_noes
from subscribers.csv_encoding import find_encoding
from subscribers.csv_titles import column_of
from subscribers.quoted import quoted

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_LINE = 4_000
MAX_RECORD_LINES = 1_000
_DELIMITERS = ",;\t"
_QUOTES = "subscribers-row-quotes"


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
    """Cells of columns that nobody knows, and that may well say no, each with its title."""
    text: str = ""
    """The row as it stands in the file, as far as it was taken."""


class CsvFile:
    def __init__(self, name: str, text: TextIO) -> None:
        self.name = name
        self._lines = _Lines(text)
        self._delimiter, self._header = self._read_header()
        known = [column_of(title) for title in self._header]
        self._columns = known
        self.columns = {column for column in known if column is not None}
        self._noes = [csv_noes.letters(title) if column is None else "" for title, column in self._named(known)]
        self.says_no = any(title in csv_noes.COLUMNS for title in self._noes)
        """Whether it has columns of those who said no."""
        unknown = [
            title
            for title, column in self._named(known)
            if not column and title.strip() and csv_noes.letters(title) not in csv_noes.COLUMNS
        ]
        self.ignored = tuple(quoted(title) for title in unknown)
        self._check_header()
        self._check_noes(unknown)

    def records(self) -> Iterator[Record]:
        """Every row that is not blank, good or not, in the order of the file. Raises InputRefused at a quotation
        of which nobody can tell where it ends."""
        while True:
            line = self._lines.number + 1
            quotes = self._lines.quotes
            taken: list[str] = []
            try:
                cells = next(_reader(self._take(taken), self._delimiter), None)
            except csv.Error:
                cells = []
            if not taken:
                return
            record = self._read(line, cells, taken)
            if record is not None:
                is_open = (self._lines.quotes - quotes) % 2 == 1
                if record.problem and (is_open or (record.problem == _QUOTES and len(taken) > 1)):
                    raise InputRefused("subscribers-file-quotes", file=self.name, line=line)
                yield record

    def _read(self, line: int, cells: list[str] | None, taken: list[str]) -> Record | None:
        text = "".join(taken)
        problem = _problem(taken, cells)
        if problem is not None:
            return replace(self._broken(line, problem, taken[0]), text=text)
        return self._record(line, cells, text) if cells and any(cell.strip() for cell in cells) else None

    def _take(self, taken: list[str]) -> Iterator[str]:
        for line in self._lines:
            taken.append(line)
            if _is_too_long(line):
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
        noes = tuple(pair for pair in zip(self._noes, cells, strict=True) if pair[0] in csv_noes.COLUMNS)
        return Record(
            line,
            {column: cell for column, cell in named if column is not None},
            noes=noes,
            doubts=tuple(self._doubts(cells)),
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
        cells = next(csv.reader([text], delimiter=self._delimiter), []) if problem == _QUOTES else []
        if len(cells) != len(self._header):
            return Record(line, {"address": text} if problem == _QUOTES else {}, problem, params)
        return replace(self._record(line, cells, text), problem=problem, params=params)

    def _doubts(self, cells: list[str]) -> Iterator[tuple[str, str]]:
        for title, column, no, cell in zip(self._header, self._columns, self._noes, cells, strict=True):
            is_unknown = column is None and no not in csv_noes.COLUMNS
            if (is_unknown and csv_noes.may_be_no(title, cell)) or (
                column == "name" and csv_noes.says_goodbye(cell)
            ):
                yield title, cell

    def _named(self, columns: list[str | None]) -> Iterator[tuple[str, str | None]]:
        return zip(self._header, columns, strict=True)

    def _read_header(self) -> tuple[str, list[str]]:
        for line in self._lines:
            if line.strip():
                break
        else:
            raise InputRefused("subscribers-file-empty", file=self.name)
        headers = [(delimiter, _split(line, delimiter)) for delimiter in _DELIMITERS]
        return max(headers, key=lambda header: sum(column_of(title) is not None for title in header[1]))

    def _check_header(self) -> None:
        if "address" not in self.columns:
            raise InputRefused("subscribers-file-without-header", file=self.name)
        for column in self.columns:
            if self._columns.count(column) > 1:
                titles = [
                    quoted(title)
                    for title, known in zip(self._header, self._columns, strict=True)
                    if known == column
                ]
                raise InputRefused("subscribers-file-column-twice", file=self.name, titles=", ".join(titles))

    def _check_noes(self, unknown: list[str]) -> None:
        """A column that may say who said no is not passed over where nothing else in the file does."""
        smells = [] if self.says_no or "status" in self.columns else csv_noes.smells_of_no(unknown)
        if smells:
            titles = ", ".join(quoted(title) for title in smells)
            raise InputRefused("subscribers-file-column-of-noes", file=self.name, titles=titles)


class _Lines:
    """Physical lines, counted, cut after MAX_LINE; the quotation marks of what was cut off are counted, too."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.number = 0
        self.quotes = 0
        """In all lines until now."""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = rest = self._text.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.quotes += line.count('"')
        while _is_too_long(rest):
            rest = self._text.readline(MAX_LINE + 1)
            self.quotes += rest.count('"')
        return line


def _problem(taken: list[str], cells: list[str] | None) -> str | None:
    if any(_is_too_long(line) for line in taken):
        return "subscribers-row-too-long"
    # csv leaves no cells of a row that it could not read; a blank line has none either, and no fault.
    if not cells and taken[0].strip():
        return _QUOTES
    if any("\0" in line for line in taken):
        return "subscribers-row-nul"
    return None


def _is_too_long(line: str) -> bool:
    return len(line) > MAX_LINE and not line.endswith("\n")


@contextmanager
def open_csv(path: Path) -> Iterator[CsvFile]:
    """Raises InputRefused where the file is no list of subscribers at all."""
    try:
        if not path.is_file():
            raise InputRefused("subscribers-file-missing", file=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // (1024 * 1024)
            raise InputRefused("subscribers-file-too-large", file=path.name, limit=limit)
        raw = path.open("rb")
    except OSError as error:
        raise InputRefused("subscribers-file-unreadable", file=path.name) from error
    with raw, TextIOWrapper(raw, encoding=find_encoding(raw, path.name), newline=None) as text:
        yield CsvFile(path.name, text)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    # strict: a quote in the wrong place is an error here, not a guess.
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(_reader([line], delimiter), [])
    except csv.Error:
        return []
