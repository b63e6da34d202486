"""Statement cache: what SQLAlchemy has compiled for one database serves all of its kind in this process.

Its caches belong to an engine, or tell engines apart by their dialect object; each test has an engine of its own,
and would compile every statement anew.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.util import LRUCache

from core.encrypted_columns import KEYS

DIALECTS: tuple[Any, ...] = (SQLiteDialect_pysqlite, PGDialect_psycopg)
_SIZE = 5_000
_compiled: LRUCache[Any, Any] = LRUCache(_SIZE)


def share_compiled_statements() -> None:
    """From now on, dialects for the same version of the same database, with the same keys, are equal, and engines
    share one cache."""
    for dialect in DIALECTS:
        dialect.__hash__ = lambda self: hash(type(self))
        dialect.__eq__ = _is_same
    if not event.contains(Engine, "engine_connect", _use_shared):
        event.listen(Engine, "engine_connect", _use_shared)


def _is_same(dialect: Dialect, other: object) -> bool:
    return type(dialect) is type(other) and _version(dialect) == _version(other)


def _version(dialect: object) -> object:
    return getattr(dialect, "server_version_info", None), getattr(dialect, KEYS, None)


def _use_shared(connection: Connection) -> None:
    connection.engine._compiled_cache = _compiled
