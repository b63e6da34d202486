"""Schemas of PostgreSQL: a restored database is made in one of its own, and changes places with the present one in
one transaction. Whatever else lies in the present one, and its owner and grants, stay."""

from datetime import datetime
from time import sleep

import psycopg
from psycopg import sql
from sqlalchemy import URL

from core.backup.postgresql import Connection, connected
from core.errors import Conflict, Misconfigured

LOOKS, BETWEEN_LOOKS = 10, 0.2
"""Seconds."""
_OTHERS = """
    SELECT count(*), coalesce(string_agg(DISTINCT coalesce(host(client_addr), 'local'), ', '), '')
    FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
_WAKE_UPS = "procrastinate%"
_TABLES = """
    SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind = 'r'
    AND (relname = ANY(%s) OR relname LIKE %s)
"""
_FUNCTIONS = """
    SELECT proname, pg_get_function_identity_arguments(oid) FROM pg_proc
    WHERE pronamespace = %s::regnamespace AND proname LIKE %s
"""
_TYPES = """
    SELECT typname FROM pg_type LEFT JOIN pg_class ON pg_class.oid = typrelid
    WHERE typnamespace = %s::regnamespace AND typname LIKE %s AND (typtype = 'e' OR relkind = 'c')
"""


def in_schema(url: URL, schema: str) -> URL:
    """The address of the same database, with `schema` for what is named without one."""
    options = f"{url.query.get('options', '')} -csearch_path={schema}".strip()
    return url.update_query_dict({"options": options})


def create_schema(url: URL, schema: str) -> None:
    """Raises Misconfigured where the role may not."""
    try:
        with connected(url) as connection:
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    except psycopg.errors.InsufficientPrivilege as error:
        raise Misconfigured("core-restore-no-schema") from error


def drop_schema(url: URL, schema: str) -> None:
    with connected(url) as connection:
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))


def refuse_others(url: URL) -> None:
    """Raises Conflict while anybody else is connected to the database."""
    with connected(url) as connection:
        _refuse_others(connection)


def _refuse_others(connection: Connection) -> None:
    count, who = 0, ""
    for _ in range(LOOKS):
        connection.execute("SELECT pg_stat_clear_snapshot()")
        count, who = connection.execute(_OTHERS).fetchone() or (0, "")
        if not count:
            return
        # Whoever has just said goodbye, this process among them, is still listed for a moment.
        sleep(BETWEEN_LOOKS)
    raise Conflict("core-restore-in-use", count=int(count), who=str(who))


def change_places(url: URL, *, restored: str, aside: str) -> None:
    """What is ours in the database's schema goes to the schema `aside`, and what is in `restored` takes its place.

    All of it or nothing. Raises Conflict while somebody else is connected.
    """
    with connected(url) as connection, connection.transaction():
        connection.execute("SET LOCAL lock_timeout = '10s'")
        _refuse_others(connection)
        [present] = connection.execute("SELECT current_schema()").fetchone() or ("public",)
        names = [name for (name,) in connection.execute(_TABLES, [restored, [], "%"]).fetchall()]
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(aside)))
        _move(connection, names, source=str(present), target=aside)
        _move(connection, names, source=restored, target=str(present))
        connection.execute(sql.SQL("DROP SCHEMA {}").format(sql.Identifier(restored)))


def _move(connection: Connection, names: list[str], *, source: str, target: str) -> None:
    """Indexes, constraints, triggers and the sequences of columns go with their tables."""
    to, of = sql.Identifier(target), sql.Identifier(source)
    for (table,) in connection.execute(_TABLES, [_quoted(source), names, _WAKE_UPS]).fetchall():
        connection.execute(sql.SQL("ALTER TABLE {}.{} SET SCHEMA {}").format(of, sql.Identifier(table), to))
    for name, arguments in connection.execute(_FUNCTIONS, [_quoted(source), _WAKE_UPS]).fetchall():
        function = sql.SQL("{}.{}").format(of, sql.Identifier(name)).as_string() + f"({arguments})"
        order = f"ALTER FUNCTION {function} SET SCHEMA {to.as_string()}"
        connection.execute(order.encode())
    for (kind,) in connection.execute(_TYPES, [_quoted(source), _WAKE_UPS]).fetchall():
        connection.execute(sql.SQL("ALTER TYPE {}.{} SET SCHEMA {}").format(of, sql.Identifier(kind), to))


def _quoted(schema: str) -> str:
    """As regnamespace reads it."""
    return sql.Identifier(schema).as_string()


def schema_name(kind: str, now: datetime) -> str:
    return f"bilten_{kind}_{now:%Y%m%d_%H%M%S}"
