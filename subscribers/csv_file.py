"""A CSV file as spreadsheets and other tools really write them, read a record at a time.

Encoding and delimiter are found out, the header is understood in Slovenian and English, and line numbers are true
also where a quoted cell has several lines. What stands inside a quotation is never read as rows: where one is left
open, or closed in a place where CSV allows none, nobody can tell rows from a letter that a note quotes, and all of
it is refused. Memory does not grow with the file.
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from core.errors import InputRefused, Param
from core.write_guard import refuse_in_write
from subscribers import csv_noes
from subscribers.csv_answers import Unread, may_answer
from subscribers.csv_doubts import may_be_no, says_goodbye, smells_of_no
from subscribers.csv_encoding import find_encoding
from subscribers.csv_lines import MAX_LINE, QUOTES, LineReader, is_too_long, problem_of
from subscribers.csv_titles import column_of
from subscribers.quoted import quoted

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_RECORD_LINES = 1_000
_DELIMITERS = ",;\t"
_SEP = re.compile(r'"?sep=([^\w\s"@.]|\t)(?:[",;\t]|\1)*', re.IGNORECASE)
"""Excel's own first line, which says what stands between the cells; others quote it or fill it up."""


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
    unread: tuple[Unread, ...] = ()
    """Cells of columns that nobody knows, and whose titles do not say whether they are answers (`csv_answers`)."""
    text: str = ""
    """The row as it stands in the file, as far as it was taken."""


class CsvFile:
    def __init__(self, name: str, text: TextIO, ignore: Collection[str] = ()) -> None:
        """`ignore`: titles of columns that say nothing of consent, as a person vouches: nobody reads them."""
        self.name = name
        self._lines = LineReader(text)
        self._delimiter, titles = self._read_header()
        self._header = [title if title.strip() else f"#{place}" for place, title in enumerate(titles, 1)]
        self._columns = [column_of(title) for title in self._header]
        self.columns = {column for column in self._columns if column is not None}
        self._noes = [
            csv_noes.letters(title) if column is None and csv_noes.letters(title) in csv_noes.COLUMNS else ""
            for title, column in zip(self._header, self._columns, strict=True)
        ]
        self.says_no = any(self._noes)
        """Whether it has columns of those who said no."""
        self._check_header()
        is_unknown = [not column and not no for column, no in zip(self._columns, self._noes, strict=True)]
        known = [title for title, unknown in zip(self._header, is_unknown, strict=True) if not unknown]
        ignored = self._ignored(ignore, known)
        self._unknown = [
            unknown and title not in ignored for title, unknown in zip(self._header, is_unknown, strict=True)
        ]
        self._may_answer = [
            unknown and may_answer(title) for title, unknown in zip(self._header, self._unknown, strict=True)
        ]
        self.ignored = tuple(
            quoted(title)
            for title, written, unknown in zip(self._header, titles, is_unknown, strict=True)
            if unknown and written.strip()
        )
        self._check_noes([title for title, unknown in zip(self._header, self._unknown, strict=True) if unknown])

    def _ignored(self, ignore: Collection[str], known: list[str]) -> set[str]:
        """The titles as they stand in the file. Raises InputRefused for one that is not there, or is read."""
        by_name = {_plain(title): title for title in self._header}
        for title in ignore:
            match = by_name.get(_plain(title))
            if match is None or match in known:
                code = "subscribers-file-ignored-unknown" if match is None else "subscribers-file-ignored-read"
                raise InputRefused(code, file=self.name, title=quoted(title))
        return {by_name[_plain(title)] for title in ignore}

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
        unread = zip(self._header, cells, self._may_answer, strict=True)
        return Record(
            line,
            {column: cell for column, cell in named if column is not None},
            noes=noes,
            doubts=tuple(self._doubts(cells)),
            unread=tuple((title, cell) for title, cell, may in unread if may),
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
        cells = next(csv.reader([text], delimiter=self._delimiter), []) if problem == QUOTES else []
        if len(cells) != len(self._header):
            return Record(line, {"address": text} if problem == QUOTES else {}, problem, params)
        return replace(self._record(line, cells, text), problem=problem, params=params)

    def _doubts(self, cells: list[str]) -> Iterator[tuple[str, str]]:
        for title, column, is_unknown, cell in zip(self._header, self._columns, self._unknown, cells, strict=True):
            if (is_unknown and may_be_no(title, cell)) or (column == "name" and says_goodbye(cell)):
                yield title, cell

    def _read_header(self) -> tuple[str, list[str]]:
        line = self._first_line()
        delimiters = _DELIMITERS
        if match := _SEP.fullmatch(line.strip("\r\n")):
            delimiters, line = match[1], self._first_line()
        headers = [(delimiter, _split(line, delimiter)) for delimiter in delimiters]
        return max(headers, key=lambda header: sum(column_of(title) is not None for title in header[1]))

    def _first_line(self) -> str:
        for line in self._lines:
            if line.strip():
                return line
        raise InputRefused("subscribers-file-empty", file=self.name)

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
        smells = [] if self.says_no or "status" in self.columns else smells_of_no(unknown)
        if smells:
            titles = ", ".join(quoted(title) for title in smells)
            raise InputRefused("subscribers-file-column-of-noes", file=self.name, titles=titles)


def _plain(title: str) -> str:
    return csv_noes.letters(title) or " ".join(title.split())


@contextmanager
def open_csv(path: Path, *, ignore: Collection[str] = ()) -> Iterator[CsvFile]:
    """Raises InputRefused where the file is no list of subscribers at all."""
    refuse_in_write("reading a CSV file")
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
        yield CsvFile(path.name, text, ignore)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    # strict: a quote in the wrong place is an error here, not a guess.
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(_reader([line], delimiter), [])
    except csv.Error:
        return []
