"""What every engine promises: embedded in one process on either database, or on many machines on PostgreSQL."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from campaigns.sending.job_context import JobContext
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from scheduler.heartbeat import silent_jobs
from scheduler.jobs import JOBS, MAX_SILENCE, Job
from scheduler.tables import Heartbeat
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.scheduler.engines import LONG, Running, build

MODES = [("sqlite", "embedded"), ("postgres", "embedded"), ("postgres", "distributed")]
pytestmark = pytest.mark.parametrize(("database_url", "mode"), MODES, indirect=["database_url"])

Start = Callable[..., Running]


@pytest.fixture
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


@pytest.fixture
def start(world: World, mode: str) -> Iterator[Start]:
    running: list[Running] = []

    def started(*jobs: Job) -> Running:
        engine = build(mode, world.context, jobs)
        running.append(engine)
        engine.start()
        return engine

    yield started
    for engine in running:
        engine.stop()


def _job(run: Callable[[JobContext], None], name: str = "a_job") -> Job:
    return Job(name, run, timedelta(seconds=1))


def _beats(world: World) -> list[Heartbeat]:
    with world.database.read() as session:
        return list(session.exec(select(Heartbeat)).all())


def test_a_due_campaign_goes_out_when_the_engine_starts(world: World, start: Start) -> None:
    world.add_readers(["nada", "omar"])
    campaign_id = world.scheduled()
    world.clock.advance(hours=1)
    sent = Event()

    def observe(_: JobContext) -> None:
        if world.status(campaign_id) is CampaignStatus.SENT:
            sent.set()

    start(*JOBS, _job(observe))
    assert sent.wait(LONG)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_every_job_leaves_a_sign_of_life(world: World, start: Start) -> None:
    alive = Event()

    def observe(_: JobContext) -> None:
        with world.database.read() as session:
            if not silent_jobs(session, MAX_SILENCE, now=world.clock.now()):
                alive.set()

    start(*JOBS, _job(observe))
    assert alive.wait(LONG)


def test_a_job_that_fails_is_run_again_and_leaves_a_sign(world: World, start: Start) -> None:
    tries: list[int] = []
    twice = Event()

    def fail(_: JobContext) -> None:
        tries.append(1)
        if len(tries) >= 2:
            twice.set()
        raise RuntimeError("a defect")

    engine = start(_job(fail))
    assert twice.wait(LONG)
    engine.stop()
    assert [beat.error for beat in _beats(world)] == ["RuntimeError"]


def test_a_busy_database_only_postpones_a_job(world: World, start: Start) -> None:
    ran = Event()

    def locked(_: JobContext) -> None:
        ran.set()
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    engine = start(_job(locked))
    assert ran.wait(LONG)
    engine.stop()
    assert _beats(world) == []


def test_a_job_that_takes_long_holds_up_no_other(world: World, start: Start) -> None:
    may_end, other_ran = Event(), Event()

    def long(_: JobContext) -> None:
        may_end.wait(LONG)

    start(_job(long, "long"), _job(lambda _: other_ran.set(), "other"))
    assert other_ran.wait(LONG)
    may_end.set()


def test_stopping_waits_for_what_is_in_flight_and_claims_nothing_new(world: World, start: Start) -> None:
    world.add_readers([f"reader{number}" for number in range(5)])
    world.configure(worker_concurrency=1)
    world.provider.capabilities = replace(world.provider.capabilities, max_batch=1)
    campaign_id = world.launched()
    calling, may_answer = Event(), Event()
    real = world.provider.send

    def slow(batch: object) -> object:
        calling.set()
        assert may_answer.wait(LONG)
        return real(batch)  # type: ignore[arg-type]  # passed through

    world.provider.send = slow  # type: ignore[method-assign, assignment]  # the far side takes its time
    engine = start(*JOBS)
    assert calling.wait(LONG)
    world.context.stopping.set()
    may_answer.set()
    engine.stop()
    states = sorted(delivery.status for delivery in world.deliveries(campaign_id))
    assert states == [DeliveryStatus.ACCEPTED] + [DeliveryStatus.QUEUED] * 4
