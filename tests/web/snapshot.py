"""Everything that is in the database, to compare before and after."""

from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from core.db import Database


def everything_in(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    with database.read() as session:
        return {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in SQLModel.metadata.sorted_tables
        }
