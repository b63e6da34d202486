"""Validation of the columns that an import does not read: what a person has to look at first, in one refusal.

Pure. It keeps a few examples of each column, so memory does not grow with the file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.errors import InputRefused
from subscribers.answer_words import Answer, is_lone_mark
from subscribers.csv_answers import ColumnKind, UnreadColumn, read_cell
from subscribers.quoted import quoted

UnreadCell = tuple[UnreadColumn, str]
_EXAMPLES = 3
_LONGEST_EXAMPLE = 20
_EMPTY = "–"
_ASKING = frozenset({ColumnKind.CONSENT, ColumnKind.STATUS})
_PASTED = re.compile(r"[^\"$`\\!#%-][^\"$`\\!%]{0,59}")
"""A title that no shell takes for anything but a title."""


@dataclass(slots=True)
class _State:
    column: UnreadColumn
    is_filled: bool = False
    doubts: dict[str, int] = field(default_factory=dict)
    """What cannot be read, each with the first line on which it stands."""
    first_empty: int | None = None
    first_mark: tuple[str, int] | None = None
    """An x, as it is written, and where."""
    has_words: bool = False
    """Something else than x: nobody knows then whether x is a tick or a cross."""

    def add(self, line: int, cell: str, *, is_no: bool) -> None:
        if self.column.kind in _ASKING and cell.strip():
            self._add_mark(line, cell, is_no=is_no)
        if self.is_filled and len(self.doubts) == _EXAMPLES:
            return
        answer = read_cell(self.column.kind, cell)
        self.is_filled |= answer is not Answer.EMPTY
        if is_no:
            return
        if answer is Answer.UNKNOWN and len(self.doubts) < _EXAMPLES:
            self.doubts.setdefault(quoted(cell, _LONGEST_EXAMPLE), line)
        elif answer is Answer.EMPTY and self.first_empty is None:
            self.first_empty = line

    def _add_mark(self, line: int, cell: str, *, is_no: bool) -> None:
        if not is_lone_mark(cell):
            self.has_words = True
        elif self.first_mark is None and not is_no:
            self.first_mark = quoted(cell), line

    def examples(self) -> dict[str, int]:
        """Nothing, if a person need not look at it."""
        is_gap = self.column.kind is not ColumnKind.UNKNOWN and self.is_filled and self.first_empty is not None
        gap = {_EMPTY: self.first_empty} if is_gap and self.first_empty is not None else {}
        marks = [self.first_mark] if self.first_mark is not None and self.has_words else []
        return dict([*gap.items(), *marks, *self.doubts.items()][:_EXAMPLES])


class UnreadColumnCheck:
    """What stands in the columns of a file that nobody reads."""

    def __init__(self) -> None:
        self._states: dict[int, _State] = {}
        self._has_yes = False

    def add(self, line: int, cells: Sequence[UnreadCell], *, is_no: bool, is_yes: bool) -> None:
        """`is_no`: the row is a no that is recorded, and its cells make no difference to it; `is_yes`: it would
        subscribe somebody. A row that is refused is neither, and may be mended."""
        self._has_yes |= is_yes
        for column, cell in cells:
            if column.kind is not ColumnKind.HARMLESS:
                state = self._states.get(column.place)
                if state is None:
                    state = self._states[column.place] = _State(column)
                state.add(line, cell, is_no=is_no)

    def check(self, file_name: str) -> None:
        """Raises InputRefused with each column that a person has to look at, if the file subscribes anybody."""
        asked = {state.column: examples for state in self._states.values() if (examples := state.examples())}
        if asked and self._has_yes:
            lines = [
                f"  {quoted(column.title)}: " + ", ".join(f"{cell} ({line})" for cell, line in examples.items())
                for column, examples in asked.items()
            ]
            raise InputRefused(
                "subscribers-file-columns-unread",
                file=file_name,
                columns="\n".join(lines),
                options=" ".join(_option(column) for column in asked),
            )


def _option(column: UnreadColumn) -> str:
    """Fit to be pasted into a shell, whatever the title is."""
    is_fit = column.is_unique and column.title.isprintable() and _PASTED.fullmatch(column.title) is not None
    return f'--ignore "{column.title if is_fit else f"#{column.place}"}"'
