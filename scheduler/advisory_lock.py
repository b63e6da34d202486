"""Advisory lock of PostgreSQL: of all schedulers on one database, whoever holds it leads (ADR 14)."""

from sqlalchemy import Connection, text
from sqlmodel import Session

LEADER_LOCK = 0x62696C74656E
"""One for each database."""

_LEADERS = (
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
    " AND (classid::bigint << 32) | objid::bigint = :lock"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def take_the_lead(connection: Connection) -> bool:
    """Whether the lock is this connection's now; it is given back when the connection ends, however it ends."""
    return bool(connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LEADER_LOCK}))


def has_the_lead(connection: Connection) -> bool:
    """Asked anew each time: behind a pooler the session could have become another one."""
    mine = text(f"{_LEADERS} AND pid = pg_backend_pid()")
    return bool(connection.scalar(mine, {"lock": LEADER_LOCK}))


def does_anybody_lead(session: Session) -> bool:
    return bool(session.scalar(text(_LEADERS), {"lock": LEADER_LOCK}))
