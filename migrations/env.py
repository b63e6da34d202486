"""Alembic's environment: the tables of every room, on the connection that `upgrade` hands over.

On SQLite it refuses a connection that enforces foreign keys: rebuilding a table would delete what refers to it.
"""

from typing import Any, Literal

from alembic import context
from alembic.ddl.impl import DefaultImpl
from sqlalchemy import text
from sqlalchemy.types import TypeDecorator
from sqlmodel.sql.sqltypes import AutoString

from core.db import EnumText, UtcDateTime
from core.enum_set import MAX_LENGTH, EnumSetText
from migrations.rebuild import RebuildingSQLiteImpl
from migrations.tables import METADATA
from migrations.upgrade import is_of_the_program


def plain_type(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """A migration names the database's types, not the program's: it must run when the program has moved on."""
    if kind != "type" or not isinstance(item, TypeDecorator):
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, EnumText):
        return "sa.String(length=40)"
    if isinstance(item, EnumSetText):
        return f"sa.String(length={MAX_LENGTH})"
    if isinstance(item, AutoString):
        length = getattr(item.impl, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False


connection = context.config.attributes["connection"]
if connection.dialect.name == "sqlite":
    # Alembic takes whichever implementation for SQLite was defined last.
    assert DefaultImpl.get_by_dialect(connection.dialect) is RebuildingSQLiteImpl  # noqa: S101  before anything runs
    if connection.scalar(text("PRAGMA foreign_keys")):
        raise RuntimeError("migrations run in Database.write_schema(), where foreign keys are not enforced")

context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=plain_type,
    include_name=is_of_the_program,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
