"""SQLite's connections: WAL, foreign keys, the write lock at a transaction's start (BEGIN IMMEDIATE), and a fence
against writing to a file that another has replaced."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from time import sleep

from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import Conflict
from core.replace_lock import file_id

BUSY_TIMEOUT_MS = 15_000
WRITES = "bilten_writes"
"""The execution option of connections that may write."""
_FILE = "bilten_file"
_MAY_WRITE = "bilten_may_write"


def prepare_sqlite(engine: Engine, path: Path | None, *, overwrites: bool) -> None:
    """`path`: where its file is, if it is one. `overwrites`: what is deleted, or encrypted, gives way to zeros,
    so that the file does not keep it."""
    event.listen(engine, "do_connect", partial(_note_file, path=path))
    event.listen(engine, "connect", _prepare)
    if overwrites:
        event.listen(engine, "connect", _overwrite)
    event.listen(engine, "begin", _begin)


def _note_file(_: Dialect, record: ConnectionPoolEntry, *__: object, path: Path | None) -> None:
    """Before it is opened: a file that comes in between is taken for another one, never the other way round."""
    if path is not None:
        record.info[_FILE] = (path, file_id(path))


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: `_begin_sqlite` does, with the right lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: the intent to send must survive a power cut, or a restart would send again.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _overwrite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA secure_delete = ON").close()


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get(WRITES, False))
    if connection.info.get(_MAY_WRITE) is not writes:  # it stays as it is while the connection lives
        connection.info.pop(_MAY_WRITE, None)
        # Not as a statement that is counted: whether it comes depends on who had the connection before.
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        cursor.close()
        connection.info[_MAY_WRITE] = writes
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    path, file = connection.info.get(_FILE, (None, None))
    if writes and file is not None and file_id(path) != file:
        raise Conflict("core-database-replaced", file=str(path))


def is_written_within(path: Path, seconds: float) -> bool:
    """Waits for so long, and says whether anybody has written meanwhile (PRAGMA data_version)."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as watcher:
        before = watcher.execute("PRAGMA data_version").fetchone()
        sleep(seconds)
        return bool(watcher.execute("PRAGMA data_version").fetchone() != before)
