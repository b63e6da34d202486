"""The embedded engine: APScheduler's defaults would lose work in silence, so each of them is shown to be off."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from threading import Event

import pytest

from campaigns.sending.job_context import JobContext
from core.clock import SystemClock
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from scheduler.embedded import Engine
from scheduler.heartbeat import record_run, silent_jobs
from scheduler.jobs import JOBS, MAX_SILENCE, Job
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.delivery.builders import opened_by
from tests.kill.patience import PATIENCE

LONG = PATIENCE


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


def _job(run: Callable[[JobContext], None], name: str = "a_job") -> Job:
    return Job(name, run, timedelta(seconds=1))


def _run_once(world: World, run: Callable[[JobContext], None]) -> None:
    """Starts an engine with one job and stops it when that has run to its end or failed."""
    ran = Event()

    def watched(context: JobContext) -> None:
        try:
            run(context)
        finally:
            ran.set()

    engine = Engine(world.context, jobs=(_job(watched),))
    engine.start()
    assert ran.wait(LONG)
    engine.stop()


def test_a_late_run_is_made_up_for_once_and_never_dropped(world: World) -> None:
    engine = Engine(world.context)
    engine.start()
    scheduled = engine.scheduled()
    engine.stop()
    assert {(job.misfire_grace_time, job.coalesce, job.max_instances) for job in scheduled} == {(None, True, 1)}
    assert {str(job.trigger.timezone) for job in scheduled} == {"UTC"}
    assert {job.id for job in scheduled} == {job.name for job in JOBS}


def test_what_a_dead_process_left_is_freed_at_the_start_without_waiting_for_its_lease(
    world: World,
) -> None:
    world.add_readers(["nada"])
    campaign_id = world.launched()
    now = world.clock.now()
    with world.database.write() as session:
        opened_by(session, "dead", campaign_id, now=now, lease=timedelta(days=1))
    _run_once(world, lambda _: None)
    # On PostgreSQL the other worker may be alive, on another machine: its lease has to run out.
    expected = DeliveryStatus.IN_DOUBT if world.database.is_sqlite else DeliveryStatus.SENDING
    assert world.delivery_states(campaign_id) == {expected}


def test_a_job_that_has_never_run_is_silent(world: World) -> None:
    with world.database.read() as session:
        assert set(silent_jobs(session, MAX_SILENCE, now=NOON)) == {job.name for job in JOBS}


def test_a_job_that_ran_a_moment_ago_is_not_silent(world: World) -> None:
    with world.database.write() as session:
        record_run(session, "a_job", now=NOON)
    with world.database.read() as session:
        patience = {"a_job": timedelta(minutes=5)}
        assert silent_jobs(session, patience, now=NOON + timedelta(minutes=4)) == {}
        assert list(silent_jobs(session, patience, now=NOON + timedelta(minutes=6))) == ["a_job"]


def test_the_engine_runs_by_the_machines_clock_whatever_clock_its_jobs_are_given(world: World) -> None:
    world.clock.moment = SystemClock().now() + timedelta(days=400)
    _run_once(world, lambda _: None)


def test_a_job_runs_when_its_work_is_committed_and_does_not_wait_for_the_next_sweep(world: World) -> None:
    """Its first run is the start's; the next sweep would be an hour later."""
    runs: list[Event] = [Event(), Event()]
    left = iter(runs)

    def run(_: JobContext) -> None:
        next(left).set()

    engine = Engine(world.context, jobs=(Job("a_job", run, timedelta(hours=1)),))
    engine.start()
    try:
        assert runs[0].wait(LONG)
        with suppress(KeyError), world.database.write() as session:
            engine.wake(session, run)
            raise KeyError
        with world.database.write() as session:
            engine.wake(session, run)
            assert not runs[1].is_set()
        assert runs[1].wait(LONG)
    finally:
        engine.stop()
    with world.database.write() as session:
        engine.wake(session, run)  # it has stopped, and whoever commits does not notice


def test_work_that_becomes_due_while_its_job_runs_is_seen_by_another_run(world: World) -> None:
    is_running, may_end, seen = Event(), Event(), Event()

    def run(_: JobContext) -> None:
        if is_running.is_set():
            return seen.set()
        is_running.set()
        assert may_end.wait(LONG)
        return None

    engine = Engine(world.context, jobs=(Job("a_job", run, timedelta(hours=1)),))
    engine.start()
    try:
        assert is_running.wait(LONG)
        with world.database.write() as session:
            engine.wake(session, run)
        may_end.set()
        assert seen.wait(LONG)
    finally:
        engine.stop()
