"""Upsert (INSERT … ON CONFLICT), many ids in one parameter: SQL in the dialect of either database.

Whatever differs between SQLite and PostgreSQL in a statement is here; how a database is opened is in `core.db`,
what time it is in `core.clock`. The same rows come of it on both.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    String,
    Subquery,
    UnaryExpression,
    any_,
    case,
    cast,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import custom_op
from sqlmodel import Session, SQLModel

if TYPE_CHECKING:
    # Else where it is needed: on SQLite, each command would wait for the import of PostgreSQL's five drivers.
    from sqlalchemy.dialects import postgresql


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def upsert(session: Session, table: type[SQLModel]) -> "sqlite.Insert | postgresql.Insert":
    """An INSERT that can go on with `on_conflict_do_update` or `on_conflict_do_nothing`."""
    return upsert_on(table, on_sqlite=is_sqlite(session))


def upsert_on(table: Any, *, on_sqlite: bool) -> "sqlite.Insert | postgresql.Insert":
    """The same for a statement that is made once and kept."""
    if on_sqlite:
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def json_rows(packed: Any, *, on_sqlite: bool) -> FromClause:
    """The elements of an array in JSON as rows of `each`, with their `value`."""
    if on_sqlite:
        return func.json_each(packed).alias("each")
    from sqlalchemy.dialects.postgresql import JSONB

    return func.jsonb_array_elements(cast(packed, JSONB)).alias("each")


def insert_new(session: Session, table: type[SQLModel]) -> "sqlite.Insert | postgresql.Insert":
    """An INSERT that leaves rows alone that are there already. RETURNING names only the rows it really wrote."""
    return upsert(session, table).on_conflict_do_nothing()


def insert_where(
    session: Session, table: type[SQLModel], values: Mapping[str, Any], condition: ColumnElement[bool]
) -> None:
    """Inserts the row where the condition holds, by one statement either way: neither how many there are nor how
    long they take tells whether it did."""
    columns = inspect(table).columns
    row = select(*(literal(value, columns[name].type) for name, value in values.items())).where(condition)
    session.execute(insert(table).from_select(list(values), row))


def insert_once(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> list[Any]:
    """Inserts those rows that are new and returns them as objects; few statements for many."""
    # Rendered NULLs give every row the same columns, and with them one statement.
    options = {"render_nulls": True}
    written = session.exec(insert_new(session, table).returning(table), params=rows, execution_options=options)
    return [row[0] for row in written.all()]


def ids_as_rows(session: Session, ids: Collection[int]) -> Subquery:
    """The ids as rows: `id`, and `place` from 0 on in their order."""
    if is_sqlite(session):
        rows = func.json_each(_as_json(ids)).table_valued("key", "value")
        return select(rows.c.key.label("place"), rows.c.value.label("id")).subquery()
    listed = func.unnest(_as_array(ids)).table_valued("id", with_ordinality="ordinality").render_derived()
    return select((listed.c.ordinality - 1).label("place"), listed.c.id).subquery()


def in_ids(session: Session, column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether `column` is one of the ids, all of them in one parameter: a placeholder for each of a hundred costs
    more than what the statement does."""
    is_one: ColumnElement[bool]
    if is_sqlite(session):
        rows = func.json_each(_as_json(ids)).table_valued("value")
        is_one = column.in_(select(rows.c.value))
    else:
        # An array, because PostgreSQL looks each of its elements up; what a function returns it may join with all
        # that there is.
        is_one = column == any_(_as_array(ids))
    return is_one


def in_texts(session: Session, column: Any, texts: Collection[str]) -> ColumnElement[bool]:
    """The same of texts."""
    if is_sqlite(session):
        rows = func.json_each(_as_json(texts)).table_valued("value")
        is_one: ColumnElement[bool] = column.in_(select(rows.c.value))
        return is_one
    from sqlalchemy.dialects.postgresql import JSONB

    # Made an array by PostgreSQL: for each of thousands of texts, psycopg takes longer than what is done with it.
    each = func.jsonb_array_elements_text(cast(_as_json(texts), JSONB)).column_valued("each")
    is_any: ColumnElement[bool] = column == any_(func.array(select(each).scalar_subquery()))
    return is_any


