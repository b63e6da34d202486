"""Bulk INSERT: any number of rows in one statement and one parameter, JSON that the database itself makes rows of.

A placeholder for each value of thousands costs more than what the statement does; one parameter costs the same for
one row and for two thousand, and the statement is compiled once. A row that is there already is left alone.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Insert, bindparam, cast, literal_column, select, true
from sqlmodel import Session, SQLModel

from core.encrypted_columns import EncryptedType, keys_of
from core.sql import is_sqlite, json_rows, upsert_on

_SQLITE_MOMENT = "%Y-%m-%d %H:%M:%S.%f"
"""As SQLAlchemy writes moments there."""


def insert_rows(
    session: Session,
    table: type[SQLModel],
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    same: Mapping[str, Any] | None = None,
    returning: Sequence[str] = (),
) -> list[Any]:
    """`rows`: values in the order of `columns`, fit for JSON, or moments; `same`: what all of them have. Returns
    the columns of `returning` of the rows that were really written, in whatever order."""
    if not rows:
        return []
    on_sqlite = is_sqlite(session)
    rows = _encrypted(session, table, columns, rows)
    statement = _statement(table, tuple(columns), tuple(same or ()), tuple(returning), on_sqlite=on_sqlite)
    packed = json.dumps(rows, default=_sqlite_moment if on_sqlite else datetime.isoformat, ensure_ascii=False)
    result = session.connection().execute(statement, {"many_rows": packed, **(same or {})})
    return list(result.all()) if returning else []


def _encrypted(
    session: Session, table: type[SQLModel], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> Sequence[Sequence[Any]]:
    """What types of columns do to parameters, which none of these values is by itself."""
    if keys_of(session) is None:
        return rows
    own, dialect = SQLModel.metadata.tables[str(table.__tablename__)], session.get_bind().dialect
    types = [own.c[name].type for name in columns]
    if not any(isinstance(each, EncryptedType) for each in types):
        return rows
    binds = [each.process_bind_param if isinstance(each, EncryptedType) else _as_it_is for each in types]
    return [[bind(value, dialect) for bind, value in zip(binds, row, strict=True)] for row in rows]


def _as_it_is(value: Any, _: Dialect) -> Any:
    return value


@cache
def _statement(
    table: type[SQLModel],
    columns: tuple[str, ...],
    same: tuple[str, ...],
    returning: tuple[str, ...],
    *,
    on_sqlite: bool,
) -> Insert:
    own = SQLModel.metadata.tables[str(table.__tablename__)]
    values = [_value(own.c[name], place, on_sqlite=on_sqlite) for place, name in enumerate(columns)]
    values += [bindparam(name, type_=own.c[name].type) for name in same]
    # Without a WHERE, SQLite would read ON CONFLICT as part of a join (https://www.sqlite.org/lang_upsert.html).
    rows = select(*values).select_from(json_rows(bindparam("many_rows"), on_sqlite=on_sqlite)).where(true())
    return (
        upsert_on(own, on_sqlite=on_sqlite)
        .from_select([*columns, *same], rows, include_defaults=False)
        .on_conflict_do_nothing()
        .returning(*(own.c[name] for name in returning))
    )


def _value(column: Any, place: int, *, on_sqlite: bool) -> ColumnElement[Any]:
    if on_sqlite:
        return literal_column(f"json_extract(each.value, '$[{place}]')")
    return cast(literal_column(f"each.value ->> {place}"), column.type)


def _sqlite_moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime(_SQLITE_MOMENT)
