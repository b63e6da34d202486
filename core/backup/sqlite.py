"""Snapshot of a SQLite database while it is written to, the check of one, and how one takes another's place.

`VACUUM INTO` (https://sqlite.org/lang_vacuum.html) reads in one transaction, so that what it writes is one moment;
writers go on. Unlike a copy of pages it leaves behind what was deleted: who was erased is in no later backup.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.backup.manifest import Table
from core.errors import InputRefused, Unavailable

BUSY_TIMEOUT = 15.0
"""Seconds."""
_SIDE_FILES = ("-wal", "-shm", "-journal")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_HEAD = b"SQLite format 3\0"


def take_snapshot(database: Path, into: Path) -> None:
    """Writes the database as it is at one moment to `into`, an empty file. Raises Unavailable on a full disk."""
    with _opened(database) as connection:
        connection.execute("VACUUM INTO ?", (str(into),))
    with into.open("rb+") as file:
        os.fsync(file.fileno())


def facts(database: Path) -> "Facts":
    with _opened(database) as connection:
        return Facts(connection)


class Facts:
    """What a manifest says of a SQLite database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        names = map(str, _column(connection, _TABLES))
        self.tables = [Table(name=name, rows=_count(connection, name)) for name in names]
        known = {table.name for table in self.tables}
        revisions = (
            _column(connection, "SELECT version_num FROM alembic_version") if "alembic_version" in known else []
        )
        self.revision = str(revisions[0]) if revisions else None
        self.identity, self.generation = None, None
        if "database_state" in known:
            for row in connection.execute("SELECT identity, counter FROM database_state"):
                self.identity, self.generation = str(row[0]), int(row[1])


def check(database: Path) -> None:
    """Raises InputRefused where pages or references of the database are damaged."""
    if not is_database(database):
        raise InputRefused("core-backup-database-damaged", detail="no SQLite database")
    with _opened(database) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        problems = _column(connection, "PRAGMA integrity_check(1)")
        if problems != ["ok"]:
            raise InputRefused("core-backup-database-damaged", detail=str(problems[0])[:200])
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
        if dangling is not None:
            raise InputRefused("core-backup-database-damaged", detail=f"{dangling[0]} → {dangling[2]}")


def is_database(path: Path) -> bool:
    """Asked without SQLite, which would remove a log that belongs to no database: it may be all that is left."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_HEAD)) == _HEAD


def take_the_place_of(database: Path, *, by: Path, aside: Path) -> None:
    """Puts the file `by` where `database` is, and that under the name `aside`; nobody may have it open.

    Killed at any moment it leaves a whole database under the old name: the old one, or the new one.
    """
    _fold_journal(by)
    if database.exists():
        if is_database(database):
            _fold_journal(database)
        # What could not be folded in belongs to the old file alone, and would spoil the new one.
        for side in _SIDE_FILES:
            beside = database.with_name(database.name + side)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + side))
        os.link(database, aside)
    by.replace(database)
    sync_folder(database.parent)


def _fold_journal(database: Path) -> None:
    """Brings the write-ahead log into the file. A file that is too damaged for that is kept as it is."""
    try:
        with closing(sqlite3.connect(database, timeout=BUSY_TIMEOUT)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        return


def sync_folder(folder: Path) -> None:
    """Has the names in the folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(
            sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT)
        ) as opened:
            opened.isolation_level = None
            yield opened
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise Unavailable("core-backup-disk-full") from error
        if "disk I/O" in str(error):
            raise Unavailable("core-backup-failed", reason=str(error)) from error
        raise InputRefused("core-backup-database-damaged", detail=str(error)[:200]) from error
    except sqlite3.DatabaseError as error:
        raise InputRefused("core-backup-database-damaged", detail=str(error)[:200]) from error


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608  # a table's name


def _column(connection: sqlite3.Connection, statement: str) -> list[object]:
    return [row[0] for row in connection.execute(statement)]