def text_of_each(session: Session, key: Any, texts: Mapping[int, str]) -> ColumnElement[Any]:
    """For each row its own text, by its `key`, all of them in one parameter."""
    stored, name = json.dumps(texts), cast(key, String)
    if is_sqlite(session):
        return func.json_extract(literal(stored), literal('$."').concat(name).concat('"'))
    from sqlalchemy.dialects.postgresql import JSONB

    return func.jsonb_extract_path_text(cast(literal(stored), JSONB), name)


def domain_of(session: Session, address: Any) -> ColumnElement[str]:
    """What stands behind the @ of an address that `core.addresses` has checked: there is one @ in it."""
    if is_sqlite(session):
        return func.substr(address, func.instr(address, "@") + 1)
    return func.split_part(address, "@", 2)


def interval_of(moment: Any, ends: Sequence[datetime]) -> ColumnElement[int]:
    """Histogram: in which of the intervals a moment lies, from 0 on; `ends` in their order, each the first moment
    that is no longer in its interval. From the last end on it is their number."""
    return case(*((moment < end, place) for place, end in enumerate(ends)), else_=len(ends))


def timeline(session: Session) -> str:
    """PostgreSQL's timeline: changes when a replica takes over, and with PITR, when what was committed last may be
    lost. A restart keeps its commits, and changes nothing. Empty on SQLite, and on a replica."""
    if is_sqlite(session):
        return ""
    expression = "CASE WHEN pg_is_in_recovery() THEN '' ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END"
    return str(session.execute(text(f"SELECT {expression}")).scalar_one())


def server_identity(session: Session) -> str:
    """PostgreSQL's cluster and the database in it, by the numbers that it has given them itself: the same by
    whatever address, and on a replica that takes over. Empty on SQLite, and where the role may not ask."""
    if is_sqlite(session):
        return ""
    if not session.execute(text("SELECT has_function_privilege('pg_control_system()', 'execute')")).scalar_one():
        return ""
    database = "(SELECT oid FROM pg_database WHERE datname = current_database())"
    statement = f"SELECT system_identifier || '/' || {database} FROM pg_control_system()"  # noqa: S608  # fixed text
    return str(session.execute(text(statement)).scalar_one())


class _ByDialect(FunctionElement[Any]):
    """Of two expressions the first, on SQLite the second. Without a type, unless it is given one: SQLite would be
    asked whether a boolean function is 1, and use no list for it."""

    inherit_cache = True


@compiles(_ByDialect)
def _first(element: _ByDialect, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses.clauses[0], **options)


@compiles(_ByDialect, "sqlite")
def _second(element: _ByDialect, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses.clauses[1], **options)


def unindexed(column: Any) -> ColumnElement[Any]:
    """The same value, which no index is chosen by: SQLite does not know how many rows have it, and would take an
    index with it rather than the unique one that leads to a single row. A plus sign keeps it from that
    (https://www.sqlite.org/optoverview.html, "unary +"). PostgreSQL has statistics."""
    element = _ByDialect(column, UnaryExpression(column, operator=custom_op("+"), type_=column.type))
    element.type = column.type
    return element


def is_among(column: Any, key: Any, rows: Select[Any]) -> ColumnElement[bool]:
    """Whether `column` is one of what `rows` selects, which is `key`, never NULL. SQLite makes a list of those few
    with an index, and would look each person up in an EXISTS; PostgreSQL turns an EXISTS into a join, and a NOT IN
    that does not fit into its memory into a search of the whole list for each row."""
    return _ByDialect(rows.where(key == column).exists(), column.in_(rows))


def contains_text(column: Any, part: str) -> ColumnElement[bool]:
    """Whether `part` stands anywhere in a column of text, to the letter: LIKE takes A for a on SQLite alone."""
    return _ByDialect(func.strpos(column, part) > 0, func.instr(column, part) > 0)


def _as_json(ids: Collection[int] | Collection[str]) -> ColumnElement[str]:
    return literal(json.dumps(list(ids)))


def _as_array(ids: Collection[int]) -> ColumnElement[Any]:
    from sqlalchemy.dialects.postgresql import ARRAY

    return literal(list(ids), ARRAY(BigInteger))
