"""What supervisors are told."""

from datetime import timedelta

import httpx
from sqlalchemy import text

from campaigns.services import build_services
from core.db import Database
from core.generation.counter import set_quarantine
from core.generation.guard import guard_of
from core.settings import Settings
from migrations.upgrade import current_revision
from scheduler.heartbeat import record_run
from scheduler.tables import ClockFault
from tests.conftest import NOON, StoppedClock
from tests.web.browser import browser
from web.app import create_app


def test_up_is_up(client: httpx.Client) -> None:
    assert client.get("/healthz").text == "ok\n"


def test_ready_needs_the_database_and_its_schema(client: httpx.Client, database: Database) -> None:
    assert client.get("/readyz").json() == {"database": True, "schema": True}
    now = current_revision(database)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    try:
        answer = client.get("/readyz")
    finally:
        with database.write() as session:
            session.execute(text("UPDATE alembic_version SET version_num = :now"), {"now": now})
    assert (answer.status_code, answer.json()) == (503, {"database": True, "schema": False})


def test_a_job_that_has_gone_quiet_is_told(settings: Settings, database: Database, clock: StoppedClock) -> None:
    jobs = {"send_campaigns": timedelta(minutes=5)}
    with browser(create_app(build_services(settings, database, clock), jobs=jobs)) as client:
        assert client.get("/readyz").json()["scheduler"] is False
        with database.write() as session:
            record_run(session, "send_campaigns", now=NOON)
        guard_of(database, settings, clock).take_as_own()
        assert client.get("/readyz").json() == {
            "database": True,
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
