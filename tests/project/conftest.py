"""Databases that no migration has seen yet."""

from collections.abc import Iterator

import pytest

from core.db import Database
from tests.project.kept_revisions import create_postgres, in_schema, kept_files, migrated_to

__all__ = ["kept_files", "migrated_to"]


@pytest.fixture(params=["sqlite", "postgres"])
def bare(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database that has never seen a migration."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{request.getfixturevalue('tmp_path')}/bare.sqlite3")
    else:
        server = request.getfixturevalue("postgres_server")
        name = f"bare_{request.getfixturevalue('worker_id')}"
        create_postgres(server, name)
        database = Database(in_schema(server, name))
    yield database
    database.dispose()


def run_statements(url: str, *statements: str) -> None:
    """Outside of any transaction, as CREATE DATABASE wants it."""
    database = Database(url)
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.autocommit = True
        for statement in statements:
            driver.execute(statement)
        driver.autocommit = False
    database.dispose()
