"""Alembic's environment: the tables of every room, on the connection that `upgrade` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from campaigns import tables as campaigns_tables
from campaigns.outside import tables as outside_tables
from core.db import EnumText, UtcDateTime
from delivery import tables as delivery_tables
from migrations.upgrade import is_of_the_program
from news import tables as news_tables
from scheduler import tables as scheduler_tables
from staff import tables as staff_tables
from subscribers import tables as subscribers_tables
from templates import tables as templates_tables

ROOMS_WITH_TABLES = (
    news_tables, subscribers_tables, templates_tables, delivery_tables, staff_tables, campaigns_tables,
    outside_tables, scheduler_tables,
)  # fmt: skip


def plain_type(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """A migration names the database's types, not the program's: it must run when the program has moved on."""
    if kind != "type" or not isinstance(item, TypeDecorator):
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, EnumText):
        return "sa.String(length=40)"
    if isinstance(item, AutoString):
        length = getattr(item.impl, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=plain_type,
    include_name=is_of_the_program,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
