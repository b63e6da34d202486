"""Automations in the browser: made, changed, approved, turned off and on; and what each of these never sends."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.automation.run_automations import run_automations
from campaigns.review.standing_approval import missing_approvals
from campaigns.tables import Automation, AutomationMode, Campaign
from core.errors import Conflict
from news.sources import add_folder_source
from staff.tables import Role
from tests.campaigns.test_automation_repeats import CASE
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["staff", "world"]

Visit = Callable[[frozenset[Role]], AbstractContextManager[httpx.Client]]


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    watched = tmp_path / "watched"
    watched.mkdir()
    world.add_readers(["nada"])
    with world.database.write() as session:
        add_folder_source(session, name="publications", folder=watched, now=NOON)
    return watched


@pytest.fixture
def visit(app: FastAPI, world: World) -> Visit:
    @contextmanager
    def signed_in(roles: frozenset[Role]) -> Iterator[httpx.Client]:
        address = f"{'-'.join(sorted(roles))}@example.org"
        with suppress(Conflict):  # who has come before
            add_person(world.database, address, roles)
        with browser(app) as client:
            sign_in(client, address)
            yield client

    return signed_in


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = form_token_on(client.get("/automations"))
    return followed(client, client.post(path, data=fields))


def make(client: httpx.Client, **fields: str) -> httpx.Response:
    (form,) = [
        form for form in forms_on(client.get("/new-automation").text, "") if "new-automation" in form.action
    ]
    chosen = {name: values[0] for name, values in form.choices.items()} | form.typed | {"name": "press"}
    return followed(client, client.post(form.action, data=form.hidden | chosen | fields))


def change(client: httpx.Client, **fields: str) -> httpx.Response:
    page = client.get("/automations/1").text
    (form,) = [form for form in forms_on(page, "") if form.action == "/automations/1/details"]
    return followed(client, client.post(form.action, data=form.hidden | form.typed | fields))


def automation(world: World) -> Automation:
    with world.database.read() as session:
        return session.exec(select(Automation)).one()


def drop(world: World, folder: Path, name: str) -> None:
    world.clock.advance(minutes=1)
    (folder / name).write_text(CASE.replace("One", name).replace("Body", f"Body of {name}"), encoding="utf-8")
    run_automations(world.context)
    world.clock.advance(minutes=10)
    run_automations(world.context)


def campaigns(world: World) -> int:
    with world.database.read() as session:
        return len(session.exec(select(Campaign)).all())


def test_an_approver_makes_one_and_what_is_refused_stays_in_the_form(
    visit: Visit, world: World, folder: Path
) -> None:
    with visit(APPROVER) as client:
        refused = make(client, most_at_once="lots", mode="send")
        assert refused.status_code == 422
        assert 'value="lots"' in refused.text
        assert 'value="press"' in refused.text
        page = make(client, mode="send", most_at_once="5")
        assert "The automation is created" in page.text
        assert make(client).status_code == 422, "the name is taken"
    made = automation(world)
    assert (made.mode, made.most_at_once, made.is_enabled) == (AutomationMode.SEND, 5, True)
    assert made.approved_by is not None


@on_sqlite
def test_an_editor_looks_and_is_offered_nothing(visit: Visit, world: World, folder: Path) -> None:
    with visit(APPROVER) as client:
        make(client, mode="send")
    with visit(AUTHOR) as client:
        before = everything_in(world.database)
        assert "/new-automation" not in client.get("/automations").text
        assert [form.action for form in forms_on(client.get("/automations/1").text, "")] == ["/sign-out"]
        assert client.get("/new-automation").status_code == 403
        token = form_token_on(client.get("/lists"))
        for path in ("/new-automation", *(f"/automations/1/{what}" for what in STEPS)):
            assert client.post(path, data={"form_token": token}).status_code == 403, path
        assert everything_in(world.database) == before


STEPS = ("details", "on", "off", "approve", "archive")


def test_a_change_takes_the_others_approvals_away_and_says_so_before(
    visit: Visit, world: World, folder: Path
) -> None:
    def missing() -> int:
        with world.database.read() as session:
            return missing_approvals(session, session.exec(select(Automation)).one(), required=2)

    with visit(APPROVER) as client:
        make(client, mode="send")
    with visit(ADMIN) as client:
        assert missing() == 1
        assert "Your approval is recorded" in post(client, "/automations/1/approve").text
        assert missing() == 0
        assert "/automations/1/approve" not in client.get("/automations/1").text, "said already"
    with visit(APPROVER) as client:
        assert "the approvals of others no longer count" in client.get("/automations/1").text
        assert "Saved" in change(client, oldest_days="7").text
        assert missing() == 1
        late = client.post(
            "/automations/1/details",
            data={"form_token": form_token_on(client.get("/lists")), "seen": "another", "oldest_days": "9",
                  "most_at_once": "3", "send_time": "08:00", "list": "bulletin", "sender": "main", "mode": "send"},
        )  # fmt: skip
        assert late.status_code == 409
        assert 'value="9"' in late.text


def test_off_it_makes_nothing_and_what_came_meanwhile_stays_unsent(
    visit: Visit, world: World, folder: Path
) -> None:
    with visit(APPROVER) as client:
        make(client)
        drop(world, folder, "first.md")
        assert campaigns(world) == 1
        assert "The automation is off" in post(client, "/automations/1/off").text
        drop(world, folder, "second.md")
        assert campaigns(world) == 1
        assert "The automation is on" in post(client, "/automations/1/on").text
        run_automations(world.context)
        world.clock.advance(minutes=10)
        run_automations(world.context)
        assert campaigns(world) == 1, "what came while it was off"
        drop(world, folder, "third.md")
        assert campaigns(world) == 2


@on_sqlite
def test_the_mode_list_and_sender_are_changed_and_a_sending_one_has_somebody_who_answers_for_it(
    visit: Visit, world: World, folder: Path
) -> None:
    with visit(APPROVER) as client:
        make(client)
        assert automation(world).approved_by is None
        change(client, mode="send")
        assert automation(world).approved_by is not None
        change(client, mode="draft")
        assert (automation(world).mode, automation(world).approved_by) == (AutomationMode.DRAFT, None)
        assert change(client, list="nothing").status_code == 404
        assert change(client, send_time="noon").status_code == 422


@on_sqlite
def test_hostile_names_are_shown_as_they_were_typed(visit: Visit, world: World, folder: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    with visit(APPROVER) as client:
        for page in (make(client, name=hostile), client.get("/automations"), make(client, name=hostile)):
            assert "<img src=x" not in page.text
            assert "&lt;img src=x" in page.text


@on_sqlite
def test_without_a_watched_folder_the_page_says_who_adds_one(visit: Visit, world: World) -> None:
    with visit(APPROVER) as client:
        assert "/new-automation" not in client.get("/automations").text
        assert "Settings, Folders" in client.get("/automations").text
        assert "watched folder" in client.get("/new-automation").text
        assert client.get("/automations/7").status_code == 404
