"""One run of one job: what it could not do at once it does soon, however rare the job is."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from campaigns.sending.job_context import JobContext
from core.db import Database
from core.settings import Settings
from scheduler.heartbeat import record_run, silent_jobs
from scheduler.jobs import Job
from scheduler.run_job import RETRY_AFTER, JobRunner
from scheduler.tables import Heartbeat
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock

SOON = timedelta(milliseconds=1)
HOURLY = timedelta(hours=1)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


def _fails(times: int, error: Exception) -> Callable[[JobContext], None]:
    left = iter([error] * times)

    def run(_: JobContext) -> None:
        if (known := next(left, None)) is not None:
            raise known

    return run


LOCKED = OperationalError("", {}, Exception("database is locked"))


@pytest.mark.parametrize("error", [LOCKED, RuntimeError("a defect")], ids=["locked", "failed"])
def test_an_hourly_job_that_could_not_run_is_tried_again_before_the_hour_is_over(
    world: World, error: Exception
) -> None:
    job = Job("an_hourly_job", _fails(2, error), HOURLY)
    JobRunner(world.context, (job,), retry_after=SOON).run(job)
    with world.database.read() as session:
        assert silent_jobs(session, {job.name: job.max_silence}, now=world.clock.now()) == {}


def test_a_sign_of_life_that_could_not_be_written_is_written_soon(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, refused = _locked_once()
    monkeypatch.setattr("scheduler.run_job.record_run", record)
    job = Job("an_hourly_job", _fails(0, RuntimeError()), HOURLY)
    JobRunner(world.context, (job,), retry_after=SOON).run(job)
    assert refused == [job.name]
    with world.database.read() as session:
        assert [beat.job for beat in session.exec(select(Heartbeat))] == [job.name]


def _locked_once() -> tuple[Callable[..., None], list[str]]:
    """A database that is locked at the first write."""
    refused: list[str] = []

    def record(session: Session, job: str, *, now: datetime, error: str | None = None) -> None:
        if not refused:
            refused.append(job)
            raise LOCKED
        record_run(session, job, now=now, error=error)

    return record, refused


def test_a_process_that_stops_does_not_wait_for_the_next_try(world: World) -> None:
    def stop(context: JobContext) -> None:
        context.stopping.set()
        raise RuntimeError("a defect")

    job = Job("an_hourly_job", stop, HOURLY)
    JobRunner(world.context, (job,), retry_after=timedelta(days=1)).run(job)


def test_a_job_that_runs_often_waits_for_its_next_turn(world: World) -> None:
    job = Job("a_job", _fails(1, RuntimeError("a defect")), RETRY_AFTER)
    JobRunner(world.context, (job,)).run(job)
    with world.database.read() as session:
        [beat] = session.exec(select(Heartbeat))
    assert beat.error == "RuntimeError"


@pytest.mark.parametrize(("is_called", "runs"), [(False, 1), (True, 2)], ids=["by the clock", "by new work"])
def test_what_comes_due_during_a_run_is_run_once_more_only_where_there_is_new_work(
    world: World, *, is_called: bool, runs: int
) -> None:
    began: list[int] = []

    def overtaken(_: JobContext) -> None:
        began.append(len(began))
        if len(began) == 1:
            (runner.call if is_called else runner.run)(job)

    job = Job("a_job", overtaken, timedelta(seconds=1))
    runner = JobRunner(world.context, (job,))
    runner.run(job)
    assert len(began) == runs
