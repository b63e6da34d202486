"""Detection of headings inside a file: rows that are about those below them, and about no person. Pure.

`ODJAVLJENI` between two rows, in whatever column, and the header of a second file that was put behind the first:
what stands below may be noes. A heading is known by its shape, because nobody can list what it may say.
"""

import csv

from core.errors import InputRefused
from subscribers.consent_words import WANTS_OUT, fold
from subscribers.csv_answers import ColumnKind, kind_of
from subscribers.csv_doubts import is_name_denied
from subscribers.csv_file import Record
from subscribers.csv_noes import column_of_noes
from subscribers.csv_titles import column_of
from subscribers.person import read_language
from subscribers.quoted import quoted
from subscribers.written_address import has_at_sign

_MOST_CELLS = 2
_LEAST_TITLES = 2


def heading_of(record: Record, delimiter: str) -> str:
    """The words of a row that is no person's; empty for any other row.

    A heading fills at most two cells with words (dashes and the same again do not count) and has no sign of an
    address, or one cell that says that somebody is out; or its cells are titles. A person without an address fills
    more, or is a name beside a language.
    """
    text = record.text
    rows = csv.reader(text.split("\n"), delimiter=delimiter, skipinitialspace=True)
    filled = [cell.strip() for row in rows for cell in row if cell.strip()]
    distinct = {fold(cell) for cell in filled} - {""}
    if has_at_sign(text):
        is_heading = len(distinct) == 1 and WANTS_OUT.are_in(text)
    else:
        is_heading = (len(distinct) <= _MOST_CELLS and not _is_person(record)) or _is_header(filled)
    return quoted(", ".join(filled[:_MOST_CELLS])) if filled and is_heading else ""


def _is_person(record: Record) -> bool:
    """Also one whose address cannot be read, but whose status says what they are."""
    if record.problem is None and record.cells.get("status", "").strip():
        return True
    name, language = (record.cells.get(column, "").strip() for column in ("name", "language"))
    if record.problem is not None or record.cells.get("address", "").strip() or not name or not language:
        return False
    try:
        read_language(language)
    except InputRefused:
        return False
    return not is_name_denied(name)


def _is_header(cells: list[str]) -> bool:
    has_address_title = any(column_of(cell) == "address" for cell in cells)
    return has_address_title or sum(map(_is_title, cells)) >= _LEAST_TITLES


def _is_title(cell: str) -> bool:
    return column_of(cell) is not None or column_of_noes(cell) != "" or kind_of(cell) is not ColumnKind.UNKNOWN
