"""Schema version: which of this program's migrations a database has seen.

Each command and each look at the health asks that. It is answered without Alembic, whose import takes longer than
all that a short command does; tests/project/test_migrations.py holds both to the same answers.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from sqlalchemy import inspect, text

from core.db import Database
from core.errors import Misconfigured

_VERSIONS = Path(__file__).parent / "versions"


class SchemaState(StrEnum):
    NONE = "none"
    """No migration has ever run."""
    OLDER = "older"
    CURRENT = "current"
    UNKNOWN = "unknown"
    """A migration ran that this program does not have: the database was made by a newer version."""


def schema_state(database: Database) -> SchemaState:
    revisions = _revisions(database)
    if not revisions:
        return SchemaState.NONE
    if revisions == (head_revision(),):
        return SchemaState.CURRENT
    return SchemaState.OLDER if set(revisions).issubset(program_revisions()) else SchemaState.UNKNOWN


def is_current(database: Database) -> bool:
    """Whether the schema is this program's; an empty database is not."""
    return schema_state(database) is SchemaState.CURRENT


def current_revision(database: Database) -> str | None:
    """The last migration that ran; None for a database that has seen none."""
    return ", ".join(_revisions(database)) or None


def newer_database(database: Database) -> Misconfigured:
    return Misconfigured("core-database-newer", found=current_revision(database) or "", known=head_revision())


def head_revision() -> str:
    return max(program_revisions())


@cache
def program_revisions() -> frozenset[str]:
    """The name of a migration's file begins with its revision, four digits; the highest is the last."""
    return frozenset(path.name.partition("_")[0] for path in _VERSIONS.glob("[0-9]*_*.py"))


def _revisions(database: Database) -> tuple[str, ...]:
    with database.read() as session:
        if not inspect(session.connection()).has_table("alembic_version"):
            return ()
        return tuple(session.execute(text("SELECT version_num FROM alembic_version")).scalars())
