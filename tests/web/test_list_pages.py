"""Lists in the browser: made, named, closed, archived, deleted; and the form that stands on another site."""

import re
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from core.db import Database
from staff.tables import Role
from subscribers.lists import find_list, list_by_slug
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentRecord, Subscription
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.people_roles import APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]

HOSTILE = "<img src=x onerror=alert(1)>\"'&[[recipient_name]]{{ 7*7 }}"


@pytest.fixture
def boss(world: World, staff: SignInAs) -> httpx.Client:
    make_admin(world, "ana")
    return staff("ana")


def post(client: httpx.Client, path: str, page: str, **fields: str) -> httpx.Response:
    values = {name.replace("_", "-"): value for name, value in fields.items()}
    values["form_token"] = form_token_on(client.get(page))
    return followed(client, client.post(path, data=values))


def make(client: httpx.Client, **fields: str) -> httpx.Response:
    return post(client, "/new-list", "/new-list", **fields)


def set_status(client: httpx.Client, status: str) -> httpx.Response:
    return post(client, "/lists/bulletin/status", "/lists/bulletin", status=status)


def test_an_admin_makes_a_list_and_its_short_name_is_made_from_its_name(
    boss: httpx.Client, database: Database
) -> None:
    page = make(boss, name="Čuvaji Evrope", name_sl="", name_ar="حراس", protected="yes")
    assert "The list is created" in page.text
    with database.read() as session:
        made = list_by_slug(session, "cuvaji-evrope")
    assert (made.name, made.names, made.is_protected) == ("Čuvaji Evrope", {"ar": "حراس"}, True)
    again = make(boss, name="Čuvaji Evrope")
    assert again.status_code == 409
    assert "There is already a list called" in again.text


