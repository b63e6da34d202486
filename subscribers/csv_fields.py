"""Columns of a file that are read into custom fields, where a person or our own export says so: nobody guesses
that (ADR 49). Pure.

To say so vouches that the column says nothing of consent, as ignoring it does. A column of those who said no stays
one, whatever is said of it.
"""

from collections.abc import Iterable, Mapping

from core.csv_cells import unguarded
from subscribers.field_content import read_value
from subscribers.field_tables import CustomField

_COLUMN = "field:"
_TITLE = "field_"


def column_of_field(word: str) -> str:
    """What such a column is called among those of a header."""
    return _COLUMN + word


def field_of_column(column: str) -> str | None:
    """The word of the field; None of any other column."""
    return column.removeprefix(_COLUMN) if column.startswith(_COLUMN) else None


def title_of_field(word: str) -> str:
    """What our own export calls its column: as the merge field."""
    return _TITLE + word


def column_of_title(title: str) -> str | None:
    """The same of such a title; None of any other."""
    word = title.strip().removeprefix(_TITLE)
    return column_of_field(word) if word and title.strip().startswith(_TITLE) else None


def words_of_columns(columns: Iterable[str]) -> list[str]:
    return [word for column in columns if (word := field_of_column(column)) is not None]


def read_fields(cells: Mapping[str, str], fields: Mapping[str, CustomField]) -> dict[str, str]:
    """By the field's word, as it is written in every language; an empty cell says nothing. Raises InputRefused for
    what a field cannot hold."""
    read = {}
    for word, field in fields.items():
        value = read_value(field.type, field.choices, unguarded(cells.get(column_of_field(word), "")))
        if value is not None:
            read[word] = value.written
    return read
