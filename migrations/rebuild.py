"""AUTOINCREMENT, kept when a table is rebuilt: Alembic's batch mode on SQLite, without what it loses.

SQLite cannot change most of a table in place: `op.batch_alter_table` makes a new one, copies the rows, drops the
old one and takes its name. SQLAlchemy does not read AUTOINCREMENT from a database, and SQLite forgets the
highest number ever given (its row in `sqlite_sequence`) with the table that is dropped: Alembic alone would lose
both without a word, and the number of somebody who was erased would be given once more, to the next person.

Importing this module puts our implementation in the place of Alembic's for SQLite. `migrations/env.py` does, so
every migration has it: each one just uses `op.batch_alter_table`. To give a table AUTOINCREMENT, or take it
away:
`op.batch_alter_table(name, recreate="always", table_kwargs={"sqlite_autoincrement": True})`.
"""

import re
from typing import TYPE_CHECKING

from alembic.ddl.sqlite import SQLiteImpl
from sqlalchemy import Table, text

if TYPE_CHECKING:
    from alembic.operations.batch import ApplyBatchImpl
    from sqlalchemy import Connection

_FLAG = "sqlite_autoincrement"
_IN_SOURCE = re.compile(r"\bAUTOINCREMENT\b", re.IGNORECASE)


class RebuildingSQLiteImpl(SQLiteImpl):
    """Alembic's, with AUTOINCREMENT and the highest number carried over to the new table."""

    __dialect__ = "sqlite"

    def prep_table_for_batch(self, batch_impl: "ApplyBatchImpl", table: Table) -> None:
        super().prep_table_for_batch(batch_impl, table)
        connection = self.connection
        assert connection is not None and batch_impl.new_table is not None  # noqa: S101, PT018  never offline
        had = has_autoincrement(connection, table.name)
        keeps = bool(batch_impl.table_kwargs.get(_FLAG, had))
        batch_impl.new_table.dialect_options["sqlite"]["autoincrement"] = keeps
        if keeps and had:
            self.memo[batch_impl.temp_table_name] = highest_number(connection, table.name)

    def rename_table(self, old_table_name: str, new_table_name: str, schema: str | None = None) -> None:
        super().rename_table(old_table_name, new_table_name, schema=schema)
        highest = self.memo.pop(old_table_name, None)
        if highest is not None:
            assert self.connection is not None  # noqa: S101  never offline
            raise_number(self.connection, str(new_table_name), highest)


def has_autoincrement(connection: "Connection", table: str) -> bool:
    """Whether a table of this SQLite database never gives a number twice; asked of the words it was made with."""
    source = connection.scalar(
        text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :n"), {"n": table}
    )
    return bool(_IN_SOURCE.search(source or ""))


def highest_number(connection: "Connection", table: str) -> int | None:
    """The highest number that a table with AUTOINCREMENT has given; None before its first row."""
    if connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")) is None:
        return None
    highest = connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :n"), {"n": table})
    return None if highest is None else int(highest)


def raise_number(connection: "Connection", table: str, number: int) -> None:
    """The next row of a table with AUTOINCREMENT gets a number above this one; it never sinks."""
    now = highest_number(connection, table)
    if now is None:
        connection.execute(
            text("INSERT INTO sqlite_sequence (name, seq) VALUES (:n, :s)"), {"n": table, "s": number}
        )
    elif now < number:
        connection.execute(text("UPDATE sqlite_sequence SET seq = :s WHERE name = :n"), {"n": table, "s": number})
