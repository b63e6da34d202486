"""A CSV file as spreadsheets and other tools really write them, read a record at a time.

Encoding and delimiter are found out, the header is understood in Slovenian and English, and line numbers are true
also where a quoted cell has several lines. What stands inside a quotation is never read as rows: where one is left
open, or closed in a place where CSV allows none, nobody can tell rows from a letter that a note quotes, and all of
it is refused. Memory does not grow with the file.
"""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from core.errors import InputRefused, Param
from core.write_guard import refuse_in_write
from subscribers import csv_noes
from subscribers.answer_words import Answer
from subscribers.consent_words import fold
from subscribers.csv_answers import UnreadColumn, kind_of, read_cell
from subscribers.csv_doubts import is_name_denied
from subscribers.csv_encoding import EncodingChoice, find_encoding
from subscribers.csv_lines import MAX_LINE, QUOTES, LineReader, is_too_long, problem_of
from subscribers.csv_titles import NAME_PARTS, columns_of, with_whole_name
from subscribers.ignored_columns import ignored_places, plain
from subscribers.quoted import quoted
from subscribers.unread_columns import UnreadCell

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_RECORD_LINES = 1_000
_DELIMITERS = ",;\t|"
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
    """Cells of other columns that say no all the same, each with its title."""
    unread: tuple[UnreadCell, ...] = ()
    """Cells of the columns that mean nothing here, and that nobody has told to ignore (`csv_answers`)."""
    text: str = ""
    """The row as it stands in the file, as far as it was taken."""


class CsvFile:
    def __init__(self, name: str, text: TextIO, encoding: EncodingChoice, ignore: Collection[str] = ()) -> None:
        """`ignore`: titles of columns that say nothing of consent, as a person vouches: nobody reads them."""
        self.name = name
        self.encoding = encoding
        self._lines = LineReader(text, read_again_as=encoding.read_again_as)
        self.delimiter, titles = self._read_header()
        self._header = [title if title.strip() else f"#{place}" for place, title in enumerate(titles, 1)]
        self._columns = columns_of(self._header)
        self.columns = {column for column in self._columns if column is not None}
        self._noes = [
            csv_noes.column_of_noes(title) if column is None else ""
            for title, column in zip(self._header, self._columns, strict=True)
        ]
        self.says_no = any(self._noes)
        """Whether it has columns of those who said no."""
        self._check_header()
        is_unread = [not column and not no for column, no in zip(self._columns, self._noes, strict=True)]
        ignored = ignored_places(self.name, self._header, is_unread, ignore)
        self._unread = self._find_unread(place for place, unread in enumerate(is_unread) if unread)
        self._unread = [column for column in self._unread if column.place not in ignored]
        self.ignored = tuple(
            quoted(title) for title, unread in zip(titles, is_unread, strict=True) if unread and title.strip()
        )

    def _find_unread(self, places: Iterable[int]) -> list[UnreadColumn]:
        names = Counter(map(plain, self._header))
        folded = frozenset(map(fold, self._header))
        return [
            UnreadColumn(
                place + 1,
                title := self._header[place].strip(),
                is_unique=names[plain(title)] == 1,
                kind=kind_of(title, folded),
            )
            for place in places
        ]

    @property
    def titles(self) -> dict[str, str]:
        """What was taken for what: column → titles."""
        taken: dict[str, list[str]] = {}
        for column, title in zip(self._columns, self._header, strict=True):
            if column is not None:
                taken.setdefault("name" if column in NAME_PARTS else column, []).append(quoted(title.strip()))
        return {column: " + ".join(titles) for column, titles in taken.items()}

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

    def _read_header(self) -> tuple[str, list[str]]:
        line = self._first_line()
        delimiters = _DELIMITERS
        if match := _SEP.fullmatch(line.strip("\r\n")):
            delimiters, line = match[1], self._first_line()
        headers = [(delimiter, _split(line, delimiter)) for delimiter in delimiters]
        return max(headers, key=lambda header: sum(column is not None for column in columns_of(header[1])))

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


@contextmanager
def open_csv(
    path: Path, *, ignore: Collection[str] = (), encoding: str | None = None, languages: Collection[str] = ()
) -> Iterator[CsvFile]:
    """`encoding`: as a person says; `languages`: of people who name none. Raises InputRefused, also to ask."""
    refuse_in_write("reading a CSV file")
    try:
        if not path.is_file():
            raise InputRefused("subscribers-file-missing", file=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputRefused("subscribers-file-too-large", file=path.name, limit=MAX_FILE_BYTES >> 20)
        raw = path.open("rb")
    except OSError as error:
        raise InputRefused("subscribers-file-unreadable", file=path.name) from error
    with raw:
        written_in = find_encoding(raw, path.name, chosen=encoding, languages=languages)
        with TextIOWrapper(raw, encoding=written_in.codec, newline=None) as text:
            yield CsvFile(path.name, text, written_in, ignore)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    # strict: a quote in the wrong place is an error here, not a guess.
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)


def _split(line: str, delimiter: str) -> list[str]:
    """Of a header: blanks around its quotes do no harm."""
    if line.count('"') % 2:
        return []
    cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    return [cell.strip().strip("\"'“”„»«").strip() for cell in cells]
