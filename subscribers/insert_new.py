"""INSERT … ON CONFLICT DO NOTHING in the words of either database: to write a row twice is no error."""

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, table: type[SQLModel]) -> Insert:
    """An INSERT that leaves rows alone that are there already. RETURNING names only the rows it really wrote."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()