@on_sqlite
def test_a_list_whose_name_has_no_letter_for_a_short_name_is_asked_for_one(boss: httpx.Client) -> None:
    refused = make(boss, name="نشرة")
    assert refused.status_code == 422
    assert "نشرة" in refused.text
    assert "Please use a–z" in refused.text
    assert "The list is created" in make(boss, name="نشرة", slug="nashra").text


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
@on_sqlite
def test_others_look_and_are_offered_nothing(app: FastAPI, world: World, roles: frozenset[Role]) -> None:
    from tests.web.test_sign_in import sign_in

    add_person(world.database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(world.database)
        assert "/new-list" not in client.get("/lists").text
        page = client.get("/lists/bulletin").text
        assert [form.action for form in forms_on(page, "")] == ["/sign-out"]
        assert client.get("/new-list").status_code == 403
        token = form_token_on(client.get("/lists"))
        for path in (
            "/new-list",
            *(f"/lists/bulletin/{what}" for what in ("details", "languages", "sign-up", "status", "delete")),
        ):
            answer = client.post(path, data={"form_token": token, "name": "X", "slug": "x", "status": "archived"})
            assert answer.status_code == 403, path
        assert everything_in(world.database) == before


def test_closing_ends_sign_up_for_readers_and_opening_brings_it_back(boss: httpx.Client, app: FastAPI) -> None:
    with browser(app) as reader:
        assert reader.get("/subscribe/bulletin").status_code == 200
        assert "The list is closed" in set_status(boss, "closed").text
        asked = reader.get("/subscribe/bulletin?lang=sl")
        assert asked.status_code == 409
        assert "ni več mogoče prijaviti" in asked.text
        typed = {"address": "rosa@example.org", "name": "Rosa", "language": "sl"}
        refused = reader.post("/subscribe/bulletin", data=typed)
        assert refused.status_code == 409
        assert "rosa@example.org" in refused.text, "what was typed"
        assert "The list is open" in set_status(boss, "open").text
        assert reader.get("/subscribe/bulletin").status_code == 200


def test_an_archived_list_is_shown_apart_and_offered_to_no_campaign(boss: httpx.Client, world: World) -> None:
    world.draft()
    choice = "/campaigns/new/statement/readers?items=1"
    assert 'value="bulletin"' in boss.get(choice).text
    assert "The list is archived" in set_status(boss, "archived").text
    assert "Archived lists (1)" in boss.get("/lists").text
    assert 'value="bulletin"' not in boss.get(choice).text


def test_a_list_that_a_campaign_is_under_way_to_says_which(boss: httpx.Client, world: World) -> None:
    world.submit(world.draft())
    refused = set_status(boss, "archived")
    assert refused.status_code == 409
    assert "is under way" in refused.text
    assert "Nothing was changed" in refused.text


def test_an_empty_list_is_deleted_and_one_with_a_campaign_is_not(boss: httpx.Client, world: World) -> None:
    world.draft()
    assert "/lists/bulletin/delete" not in boss.get("/lists/bulletin").text
    refused = post(boss, "/lists/bulletin/delete", "/lists/bulletin")
    assert refused.status_code == 409
    make(boss, name="Press", slug="press")
    assert "The list is deleted" in post(boss, "/lists/press/delete", "/lists/press").text
    assert boss.get("/lists/press").status_code == 404
    with world.database.read() as session:
        assert find_list(session, "press") is None


@on_sqlite
def test_hostile_names_are_shown_as_they_were_typed(boss: httpx.Client, app: FastAPI) -> None:
    name = HOSTILE[:100]
    make(boss, name=name, slug="press", **{"name_sl": name + "sl"})
    sign_up = {"offer_press": "on", "frame_origins": "https://kolpa.example"}
    post(boss, "/lists/bulletin/sign-up", "/lists/bulletin", **sign_up)
    with browser(app) as reader:
        pages = [boss.get("/lists"), boss.get("/lists/press"), reader.get("/subscribe/press?lang=sl")]
        pages += [boss.get("/lists/bulletin"), reader.get("/embed/bulletin")]
    refused = make(boss, name=name, slug="press")
    assert refused.status_code == 409
    for page in [*pages, refused]:
        assert "<img src=x" not in page.text
        assert "&lt;img src=x" in page.text
        assert ">49<" not in page.text


def snippet_on(page: str, code: str) -> str:
    """What is copied: the text of the field, as a browser shows it."""
    areas = [unescape(area) for area in re.findall(r"<textarea[^>]*readonly[^>]*>\n(.*?)</textarea>", page, re.S)]
    return next(area for area in areas if f'value="{code}"' in area)


@on_sqlite
def test_the_form_for_another_site_signs_people_up_with_the_words_that_it_shows(
    boss: httpx.Client, app: FastAPI, database: Database
) -> None:
    post(boss, "/lists/bulletin/details", "/lists/bulletin", name="Bilten", name_sl="Novice <b>")
    snippet = snippet_on(boss.get("/lists/bulletin").text, "sl")
    (form,) = forms_on(snippet, "")
    assert "<script" not in snippet
    assert "style=" not in snippet
    with browser(app) as elsewhere:
        answer = elsewhere.post(
            urlsplit(form.action).path,
            data=form.hidden | {"address": "nada@example.org", "name": "Nada", "website": ""},
            headers={"Origin": "https://kolpa.example", "Sec-Fetch-Site": "cross-site"},
        )
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    with database.read() as session:
        subscriptions = session.exec(select(Subscription).order_by(col(Subscription.id).desc())).all()
        assert subscriptions[0].status is SubscriptionStatus.PENDING
        (consent,) = session.exec(select(ConsentRecord))
    assert consent.language == "sl"
    assert "Novice <b>" in consent.wording
    assert re.sub(r"[\u2066-\u2069]", "", consent.wording) in re.sub(r"[\u2066-\u2069]", "", unescape(snippet))


def test_what_is_offered_beside_a_list_is_chosen_on_its_page_and_stands_in_its_forms(
    boss: httpx.Client, app: FastAPI, database: Database
) -> None:
    make(boss, name="Press", slug="press")
    make(boss, name="Safe house", slug="safe", protected="yes")
    make(boss, name="Old", slug="old")
    post(boss, "/lists/old/status", "/lists/old", status="closed")
    page = boss.get("/lists/bulletin").text
    assert re.findall(r'name="offer-(\w+)"', page) == ["press"]
    assert "shows it at once" in post(boss, "/lists/bulletin/sign-up", "/lists/bulletin", offer_press="on").text
    with browser(app) as reader:
        assert 'name="also-press"' in reader.get("/subscribe/bulletin").text
    assert 'name="also-press"' in snippet_on(boss.get("/lists/bulletin").text, "sl")
    before = everything_in(database)
    for slug in ("safe", "old", "bulletin"):
        refused = post(boss, "/lists/bulletin/sign-up", "/lists/bulletin", **{f"offer_{slug}": "on"})
        assert refused.status_code == 409
        assert "Nothing was changed" in refused.text
    stale = post(boss, "/lists/bulletin/sign-up", "/lists/bulletin", seen="what a colleague has changed since")
    assert stale.status_code == 409
    assert everything_in(database) == before


@on_sqlite
def test_a_website_that_may_frame_the_form_is_named_on_the_page_which_gives_the_frame(
    boss: httpx.Client, app: FastAPI
) -> None:
    where, page = "/lists/bulletin/sign-up", "/lists/bulletin"
    refused = post(boss, where, page, frame_origins="https://kolpa.example/news")
    assert refused.status_code == 422
    assert ">\nhttps://kolpa.example/news</textarea>" in refused.text, "what was typed"
    assert "<iframe" not in unescape(boss.get(page).text)
    saved = unescape(post(boss, where, page, frame_origins="kolpa.example, http://localhost:9001").text)
    (address,) = re.findall(r'<iframe src="([^"]*lang=sl)"', saved)
    with browser(app) as reader:
        framed = reader.get(address)
    assert framed.status_code == 200
    assert (
        "frame-ancestors http://localhost:9001 https://kolpa.example" in framed.headers["content-security-policy"]
    )
    make(boss, name="Safe house", slug="safe", protected="yes")
    assert (
        post(boss, "/lists/safe/sign-up", "/lists/safe", frame_origins="https://kolpa.example").status_code == 409
    )


@on_sqlite
def test_without_a_sender_for_sign_ups_the_page_names_the_setting(
    world: World, boss: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from campaigns.settings import CampaignSettings

    before = CampaignSettings.of

    def without(settings: object) -> CampaignSettings:
        return before(settings).model_copy(update={"sign_up_sender": ""})  # type: ignore[arg-type]  # a stand-in

    monkeypatch.setattr(CampaignSettings, "of", without)
    assert "BILTEN_SIGN_UP_SENDER" in boss.get("/lists/bulletin").text


@on_sqlite
def test_settings_lead_to_everything_and_say_what_one_may_only_look_at(
    app: FastAPI, world: World, staff: SignInAs
) -> None:
    client = staff("ana")
    page = client.get("/settings")
    assert page.text.count("You can look at this") == 14
    for path in re.findall(r'<h2><a href="(/[a-z]+)"', page.text):
        assert client.get(path).status_code == 200, path
    make_admin(world, "ana")
    assert "You can look at this" not in client.get("/settings").text
    assert 'href="/settings"' in client.get("/campaigns").text
