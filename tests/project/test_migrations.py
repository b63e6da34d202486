"""The migrations make the tables that the program expects, on both databases, forwards and back."""

import pytest
from procrastinate.schema import SchemaManager
from sqlalchemy import inspect, text
from sqlmodel import Session

from core.db import Database
from migrations.schema_drift import Difference, DriftKind, schema_differences
from migrations.schema_state import current_revision, head_revision, is_current, program_revisions
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from tests.project.kept_revisions import MigratedTo


def _tables(database: Database) -> list[str]:
    with database.read() as session:
        return sorted(inspect(session.connection()).get_table_names())


def _versions(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(text("SELECT version_num FROM alembic_version")).scalars())


def test_the_migrations_make_exactly_the_tables_of_the_program(bare: Database) -> None:
    assert not is_current(bare)
    upgrade(bare)
    assert is_current(bare)
    assert schema_differences(bare) == []


def test_the_names_of_the_files_say_what_alembic_finds_in_them() -> None:
    scripts = alembic_scripts()
    assert program_revisions() == {script.revision for script in scripts.walk_revisions()}
    assert head_revision() == scripts.get_current_head()


def test_a_copied_database_is_at_its_revision_and_has_the_tables_of_the_program(migrated_to: MigratedTo) -> None:
    assert current_revision(migrated_to("0022")) == "0022"
    newest = migrated_to()
    assert is_current(newest)
    assert schema_differences(newest) == []


def test_upgrading_twice_changes_nothing(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    first = _versions(bare), _tables(bare)
    upgrade(bare)
    assert (_versions(bare), _tables(bare)) == first


def test_the_way_back_leads_to_an_empty_database(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    downgrade(bare, "base")
    assert _tables(bare) == ["alembic_version"]
    assert _versions(bare) == []


def test_the_wake_ups_of_many_machines_have_the_schema_that_their_library_expects(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    with bare.read() as session:
        migrated = _procrastinate(session)
    if bare.is_sqlite:
        assert migrated == set()
        return
    with bare.write() as session:
        session.execute(text("CREATE SCHEMA fresh"))
        session.execute(text("SET LOCAL search_path TO fresh"))
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.execute(SchemaManager.get_schema())
        whole = _procrastinate(session)
        session.execute(text("DROP SCHEMA fresh CASCADE"))
    assert migrated == whole


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


@pytest.mark.parametrize("bare", ["postgres"], indirect=True)
def test_a_missing_queue_of_wake_ups_is_a_difference(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    with bare.write() as session:
        session.execute(text("DROP TABLE procrastinate_workers CASCADE"))
    assert schema_differences(bare) == [Difference(DriftKind.MISSING, "procrastinate_workers")]
