"""What pages look like to somebody with some of the roles: whoever only reads reports, only approves, or only
sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.rehearsal.ask_rehearsal import ask_rehearsal
from campaigns.rehearsal.rehearse import rehearse_campaigns
from campaigns.tables import Automation, Campaign
from core.db import Database
from staff.tables import Role
from subscribers.tables import Subscriber
from tests.campaigns.world import World
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_automation_pages import folder, make
from tests.web.test_review_pages import world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["folder", "world"]


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@contextmanager
def signed_in(app: FastAPI, database: Database, *roles: Role) -> Iterator[httpx.Client]:
    add_person(database, "eva@example.org", frozenset(roles))
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        yield client


def test_who_reads_reports_is_led_to_them_and_sees_numbers_and_nothing_else(app: FastAPI, world: World) -> None:
    with world.database.write() as session:
        session.get_one(Subscriber, 1).name = "No email carries this\nname"
    draft, sent = world.draft(), world.draft()
    with world.database.write() as session:
        ask_rehearsal(session, sent, actor=world.ana, now=world.clock.now())
    rehearse_campaigns(world.context)
    world.submit(sent)
    world.approve(sent)
    world.send_now(sent)
    world.clock.advance(minutes=1)
    world.run(rounds=3)
    with signed_in(app, world.database, Role.VIEWER) as client:
        led = client.get("/campaigns")
        assert (led.status_code, led.headers["location"]) == (303, "/reports")
        page = client.get("/reports").text
        assert f'href="/campaigns/{sent}/report"' in page
        assert f"/campaigns/{draft}" not in page, "nothing of what is not sent yet"
        for hidden in ('href="/news"', 'href="/settings"', 'href="/subscribers"'):
            assert hidden not in page
        report = client.get(f"/campaigns/{sent}/report").text
        assert 'href="/reports"' in report
        assert "rosa@example.org" not in report, "not whom the rehearsal refused either"
        for hidden in ("/deliveries", "/reader-search", f'href="/campaigns/{sent}"'):
            assert hidden not in report
        file = client.get(f"/campaigns/{sent}/report.csv")
        assert (file.status_code, "example.org" in file.text + report) == (200, False), "a domain of two readers"
        assert client.get(f"/campaigns/{sent}").status_code == 403


def test_who_approves_and_does_not_write_comments_and_approves_and_is_offered_no_sending(
    app: FastAPI, world: World
) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    path = f"/campaigns/{campaign_id}"
    with signed_in(app, world.database, Role.APPROVER) as client:
        shown = client.get(path)
        page = shown.text
        offered = {form.action for form in forms_on(page, path)}
        assert {f"{path}/approve", f"{path}/send-back"} <= offered
        assert any(action.endswith("/comments") for action in offered)
        assert not {f"{path}/schedule", f"{path}/send", f"{path}/cancel", f"{path}/rename"} & offered
        token = {"form_token": form_token_on(shown)}
        content = next(form.hidden for form in forms_on(page, path) if form.action == f"{path}/approve")
        assert client.post(f"{path}/approve", data=content).status_code == 303
        assert client.post(f"{path}/send", data=token).status_code == 403
    with world.database.read() as session:
        assert session.get_one(Campaign, campaign_id).status == "approved"


def test_who_sends_and_does_not_approve_has_nothing_sent_by_itself(
    app: FastAPI, world: World, folder: Path
) -> None:
    with signed_in(app, world.database, Role.SENDER) as client:
        assert 'value="send"' not in client.get("/new-automation").text
        assert make(client, mode="send").status_code == 403
        assert make(client, mode="draft").status_code == 200
        with world.database.write() as session:
            automation = session.exec(select(Automation)).one()
            automation.mode = automation.mode.SEND
            session.add(automation)
        offered = {form.action for form in forms_on(client.get("/automations/1").text, "")}
        assert "/automations/1/off" in offered
        assert "/automations/1/details" not in offered
    assert folder


def test_somebody_without_any_role_is_not_saved(app: FastAPI, world: World) -> None:
    add_person(world.database, "boss@example.org", ADMIN)
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        page = client.get("/colleagues/1").text
        (form,) = [form for form in forms_on(page, "") if form.action.endswith("/role")]
        before = everything_in(world.database)
        refused = client.post(form.action, data=form.hidden)
        assert (refused.status_code, "No role is chosen" in refused.text) == (422, True)
        assert everything_in(world.database) == before
        both = form.hidden | {"role-author": "yes", "role-keeper": "yes"}
        assert client.post(form.action, data=both).status_code == 303
        assert "Author · Keeper of protected lists" in client.get("/colleagues").text
