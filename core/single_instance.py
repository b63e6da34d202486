"""One process at a time: a lock that the kernel gives back when its holder dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from core.errors import Conflict


def lock_path(guarded: Path) -> Path:
    """Where the lock for `guarded` lies: beside it, so that two ways of naming one file share one lock."""
    real = guarded.resolve()
    return real.with_name(f"{real.name}.lock")


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Holds the lock at `path` while the block runs. Raises Conflict, naming the process that holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict("core-already-running", pid=_holder(file), file=str(path)) from None
        _sign(file)
        # The file stays: deleting it would let a third process lock a new one while a second waits for this.
        yield


def _sign(file: IO[str]) -> None:
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()


def _holder(file: IO[str]) -> str:
    file.seek(0)
    return file.read(20).strip() or "?"
