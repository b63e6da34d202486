"""Supported PostgreSQL servers: looked at before anything is changed, and one upgrade at a time on a database."""

from typing import TYPE_CHECKING

from sqlalchemy import text

from core.errors import Conflict, Misconfigured

if TYPE_CHECKING:
    from sqlmodel import Session

    from core.db import Database

OLDEST, NEWEST = 15, 18
"""Major versions; the tests run on the oldest, on 16 and on the newest."""
ENCODING = "UTF8"
UPGRADE_LOCK = 0x62696C757067
"""The advisory lock of whoever migrates; given back when its transaction ends."""
LOCK_TIMEOUT = "30s"
"""How long a migration waits for a table, or for another migration, before it gives up and changes nothing."""


def refuse_unsupported_server(database: "Database") -> None:
    """Raises Misconfigured for a server that Bilten was never tried on, and for a database that is not in UTF-8.

    Both are known from the connection itself. On SQLite nothing can be wrong.
    """
    if database.is_sqlite:
        return
    with database.engine.connect() as connection:
        info = connection.connection.driver_connection.info  # type: ignore[union-attr]  # psycopg's own
        major, encoding = info.server_version // 10_000, info.parameter_status("server_encoding")
    if not OLDEST <= major <= NEWEST:
        raise Misconfigured("core-server-version", found=str(major), oldest=str(OLDEST), newest=str(NEWEST))
    if encoding != ENCODING:
        raise Misconfigured("core-server-encoding", found=str(encoding))


def take_upgrade_lock(session: "Session") -> None:
    """Until the end of the transaction nobody else migrates. Raises Conflict where somebody is at work.

    Most statements lock a whole table: whoever uses it is waited for, but not for ever.
    """
    session.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
    session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    if session.scalar(text("SELECT to_regclass('procrastinate_workers')")) is None:
        return
    from scheduler.wake_ups import machines

    running = machines(session)
    if running.leads or running.workers:
        raise Conflict("core-upgrade-while-running", workers=running.workers)
