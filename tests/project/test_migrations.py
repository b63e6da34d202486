"""The migrations make the tables that the program expects, on both databases, forwards and back."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from procrastinate.schema import SchemaManager
from sqlalchemy import inspect, text
from sqlmodel import Session, SQLModel

from core.db import Database
from migrations.upgrade import alembic_config, is_current, is_of_the_program, upgrade


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
        context = MigrationContext.configure(
            session.connection(), opts={"compare_type": True, "include_name": is_of_the_program}
        )
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


def test_the_wake_ups_of_many_machines_have_the_schema_that_their_library_expects(bare: Database) -> None:
    upgrade(bare)
    with bare.read() as session:
        found = _procrastinate(session)
    if bare.is_sqlite:
        assert found == set()
        return
    with bare.write() as session:
        session.execute(text("CREATE SCHEMA fresh"))
        session.execute(text("SET LOCAL search_path TO fresh"))
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.execute(SchemaManager.get_schema())
        whole = _procrastinate(session)
        session.execute(text("DROP SCHEMA fresh CASCADE"))
    assert found == whole


def _procrastinate(session: Session) -> set[tuple[str, ...]]:
    """What the library has in the database: tables with their columns, and functions with their parameters."""
    if session.get_bind().dialect.name == "sqlite":
        return {(name,) for name in inspect(session.connection()).get_table_names() if "procrastinate" in name}
    columns = text(
        "SELECT table_name, column_name, udt_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name LIKE 'procrastinate%'"
    )
    functions = text(
        "SELECT proname, pg_get_function_identity_arguments(oid) FROM pg_proc"
        " WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'procrastinate%'"
    )
    return {tuple(row) for query in (columns, functions) for row in session.execute(query)}
