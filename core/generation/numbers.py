"""Sequences: which numbers of rows have been given out, so that none is given out again after a restore.

Numbers leave the house (a reader's in links, a delivery's at the provider). One that came back for somebody else
would let an old link, or a late report, act on the wrong person.
"""

from collections.abc import Mapping

from sqlalchemy import Integer, Table, inspect, text
from sqlmodel import Session, SQLModel

from core.sql import is_sqlite

_POSTGRES = (
    "SELECT sequencename, last_value FROM pg_sequences"
    " WHERE schemaname = current_schema() AND last_value IS NOT NULL"
)
_SUFFIX = "_id_seq"
_HIGHEST = "SELECT '{0}', max(id) FROM \"{0}\""


def given_out(session: Session) -> dict[str, int]:
    """By table, the highest number that any of its rows has had, as far as the database remembers."""
    if not is_sqlite(session):
        rows = session.execute(text(_POSTGRES)).all()
        return {name.removesuffix(_SUFFIX): int(last) for name, last in rows if name.endswith(_SUFFIX)}
    remembered = _sqlite_sequence(session)
    # In one statement: this is asked at every heartbeat, of all tables.
    highest = " UNION ALL ".join(_HIGHEST.format(name) for name in _numbered_tables())
    rows = session.execute(text(highest)).all()
    return {name: max(int(number or 0), remembered.get(name, 0)) for name, number in rows}


def raise_numbers(session: Session, numbers: Mapping[str, int]) -> None:
    """Rows that come get higher numbers than these. Those that are higher already stay."""
    now = given_out(session)
    known = set(_numbered_tables())
    for name, number in sorted(numbers.items()):
        if name not in known or number <= now.get(name, 0):
            continue
        if is_sqlite(session):
            _raise_sqlite(session, name, number)
        else:
            session.execute(text("SELECT setval(:name, :number)"), {"name": f"{name}{_SUFFIX}", "number": number})


def _raise_sqlite(session: Session, name: str, number: int) -> None:
    """SQLite remembers for tables with AUTOINCREMENT only."""
    if not _remembers(session):
        return
    session.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
    session.execute(
        text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)"), {"name": name, "number": number}
    )


def _sqlite_sequence(session: Session) -> dict[str, int]:
    if not _remembers(session):
        return {}
    return {name: int(last) for name, last in session.execute(text("SELECT name, seq FROM sqlite_sequence")).all()}


def _remembers(session: Session) -> bool:
    return bool(inspect(session.connection()).has_table("sqlite_sequence"))


def _numbered_tables() -> list[str]:
    return [name for name, table in SQLModel.metadata.tables.items() if _is_numbered(table)]


def _is_numbered(table: Table) -> bool:
    return "id" in table.c and table.c.id.primary_key and isinstance(table.c.id.type, Integer)
