"""A text without a header as lines of a table, line for line: it is read as tables are, by no second reader."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TextIO

from subscribers.importers.importer import Importer, TextScheme
from subscribers.importers.registry import LINES, importer_of_text

_LONGEST = 4_000
_PIECES = 5_000
"""Of a file, looked at for lines that are not blank."""


class TextRowReader:
    """Read as a file is; its first line are the titles, which are in no line of the text."""

    def __init__(self, text: TextIO, shape: TextScheme) -> None:
        self._rows = chain([shape.titles] if shape.titles else (), shape.rows(_lines(text)))

    def readline(self, _: int = -1, /) -> str:
        try:
            cells = next(self._rows)
        except StopIteration:
            return ""
        return _as_line(cells) if cells is not None else "\n"


def text_importer(text: TextIO, chosen: str | None) -> Importer | None:
    """Of the whole text, which is at its beginning before and after. None for a table."""
    pieces = (text.readline(_LONGEST) for _ in range(_PIECES))
    first: list[str] = []
    for piece in pieces:
        if not piece or len(first) == LINES:
            break
        if piece.strip():
            first.append(piece.rstrip("\r\n"))
    text.seek(0)
    return importer_of_text(first, chosen=chosen)


def _lines(text: TextIO) -> Iterator[str]:
    """Each cut after a length that no address has."""
    while line := text.readline(_LONGEST):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = text.readline(_LONGEST)
        yield line


def _as_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell.replace("\0", "\ufffd") for cell in cells])
    return out.getvalue()
