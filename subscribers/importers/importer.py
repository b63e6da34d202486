"""Importer: what an export of one system means where it differs from any other table. Values only.

A table is read as every table is; an importer says which of its titles and words mean something else there, and
which of its moments prove a consent. A text without a header is made rows of a table, one for each line, so that
line numbers are true.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from subscribers.csv_noes import letters
from subscribers.importers.moments import read_iso

Rows = Iterator[Sequence[str] | None]
"""For each line its cells, or None where it says nothing."""


@dataclass(frozen=True, slots=True)
class TextScheme:
    """Of a file without a header."""

    titles: tuple[str, ...]
    """None where they are the first of its rows."""
    is_it: Callable[[Sequence[str]], bool]
    """Of the first lines that are not blank."""
    rows: Callable[[Iterable[str]], Rows]


@dataclass(frozen=True)
class Importer:
    name: str
    """Ends the keys of its texts."""
    title: str
    """As the system calls itself."""
    marks: frozenset[str] = frozenset()
    """Titles that, together, only its files have. Titles are written in letters and digits alone."""
    other_marks: frozenset[str] = frozenset()
    """The same of its files in another language."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Title → column of ours (`csv_titles`), or a title of `csv_noes`."""
    harmless: frozenset[str] = frozenset()
    """Titles that say nothing of consent there."""
    attributes: frozenset[str] = frozenset()
    """Titles under which attributes stand in JSON."""
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Title → word in letters → what it means, in a word that is known here."""
    asked: tuple[str, ...] = ()
    """Titles, as they are written, of the moment in which somebody signed up."""
    confirmed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """Of the moment of a no; columns of noes as well."""
    read_moment: Callable[[str], datetime] = read_iso
    """Raises ValueError."""
    text: TextScheme | None = None
    has_fields: bool = False
    """Its columns of custom fields say by their titles which field they are (`csv_fields.title_of_field`)."""

    def is_of(self, titles: set[str]) -> bool:
        """Whether a table with these titles, in letters, is one of its files."""
        return any(marks and marks <= titles for marks in (self.marks, self.other_marks))

    @cached_property
    def own_columns(self) -> Mapping[str, str]:
        """By title in letters, what it means here alone; nothing where it means nothing, as far as it is read."""
        moments = {letters(title): title for title in (*self.asked, *self.confirmed)}
        return {**dict.fromkeys([*self.harmless, *self.attributes], ""), **moments, **self.columns}

    @cached_property
    def left_titles(self) -> Mapping[str, str]:
        """By title in letters, as it is written."""
        return {letters(title): title for title in self.left}
