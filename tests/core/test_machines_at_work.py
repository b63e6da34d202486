"""Machines that work on one PostgreSQL: a new connection of one of them leads to what the others do meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text, update

from core.db import Database
from core.generation import guard as guards
from core.generation import local_state
from core.generation.tables import DatabaseState
from core.generation.verdict import Verdict
from core.sql import server_identity
from tests.core.machines import Ticks, counter_of, intend, machine


class Two:
    """Two machines at work, each with connections of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.ticks = Ticks()
        self.databases = [Database(url) for _ in range(2)]
        self.first, self.second = (
            machine(database, folder / name, self.ticks)
            for database, name in zip(self.databases, ("first", "second"), strict=True)
        )
        self.first.take_as_own()
        while self.second.verdict() is not Verdict.MAY_SEND:
            self.ticks.seconds += guards.BEAT_EVERY.total_seconds()
            self.first.verdict()

    def the_second_sends(self) -> None:
        self.second.verdict()
        intend(self.databases[1])

    def connect_anew(self) -> None:
        """The first one does, as each burst of work has it."""
        self.databases[0].engine.dispose()
        with self.databases[0].read() as session:
            session.execute(text("SELECT 1"))

    def close(self) -> None:
        for database in self.databases:
            database.dispose()


@pytest.fixture
def two(database: Database, tmp_path: Path) -> Iterator[Two]:
    if database.is_sqlite:
        pytest.skip("SQLite has one machine")
    made = Two(database.url.render_as_string(hide_password=False), tmp_path)
    yield made
    made.close()


def test_a_machine_at_work_goes_on_when_the_other_one_dies(two: Two) -> None:
    """Nobody is there any more who could be seen alive: what is left to be sent would wait for a person."""
    two.the_second_sends()
    two.connect_anew()
    assert two.first.verdict() is Verdict.MAY_SEND
    intend(two.databases[0])


def test_an_intent_on_the_new_connection_goes_on_too(two: Two) -> None:
    two.the_second_sends()
    two.connect_anew()
    intend(two.databases[0])


def test_a_process_that_begins_meanwhile_waits(two: Two, tmp_path: Path) -> None:
    two.the_second_sends()
    assert machine(two.databases[0], tmp_path / "first").verdict() is Verdict.WENT_ON_ELSEWHERE


def test_on_another_server_it_waits(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.the_second_sends()
    monkeypatch.setattr(local_state, "server_identity", lambda session: server_identity(session) + "1")
    two.connect_anew()
    assert two.first.verdict() is not Verdict.MAY_SEND


def test_a_server_that_does_not_say_who_it_is_is_no_reason_to_go_on(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one machine")
    monkeypatch.setattr(local_state, "server_identity", lambda _: "")
    two = Two(database.url.render_as_string(hide_password=False), tmp_path)
    two.the_second_sends()
    two.connect_anew()
    assert two.first.verdict() is Verdict.WENT_ON_ELSEWHERE
    two.close()


def test_what_is_older_than_it_was_at_the_last_look_makes_it_wait(two: Two) -> None:
    """Put back into the same database, to a moment that is newer than what this machine has done itself."""
    two.first.verdict()
    two.the_second_sends()
    between = counter_of(two.databases[0])
    two.the_second_sends()
    two.connect_anew()
    assert two.first.verdict() is Verdict.MAY_SEND
    with two.databases[0].engine.begin() as connection:
        values = {"counter": between, "last_machine": two.second.local.machine_id}
        connection.execute(update(DatabaseState).values(values))
    two.connect_anew()
    assert two.first.verdict() is Verdict.WENT_ON_ELSEWHERE
