"""Parts of an archive that were made one table: in which of its files a line of it stood, and where. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.errors import Refusal


class FilePart(NamedTuple):
    first: int
    """The line of the table in which the part's own first line is."""
    name: str


FileParts = tuple[FilePart, ...]
"""In their order; none of a file that is one."""
WHOLE: FileParts = ()
_LINES = ("first", "other")
"""Of another row, in what a refusal says: that is nearly always in the same file."""


def read_parts(stored: Iterable[tuple[int, str] | list[int | str]]) -> FileParts:
    """Of what is kept as JSON."""
    return tuple(FilePart(int(first), str(name)) for first, name in stored)


def place_of(parts: FileParts, file: str, line: int) -> tuple[str, int]:
    """File and line, as somebody finds them who has the file."""
    index = bisect_right(parts, (line, "\U0010ffff")) - 1
    if index < 0:
        return file, line
    return f"{file}/{parts[index].name}", line - parts[index].first + 1


@dataclass(frozen=True, slots=True)
class ImportSource:
    """What each record of an import says of where it comes from."""

    file_name: str
    note: str
    parts: FileParts = WHOLE

    def wording(self, proof: str) -> str:
        """`proof`: what the row itself says of it."""
        return f"{self.note} ({proof})" if proof else self.note

    def evidence(self, line: int) -> str:
        name, own_line = place_of(self.parts, self.file_name, line)
        return f"{name}:{own_line}"


def in_its_part(parts: FileParts, refusal: Refusal) -> Refusal:
    if not parts or refusal.line is None:
        return refusal
    name, line = place_of(parts, refusal.place, refusal.line)
    params = {
        key: place_of(parts, "", value)[1] if key in _LINES and isinstance(value, int) else value
        for key, value in refusal.params.items()
    }
    return replace(refusal, place=name, line=line, params=params)
