"""The sign-up form in another website's frame: framed by whom the list names, without a cookie or a script."""

import re

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Route
from sqlmodel import select

from campaigns.services import build_services
from campaigns.tables import SubscriptionMail
from core.db import Database
from core.public_urls import FRAMED_SIGN_UP
from core.settings import Settings
from subscribers.change_list import lock_list, set_list_status, set_protected
from subscribers.frame_origins import set_frame_origins
from subscribers.list_state import ListStatus
from subscribers.lists import create_list
from subscribers.tables import ConsentRecord
from tests.axe import violations
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.chromium import open_as_person, open_page
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import sign_in
from tests.with_variables import with_variables
from web.app import create_app
from web.routes import PAGES

PATH = "/embed/bulletin"
SITE = "http://localhost:9001"
OTHER = "http://localhost:9002"
TYPED = {"address": "nada@example.org", "name": "Nada", "language": "sl", "website": ""}


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def framed(database: Database) -> None:
    with database.write() as session:
        set_frame_origins(session, create_list(session, slug="bulletin", name="Bulletin", now=NOON), [SITE])
        create_list(session, slug="press", name="Press", now=NOON)


def ancestors(answer: httpx.Response) -> str:
    policy = answer.headers["content-security-policy"]
    return str(policy).rpartition("frame-ancestors ")[2].partition(";")[0]


def hidden(client: httpx.Client) -> dict[str, str]:
    (form,) = forms_on(client.get(PATH).text, "")
    return form.hidden


def test_one_route_may_be_framed_and_all_others_by_nobody_else(
    app: FastAPI, client: httpx.Client, database: Database, framed: None
) -> None:
    add_person(database, "boss@example.org", ADMIN)
    framers: dict[str, set[str]] = {}
    with browser(app) as staff:
        sign_in(staff, "boss@example.org")
        for route in (route for page in PAGES for route in page.router.routes):
            if not isinstance(route, APIRoute) or "GET" not in (route.methods or ()):
                continue
            path = route.path.replace("{list_slug}", "bulletin")
            path = re.sub(r"\{[^}]*\}", "1", path)
            for visitor in (client, staff):
                answer = visitor.get(path)
                framers.setdefault(ancestors(answer), set()).add(route.path)
                assert ("x-frame-options" in answer.headers) is (route.path != FRAMED_SIGN_UP), path
    assert framers.pop(SITE) == {FRAMED_SIGN_UP}
    assert len(framers.pop("'none'")) > 100
    assert set(framers) <= {"'self'"}, "previews, inside our own pages"


def test_a_list_that_names_no_website_has_no_such_page_nor_has_a_protected_one(
    client: httpx.Client, database: Database, framed: None
) -> None:
    assert client.get("/embed/press").status_code == 404
    with database.write() as session:
        set_protected(session, lock_list(session, "bulletin"), is_protected=True)
    answer = client.get(PATH)
    assert (answer.status_code, ancestors(answer)) == (404, "'none'")


def test_it_signs_up_without_a_cookie_and_says_which_form_it_was(
    client: httpx.Client, database: Database, framed: None
) -> None:
    page = client.get(PATH)
    assert "script" not in page.text
    answer = client.post(
        PATH, data=TYPED | hidden(client), headers={"Sec-Fetch-Site": "cross-site", "Origin": SITE}
    )
    assert (answer.status_code, ancestors(answer)) == (200, SITE)
    assert not {"set-cookie"} & (set(page.headers) | set(answer.headers))
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    with database.read() as session:
        assert session.exec(select(ConsentRecord)).one().evidence == "web:/embed/bulletin"
        assert len(session.exec(select(SubscriptionMail)).all()) == 1


def test_a_form_that_we_did_not_show_or_a_day_ago_saves_nothing_and_can_be_sent_again(
    client: httpx.Client, database: Database, clock: StoppedClock, framed: None
) -> None:
    ours = hidden(client)
    clock.advance(days=1, seconds=1)
    with database.write() as session:
        set_frame_origins(session, lock_list(session, "press"), [SITE])
    (press,) = forms_on(client.get("/embed/press").text, "")
    before = everything_in(database)
    for token in (ours, {}, {"form_token": "x.y"}, press.hidden):
        answer = client.post(PATH, data=TYPED | token)
        assert (answer.status_code, ancestors(answer)) == (403, SITE)
        assert "Prosimo, pošljite ga znova." in answer.text
        assert 'value="nada@example.org"' in answer.text
    assert everything_in(database) == before
    (again,) = forms_on(answer.text, "")
    assert client.post(PATH, data=TYPED | again.hidden).status_code == 200


def test_whatever_goes_wrong_is_said_in_the_frame(
    settings: Settings, database: Database, clock: StoppedClock, framed: None
) -> None:
    with browser(
        create_app(build_services(with_variables(settings, sign_ups_per_source=1), database, clock))
    ) as client:
        ours = hidden(client)
        wrong = client.post(PATH, data=TYPED | ours | {"address": "nobody"})
        too_many = client.post(PATH, data=TYPED | ours)
        forged = client.post(PATH, data=TYPED | {"form_token": "x"})
        clock.advance(hours=2)
        with database.write() as session:
            set_list_status(session, lock_list(session, "bulletin"), ListStatus.CLOSED, now=NOON)
        closed = client.get(PATH)
    assert [answer.status_code for answer in (wrong, too_many, closed)] == [422, 429, 409]
    assert {ancestors(answer) for answer in (wrong, too_many, closed)} == {SITE}
    assert (forged.status_code, ancestors(forged)) == (429, "'none'"), "nobody knows who might show it"


def test_who_was_taken_out_of_the_list_shows_no_answer_any_more(
    client: httpx.Client, database: Database, framed: None
) -> None:
    ours = hidden(client)
    with database.write() as session:
        set_frame_origins(session, lock_list(session, "bulletin"), [OTHER])
    assert ancestors(client.post(PATH, data=TYPED | ours)) == OTHER


@pytest.mark.browser
@pytest.mark.parametrize("language", ["sl", "ar"])
def test_in_a_browser_it_stands_on_the_site_that_the_list_names_and_on_no_other(
    chromium: Browser, client: httpx.Client, database: Database, framed: None, language: str
) -> None:
    page = open_as_person(chromium, client, width=360, has_script=False)

    def elsewhere(route: Route) -> None:
        frame = f'<iframe src="{client.base_url}{PATH}?lang={language}" title="form" width="100%" height="900"'
        body = f'<!doctype html><h1>Site</h1>{frame} sandbox="allow-forms allow-same-origin"></iframe>'
        route.fulfill(content_type="text/html", body=body)

    for site in (SITE, OTHER):
        page.route(f"{site}/**", elsewhere)
    page.goto(f"{OTHER}/page")
    assert page.frame_locator("iframe").locator("form").count() == 0
    page.goto(f"{SITE}/page")
    inside = page.frame_locator("iframe")
    assert inside.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    inside.locator("#address").fill("nada@example.org")
    inside.locator("button[type=submit]").click()
    inside.locator("[role=status]").wait_for()
    assert page.context.cookies() == []
    with database.read() as session:
        assert session.exec(select(SubscriptionMail)).one().language == language
    page.close()
    plain = open_page(chromium, client, width=300)
    plain.goto(f"{PATH}?lang={language}")
    assert violations(plain) == []
    assert plain.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    plain.close()
