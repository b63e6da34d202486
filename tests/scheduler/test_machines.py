"""Many machines on PostgreSQL: one leads, wake-ups commit with the rows, and nothing that dies blocks the rest."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread

import pytest
from sqlalchemy import text

from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_campaigns
from campaigns.services import build_services
from core.clock import SystemClock, clock_of
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from scheduler.advisory_lock import LEADER_LOCK, take_the_lead
from scheduler.build import build_job_context
from scheduler.jobs import JOBS, Job, free_expired_leases, sweeps
from scheduler.leader import Leader
from scheduler.wake_ups import defer, forget_stalled, machines, wake
from scheduler.worker import Worker
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.delivery.builders import opened_by
from tests.kill.patience import until
from tests.scheduler.engines import LONG, Distributed

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
WAITING = text("SELECT task_name FROM procrastinate_jobs WHERE status = 'todo' ORDER BY task_name")


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


@pytest.fixture
def schedulers(world: World) -> Iterator["Schedulers"]:
    started = Schedulers(world)
    yield started
    started.stop()


class Schedulers:
    """Some `bilten scheduler`, each with services of its own; by how often its job runs one knows whose it is."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._running: dict[str, tuple[JobContext, Thread]] = {}
        self._by_sweep: dict[str, str] = {}

    def start(self, name: str) -> None:
        context = replace(self._world.context, worker=name, stopping=Event())
        jobs = (Job(name, lambda _: None, timedelta(seconds=1 + len(self._by_sweep))),)
        self._by_sweep |= dict.fromkeys(sweeps(jobs), name)
        leader = Leader(context, jobs=jobs)
        thread = Thread(target=leader.run)
        self._running[name] = context, thread
        thread.start()

    def stop(self, *names: str) -> None:
        for name in names or list(self._running):
            context, thread = self._running.pop(name)
            context.stopping.set()
            thread.join(LONG)
            assert not thread.is_alive()

    def led_by(self) -> str:
        """Whose wake-up comes next."""
        _do(self._world.database, "DELETE FROM procrastinate_jobs")
        until(lambda: bool(_waiting(self._world.database)))
        return self._by_sweep[_waiting(self._world.database)[0]]


