"""Readers–writer lock (flock): whoever writes to a SQLite file shares it, whoever replaces the file has it alone.

SQLite's own locks belong to a file, not to its name: a process that has the old one open would go on writing to it
when another has taken its place, and nobody would read that again.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import Conflict

FileId = tuple[int, int]
"""Device and inode."""


def file_id(path: Path) -> FileId | None:
    """Which file bears the name at present; None if there is none."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return None
    return facts.st_dev, facts.st_ino


@contextmanager
def writes_to(path: Path) -> Iterator[None]:
    """While the block runs nobody replaces the file. Raises Conflict while somebody does. Other writers are let
    in: they have SQLite's lock."""
    with _locked(path, fcntl.LOCK_SH, "core-database-being-replaced"):
        yield


@contextmanager
def replaces(path: Path) -> Iterator[None]:
    """While the block runs nobody writes to the file, also not within this process. Raises Conflict while somebody
    does."""
    with _locked(path, fcntl.LOCK_EX, "core-database-being-written"):
        yield


@contextmanager
def _locked(path: Path, kind: int, refusal: str) -> Iterator[None]:
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    # Opened for reading, as it may be another user's; it stays, or a second could lock a file that is gone.
    file = os.open(real.with_name(f"{real.name}.writers"), os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(refusal, file=str(path)) from None
        yield
    finally:
        os.close(file)
