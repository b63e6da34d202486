"""Where the ledger writes what it must not forget: a file that only grows, or memory for a passing rehearsal.

A record is one line of JSON. It is written in one piece, so that a killed simulator leaves at most one torn line
at the end; that line's request was never answered, and it is cut off when the file is opened again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol


class Journal(Protocol):
    def append(self, record: bytes) -> int:
        """Write one line (without its newline) and say where it stands."""
        ...

    def read(self, position: int) -> bytes: ...

    def records(self) -> Iterator[tuple[int, bytes]]:
        """All records with their positions, oldest first."""
        ...

    def clear(self) -> None: ...

    def close(self) -> None: ...


class MemoryJournal:
    def __init__(self) -> None:
        self._records: list[bytes] = []

    def append(self, record: bytes) -> int:
        self._records.append(record)
        return len(self._records) - 1

    def read(self, position: int) -> bytes:
        return self._records[position]

    def records(self) -> Iterator[tuple[int, bytes]]:
        return iter(list(enumerate(self._records)))

    def clear(self) -> None:
        self._records.clear()

    def close(self) -> None:
        """Memory needs no closing."""


class FileJournal:
    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = path.open("ab", buffering=0)
        self._reader = path.open("rb")
        self._end = sum(len(line) for line in self._reader if line.endswith(b"\n"))
        self._file.truncate(self._end)

    def append(self, record: bytes) -> int:
        position = self._end
        try:
            rest = memoryview(record + b"\n")
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._file.truncate(position)  # a full disk must not leave half a line for the next one to continue
            raise
        self._end += len(record) + 1
        return position

    def read(self, position: int) -> bytes:
        self._reader.seek(position)
        return self._reader.readline()

    def records(self) -> Iterator[tuple[int, bytes]]:
        position = 0
        while position < self._end:
            line = self.read(position)
            yield position, line
            position += len(line)

    def clear(self) -> None:
        self._file.truncate(0)
        self._end = 0
        self._reader.close()  # what it has buffered is gone
        self._reader = self._path.open("rb")

    def close(self) -> None:
        self._file.close()
        self._reader.close()
