"""INSERT that leaves a row alone if its unique key is there already: how repeats become harmless."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_once(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> list[Any]:
    """Inserts those rows that are new and returns them as objects; few statements for many."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    statement = (sqlite.insert if is_sqlite else postgresql.insert)(table)
    # Rendered NULLs give every row the same columns, and with them one statement.
    options = {"render_nulls": True}
    new = session.exec(
        statement.on_conflict_do_nothing().returning(table), params=rows, execution_options=options
    ).all()
    return [row[0] for row in new]
