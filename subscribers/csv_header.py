"""Header of a CSV file: what stands between its cells, and which column of ours each of its titles means.

Both are found out, and both can be said by a person instead. What says that somebody said no cannot be told
otherwise: a no that can be read is never overlooked.
"""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.errors import InputRefused
from subscribers import csv_noes
from subscribers.bare_words import is_plain_title
from subscribers.consent_words import fold
from subscribers.csv_answers import ColumnKind, UnreadColumn, kind_of
from subscribers.csv_fields import column_of_field, column_of_title
from subscribers.csv_titles import NAME_PARTS, columns_of
from subscribers.ignored_columns import ignored_places, plain
from subscribers.importers.importer import Importer
from subscribers.importers.registry import importer_of_titles
from subscribers.quoted import quoted

DELIMITERS = ",;\t|"
COLUMNS = ("address", "name", *NAME_PARTS, "language", "status")
"""What a person may say that a column is."""
_SEP = re.compile(r'"?sep=([^\w\s"@.]|\t)(?:[",;\t]|\1)*', re.IGNORECASE)
"""Excel's own first line, which says what stands between the cells; others quote it or fill it up."""


@dataclass(frozen=True, slots=True)
class HeaderChoice:
    """What a person says of a file's header; what is not said is found out."""

    delimiter: str | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    """By place, from 1 on: one of COLUMNS, a custom field (`csv_fields`), or nothing where it is none of them."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """By title: the word of the custom field that a column is read into."""
    system: str | None = None
    """Whose export it is: one of `importers.registry.SYSTEMS`."""


AS_FOUND = HeaderChoice()


class CsvHeaders:
    """The titles of a file, each with what it means. Raises InputRefused for a file without any."""

    def __init__(
        self,
        name: str,
        lines: Iterator[str],
        choice: HeaderChoice = AS_FOUND,
        *,
        importer: Importer | None = None,
    ) -> None:
        """`lines`: of the whole file; those of the header are taken. `importer`: of a text (`text_rows`); that
        of a table is known by its titles."""
        self.name = name
        self.delimiter, self.written = _read_titles(name, lines, choice)
        self.titles = [title if title.strip() else f"#{place}" for place, title in enumerate(self.written, 1)]
        self.importer = importer or importer_of_titles(self.titles, chosen=choice.system)
        own = self.importer.own_columns if self.importer is not None else {}
        means = columns_of(self.titles, own)
        noes = [_noes_column(title, column, own) for title, column in zip(self.titles, means, strict=True)]
        guessed = [None if no else column for column, no in zip(means, noes, strict=True)]
        if self.importer is not None and self.importer.has_fields:
            guessed = [
                column or column_of_title(title) for column, title in zip(guessed, self.titles, strict=True)
            ]
        chosen = {**_by_place(name, self.titles, choice.fields), **choice.columns}
        self.columns = _chosen(guessed, noes, chosen)
        self.noes = [no if column is None else "" for no, column in zip(noes, self.columns, strict=True)]
        self.is_unread = [not column and not no for column, no in zip(self.columns, self.noes, strict=True)]

    def check(self) -> None:
        """Raises InputRefused where addresses are missing, or two columns mean the same."""
        if "address" not in self.columns:
            raise InputRefused("subscribers-file-without-header", file=self.name)
        for column in self.columns:
            if column is not None and self.columns.count(column) > 1:
                titles = [
                    quoted(title)
                    for title, known in zip(self.titles, self.columns, strict=True)
                    if known == column
                ]
                raise InputRefused("subscribers-file-column-twice", file=self.name, titles=", ".join(titles))

    def unread(self, ignore: Collection[str] = ()) -> list[UnreadColumn]:
        """The columns that mean nothing here, without those that a person vouches for. Raises InputRefused for one
        that is not there, or is read."""
        ignored = ignored_places(self.name, self.titles, self.is_unread, ignore)
        names = Counter(map(plain, self.titles))
        folded = frozenset(map(fold, self.titles))
        return [
            UnreadColumn(
                place,
                stripped := title.strip(),
                is_unique=names[plain(title)] == 1,
                kind=self._own_kind(stripped) or kind_of(stripped, folded),
            )
            for place, title in enumerate(self.titles, 1)
            if self.is_unread[place - 1] and place not in ignored
        ]

    def _own_kind(self, title: str) -> ColumnKind | None:
        if self.importer is None or not is_plain_title(title):
            return None
        if csv_noes.letters(title) in self.importer.attributes:
            return ColumnKind.ATTRIBUTES
        return ColumnKind.HARMLESS if csv_noes.letters(title) in self.importer.harmless else None

    @property
    def meanings(self) -> list[tuple[int, Mapping[str, str]]]:
        """By place, from 0 on: words of that system, with those that are known here."""
        known = self.importer.meanings if self.importer is not None else {}
        return [
            (place, known[key]) for place, key in enumerate(map(csv_noes.letters, self.titles)) if key in known
        ]

    @property
    def left(self) -> list[tuple[int, str]]:
        """By place, from 0 on: the moment of a no, by its title as that system writes it."""
        known = self.importer.left_titles if self.importer is not None else {}
        return [
            (place, known[key]) for place, key in enumerate(map(csv_noes.letters, self.titles)) if key in known
        ]

    @property
    def taken(self) -> dict[str, str]:
        """What was taken for what: column → titles."""
        taken: dict[str, list[str]] = {}
        for column, title in zip(self.columns, self.titles, strict=True):
            if column is not None:
                taken.setdefault("name" if column in NAME_PARTS else column, []).append(quoted(title.strip()))
        return {column: " + ".join(titles) for column, titles in taken.items()}


def _by_place(name: str, titles: list[str], fields: Mapping[str, str]) -> dict[int, str]:
    """Raises InputRefused where not just one column has such a title."""
    chosen: dict[int, str] = {}
    for title, word in fields.items():
        places = [place for place, other in enumerate(titles, 1) if plain(other) == plain(title)]
        if len(places) != 1:
            raise InputRefused("subscribers-file-field-column", file=name, title=quoted(title))
        chosen[places[0]] = column_of_field(word)
    return chosen


def _noes_column(title: str, column: str | None, own: Mapping[str, str]) -> str:
    """Its title as `csv_noes` knows it; nothing where it says nothing of noes."""
    if column in csv_noes.COLUMNS:
        return column or ""
    return csv_noes.column_of_noes(title) if column is None and csv_noes.letters(title) not in own else ""


def _chosen(guessed: list[str | None], noes: list[str], choices: Mapping[int, str]) -> list[str | None]:
    """As a person says, except for a column that says who said no."""
    columns = list(guessed)
    for place, column in choices.items():
        if 1 <= place <= len(columns) and not noes[place - 1]:
            columns[place - 1] = column or None
    return columns


def _read_titles(name: str, lines: Iterator[str], choice: HeaderChoice) -> tuple[str, list[str]]:
    line = _first_line(name, lines)
    delimiters: Iterable[str] = DELIMITERS
    if match := _SEP.fullmatch(line.strip("\r\n")):
        delimiters, line = match[1], _first_line(name, lines)
    headers = [(delimiter, _split(line, delimiter)) for delimiter in choice.delimiter or delimiters]
    return max(headers, key=lambda header: sum(column is not None for column in columns_of(header[1])))


def _first_line(name: str, lines: Iterator[str]) -> str:
    for line in lines:
        if line.strip():
            return line
    raise InputRefused("subscribers-file-empty", file=name)


def _split(line: str, delimiter: str) -> list[str]:
    """Blanks around quotes do no harm here."""
    if line.count('"') % 2:
        return []
    cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    return [cell.strip().strip("\"'“”„»«").strip() for cell in cells]
