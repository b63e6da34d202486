"""Bilten: its own export as JSON (`campaigns.people.export_files`), one person a line, read as its table is.

A line that is no person is a row whose address is the whole line: it is refused, and whoever it names gets no yes
from another row.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from core.csv_cells import guarded
from subscribers.csv_noes import letters
from subscribers.importers import bilten
from subscribers.importers.importer import Rows, TextScheme

_BETWEEN = ", "
_OPENING, _CLOSING = "[", "]"


def _is_it(lines: Sequence[str]) -> bool:
    first = _person(lines[1]) if len(lines) > 1 and lines[0].strip() == _OPENING else None
    return first is not None and bilten.IMPORTER.is_of(set(map(letters, first)))


def _rows(lines: Iterable[str]) -> Rows:
    """The titles, as the first person has them, and then a row for each line."""
    before: list[None] = []
    for line in (rest := iter(lines)):
        first = _person(line)
        if first is not None:
            yield tuple(first)
            yield from before
            yield from (_row(tuple(first), each) for each in chain([line], rest))
            return
        before.append(None)


def _row(titles: Sequence[str], line: str) -> Sequence[str] | None:
    if line.strip() in ("", _CLOSING):
        return None
    person = _person(line)
    if person is None or tuple(person) != titles:
        return (guarded(line.strip()),)
    return [guarded(_cell(value)) for value in person.values()]


def _person(line: str) -> Mapping[str, object] | None:
    try:
        person = json.loads(line.strip().removesuffix(","))
    except (ValueError, RecursionError):
        return None
    return person if isinstance(person, dict) else None


def _cell(value: object) -> str:
    """As a table has it (`csv_extras`)."""
    match value:
        case dict():
            return _BETWEEN.join(f"{slug}={frequency}" for slug, frequency in value.items())
        case list():
            return _BETWEEN.join(map(str, value))
        case _:
            return str(value)


IMPORTER = replace(
    bilten.IMPORTER,
    name="bilten_json",
    marks=frozenset(),
    other_marks=frozenset(),
    text=TextScheme((), _is_it, _rows),
)
