"""Schema drift: what a database has otherwise than its number says, whoever changed it by hand or half-way."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect

from core.db import Database
from migrations.rebuild import has_autoincrement
from migrations.tables import METADATA
from migrations.upgrade import is_of_the_program

WAKE_UP_TABLES = ("procrastinate_jobs", "procrastinate_events", "procrastinate_workers")


class DriftKind(StrEnum):
    MISSING = "missing"
    EXTRA = "extra"
    OTHER = "other"
    """It is there and is not as it should be."""


@dataclass(frozen=True, slots=True)
class Difference:
    drift: DriftKind
    what: str
    """Table, column, index or constraint, as the database names it."""


def schema_differences(database: Database) -> list[Difference]:
    """Between the database and the tables of this program; empty where all is well. Changes nothing.

    Tables with their columns, types, NOT NULL, indexes, unique constraints and foreign keys, and AUTOINCREMENT.
    """
    with database.read() as session:
        connection = session.connection()
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_of_the_program}
        )
        differences = [_difference(step) for step in compare_metadata(context, METADATA)]
        return [*differences, *_numbers_given_twice(connection), *_wake_ups_without_tables(connection)]


def _difference(step: Any) -> Difference:
    if isinstance(step, list):
        # One column that is otherwise: (what to do, schema, table, column, …), once for each of its properties.
        return Difference(DriftKind.OTHER, f"{step[0][2]}.{step[0][3]}")
    verb, _, kind = step[0].partition("_")
    return Difference(DriftKind.MISSING if verb == "add" else DriftKind.EXTRA, _named(kind, step))


def _named(kind: str, step: tuple[Any, ...]) -> str:
    if kind == "column":
        return f"{step[2]}.{step[3].name}"
    subject = step[1]
    if kind == "table":
        return str(subject.name)
    columns = ", ".join(column.name for column in subject.columns)
    return f"{subject.table.name} ({columns}) {subject.name or kind}"


def _numbers_given_twice(connection: Connection) -> Iterator[Difference]:
    if connection.dialect.name != "sqlite":
        return
    there = set(inspect(connection).get_table_names())
    for table in METADATA.sorted_tables:
        wanted = bool(table.dialect_options["sqlite"]["autoincrement"])
        if table.name in there and wanted != has_autoincrement(connection, table.name):
            yield Difference(DriftKind.OTHER, f"{table.name}: AUTOINCREMENT")


def _wake_ups_without_tables(connection: Connection) -> Iterator[Difference]:
    """Of procrastinate's tables only that they are there: what is in them is its own business."""
    if connection.dialect.name == "postgresql":
        there = set(inspect(connection).get_table_names())
        yield from (Difference(DriftKind.MISSING, name) for name in WAKE_UP_TABLES if name not in there)
