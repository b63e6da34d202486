"""Retention in the browser: everybody sees what would go; an administrator has it go at once, and says why."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.retention.run_retention import run_retention
from campaigns.retention.tables import RetentionRun
from core.db import Database
from core.settings import Settings
from tests.campaigns.test_retention import sign_up
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.people_roles import ADMIN, APPROVER
from tests.web.browser import browser
from tests.web.conftest import add_person, give_passwords
from tests.web.test_sign_in import form_token_on, sign_in


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    give_passwords(database, language="en", roles=APPROVER)
    sign_up(world, "nada")
    clock.advance(days=31)
    return world


@pytest.fixture
def boss(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, add_person(world.database, "boss@example.org", ADMIN).address)
        yield client


def press(client: httpx.Client, reason: str) -> httpx.Response:
    return client.post(
        "/retention", data={"reason": reason, "form_token": form_token_on(client.get("/retention"))}
    )


def test_what_is_due_is_shown_and_an_administrator_has_it_go_with_a_reason(
    boss: httpx.Client, world: World
) -> None:
    page = boss.get("/retention").text
    assert "One entry is due now." in page
    assert "Off: nobody has set" in page
    assert "nada@" not in page
    assert press(boss, " ").status_code == 422
    assert press(boss, "before the audit").headers["location"] == "/retention?done=asked"
    assert press(boss, "before the audit").status_code == 409, "it waits already"
    assert "Under way" in boss.get("/retention?done=asked").text
    run_retention(world.context)
    page = boss.get("/retention").text
    assert "One entry deleted." in page
    assert "before the audit" in page
    assert "Nothing is due now." in page


def test_others_look_and_press_nothing(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        assert 'name="reason"' not in client.get("/retention").text
        assert press(client, "before the audit").status_code == 403
    with world.database.read() as session:
        assert session.exec(select(RetentionRun)).all() == []
