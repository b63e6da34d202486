"""Online backup: a consistent copy of a SQLite database, by SQLite's own backup API, while others use it."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def copy_database(source: Path, target: Path) -> None:
    """`target` becomes the last committed state of `source`, what still lies in its write-ahead log included.

    The copy is on the disk when this returns (fsync), readable by this user only, and appears under its name whole
    or not at all; an older file of that name is replaced. Raises sqlite3.Error or OSError, leaving nothing behind.
    Source: https://www.sqlite.org/backup.html.
    """
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(partial)) as writing:
            # In one step: nobody can write in between, and the copy is of one moment.
            reading.backup(writing, pages=-1)
        _on_disk(partial)
        partial.replace(target)
        _on_disk(target.parent)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
