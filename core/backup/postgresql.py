"""Dump of a PostgreSQL database through COPY, in one REPEATABLE READ transaction, and the load of one.

Needs no program beside Bilten, whatever the server's version, and locks nothing that sending needs. The schema is
no part of it: the migrations make it, at the revision of the manifest. Wake-ups (procrastinate's tables) are left
out: rows are the queue, and a lost wake-up costs a sweep (docs/adr, 4 and 14).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import URL

from core.backup.archive import ArchiveReader, ArchiveWriter
from core.backup.manifest import Table
from core.db import NETWORK
from core.errors import InputRefused

Connection = psycopg.Connection[tuple[Any, ...]]
_NOT_OURS = "procrastinate%"
_REVISION = "alembic_version"
_SETTINGS = (
    "SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; SET bytea_output = 'hex'"
)
_TABLES = """
    SELECT table_.relname, array_agg(column_.attname ORDER BY column_.attnum)
    FROM pg_class table_ JOIN pg_attribute column_ ON column_.attrelid = table_.oid
    WHERE table_.relnamespace = current_schema()::regnamespace AND table_.relkind = 'r'
    AND table_.relname NOT LIKE %s AND column_.attnum > 0 AND NOT column_.attisdropped
    GROUP BY table_.relname ORDER BY table_.relname
"""
_SEQUENCES = """
    SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S'
    AND relname NOT LIKE %s ORDER BY relname
"""
_FOREIGN_KEYS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND contype = 'f'
    AND conrelid::regclass::text NOT LIKE %s
"""


class Dump:
    """What a manifest says of a PostgreSQL database; filled while it is written."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.sequences: dict[str, tuple[int, bool]] = {}
        self.revision: str | None = None
        self.identity: str | None = None
        self.generation: int | None = None


@contextmanager
def connected(url: URL) -> Iterator[Connection]:
    """A connection of its own, with times and bytes written in the one way that a dump has."""
    conninfo = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(conninfo, autocommit=True, **NETWORK) as connection:  # type: ignore[arg-type]  # libpq's own
        connection.execute(_SETTINGS)
        yield connection


def dump(url: URL, archive: ArchiveWriter) -> Dump:
    """Writes every table of ours to the archive, as they all were at one moment."""
    made = Dump()
    with connected(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            tables = connection.execute(_TABLES, [_NOT_OURS]).fetchall()
            names = {name for name, _ in tables}
            if _REVISION in names:
                made.revision = _first(connection, "SELECT version_num FROM alembic_version")
            if "database_state" in names:
                state = connection.execute("SELECT identity, counter FROM database_state").fetchone()
                made.identity, made.generation = (str(state[0]), int(state[1])) if state else (None, None)
            for name, columns in tables:
                if name != _REVISION:
                    made.tables.append(_dump_table(connection, archive, name, columns))
            made.sequences = _sequences(connection)
    return made


def _dump_table(connection: Connection, archive: ArchiveWriter, name: str, columns: list[str]) -> Table:
    order = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(name), _listed(columns))
    with connection.cursor() as cursor:
        with cursor.copy(order) as copy:
            archive.add(f"tables/{name}.copy", (bytes(block) for block in copy))
        return Table(name=name, rows=cursor.rowcount, columns=columns)


def _sequences(connection: Connection) -> dict[str, tuple[int, bool]]:
    """Read after the tables: a sequence keeps to no transaction, and a number too high does no harm."""
    sequences = {}
    for (name,) in connection.execute(_SEQUENCES, [_NOT_OURS]).fetchall():
        state = connection.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name)))
        last, is_called = state.fetchone() or (1, False)
        sequences[name] = int(last), bool(is_called)
    return sequences


def load(url: URL, archive: ArchiveReader) -> None:
    """Fills the tables of a fresh schema of the manifest's revision; all or nothing. References are checked at the
    end, each. Raises InputRefused where what is in the archive does not fit."""
    manifest = archive.manifest
    try:
        with connected(url) as connection, connection.transaction(), _without_foreign_keys(connection):
            for name, _ in connection.execute(_TABLES, [_NOT_OURS]).fetchall():
                if name != _REVISION:
                    # Rows that migrations have put there are in the archive, too.
                    connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.Identifier(name)))
            for table in manifest.tables:
                _load_table(connection, archive, table)
            for name, (last, is_called) in manifest.sequences.items():
                connection.execute("SELECT setval(quote_ident(%s)::regclass, %s, %s)", [name, last, is_called])
    except psycopg.DataError as error:
        raise InputRefused("core-backup-database-damaged", detail=_message(error)) from error
    except (psycopg.IntegrityError, psycopg.ProgrammingError) as error:
        raise InputRefused("core-backup-database-damaged", detail=_message(error)) from error


def _load_table(connection: Connection, archive: ArchiveReader, table: Table) -> None:
    part = archive.manifest.part(f"tables/{table.name}.copy")
    if part is None:
        raise InputRefused("core-backup-broken", part=table.name)
    order = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), _listed(table.columns))
    with connection.cursor() as cursor:
        with cursor.copy(order) as copy:
            for chunk in archive.read(part):
                copy.write(chunk)
        if cursor.rowcount != table.rows:
            raise InputRefused("core-backup-broken", part=part.name)


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """In whatever order tables are filled, and also where two refer to each other; then each key is checked."""
    keys = connection.execute(_FOREIGN_KEYS, [_NOT_OURS]).fetchall()
    for table, name, _ in keys:
        # The table's name is as PostgreSQL quoted it, the definition in PostgreSQL's own words.
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {_quoted(name)}".encode())
    yield
    for table, name, definition in keys:
        connection.execute(f"ALTER TABLE {table} ADD CONSTRAINT {_quoted(name)} {definition}".encode())


def check(archive: ArchiveReader) -> None:
    """That each table's part has as many rows and columns as the manifest says. Raises InputRefused."""
    for table in archive.manifest.tables:
        part = archive.manifest.part(f"tables/{table.name}.copy")
        if part is None or _shape(archive.read(part), len(table.columns)) != table.rows:
            raise InputRefused("core-backup-broken", part=table.name)


def _shape(chunks: Iterator[bytes], columns: int) -> int:
    """How many rows, or -1 where they have not that many columns: COPY writes one line a row, and escapes the rest
    (https://www.postgresql.org/docs/current/sql-copy.html)."""
    rows = tabs = 0
    for chunk in chunks:
        rows += chunk.count(b"\n")
        tabs += chunk.count(b"\t")
    return rows if tabs == rows * (columns - 1) else -1


def _quoted(name: str) -> str:
    return sql.Identifier(name).as_string()


def _listed(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _first(connection: Connection, statement: Any) -> str | None:
    row = connection.execute(statement).fetchone()
    return None if row is None else str(row[0])


def _message(error: psycopg.Error) -> str:
    """Without the row itself, which could hold somebody's address."""
    return (error.diag.message_primary or type(error).__name__)[:200]
