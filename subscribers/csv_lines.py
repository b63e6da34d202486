"""Physical lines of a CSV file: counted, bounded, and what is wrong with those of one row."""

from typing import Protocol

from subscribers.encoded_twice import mend

MAX_LINE = 4_000
QUOTES = "subscribers-row-quotes"


class ReadlineProtocol(Protocol):
    """What a file is here."""

    def readline(self, limit: int = -1, /) -> str:
        """Empty at the end."""


class LineReader:
    """Physical lines, counted, cut after MAX_LINE; the quotation marks of what was cut off are counted, too."""

    def __init__(self, text: ReadlineProtocol, *, read_again_as: str | None = None, before: int = 0) -> None:
        """`read_again_as`: the code page that its UTF-8 was taken for on its way (`encoded_twice`). `before`: the
        number before that of the first line."""
        self._text = text
        self._read_again_as = read_again_as
        self.number = before
        self.quotes = 0
        """In all lines until now."""

    def __iter__(self) -> "LineReader":
        return self

    def __next__(self) -> str:
        line = rest = self._text.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.quotes += line.count('"')
        while is_too_long(rest):
            rest = self._text.readline(MAX_LINE + 1)
            self.quotes += rest.count('"')
        return mend(line, self._read_again_as) if self._read_again_as else line


def problem_of(taken: list[str], cells: list[str] | None) -> str | None:
    if any(is_too_long(line) for line in taken):
        return "subscribers-row-too-long"
    # csv leaves no cells of a row that it could not read; a blank line has none either, and no fault.
    if not cells and taken[0].strip():
        return QUOTES
    if any("\0" in line for line in taken):
        return "subscribers-row-nul"
    return None


def is_too_long(line: str) -> bool:
    return len(line) > MAX_LINE and not line.endswith("\n")
