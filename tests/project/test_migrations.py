"""The migrations make the tables that the program expects, on both databases, forwards and back."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from core.db import Database
from migrations.upgrade import alembic_config, is_current, upgrade


@pytest.fixture(params=["sqlite", "postgres"])
def bare(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database that has never seen a migration."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{request.getfixturevalue('tmp_path')}/bare.sqlite3")
        yield database
    else:
        url = request.getfixturevalue("postgres_url")
        schema = "bare"
        owner = Database(url)
        _run(owner, f"DROP SCHEMA IF EXISTS {schema} CASCADE", f"CREATE SCHEMA {schema}")
        separator = "&" if "?" in url else "?"
        database = Database(f"{url}{separator}options=-csearch_path%3D{schema}")
        yield database
        database.dispose()
        _run(owner, f"DROP SCHEMA {schema} CASCADE")
        owner.dispose()
    database.dispose()


def _run(database: Database, *statements: str) -> None:
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))


def _tables(database: Database) -> list[str]:
    with database.read() as session:
        return sorted(inspect(session.connection()).get_table_names())


def _versions(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(text("SELECT version_num FROM alembic_version")).scalars())


def _differences(database: Database) -> list[object]:
    with database.write() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))


def test_the_migrations_make_exactly_the_tables_of_the_program(bare: Database) -> None:
    assert not is_current(bare)
    upgrade(bare)
    assert is_current(bare)
    assert _differences(bare) == []


def test_upgrading_twice_changes_nothing(bare: Database) -> None:
    upgrade(bare)
    first = _versions(bare), _tables(bare)
    upgrade(bare)
    assert (_versions(bare), _tables(bare)) == first


def test_the_way_back_leads_to_an_empty_database(bare: Database) -> None:
    upgrade(bare)
    with bare.write() as session:
        command.downgrade(alembic_config(session.connection()), "base")
    assert _tables(bare) == ["alembic_version"]
    assert _versions(bare) == []
