"""What an upgrade will not do, and that nothing has changed when it has refused."""

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from cli.error_output import known_error
from core.db import Database
from core.errors import Conflict, Misconfigured
from migrations import postgres_server
from migrations.schema_state import is_current
from migrations.upgrade import alembic_config, downgrade, kept_copies, upgrade
from scheduler.advisory_lock import take_the_lead
from tests.project.filled import contents, fill
from tests.project.kept_revisions import MigratedTo

on_sqlite = pytest.mark.parametrize("bare", ["sqlite"], indirect=True)


@pytest.fixture
def old(migrated_to: MigratedTo) -> Database:
    bare = migrated_to("0022")
    fill(bare, old_states=False)
    return bare


def _say(database: Database, statement: str) -> None:
    with database.write_schema() as session:
        session.execute(text(statement))


def test_a_database_of_a_newer_version_is_left_alone(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    _say(bare, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Misconfigured, match=r"core-database-newer.*9999"):
        upgrade(bare)
    assert not is_current(bare)


@on_sqlite
def test_no_migration_runs_where_foreign_keys_are_enforced(old: Database) -> None:
    before = contents(old)
    with pytest.raises(RuntimeError, match="write_schema"), old.write() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    assert contents(old) == before


@on_sqlite
def test_a_migration_that_would_leave_rows_that_refer_to_nothing_is_undone(
    old: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)

    def lose(config: object, _: str) -> None:
        config.attributes["connection"].execute(text("DELETE FROM campaign"))  # type: ignore[attr-defined]  # Alembic's

    monkeypatch.setattr(command, "upgrade", lose)
    with pytest.raises(Conflict, match="campaign_item → campaign: 12") as refused:
        upgrade(old)
    assert contents(old) == before
    assert [str(copy) for copy in kept_copies(old)] == [refused.value.params["copy"]]


@on_sqlite
def test_what_referred_to_nothing_before_does_not_keep_an_upgrade_from_succeeding(old: Database) -> None:
    _say(old, "DELETE FROM staff_user WHERE id = 3")
    upgrade(old)
    assert is_current(old)


@on_sqlite
def test_afterwards_foreign_keys_are_enforced_again(old: Database) -> None:
    upgrade(old)
    with old.write() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    with old.write() as session:
        session.execute(text("DELETE FROM approval"))
    assert kept_copies(old) == []


@pytest.mark.parametrize("bare", ["postgres"], indirect=True)
def test_while_a_scheduler_leads_nothing_is_changed(old: Database) -> None:
    before = contents(old)
    with old.own_connection() as connection:
        assert take_the_lead(connection)
        with pytest.raises(Conflict, match="core-upgrade-while-running"):
            upgrade(old)
    assert contents(old) == before
    upgrade(old)
    assert is_current(old)


@pytest.mark.parametrize("bare", ["postgres"], indirect=True)
def test_a_table_that_somebody_holds_is_not_waited_for_for_ever(
    old: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    downgrade(old, "0012")
    before = contents(old)
    monkeypatch.setattr(postgres_server, "LOCK_TIMEOUT", "100ms")
    with old.read() as holding:
        holding.execute(text("SELECT count(*) FROM campaign"))
        with pytest.raises(OperationalError) as refused:
            upgrade(old)
    known = known_error(refused.value)
    assert known is not None
    assert known.code == "cli-database-locked"
    assert contents(old) == before
