"""Maildir (https://cr.yp.to/proto/maildir.html): one file an email, read from `new` and marked as seen in `cur`.

An email is seen when it is kept: a file is renamed after the commit, never before, so that whoever is killed
between leaves it to the next, who finds that it is kept already. Two at once do the same thing twice, and it
counts once.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from core.logging import get_logger
from core.write_guard import refuse_in_write
from delivery.mail_reports.mail_parts import MAX_READ

log = get_logger(__name__)

BATCH_SIZE = 50
SEEN = "S"


def read_maildir(folder: Path, keep: Callable[[Sequence[bytes]], int], *, limit: int) -> tuple[int, int]:
    """How many emails were read, at most `limit`, and how many of them were new. Raises OSError where the folder
    cannot be read; a file that cannot be is left where it is, and named in the log."""
    refuse_in_write("reading a Maildir")
    read = new = 0
    batch: list[tuple[Path, bytes]] = []
    for path in _unseen(folder):
        raw = _content(path)
        if raw is None:
            continue
        batch.append((path, raw))
        read += 1
        if len(batch) == BATCH_SIZE:
            new += _finish(folder, batch, keep)
            batch = []
        if read >= limit:
            break
    return read, new + (_finish(folder, batch, keep) if batch else 0)


def _unseen(folder: Path) -> Iterator[Path]:
    """What another program has looked at without marking it as seen is in `cur`, too."""
    yield from sorted(path for path in (folder / "new").iterdir() if not path.name.startswith("."))
    yield from sorted(path for path in (folder / "cur").iterdir() if SEEN not in _flags(path.name))


def _flags(name: str) -> str:
    return name.rpartition(":2,")[2] if ":2," in name else ""


def _content(path: Path) -> bytes | None:
    """None for what is gone meanwhile, no file of its own, or not ours to read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(MAX_READ)
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("maildir.unreadable", file=path.name, error=error.strerror)
        return None


def _finish(folder: Path, batch: list[tuple[Path, bytes]], keep: Callable[[Sequence[bytes]], int]) -> int:
    new = keep([raw for _, raw in batch])
    for path, _ in batch:
        base, flags = path.name.partition(":2,")[0], _flags(path.name)
        name = f"{base}:2,{''.join(sorted({*flags, SEEN}))}"
        try:
            path.rename(folder / "cur" / name)
        except FileNotFoundError:  # somebody else has read it, too
            continue
    return new
