"""Whose clock counts."""

from datetime import UTC, timedelta

import pytest
from sqlalchemy import text

from core.clock import SystemClock, clock_of
from core.db import Database


def test_on_sqlite_the_machine_is_the_only_one(tmp_path: object) -> None:
    assert isinstance(clock_of(Database(f"sqlite:///{tmp_path}/one.sqlite3")), SystemClock)


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_on_postgresql_its_clock_counts_however_wrong_that_of_the_machine_is(
    database: Database, database_url: str
) -> None:
    """Here it is the server's that differs, which a function of the same name in front of its own makes so."""
    with database.write() as session:
        session.execute(text("CREATE SCHEMA IF NOT EXISTS ahead"))
        session.execute(
            text(
                "CREATE OR REPLACE FUNCTION ahead.clock_timestamp() RETURNS timestamptz LANGUAGE sql"
                " AS $$ SELECT pg_catalog.clock_timestamp() + interval '10 minutes' $$"
            )
        )
    separator = "&" if "?" in database_url else "?"
    options = "options=-csearch_path%3Dahead,pg_catalog,public"
    ahead = Database(f"{database_url}{separator}{options}")
    moment = clock_of(ahead).now()
    ahead.dispose()
    assert moment.tzinfo is UTC
    assert abs(moment - SystemClock().now() - timedelta(minutes=10)) < timedelta(minutes=1)
