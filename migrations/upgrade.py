"""Bring a database's schema to this program's version."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from core.db import Database


def alembic_config(connection: Any) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def is_of_the_program(name: str | None, kind: str, _: Any) -> bool:
    """Whether a table is one of ours; those of procrastinate are its own business."""
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


def upgrade(database: Database) -> None:
    """Every outstanding migration, in one transaction. Running it twice changes nothing."""
    with database.write() as session:
        command.upgrade(alembic_config(session.connection()), "head")


def is_current(database: Database) -> bool:
    """Whether the schema is this program's; an empty database is not."""
    return current_revision(database) == _head()


def current_revision(database: Database) -> str | None:
    """The last migration that ran; None for a database that has seen none."""
    with database.read() as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def _head() -> str | None:
    return ScriptDirectory.from_config(alembic_config(None)).get_current_head()
