"""A fail-over to a replica that lags: what was lost may be known to one machine alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text, update

from core import sql
from core.db import Database
from core.generation import guard as guards
from core.generation.guard import RestoreGuard
from core.generation.tables import DatabaseState
from core.generation.verdict import SendingHeld, Verdict
from tests.core.machines import Ticks, counter_of, intend, machine


class Two:
    """Two machines at work on one database, each with connections of its own."""

    def __init__(self, database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ticks, self._server = Ticks(), "before"
        monkeypatch.setattr(sql, "timeline", lambda _: self._server)
        self._databases = [Database(database.url.render_as_string(hide_password=False)) for _ in range(2)]
        self.first, self.second = (
            machine(of_it, folder / name, self._ticks)
            for of_it, name in zip(self._databases, ("first", "second"), strict=True)
        )
        self.first.take_as_own()
        while self.second.verdict() is not Verdict.MAY_SEND:
            self.pass_by()
            self.first.verdict()

    def pass_by(self, seconds: float = guards.BEAT_EVERY.total_seconds()) -> None:
        self._ticks.seconds += seconds

    def intend(self, guard: RestoreGuard) -> None:
        guard.verdict()
        intend(self._databases[0 if guard is self.first else 1])

    def counter(self) -> int:
        return counter_of(self._databases[0])

    def fail_over(self, to: int, *, last: RestoreGuard) -> None:
        """To a replica that had come as far as `to`, by then raised last by that machine."""
        self._server = "after"
        with self._databases[0].engine.begin() as connection:
            if self._databases[0].is_sqlite:
                connection.exec_driver_sql("PRAGMA query_only = OFF")
            values = {"counter": to, "last_machine": last.local.machine_id}
            connection.execute(update(DatabaseState).values(values))
        for database in self._databases:
            database.engine.dispose()
            with database.read() as session:
                session.execute(text("SELECT 1"))

    def close(self) -> None:
        for database in self._databases:
            database.dispose()


@pytest.fixture
def two(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    made = Two(database, tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.mark.parametrize("its_last", [True, False], ids=["raised last by it", "raised last by the other"])
def test_after_a_fail_over_what_only_the_other_machine_has_seen_is_waited_for(two: Two, its_last: bool) -> None:
    """The other one died with the server, and the replica lacks the last calls that it made."""
    two.intend(two.second)
    known_to_both = two.counter()
    for _ in range(3):
        two.intend(two.first)
    two.fail_over(known_to_both if its_last else known_to_both + 1, last=two.second if its_last else two.first)
    for _ in range(5):
        with pytest.raises(SendingHeld):
            two.intend(two.second)
        two.pass_by()
    assert two.second.verdict() is Verdict.WENT_ON_ELSEWHERE


def test_after_a_fail_over_the_machine_that_knows_better_says_so_to_all(two: Two) -> None:
    two.intend(two.second)
    replicated = two.counter()
    two.intend(two.first)
    two.fail_over(replicated, last=two.second)
    assert two.second.verdict() is Verdict.WENT_ON_ELSEWHERE
    assert two.first.verdict() is Verdict.QUARANTINED
    assert two.second.verdict() is Verdict.QUARANTINED


def test_after_a_fail_over_that_lost_nothing_all_go_on_as_soon_as_they_have_seen_each_other(two: Two) -> None:
    two.intend(two.first)
    two.intend(two.second)
    two.fail_over(two.counter(), last=two.second)
    for _ in range(20):
        two.pass_by(seconds=1)
        seen = [two.first.verdict(), two.second.verdict()]
    assert seen == [Verdict.MAY_SEND, Verdict.MAY_SEND]
    two.intend(two.first)
    two.intend(two.second)


def test_a_machine_that_was_gone_before_the_fail_over_is_not_waited_for(two: Two) -> None:
    two.intend(two.first)
    for _ in range(6):
        two.pass_by()
        two.second.verdict()
    two.fail_over(two.counter(), last=two.second)
    assert two.second.verdict() is Verdict.MAY_SEND
