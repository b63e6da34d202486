"""Everything that is in the database, to compare before and after."""

from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from core.db import Database

REFUSED = "access.refused"


def everything_in(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """But that somebody was refused, which the audit log says: nothing of what they asked for was done."""
    with database.read() as session:
        return {
            table.name: sorted(
                (row for each in session.execute(select(table)) if REFUSED not in (row := tuple(each))), key=repr
            )
            for table in SQLModel.metadata.sorted_tables
        }
