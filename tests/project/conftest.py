"""Databases that no migration has seen yet."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from core.db import Database


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
