"""Whose clock counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from core.clock import (
    STEP,
    ClockStepDetector,
    DatabaseClock,
    SystemClock,
    UptimeClock,
    clock_of,
    machine_uptime,
    own_clock,
)
from core.db import Database
from tests.conftest import NOON, StoppedClock


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


def test_a_step_ahead_is_seen_and_told_once() -> None:
    watch = ClockStepDetector()
    watch.record(now=NOON, uptime=100.0)
    watch.record(now=NOON + timedelta(hours=1), uptime=100.0 + 3600)
    assert (watch.take_step(), watch.is_steady(timedelta(minutes=2), uptime=3700.0)) == (timedelta(0), True)
    watch.record(now=NOON + timedelta(hours=3), uptime=100.0 + 3601)
    assert watch.take_step() == timedelta(hours=2, seconds=-1)
    assert watch.take_step() == timedelta(0)
    assert not watch.is_steady(timedelta(minutes=2), uptime=3701.0 + 119)
    assert watch.is_steady(timedelta(minutes=2), uptime=3701.0 + 120)


@given(st.lists(st.tuples(st.floats(0, 10**6), st.floats(-(10**6), 10**6)), max_size=20))
def test_all_steps_ahead_together_are_what_was_told(steps: list[tuple[float, float]]) -> None:
    """Each: after how many seconds, and by how many the clock is set."""
    watch, now, uptime, reported = ClockStepDetector(), NOON, 0.0, timedelta(0)
    watch.record(now=now, uptime=uptime)
    for seconds, step in steps:
        uptime, now = uptime + seconds, now + timedelta(seconds=seconds + step)
        watch.record(now=now, uptime=uptime)
        reported += watch.take_step()
    expected = sum(step for _, step in steps if step > STEP.total_seconds())
    assert abs(reported.total_seconds() - expected) < 1


def test_a_clock_that_takes_long_to_answer_proves_nothing() -> None:
    """A process that was stopped, or a database that was busy, between the two questions."""
    seconds = [0.0]
    uptime, watch = UptimeClock("one", lambda: seconds[0]), ClockStepDetector()

    class Slow:
        takes = 0.0

        def now(self) -> datetime:
            moment = NOON + timedelta(seconds=seconds[0])
            seconds[0] += self.takes
            return moment

    slow = Slow()
    for takes in (0.0, 3600.0, 0.0, 14.0, 0.0):
        slow.takes = takes
        seconds[0] += 1
        watch.observe(slow, uptime)
    assert watch.take_step() == timedelta(0)


def test_uptime_measures_from_its_own_ticks_only() -> None:
    seconds = [50.0]
    uptime = UptimeClock("one", lambda: seconds[0])
    tick = uptime.tick()
    seconds[0] += 10
    assert uptime.elapsed_since(tick) == timedelta(seconds=10)
    assert UptimeClock("another start", lambda: 60.0).elapsed_since(tick) is None
    assert uptime.elapsed_since(None) is None
    assert UptimeClock("", lambda: 1.0).tick() is None


def test_the_machines_uptime_goes_on() -> None:
    uptime = machine_uptime()
    first = uptime.seconds()
    assert first > 0
    assert uptime.seconds() >= first


def test_what_a_process_counts_by_itself_asks_no_database(database: Database) -> None:
    stopped = StoppedClock(NOON)
    assert own_clock(stopped) is stopped
    assert isinstance(own_clock(DatabaseClock(database)), SystemClock)
