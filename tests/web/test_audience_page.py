"""The page on which staff choose whom a campaign goes to, and see who that is."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from subscribers.audience import Audience
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.html_forms import Form, forms_on
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import sign_in


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    world.add_readers(["zala"], status=SubscriptionStatus.PENDING)
    give_passwords(database, language="en", roles=AUTHOR)
    with database.write() as session:
        session.add(MailingList(slug="press", name="Press", created_at=NOON))
        session.add(MailingList(slug="safe", name="Safe house", is_protected=True, created_at=NOON))
        session.flush()
        session.add(Subscription(subscriber_id=1, list_id=2, status=SubscriptionStatus.CONFIRMED, changed_at=NOON))
    return world


@pytest.fixture
def ana(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def audience_forms(page: httpx.Response, path: str) -> list[Form]:
    return [form for form in forms_on(page.text, path) if form.action == path]


def send(client: httpx.Client, campaign_id: int, *boxes: str, step: str = "save", **fields: str) -> httpx.Response:
    path = f"/campaigns/{campaign_id}/audience"
    (form,) = audience_forms(client.get(path), path)
    data = form.hidden | {"first": "bulletin", "step": step} | dict.fromkeys(boxes, "on") | fields
    return client.post(path, data=data)


def test_the_page_says_who_would_get_it_and_who_would_not(ana: httpx.Client, world: World) -> None:
    draft = world.draft()
    page = ana.get(f"/campaigns/{draft}/audience").text
    assert "2 people would get it now" in page
    assert "not confirmed yet" in page
    assert "rosa@example.org" in page
    assert "zala@example.org" not in page
    assert f"/campaigns/{draft}/audience" in ana.get(f"/campaigns/{draft}").text


def test_counting_saves_nothing_and_saving_does(ana: httpx.Client, world: World, database: Database) -> None:
    draft = world.draft()
    before = everything_in(database)
    counted = send(ana, draft, "list-bulletin", "without-press", step="count")
    assert counted.status_code == 200
    assert "1 person would get it now" in counted.text
    assert "It is not saved yet." in counted.text
    assert everything_in(database) == before
    answer = send(ana, draft, "list-press", "list-bulletin", first="press")
    assert answer.headers["location"] == f"/campaigns/{draft}?done=audience"
    assert world.campaign(draft).audience == Audience((2, 1))
    assert "The audience is saved." in ana.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    ("boxes", "fields", "reason"),
    [
        ((), {}, "choose at least one list"),
        (("list-bulletin", "list-safe"), {}, "is protected"),
        (("list-bulletin", "without-bulletin"), {}, "cannot be both"),
        (("list-bulletin", "list-press"), {"first": "safe"}, "first list has to be one of"),
        (("list-press",), {"seen": "another"}, "somebody else"),
    ],
)
@on_sqlite
def test_what_is_refused_stays_ticked_and_changes_nothing(
    ana: httpx.Client, world: World, *, boxes: tuple[str, ...], fields: dict[str, str], reason: str
) -> None:
    draft = world.draft()
    before = everything_in(world.database)
    answer = send(ana, draft, *boxes, **fields)
    assert answer.status_code in {409, 422}
    assert reason in answer.text.lower()
    (form,) = audience_forms(answer, f"/campaigns/{draft}/audience")
    assert {name for name, is_ticked in form.boxes.items() if is_ticked} == set(boxes)
    assert everything_in(world.database) == before


@on_sqlite
def test_strangers_and_forged_forms_choose_nothing(client: httpx.Client, ana: httpx.Client, world: World) -> None:
    draft = world.draft()
    path = f"/campaigns/{draft}/audience"
    assert client.get(path).headers["location"].endswith(f"campaigns%2F{draft}%2Faudience")
    assert client.post(path, data={"list-press": "on"}).status_code in {303, 403}
    assert ana.post(path, data={"list-press": "on", "form_token": "0" * 64}).status_code == 403
    assert world.campaign(draft).audience == Audience((1,))


@on_sqlite
def test_a_campaign_that_has_begun_shows_its_lists_and_no_form(ana: httpx.Client, world: World) -> None:
    sent = world.launched()
    page = ana.get(f"/campaigns/{sent}/audience")
    assert "its audience stays as it is" in page.text
    assert audience_forms(page, f"/campaigns/{sent}/audience") == []
    assert world.status(sent) is not CampaignStatus.DRAFT


@on_sqlite
def test_readers_of_a_protected_list_are_counted_and_not_named(
    ana: httpx.Client, world: World, database: Database
) -> None:
    draft = world.draft()
    with database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    page = ana.get(f"/campaigns/{draft}/audience").text
    assert "2 people would get it now" in page
    assert "A reader (hidden)" in page
    for name in ("rosa", "miha"):
        assert name not in page.lower()


@on_sqlite
def test_ticking_a_list_counts_again_without_a_button(
    app: FastAPI, ana: httpx.Client, chromium: Browser, world: World
) -> None:
    draft = world.draft()
    page = chromium.new_page(base_url="http://127.0.0.1:8000")

    def answer(route: object) -> None:
        asked = route.request  # type: ignore[attr-defined]  # Playwright's Route
        sent = {"content": asked.post_data, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}
        given = ana.request(asked.method, asked.url, **(sent if asked.method == "POST" else {}))
        route.fulfill(status=given.status_code, headers=dict(given.headers), body=given.content)  # type: ignore[attr-defined]  # the same

    page.route("**/*", answer)
    page.goto(f"/campaigns/{draft}/audience")
    page.check("#without-press")
    page.wait_for_selector("text=1 person would get it now")
    page.uncheck("#list-bulletin")
    page.wait_for_selector("text=choose at least one list")
    page.close()
    assert world.campaign(draft).audience == Audience((1,))
