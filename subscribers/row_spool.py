"""Spool: rows of an import that wait to be written, in a temporary file: memory does not grow with them."""

import pickle
from collections.abc import Iterator
from typing import Any, BinaryIO

CHUNK = 750
"""Rows that are kept, foreseen and written together: some tens of milliseconds of a transaction."""


class RowSpoolWriter:
    """Rows in, chunks of rows out, in their order."""

    def __init__(self, spool: BinaryIO, *, chunk: int) -> None:
        """`spool`: empty, and its caller's to close; it holds people's addresses. `chunk`: rows."""
        self._spool = spool
        self._chunk = chunk
        self._pending: list[Any] = []

    def add(self, row: Any) -> None:
        self._pending.append(row)
        if len(self._pending) >= self._chunk:
            pickle.dump(self._pending, self._spool, pickle.HIGHEST_PROTOCOL)
            self._pending = []

    def chunks(self) -> Iterator[list[Any]]:
        """Once all are in. None of them is empty."""
        self._spool.seek(0)
        while True:
            try:
                yield pickle.load(self._spool)  # noqa: S301  written above, and by nobody else
            except EOFError:
                break
        if self._pending:
            yield self._pending
