"""What supervisors are told."""

from datetime import timedelta
from types import SimpleNamespace

import httpx
import pytest
from sqlalchemy import text

from campaigns.services import build_services
from core.db import Database
from core.generation.counter import set_quarantine
from core.generation.guard_of import guard_of
from core.settings import Environment, Settings
from migrations.schema_state import current_revision
from scheduler.health.free_space import free_space
from scheduler.health.rules import CANNOT_WRITE
from scheduler.heartbeat import record_run
from scheduler.tables import ClockFault
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from web.app import create_app


@on_sqlite
def test_up_is_up(client: httpx.Client) -> None:
    assert client.get("/healthz").text == "ok\n"


def test_ready_needs_the_database_and_its_schema(client: httpx.Client, database: Database) -> None:
    assert client.get("/readyz").json() == {"database": True, "disk": True, "schema": True}
    now = current_revision(database)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    try:
        answer = client.get("/readyz")
    finally:
        with database.write() as session:
            session.execute(text("UPDATE alembic_version SET version_num = :now"), {"now": now})
    assert (answer.status_code, answer.json()) == (503, {"database": True, "disk": True, "schema": False})


@on_sqlite
def test_a_full_disk_is_told(client: httpx.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.state_path.mkdir(parents=True, exist_ok=True)  # `bilten init` makes it
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=CANNOT_WRITE - 1))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["disk"]) == (503, False)
    assert client.get("/healthz").status_code == 200, "the process itself is well"


def test_each_disk_that_is_written_to_is_asked(settings: Settings) -> None:
    folders = [settings.var_dir, settings.state_path]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    assert len(free_space(settings)) == len({folder.stat().st_dev for folder in folders})


@pytest.mark.parametrize("host", ["10.0.3.7:8000", "127.0.0.1", "[::1]:8000", ""])
@on_sqlite
def test_supervisors_may_ask_by_address(
    settings: Settings, database: Database, clock: StoppedClock, host: str
) -> None:
    public = settings.model_copy(
        update={"public_url": "https://bulletin.example.org", "environment": Environment.PRODUCTION}
    )
    with browser(create_app(build_services(public, database, clock))) as client:
        for path in ("/healthz", "/readyz"):
            assert client.get(path, headers={"Host": host}).status_code == 200
        for path in ("/sign-in", "/healthz/", "/healthz/../sign-in"):
            assert client.get(path, headers={"Host": host}).status_code == 400


def test_a_job_that_has_gone_quiet_is_told(settings: Settings, database: Database, clock: StoppedClock) -> None:
    jobs = {"send_campaigns": timedelta(minutes=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs)) as client:
        assert client.get("/readyz").json()["scheduler"] is False
        with database.write() as session:
            record_run(session, "send_campaigns", now=NOON)
        guard_of(database, settings, clock).take_as_own()
        assert client.get("/readyz").json() == {
            "database": True,
            "disk": True,
            "schema": True,
            "scheduler": True,
            "clock": True,
            "sending": True,
        }
        clock.advance(minutes=6)
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["scheduler"]) == (503, False)


def test_pages_are_served_while_jobs_that_run_elsewhere_are_silent(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    jobs = {"send_campaigns": timedelta(minutes=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs, runs_jobs=False)) as client:
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["scheduler"]) == (200, False)


def test_a_clock_that_was_wrong_is_told_for_an_hour_and_makes_nothing_unready(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    with database.write() as session:
        record_run(session, "send_campaigns", now=NOON)
        session.add(ClockFault(noticed_at=NOON, step_seconds=-3600, put_right={}))
    jobs = {"send_campaigns": timedelta(hours=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs)) as client:
        answer = client.get("/readyz")
        clock.advance(hours=2)
        later = client.get("/readyz")
    assert (answer.status_code, answer.json()["clock"]) == (200, False)
    assert (later.status_code, later.json()["clock"]) == (200, True)


def test_a_sign_of_life_from_the_future_is_none(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    with database.write() as session:
        record_run(session, "send_campaigns", now=NOON + timedelta(hours=1))
    jobs = {"send_campaigns": timedelta(hours=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs)) as client:
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert (answer.json()["scheduler"], answer.json()["clock"]) == (False, False)


def test_a_database_that_is_held_back_is_told_and_its_pages_are_served(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    jobs = {"send_campaigns": timedelta(minutes=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs)) as client:
        guard_of(database, settings, clock).take_as_own()
        with database.write() as session:
            record_run(session, "send_campaigns", now=NOON)
            set_quarantine(session, reason="behind_mark", counter=1, now=NOON)
        ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["sending"]) == (200, False)
