"""APScheduler goes on at its pace whatever its clock, the wall clock, is set to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from threading import Event
from typing import Any

import pytest
from apscheduler.job import Job
from apscheduler.schedulers import base
from hypothesis import given
from hypothesis import strategies as st

from scheduler.monotonic import CHECK_EVERY, MonotonicInterval, MonotonicScheduler
from tests.kill.patience import PATIENCE

LONG = PATIENCE
EVERY = timedelta(seconds=1)


class WallClock(datetime):
    """What APScheduler asks, and what somebody sets."""

    off = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        return datetime.now(tz) + cls.off


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> type[WallClock]:
    monkeypatch.setattr(base, "datetime", WallClock)
    monkeypatch.setattr(WallClock, "off", timedelta(0))
    return WallClock


class Runs:
    """Counts the runs of a job, and waits for more."""

    def __init__(self) -> None:
        self.count = 0
        self._ran = Event()

    def __call__(self) -> None:
        self.count += 1
        self._ran.set()

    def wait_for_another(self) -> None:
        self._ran.clear()
        assert self._ran.wait(LONG)


@pytest.fixture
def runs() -> Runs:
    return Runs()


@pytest.fixture
def scheduler(wall: type[WallClock], runs: Runs) -> Iterator[MonotonicScheduler]:
    scheduler = MonotonicScheduler(threads=1)
    scheduler.add("job", runs, every=EVERY)
    scheduler.start()
    runs.wait_for_another()
    yield scheduler
    scheduler.stop()


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(days=-4000)])
def test_a_clock_that_is_set_back_stops_no_job(
    scheduler: MonotonicScheduler, wall: type[WallClock], runs: Runs, step: timedelta
) -> None:
    wall.off = step
    for _ in range(3):
        runs.wait_for_another()


def test_a_clock_that_is_set_forward_and_back_again_causes_no_storm(
    scheduler: MonotonicScheduler, wall: type[WallClock], runs: Runs
) -> None:
    for step in (timedelta(days=4000), timedelta(0)):
        wall.off = step
        before = runs.count
        runs.wait_for_another()
        runs.wait_for_another()
        assert runs.count - before <= 5


@given(st.integers(-(10**9), 10**9), st.integers(1, 86_400))
def test_what_piled_up_is_one_run_and_the_next_is_one_interval_away(step: int, every: int) -> None:
    """`step`: by how many seconds the clock is set between two looks of the scheduler."""
    trigger = MonotonicInterval(timedelta(seconds=every))
    planned = datetime(2026, 11, 28, tzinfo=UTC)
    job = Job.__new__(Job)
    object.__setattr__(job, "next_run_time", planned)
    object.__setattr__(job, "trigger", trigger)
    now = planned + timedelta(seconds=step)
    assert len(job._get_run_times(now)) == (1 if step >= 0 else 0)
    assert trigger.get_next_fire_time(planned, now) == now + timedelta(seconds=every)


def test_a_job_is_overdue_by_the_time_that_went_by_and_no_other() -> None:
    time = [100.0]
    trigger = MonotonicInterval(timedelta(minutes=5), monotonic=lambda: time[0])
    trigger.get_next_fire_time(None, datetime(2026, 11, 28, tzinfo=UTC))
    time[0] += 300 + CHECK_EVERY
    assert not trigger.is_overdue
    time[0] += 0.1
    assert trigger.is_overdue
