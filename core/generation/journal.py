"""Write-ahead journal: append-only files, one JSON object a line, numbered and with a checksum, on the disk before
what they announce is done.

All threads and processes of a machine append to the same journal of a database, one after the other (flock). What
a power cut has torn is cut off by the next who writes: nobody has acted on a line that was not on the disk.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.generation.mark import read_mark
from core.generation.state_dir import locked, sync_folder

MAX_BYTES = 32 * 1024 * 1024
"""Of one file; then the next begins."""
_CHECK = 16
_TAIL = re.compile(rb" (\d{12}) ([0-9a-f]{16})\n")
_TAIL_BYTES = 1 + 12 + 1 + _CHECK + 1
_LATEST_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    """From 1 on, without a gap: what is missing is missed."""
    content: dict[str, Any]


class Journal:
    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES, at_least: int = 0) -> None:
        """`at_least`: the number of a line that is known to have been written. Like the end that the mark knows,
        it is not given again: where files were lost, the numbers have a gap, or do not begin at 1."""
        self._folder = folder
        self._max_bytes = max_bytes
        self._at_least = at_least

    def append(self, contents: Sequence[dict[str, Any]], *, durable: bool = True) -> int:
        """The number of the last line. With `durable` they are on the disk when this returns. Raises OSError, and
        then none of them is there."""
        with locked(self._folder):
            path, number = self._last_file()
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            try:
                number = max(self._repair(descriptor, number), self._given_before())
                _write(
                    descriptor,
                    b"".join(_line(number + step, content) for step, content in enumerate(contents, start=1)),
                )
            except BaseException:
                os.close(descriptor)
                raise
        # Not under the lock: several who wait for the disk at once wait for one flush.
        try:
            if durable:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        return number + len(contents)

    def lines(self) -> Iterator[Line]:
        """In their order; what cannot be read is left out, and shows as a gap between the numbers."""
        for path in self._files():
            with path.open("rb") as file:
                for raw in file:
                    line = _read(raw)
                    if line is not None:
                        yield line

    def latest(self) -> list[Line]:
        """The last lines, some megabytes of them; in their order."""
        files = self._files()
        if not files:
            return []
        with files[-1].open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _LATEST_BYTES))
            recent = [line for raw in file if (line := _read(raw)) is not None]
        return recent or list(self.lines())[-1:]

    def end(self) -> int:
        """The number of the last line; 0 where there is none."""
        latest = self.latest()
        return latest[-1].number if latest else 0

    def durable_end(self) -> int:
        """The same, of what a power cut cannot take back any more."""
        number = self.end()
        for path in self._files()[-1:]:
            with path.open("rb") as file:
                os.fsync(file.fileno())
        return number

    def forget(self, *, before: datetime) -> None:
        """Files of which nothing has been written since then. The last one stays, whatever its age."""
        with locked(self._folder):
            for path in self._files()[:-1]:
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("journal-*.jsonl"))

    def _last_file(self) -> tuple[Path, int]:
        """Where to append, and the number before its first line."""
        files = self._files()
        if files and files[-1].stat().st_size < self._max_bytes:
            return files[-1], _first_number(files[-1]) - 1
        number = max(self.end(), self._given_before())
        path = self._folder / f"journal-{number + 1:012}.jsonl"
        path.touch(mode=0o600)
        sync_folder(self._folder)
        return path, number

    def _given_before(self) -> int:
        mark = read_mark(self._folder)
        return max(self._at_least, mark.journal_end if mark else 0)

    def _repair(self, descriptor: int, before_first: int) -> int:
        """The number of the last whole line; what stands after it is cut off."""
        size = os.fstat(descriptor).st_size
        if size == 0:
            return before_first
        tail = os.pread(descriptor, _TAIL_BYTES, max(0, size - _TAIL_BYTES))
        ended = _TAIL.fullmatch(tail)
        if ended:
            return int(ended[1])
        content = os.pread(descriptor, size, 0)
        whole = list(_TAIL.finditer(content))
        os.ftruncate(descriptor, whole[-1].end() if whole else 0)
        return int(whole[-1][1]) if whole else before_first


def _first_number(path: Path) -> int:
    return int(path.stem.removeprefix("journal-"))


def _write(descriptor: int, content: bytes) -> None:
    """All of it or, as far as the next reader can tell, nothing."""
    size = os.fstat(descriptor).st_size
    written = 0
    try:
        while written < len(content):
            written += os.write(descriptor, content[written:])
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def _line(number: int, content: dict[str, Any]) -> bytes:
    body = json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%s %012d %s\n" % (body, number, _check(number, body))


def _check(number: int, body: bytes) -> bytes:
    return hashlib.sha256(b"%d %s" % (number, body)).hexdigest()[:_CHECK].encode("ascii")


def _read(raw: bytes) -> Line | None:
    ended = _TAIL.search(raw, max(0, len(raw) - _TAIL_BYTES))
    if ended is None or ended.end() != len(raw):
        return None
    number, body = int(ended[1]), raw[: ended.start()]
    if _check(number, body) != ended[2]:
        return None
    try:
        content = json.loads(body)
    except ValueError:
        return None
    return Line(number, content) if isinstance(content, dict) else None
