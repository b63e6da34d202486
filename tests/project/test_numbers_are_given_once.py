"""No number is given twice: on SQLite, too, whatever is erased and however often a table is rebuilt."""

from collections.abc import Iterator

import pytest
from alembic.ddl import impl
from alembic.ddl.sqlite import SQLiteImpl
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Integer, column, delete, table, text
from sqlmodel import Session, SQLModel, col

from core.db import Database
from migrations.rebuild import has_autoincrement
from migrations.upgrade import downgrade, upgrade
from subscribers.tables import Subscriber
from tests.conftest import NOON
from tests.project.filled import fill


@pytest.fixture
def sqlite(tmp_path: object) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/bare.sqlite3")
    yield database
    database.dispose()


def _next_subscriber(database: Database, name: str) -> int:
    with database.write() as session:
        made = Subscriber(address=f"{name}@example.org", address_hash=name, language="sl", created_at=NOON)
        session.add(made)
        session.flush()
        return made.id


def _erase(database: Database, subscriber_id: int) -> None:
    with database.write() as session:
        session.execute(delete(Subscriber).where(col(Subscriber.id) == subscriber_id))


def _rebuild(session: Session) -> None:
    operations = Operations(MigrationContext.configure(session.connection()))
    with operations.batch_alter_table("subscriber", recreate="always"):
        pass


def test_the_number_of_somebody_erased_is_not_given_again(database: Database) -> None:
    first = _next_subscriber(database, "ana")
    _erase(database, first)
    assert _next_subscriber(database, "bor") > first


def test_every_table_that_counts_its_rows_gives_each_number_once() -> None:
    counting = {
        each.name
        for each in SQLModel.metadata.sorted_tables
        if [(key.name, isinstance(key.type, Integer), bool(key.foreign_keys)) for key in each.primary_key]
        == [("id", True, False)]
    }
    declared = {
        each.name for each in SQLModel.metadata.sorted_tables if each.dialect_options["sqlite"]["autoincrement"]
    }
    # The brand is one row, and its number says nothing.
    assert declared == counting - {"brand"}


def test_a_table_that_is_rebuilt_goes_on_counting_where_it_was(sqlite: Database) -> None:
    upgrade(sqlite)
    erased = _next_subscriber(sqlite, "ana")
    _erase(sqlite, erased)
    with sqlite.write_schema() as session:
        _rebuild(session)
    with sqlite.read() as session:
        assert has_autoincrement(session.connection(), "subscriber")
    assert _next_subscriber(sqlite, "bor") > erased


def test_alembics_own_way_would_give_the_number_once_more(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why there is a way of our own. When this fails, Alembic does it, and ours can go."""
    upgrade(sqlite)
    erased = _next_subscriber(sqlite, "ana")
    _erase(sqlite, erased)
    monkeypatch.setitem(impl._impls, "sqlite", SQLiteImpl)
    with sqlite.write_schema() as session:
        _rebuild(session)
    assert _next_subscriber(sqlite, "bor") == erased


@pytest.mark.parametrize(
    ("numbers", "referring", "values"),
    [
        ("subscriber", "delivery", {"subscriber_id": 5000}),
        ("campaign", "audit_entry", {"subject": "campaign:5000"}),
        ("staff_user", "audit_entry", {"actor": "user:5000"}),
        ("automation", "audit_entry", {"actor": "automation:5000"}),
        ("mailing_list", "audit_entry", {"subject": "mailing_list:5000"}),
    ],
)
def test_what_was_erased_before_the_upgrade_keeps_its_number(
    sqlite: Database, numbers: str, referring: str, values: dict[str, str | int]
) -> None:
    upgrade(sqlite, "0022")
    fill(sqlite, old_states=False)
    with sqlite.write() as session:
        session.execute(
            table(referring, column("id"), *map(column, values)).update().where(column("id") == 3).values(**values)
        )
    upgrade(sqlite)
    with sqlite.read() as session:
        seq = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :n"), {"n": numbers})
    assert seq == 5000


def test_a_downgrade_and_an_upgrade_lose_no_rows(sqlite: Database) -> None:
    upgrade(sqlite)
    fill(sqlite, old_states=False)
    downgrade(sqlite, "0022")
    with sqlite.read() as session:
        assert not has_autoincrement(session.connection(), "subscriber")
    upgrade(sqlite)
    with sqlite.read() as session:
        assert has_autoincrement(session.connection(), "subscriber")
    assert _next_subscriber(sqlite, "bor") > 5
