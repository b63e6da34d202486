"""Above the limit of a network: try later, or, where scripts run, a proof of work for this one request."""

import json
import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest
from playwright.sync_api import Browser, expect
from sqlmodel import select

from campaigns.services import build_services
from campaigns.tables import SubscriptionMail
from core.db import Database
from core.settings import Settings
from subscribers.frame_origins import set_frame_origins
from subscribers.lists import create_list
from tests.axe import violations
from tests.conftest import NOON, StoppedClock
from tests.core.test_proof_of_work import solved
from tests.web.browser import browser
from tests.web.chromium import open_as_person, open_page
from tests.web.html_forms import forms_on
from tests.with_variables import with_variables
from web.app import create_app
from web.http import proof_form
from web.http.proof_form import proof_files

PATH = "/subscribe/bulletin"
TYPED = {"address": "nada@example.org", "name": "Nada <b>", "language": "en", "website": ""}


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def client(
    settings: Settings, database: Database, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[httpx.Client]:
    """Whose network has sent all that it may."""
    if proof_files() is None:
        monkeypatch.setattr(proof_form, "proof_files", lambda: ("script.js", "worker.js", "style.css"))
    with database.write() as session:
        set_frame_origins(
            session, create_list(session, slug="bulletin", name="Bulletin", now=NOON), ["https://kolpa.example"]
        )
    few = with_variables(settings, sign_ups_per_source=1, sign_ups_per_hour=3)
    with browser(create_app(build_services(few, database, clock))) as opened:
        assert opened.post(PATH, data=TYPED | {"address": "first@example.org"}).status_code == 200
        yield opened


def challenge_on(page: str) -> dict[str, str]:
    (challenge,) = re.findall(r'challenge="([^"]*)"', page)
    return dict(json.loads(unescape(challenge)))


def asked(database: Database) -> int:
    with database.read() as session:
        return len(session.exec(select(SubscriptionMail)).all())


def test_a_proof_lifts_the_limit_for_one_request(client: httpx.Client, database: Database) -> None:
    refused = client.post(PATH, data=TYPED)
    assert refused.status_code == 429
    assert "Please try again in" in refused.text
    form = next(form for form in forms_on(refused.text, "") if "address" in form.hidden)
    assert form.hidden == TYPED, "what was typed, as it was typed"
    proven = form.hidden | {"altcha": solved(challenge_on(refused.text))}
    assert [client.post(PATH, data=proven).status_code for _ in range(2)] == [200, 429]
    assert client.post(PATH, data=TYPED).status_code == 429
    assert asked(database) == 2


def test_the_limit_of_everybody_together_stays(client: httpx.Client, database: Database) -> None:
    answers = []
    for number in range(3):
        typed = TYPED | {"address": f"new{number}@example.org"}
        page = client.post(PATH, data=typed).text
        answers.append(client.post(PATH, data=typed | {"altcha": solved(challenge_on(page))}).status_code)
    assert answers == [200, 200, 503]
    assert asked(database) == 3


def test_what_proves_nothing_costs_the_database_nothing(
    client: httpx.Client, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read() -> None:
        raise AssertionError("the database was asked")

    monkeypatch.setattr(database, "read", read)
    for proof in ("", "x", "e30=", "W" * 1_500):
        assert client.post(PATH, data=TYPED | {"altcha": proof}).status_code == 429
    long = client.post(PATH, data=TYPED | {"name": "n" * 3_000})
    assert (long.status_code, "altcha" in long.text) == (429, False), "it was not read"


def test_in_a_frame_no_script_runs_and_later_is_the_only_way(client: httpx.Client) -> None:
    (form,) = forms_on(client.get("/embed/bulletin").text, "")
    answer = client.post("/embed/bulletin", data=TYPED | form.hidden)
    assert answer.status_code == 429
    assert "<script" not in answer.text


def test_where_the_script_was_not_built_later_is_the_only_way(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof_form, "proof_files", lambda: None)
    answer = client.post(PATH, data=TYPED)
    assert (answer.status_code, "altcha" in answer.text) == (429, False)


@pytest.mark.browser
def test_in_a_browser_a_tick_is_enough_within_our_policy(
    chromium: Browser, client: httpx.Client, database: Database
) -> None:
    if proof_files() is None:
        pytest.skip("the script is not built: no network")
    page = open_as_person(chromium, client, width=360)
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.goto(f"{PATH}?lang=en")
    page.fill("#address", "nada@example.org")
    page.click("button[type=submit]")
    button = page.locator("form[data-proof-of-work] button[type=submit]")
    assert button.is_disabled()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_label("I am not a robot").press("Space")
    expect(button).to_be_enabled(timeout=60_000)
    button.click()
    page.locator("[role=status]").wait_for()
    assert asked(database) == 2
    assert [text for text in logged if "Policy" in text] == []
    page.close()


@pytest.mark.browser
def test_without_javascript_nothing_of_it_shows(chromium: Browser, client: httpx.Client) -> None:
    page = open_as_person(chromium, client, width=360, has_script=False)
    page.goto(f"{PATH}?lang=ar")
    page.fill("#address", "nada@example.org")
    page.click("button[type=submit]")
    assert page.locator("h1").is_visible()
    assert not page.locator("form[data-proof-of-work]").is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["sl", "fa"])
def test_its_page_has_no_barrier(chromium: Browser, client: httpx.Client, language: str) -> None:
    page = open_page(chromium, client, width=360)
    page.goto(f"{PATH}?lang={language}")
    page.fill("#address", "nada@example.org")
    page.click("button[type=submit]")
    page.locator("h1").wait_for()
    assert violations(page) == []
    page.close()