def _do(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


def _waiting(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(WAITING).scalars())


def _cut_the_leader_off(database: Database) -> None:
    with database.write() as session:
        holders = text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE objid = :lock")
        session.execute(holders, {"lock": LEADER_LOCK % 2**32})


def _nobody_defers(database: Database) -> bool:
    """For longer than the time between two wake-ups."""
    _do(database, "DELETE FROM procrastinate_jobs")
    Event().wait(1.2)
    return _waiting(database) == []


def test_of_two_schedulers_one_leads_and_the_other_takes_over(schedulers: Schedulers) -> None:
    schedulers.start("first")
    assert schedulers.led_by() == "first"
    schedulers.start("second")
    assert schedulers.led_by() == "first"
    schedulers.stop("first")
    assert schedulers.led_by() == "second"


def test_who_loses_the_connection_of_the_lock_has_lost_the_lead(world: World, schedulers: Schedulers) -> None:
    schedulers.start("first")
    assert schedulers.led_by() == "first"
    with world.database.own_connection() as connection:
        _cut_the_leader_off(world.database)
        # Whoever asks first has it; the one that was cut off stops deferring while it has it not.
        while not take_the_lead(connection):
            pass
        until(lambda: _nobody_defers(world.database))
    assert schedulers.led_by() == "first"


def test_a_wake_up_commits_with_the_rows_that_made_it_due(world: World) -> None:
    with world.database.write() as session:
        wake(session, send_campaigns)
    assert _waiting(world.database) == ["send_campaigns"]


def test_a_rollback_leaves_neither_rows_nor_wake_up(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    world.clock.advance(hours=1)

    def fail(session: object, job: object) -> None:
        wake(session, job)  # type: ignore[arg-type]  # passed through
        raise RuntimeError("killed before the commit")

    with pytest.raises(RuntimeError):
        launch_due_campaigns(replace(world.context, wake=fail))
    assert world.deliveries(campaign_id) == []
    assert _waiting(world.database) == []
    launch_due_campaigns(replace(world.context, wake=wake))
    assert len(world.deliveries(campaign_id)) == 1
    assert _waiting(world.database) == ["send_campaigns"]


def test_wake_ups_do_not_pile_up(world: World) -> None:
    for _ in range(3):
        with world.database.write() as session:
            defer(session, [job.name for job in JOBS])
    assert _waiting(world.database) == sorted(job.name for job in JOBS)


def test_a_second_of_nothing_to_do_is_one_wake_up(world: World) -> None:
    """Of whatever is looked after each second; one for each job was twenty rows written and deleted."""
    context = replace(world.context, stopping=Event())
    leader = Thread(target=Leader(context).run)
    leader.start()
    until(lambda: len(_waiting(world.database)) >= len(sweeps()))
    context.stopping.set()
    leader.join(LONG)
    assert _waiting(world.database) == sorted(sweeps())
    assert len([jobs for jobs in sweeps().values() if jobs[0].every == timedelta(seconds=1)]) == 1
    assert sorted(job.name for jobs in sweeps().values() for job in jobs) == sorted(job.name for job in JOBS)


def test_a_job_that_takes_long_keeps_no_other_of_its_sweep_waiting(world: World) -> None:
    release, runs = Event(), []
    again = Event()

    def count(_: JobContext) -> None:
        runs.append(1)
        if len(runs) == 3:
            again.set()

    def take_long(_: JobContext) -> None:
        release.wait(LONG)

    long = Job("long", take_long, timedelta(seconds=1))
    short = Job("short", count, timedelta(seconds=1))
    engine = Distributed(world.context, jobs=(long, short))
    engine.start()
    assert again.wait(LONG)
    release.set()
    engine.stop()


def test_a_wake_up_that_was_lost_is_made_good_by_the_next_sweep(world: World) -> None:
    world.add_readers(["nada"])
    world.launched()
    _do(world.database, "DELETE FROM procrastinate_jobs")
    finished = Event()

    def observe(_: JobContext) -> None:
        if world.provider.received:
            finished.set()

    engine = Distributed(world.context, jobs=(*JOBS, Job("look", observe, timedelta(seconds=1))))
    engine.start()
    assert finished.wait(LONG)
    engine.stop()


def test_what_a_killed_worker_had_begun_blocks_nothing_and_is_cleared_away(world: World) -> None:
    with world.database.write() as session:
        wake(session, reconcile_in_doubt)
        session.execute(
            text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '2 min')")
        )
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing', worker_id = 1"))
    ran = Event()
    engine = Distributed(
        world.context, jobs=(Job("reconcile_in_doubt", lambda _: ran.set(), timedelta(seconds=1)),)
    )
    engine.start()
    assert ran.wait(LONG)
    engine.stop()
    with world.database.write() as session:
        forget_stalled(session)
        assert (
            session.execute(text("SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'")).scalar() == 0
        )


def test_what_a_living_worker_is_doing_is_left_to_it(world: World) -> None:
    with world.database.write() as session:
        wake(session, reconcile_in_doubt)
        session.execute(text("INSERT INTO procrastinate_workers DEFAULT VALUES"))
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing', worker_id = 1"))
        forget_stalled(session)
        assert session.execute(text("SELECT count(*) FROM procrastinate_jobs")).scalar() == 1


def test_a_worker_that_is_cut_off_goes_on_when_the_database_is_back(world: World) -> None:
    ran = Event()
    context = replace(world.context, stopping=Event())
    worker = Thread(target=Worker(context, jobs=(Job("a_job", lambda _: ran.set(), timedelta(seconds=1)),)).run)
    worker.start()
    for _ in range(2):
        with world.database.write() as session:
            defer(session, ["a_job"])
        assert ran.wait(LONG)
        _do(
            world.database,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()",
        )
        ran.clear()
    context.stopping.set()
    worker.join(LONG)
    assert not worker.is_alive()


def test_a_machine_whose_clock_runs_ahead_ends_nobodys_lease(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = world.database
    world.clock.moment = database.now() - timedelta(hours=1)
    world.add_readers(["nada"])
    campaign_id = world.launched()
    with database.write() as session:
        opened_by(session, "alive", campaign_id, now=database.now(), lease=timedelta(minutes=2))
    monkeypatch.setattr(SystemClock, "now", lambda _: database.now() + timedelta(minutes=10))
    free_expired_leases(build_job_context(build_services(settings, database, clock_of(database))))
    assert world.delivery_states(campaign_id) == {DeliveryStatus.SENDING}
    free_expired_leases(build_job_context(build_services(settings, database, SystemClock())))
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}, "or the test proves nothing"


def test_who_is_at_work_can_be_seen(world: World, schedulers: Schedulers) -> None:
    def at_work() -> tuple[bool, int]:
        with world.database.read() as session:
            state = machines(session)
        return state.leads, state.workers

    assert at_work() == (False, 0)
    schedulers.start("first")
    schedulers.led_by()
    _do(world.database, "INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert at_work() == (True, 1)
