"""The record of processing in the browser: filled in from what is set up, written by staff, in two languages."""

import httpx
import pytest
from fastapi import FastAPI

from staff.audit import entries
from subscribers.tables import MailingList
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.web.browser import browser
from tests.web.test_retention_page import boss, database_url, world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["boss", "database_url", "world"]
PAGE = "/data-protection/register"


def save(client: httpx.Client, language: str, **parts: str) -> httpx.Response:
    token = form_token_on(client.get(f"{PAGE}/sl"))
    return client.post(f"{PAGE}/{language}", data={"form_token": token, **parts})


def test_it_says_what_is_set_up_and_what_staff_write_in_each_language(boss: httpx.Client, world: World) -> None:
    with world.database.write() as session:
        session.add(MailingList(slug="shelter", name="Shelter *", is_protected=True, created_at=NOON))
        session.add(MailingList(slug="news", name="News *of* ours", created_at=NOON))
    assert save(boss, "sl", controller="Društvo <b>Kolpa</b>").headers["location"] == f"{PAGE}/sl?done=saved"
    assert save(boss, "en", controller="Kolpa Association").status_code == 303
    sheet = boss.get(f"{PAGE}/sl/sheet").text
    assert "Društvo &lt;b&gt;Kolpa&lt;/b&gt;" in sheet
    assert "Zaščiteni seznam" not in sheet
    assert "1 zaščiten seznam" in sheet
    assert "po 395 dneh" in sheet
    assert "Shelter" not in sheet
    english = boss.get(f"{PAGE}/en/file")
    assert english.headers["content-type"] == "text/markdown; charset=utf-8"
    assert "* Kolpa Association" in english.text
    assert r"News \*of\* ours" in english.text
    assert "fake" in english.text or "simulator" in english.text, "the provider that is set up"
    with world.database.read() as session:
        changes = entries(session, action="register.changed", since=NOON)
    assert [entry.detail for entry in changes] == [{"language": "sl"}, {"language": "en"}]


def test_what_cannot_be_saved_is_refused_and_stays_in_the_form(boss: httpx.Client) -> None:
    answer = save(boss, "sl", controller="Društvo", contact="x" * 2001)
    assert answer.status_code == 422
    assert "Društvo" in answer.text
    assert "Društvo" not in boss.get(f"{PAGE}/sl").text
    for path in ("", "/sheet", "/file"):
        assert boss.get(f"{PAGE}/ar{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "/sheet", "/file"])
def test_it_is_for_administrators(app: FastAPI, world: World, path: str) -> None:
    assert world
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        assert client.get(f"{PAGE}/sl{path}").status_code == 403
