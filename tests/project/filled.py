"""Test data for migrations: rows in every table of any revision, by reflection, so that none is forgotten."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from graphlib import TopologicalSorter
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    select,
    text,
)
from sqlmodel import Session, SQLModel

from core.db import Database, EnumText
from core.enum_set import EnumSetText, set_text
from migrations.upgrade import is_of_the_program

Row = dict[str, Any]
Contents = dict[str, list[Row]]
ROWS = 12
"""In each table; more than any enumeration has values, so that each state is there."""
LEFT_STATES = {("delivery", "status"): ["claimed"]}
"""States that once were: rows of old revisions have them."""
FORMER = ["editor", "approver", "admin"]
FORMER_COLUMNS = {("staff_user", "role"): FORMER, ("staff_user", "former_role"): FORMER}
"""What columns held that this version has not."""


SCHEMA_AS_TEXT = {
    "sqlite": """
        SELECT tbl_name, group_concat(sql, ';')
        FROM (SELECT tbl_name, sql FROM sqlite_master WHERE sql <> '' ORDER BY tbl_name, name) GROUP BY tbl_name
    """,
    "postgresql": """
        WITH ours AS (
            SELECT oid, relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        ), part AS (
            SELECT relname, format('%s %s %s %s', attnum, attname, attnotnull,
                   format_type(atttypid, atttypmod)) AS words
            FROM ours JOIN pg_attribute ON attrelid = ours.oid WHERE attnum > 0 AND NOT attisdropped
            UNION ALL
            SELECT relname, pg_get_constraintdef(pg_constraint.oid)
            FROM ours JOIN pg_constraint ON conrelid = ours.oid
        )
        SELECT relname, string_agg(words, ';' ORDER BY words COLLATE "C") FROM part GROUP BY relname
    """,
}
_reflected: dict[tuple[str, str, str], Table] = {}


def tables_of(database: Database) -> list[Table]:
    """Ours, with what they refer to first. Each is reflected once as it is: most revisions change one or two, and
    what SQLAlchemy has compiled for a table serves all revisions that have it."""
    kind = database.engine.dialect.name
    with database.read() as session:
        rows = session.execute(text(SCHEMA_AS_TEXT[kind]))
        schema = {name: definition for name, definition in rows if _is_ours(name)}
        new = [name for name, definition in schema.items() if (kind, name, definition) not in _reflected]
        if new:
            metadata = MetaData()
            metadata.reflect(session.connection(), only=new, resolve_fks=False)
            _reflected.update({(kind, name, schema[name]): metadata.tables[name] for name in new})
    tables = {name: _reflected[kind, name, definition] for name, definition in schema.items()}
    return [tables[name] for name in TopologicalSorter(_references(tables)).static_order()]


def _is_ours(table: str) -> bool:
    return (
        table != "alembic_version" and not table.startswith("sqlite_") and is_of_the_program(table, "table", None)
    )


def _references(tables: Mapping[str, Table]) -> dict[str, set[str]]:
    """By table: which others its rows refer to."""
    return {
        name: {key.target_fullname.partition(".")[0] for key in table.foreign_keys} - {name}
        for name, table in tables.items()
    }


def fill(database: Database, *, old_states: bool = True) -> None:
    """Every table gets ROWS rows. `old_states`: with those that only old revisions knew."""
    with database.write() as session:
        for table in tables_of(database):
            _fill_table(session, table, old_states=old_states)


def empty(database: Database) -> None:
    """Every row is gone; which numbers were given is still known."""
    with database.write() as session:
        for table in reversed(tables_of(database)):
            session.execute(table.delete())


def _fill_table(session: Session, table: Table, *, old_states: bool) -> None:
    if table.name == "brand":
        session.execute(table.insert(), [{**_row(table, 0, old_states=old_states), "id": 1}])
        return
    session.execute(table.insert(), [_row(table, number, old_states=old_states) for number in range(ROWS)])


def _row(table: Table, number: int, *, old_states: bool) -> Row:
    return {column.name: _value(table, column, number, old_states=old_states) for column in table.columns}


def _value(table: Table, column: Column[Any], number: int, *, old_states: bool) -> Any:
    if column.nullable and number == ROWS - 1:
        return None
    if (column.foreign_keys or column.primary_key) and isinstance(column.type, Integer):
        return _number(number)
    states = list(_states(table.name, column.name, old_states=old_states))
    if states:
        return states[number % len(states)]
    return _plain_value(column, number)


def _number(number: int) -> int:
    # With gaps, as where rows were deleted.
    return 3 + number * 2


def _states(table: str, column: str, *, old_states: bool) -> Iterator[str]:
    known = SQLModel.metadata.tables.get(table)
    kind = known.columns[column].type if known is not None and column in known.columns else None
    yield from FORMER_COLUMNS.get((table, column), [])
    if isinstance(kind, EnumSetText):
        members = list(kind.enum)
        yield from (set_text(members[:number]) for number in range(1, len(members) + 1))
    if isinstance(kind, EnumText):
        yield from (state.value for state in kind.enum)
        yield from LEFT_STATES.get((table, column), []) if old_states else []


VALUES: tuple[tuple[type[Any], Callable[[str, int], Any]], ...] = (
    (Boolean, lambda _, number: number % 2 == 0),
    (Integer, lambda _, number: number + 1000),
    (Float, lambda _, number: number + 0.25),
    (DateTime, lambda _, number: datetime(2026, 1, 2, 3, 4, 5, 678900, tzinfo=UTC) + timedelta(days=number)),
    (Date, lambda _, number: date(2026, 1, 2) + timedelta(days=number)),
    (JSON, lambda name, number: {name: [number, "čšž", None]}),
    (LargeBinary, lambda _, number: bytes([number, 0, 255])),
)


def _plain_value(column: Column[Any], number: int) -> Any:
    for kind, value in VALUES:
        if isinstance(column.type, kind):
            return value(column.name, number)
    text = f"{column.name} {number} Čas je, 50 % [[name]] “قيمة”\n" * 3
    # No longer than the shortest of the columns that some revision has with a length, and others without one.
    return f"{number:02d}{text}"[: getattr(column.type, "length", None) or 120]


def contents(database: Database) -> Contents:
    """Every row of every table."""
    rows_by_table: Contents = {}
    with database.read() as session:
        for table in tables_of(database):
            rows = session.execute(select(table)).mappings().all()
            rows_by_table[table.name] = [dict(row) for row in rows]
    return rows_by_table


def narrowed(held: Contents, shape: Contents) -> dict[str, list[str]]:
    """The rows of `held` in those tables and columns that `shape` has, too, comparable and in one order."""
    return {
        table: sorted(
            json.dumps({name: repr(row[name]) for name in sorted(row.keys() & shape[table][0].keys())})
            for row in rows
        )
        for table, rows in held.items()
        if shape.get(table)
    }


def columns(held: Contents) -> set[tuple[str, str]]:
    return {(table, column) for table, rows in held.items() if rows for column in rows[0]}
