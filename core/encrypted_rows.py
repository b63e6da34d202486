"""Key rotation of what is on its way: rows with columns that are encrypted wherever there is a key.

They live for some weeks, so that most are gone before anybody asks. Whoever wants the old key out of the way at
once, or has only now got a key, has them written again, in short transactions; killed, it goes on with what is
left.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Column, Table, bindparam, select, tuple_, type_coerce, update
from sqlmodel import Session, SQLModel

from core.db import Database
from core.encrypted_columns import (
    EncryptedBytesType,
    EncryptedJsonType,
    EncryptedTextType,
    key_of_stored,
    plain_type,
)

AT_ONCE = 100
"""Rows of one transaction; a part of a file may have a megabyte."""
UNENCRYPTED = ""
"""In place of a key's id."""


def is_always_encrypted(column: Column[Any]) -> bool:
    kind = column.type
    return isinstance(kind, EncryptedJsonType | EncryptedBytesType) or (
        isinstance(kind, EncryptedTextType) and kind.always
    )


def count_rows_by_key(session: Session) -> Counter[str]:
    """How many rows, by the keys that encrypt anything in them."""
    counts: Counter[str] = Counter()
    for _, columns in _tables():
        for row in session.execute(select(*_as_stored(columns)).execution_options(yield_per=AT_ONCE)):
            counts.update({key for value in row if (key := key_of_stored(value)) is not None})
    return counts


def encrypt_rows_anew(database: Database, *, let_others_write: Callable[[], None]) -> int:
    """Every row that another key encrypts, or none. How many. Raises Misconfigured for one that cannot be read."""
    if database.keys is None:
        return 0
    count = 0
    for table, columns in _tables():
        for keys in _due(database, table, columns, database.keys.newest):
            with database.write() as session:
                count += _write_again(session, table, columns, keys)
            let_others_write()
    if count:
        forget_old_pages(database)
    return count


def forget_old_pages(database: Database) -> None:
    """What was there before something was encrypted is no longer in SQLite's log, unless somebody reads just now.
    On PostgreSQL autovacuum does it."""
    if database.is_sqlite:
        with closing(database.engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _tables() -> Iterator[tuple[Table, list[Column[Any]]]]:
    for table in SQLModel.metadata.sorted_tables:
        if columns := list(filter(is_always_encrypted, table.columns)):
            yield table, columns


def _due(
    database: Database, table: Table, columns: Sequence[Column[Any]], newest: str
) -> Iterator[list[tuple[Any, ...]]]:
    """The primary keys of rows to be written again, some at a time."""
    own = list(table.primary_key)
    after: tuple[Any, ...] | None = None
    while True:
        page = select(*own, *_as_stored(columns)).order_by(*own).limit(AT_ONCE)
        if after is not None:
            page = page.where(tuple_(*own) > tuple_(*(bindparam(None, part) for part in after)))
        with database.read() as session:
            rows = session.execute(page).all()
        due = [tuple(row[: len(own)]) for row in rows if _is_due(row[len(own) :], newest)]
        if due:
            yield due
        if len(rows) < AT_ONCE:
            return
        after = tuple(rows[-1][: len(own)])


def _is_due(values: Sequence[Any], newest: str) -> bool:
    return any(key_of_stored(value) not in (None, newest) for value in values)


def _write_again(
    session: Session, table: Table, columns: Sequence[Column[Any]], keys: list[tuple[Any, ...]]
) -> int:
    own = list(table.primary_key)
    these = select(*own, *columns).where(tuple_(*own).in_(keys)).with_for_update()
    changes = [
        {
            **{f"_{column.name}": part for column, part in zip(own, row, strict=False)},
            **{column.name: value for column, value in zip(columns, row[len(own) :], strict=True)},
        }
        for row in session.execute(these)
    ]
    if changes:
        which = [column == bindparam(f"_{column.name}") for column in own]
        values = {column.name: bindparam(column.name, type_=column.type) for column in columns}
        session.connection().execute(update(table).where(*which).values(values), changes)
    return len(changes)


def _as_stored(columns: Sequence[Column[Any]]) -> list[Any]:
    return [type_coerce(column, plain_type(column.type)) for column in columns]
