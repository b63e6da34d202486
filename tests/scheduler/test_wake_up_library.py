"""Why wake-ups are written in SQL and not through procrastinate's public API, and what keeps that safe."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from procrastinate import App, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.schema import SchemaManager
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from core.db import Database
from scheduler.wake_ups import QUEUE, defer
from tests.project.test_rules import ROOT

JOB = "send_campaigns"
COUNT = text("SELECT count(*) FROM procrastinate_jobs")
on_postgresql = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


def _defer_through_the_library(session: Session) -> None:
    connection = session.connection().connection.driver_connection
    app = App(connector=SyncPsycopgConnector())
    app.configure_task(JOB, queue=QUEUE, queueing_lock=JOB, connection=connection).defer()


def _waiting(database: Database) -> int:
    with database.read() as session:
        return int(session.execute(COUNT).scalar_one())


@on_postgresql
def test_the_library_takes_part_in_the_transaction_of_whoever_wakes(database: Database) -> None:
    def wake_and_die() -> None:
        with database.write() as session:
            _defer_through_the_library(session)
            raise RuntimeError("killed before the commit")

    with pytest.raises(RuntimeError):
        wake_and_die()
    assert _waiting(database) == 0


@on_postgresql
def test_but_a_wake_up_that_waits_already_would_undo_that_transaction(database: Database) -> None:
    """Where this fails, the library has learnt ON CONFLICT: then use it, and the SQL of ours goes."""

    def wake_and_go_on() -> None:
        with database.write() as session:
            with pytest.raises(AlreadyEnqueued):
                _defer_through_the_library(session)
            session.execute(COUNT)

    with database.write() as session:
        defer(session, [JOB])
    with pytest.raises(SQLAlchemyError, match="InFailedSqlTransaction"):
        wake_and_go_on()
    with database.write() as session:
        defer(session, [JOB])
        assert session.execute(COUNT).scalar_one() == 1, "ours leaves it at that"


def _cap() -> tuple[int, int]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [requirement] = [line for line in project["dependencies"] if line.startswith("procrastinate")]
    match = re.search(r"<(\d+)\.(\d+)$", requirement)
    assert match, f"{requirement}: whose tables are written needs an upper bound"
    return int(match[1]), int(match[2])


def test_no_version_is_let_in_whose_tables_nobody_has_looked_at() -> None:
    major, minor, *_ = map(int, version("procrastinate").split("."))
    assert _cap() == (major, minor + 1), "these tests have run with the latest version that is let in"


def test_the_library_has_no_table_that_our_migration_does_not_make() -> None:
    migration = (ROOT / "migrations/versions/0003_wake_ups_for_many_machines.py").read_text(encoding="utf-8")
    made_up_to = re.search(r"^UP_TO = '([\d.]+)'$", migration, re.MULTILINE)
    assert made_up_to
    steps = sorted(path.name for path in Path(SchemaManager.get_migrations_path()).glob("*.sql"))
    assert steps[-1].split("_")[0] <= made_up_to[1]
