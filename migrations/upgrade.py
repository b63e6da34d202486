"""Safe schema migration: bring a database to this program's version, whole or not at all, and lose no row.

All outstanding migrations run in one transaction. On SQLite foreign keys are not enforced in it and are checked
before its end, and a copy of the file lies beside it until it has succeeded (ADR 28). On PostgreSQL the server is
looked at first, and of two who upgrade at once the second waits.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from core.db import Database
from core.errors import BiltenError, Conflict, Unavailable
from core.single_instance import lock_path, only_one
from core.sqlite_copy import copy_database
from migrations.postgres_server import refuse_unsupported_server, take_upgrade_lock
from migrations.schema_state import SchemaState, head_revision, is_current, newer_database, schema_state


class LostRowsError(Exception):
    """A migration would leave rows that refer to nothing."""


def alembic_config(connection: Any) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def is_of_the_program(name: str | None, kind: str, _: Any) -> bool:
    """Whether a table is one of ours; those of procrastinate are its own business."""
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


def upgrade(database: Database, revision: str = "head") -> None:
    """Every outstanding migration up to `revision`, in one transaction. Running it twice changes nothing.

    Killed at any moment, the database is as it was before or as it is afterwards. Raises Conflict while Bilten
    runs on the database, and where a migration failed (its text names the copy of the file); Unavailable where no
    copy can be made; Misconfigured for a database of a newer version, or a PostgreSQL server that Bilten does not
    support. After each of them nothing has changed.
    """
    refuse_what_cannot_be_upgraded(database)
    if revision == "head" and is_current(database):
        forget_copies(database)
        return
    _migrate(database, lambda config: command.upgrade(config, revision))
    forget_copies(database)


def downgrade(database: Database, revision: str) -> None:
    """Back to `revision`, with the same care; what the older schema has no place for is lost."""
    _migrate(database, lambda config: command.downgrade(config, revision))
    forget_copies(database)


def refuse_what_cannot_be_upgraded(database: Database) -> None:
    """Raises Misconfigured: for a server that is too old, too new or not in UTF-8, and for a newer database."""
    refuse_unsupported_server(database)
    if schema_state(database) is SchemaState.UNKNOWN:
        raise newer_database(database)


def kept_copies(database: Database) -> list[Path]:
    """Copies of the file from before an upgrade that did not end."""
    path = database.sqlite_path
    return [] if path is None else sorted(path.parent.glob(f"{path.name}.before-*"))


def forget_copies(database: Database) -> None:
    """They hold people's addresses, and nothing needs them once the database is this program's."""
    for copy in kept_copies(database):
        copy.unlink(missing_ok=True)


def _migrate(database: Database, run: Callable[[Config], None]) -> None:
    has_begun, copy = False, None
    try:
        with _alone(database), database.write_schema() as session:
            if not database.is_sqlite:
                take_upgrade_lock(session)
            # The write lock is held from here on: the copy is of the very state that is migrated.
            copy = _copy_first(database, session)
            has_begun = True
            dangling = _dangling(session)
            run(alembic_config(session.connection()))
            _refuse_dangling(_dangling(session) - dangling)
    except Exception as error:
        if not has_begun or _waited_in_vain(error):
            raise
        raise _failed(error, copy) from error


def _alone(database: Database) -> AbstractContextManager[None]:
    """Nobody else works on the database meanwhile. Raises Conflict, naming the process that does."""
    path = database.sqlite_path
    return nullcontext() if path is None else only_one(lock_path(path))


def _copy_first(database: Database, session: Session) -> Path | None:
    """A copy of the file beside it; None where there is nothing to lose. Raises Unavailable."""
    path = database.sqlite_path
    if path is None or not MigrationContext.configure(session.connection()).get_current_heads():
        return None
    copy = path.with_name(f"{path.name}.before-{head_revision()}")
    try:
        copy_database(path, copy)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable("core-upgrade-no-copy", file=str(copy), reason=str(error)) from error
    return copy


def _dangling(session: Session) -> Counter[tuple[str, str]]:
    """How many rows of which table refer to a row of which other that is not there (SQLite only)."""
    if session.get_bind().dialect.name != "sqlite":
        return Counter()
    rows = session.execute(text("PRAGMA foreign_key_check")).all()
    return Counter((child, parent) for child, _row, parent, _key in rows)


def _refuse_dangling(lost: Counter[tuple[str, str]]) -> None:
    """What dangled before the upgrade is no reason to refuse it for ever; what it would add is."""
    if lost:
        raise LostRowsError(", ".join(f"{child} → {parent}: {count}" for (child, parent), count in lost.items()))


def _waited_in_vain(error: Exception) -> bool:
    """Whether somebody held a table for longer than a migration waits (PostgreSQL): trying again will do."""
    return isinstance(error, DBAPIError) and "lock timeout" in str(error.orig)


def _failed(error: Exception, copy: Path | None) -> BiltenError:
    if isinstance(error, BiltenError):
        return error
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        # It may have been lost after the commit.
        return Unavailable("core-upgrade-cut-off")
    # The first line only: a driver's further ones show rows.
    message = str(error.orig if isinstance(error, DBAPIError) else error).partition("\n")[0]
    reason = f"{type(error).__name__}: {message}"
    if copy is None:
        return Conflict("core-upgrade-failed", reason=reason)
    return Conflict("core-upgrade-failed-with-copy", reason=reason, copy=str(copy))


@cache
def alembic_scripts() -> ScriptDirectory:
    """Every migration of this program."""
    return ScriptDirectory.from_config(alembic_config(None))
