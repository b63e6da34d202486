"""Topics in the browser: made, named in each language, archived, deleted; and given to a campaign."""

import re

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.editorial.stale_edit import audience_version
from core.db import Database
from news.tables import NewsText
from staff.tables import Role, User
from subscribers.topic_tables import Topic
from subscribers.topics import lists_of_topic, topic_by_slug
from tests.campaigns.world import World
from tests.people_roles import APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_list_pages import boss, post
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["boss", "staff", "world"]

HOSTILE = "<img src=x onerror=alert(1)>\"'&{{7*7}}"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def make(client: httpx.Client, **fields: str) -> httpx.Response:
    return post(client, "/new-topic", "/new-topic", **fields)


def at_sea(client: httpx.Client) -> httpx.Response:
    return make(client, name="At sea", name_sl="Na morju", list_bulletin="yes")


def test_a_topic_is_made_named_archived_and_deleted(boss: httpx.Client, database: Database) -> None:
    assert "The topic is created" in at_sea(boss).text
    with database.read() as session:
        made = topic_by_slug(session, "at-sea")
        assert (made.names, lists_of_topic(session, made.id)) == ({"sl": "Na morju"}, {1})
    page = "/topics/at-sea"
    assert "Saved" in post(boss, f"{page}/details", page, name="Rescue", name_sl="").text
    with database.read() as session:
        assert topic_by_slug(session, "at-sea").names == {}
        assert lists_of_topic(session, made.id) == set()
    assert "The topic is archived" in post(boss, f"{page}/status", page, status="archived").text
    assert "Archived topics (1)" in boss.get("/topics").text
    assert "in use again" in post(boss, f"{page}/status", page, status="open").text
    assert "The topic is deleted" in post(boss, f"{page}/delete", page).text
    assert boss.get(page).status_code == 404


def test_topics_are_in_the_alphabet_of_the_page(boss: httpx.Client, database: Database) -> None:
    for name in ("Cvetje", "Čoln", "Azil"):
        make(boss, name=name)
    assert re.findall(r'href="/topics/(\w+)"', boss.get("/topics").text) == ["azil", "coln", "cvetje"]
    with database.write() as session:
        for user in session.exec(select(User)):
            user.language = "sl"
    assert re.findall(r'href="/topics/(\w+)"', boss.get("/topics").text) == ["azil", "cvetje", "coln"]


def test_a_word_of_the_news_is_offered_to_be_made_a_topic(boss: httpx.Client, database: Database) -> None:
    with database.write() as session:
        session.exec(select(NewsText)).all()[0].topic = HOSTILE
    page = boss.get("/topics")
    assert HOSTILE not in page.text
    link = re.search(r'href="(/new-topic\?name=[^"]+)"', page.text)
    assert link
    form = boss.get(link[1])
    assert 'value="&lt;img src=x' in form.text
    assert "HOSTILE" not in form.text


def test_a_refused_form_keeps_what_was_typed_and_a_stale_one_says_what_is_there(boss: httpx.Client) -> None:
    at_sea(boss)
    taken = make(boss, name="na MORJU", name_ar="في البحر")
    assert taken.status_code == 409
    assert "في البحر" in taken.text
    page = "/topics/at-sea"
    stale = post(boss, f"{page}/details", page, name="Sea", seen="another")
    assert stale.status_code == 409
    assert "Na morju" in stale.text


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_others_look_and_change_nothing(
    app: FastAPI, world: World, staff: SignInAs, roles: frozenset[Role]
) -> None:
    with world.database.write() as session:
        session.add(Topic(slug="at-sea", name="At sea", created_at=world.clock.now()))
    add_person(world.database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(world.database)
        assert "/new-topic" not in client.get("/topics").text
        assert "<form" not in client.get("/topics/at-sea").text.partition("<main")[2]
        assert client.get("/new-topic").status_code == 403
        token = form_token_on(client.get("/topics"))
        for path in ("/new-topic", *(f"/topics/at-sea/{what}" for what in ("details", "status", "delete"))):
            answer = client.post(path, data={"form_token": token, "name": "X", "status": "archived"})
            assert answer.status_code == 403, path
        assert everything_in(world.database) == before


def test_a_campaign_is_given_a_topic_and_what_it_costs_is_counted(boss: httpx.Client, world: World) -> None:
    at_sea(boss)
    campaign_id = world.draft()
    page = f"/campaigns/{campaign_id}/audience"
    chosen = {"list-bulletin": "yes", "topic-at-sea": "yes", "seen": audience_version(world.campaign(campaign_id))}
    post(boss, page, page, **chosen, step="count")
    assert world.campaign(campaign_id).audience.topics == ()
    post(boss, page, page, **chosen, step="save")
    assert world.campaign(campaign_id).audience.topics == (1,)
    shown = boss.get(page).text
    assert re.search(r'name="topic-at-sea" checked', shown)
