"""Custom fields in the browser: made, named, archived, deleted; filled in for a person, hostile words or not."""

import httpx
import pytest
from fastapi import FastAPI

from core.db import Database
from staff.tables import Role
from subscribers.field_tables import CustomField, FieldType
from subscribers.fields import field_by_word
from subscribers.person_fields import fields_of_person
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.people_roles import APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_list_pages import boss, post
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["boss", "staff", "world"]

HOSTILE = "<img src=x onerror=alert(1)>'&{{7*7}}"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def make(client: httpx.Client, **form: str) -> httpx.Response:
    return post(client, "/new-field", "/new-field", **form)


def test_a_field_is_made_named_archived_and_deleted(boss: httpx.Client, database: Database) -> None:
    assert "GDPR, Article 9" in boss.get("/new-field").text
    choices = "Ljubljana\r\nMaribor\r\n"
    made = make(boss, label="Home town", label_sl="Kraj", type="choice", choices=choices, in_emails="yes")
    assert "The field is created" in made.text
    page = "/fields/home_town"
    with database.read() as session:
        field = field_by_word(session, "home_town")
        assert (field.choices, field.is_own, field.is_in_emails) == (["Ljubljana", "Maribor"], False, True)
    assert "[[field_home_town|…]]" in boss.get(page).text
    details = {"label": "Town", "choices": "Maribor", "own": "yes"}
    assert "Saved" in post(boss, f"{page}/details", page, **details).text
    with database.read() as session:
        field = field_by_word(session, "home_town")
        assert (field.label, field.choices, field.is_own, field.is_in_emails) == ("Town", ["Maribor"], True, False)
    assert "The field is archived" in post(boss, f"{page}/status", page, status="archived").text
    assert "Archived fields (1)" in boss.get("/fields").text
    assert "in use again" in post(boss, f"{page}/status", page, status="open").text
    assert "The field is deleted" in post(boss, f"{page}/delete", page).text
    assert boss.get(page).status_code == 404


def test_a_refused_form_keeps_what_was_typed_and_a_stale_one_says_what_is_there(boss: httpx.Client) -> None:
    make(boss, label="Town", type="text")
    taken = make(boss, label="Town", label_ar="المدينة", type="date")
    assert taken.status_code == 409
    assert "المدينة" in taken.text
    assert '<option value="date" selected>' in taken.text
    assert make(boss, label="Other", type="picture").status_code == 422
    stale = post(boss, "/fields/town/details", "/fields/town", label="City", seen="another")
    assert stale.status_code == 409
    assert "<bdi>Town</bdi>" in stale.text


def test_a_person_s_fields_are_filled_in_with_a_reason(boss: httpx.Client, world: World) -> None:
    for label, kind in (("Town", "text"), ("Members", "decimal"), ("Born", "date"), ("Helps", "yes_no")):
        make(boss, label=label, type=kind)
    page = "/subscribers/1/fields"
    given = {"field-town": HOSTILE, "field-members": "1250,5", "field-born": "1990-01-31", "field-helps": "yes"}
    unreasoned = post(boss, page, page, **given)
    assert unreasoned.status_code == 422
    assert 'value="1250,5"' in unreasoned.text
    shown = post(boss, page, page, **given, reason="asked by telephone").text
    assert "The fields have been saved" in shown
    assert HOSTILE not in shown
    for value in ("&lt;img src=x", "{{7*7}}", "1,250.5", "31 January 1990", ">yes</bdi>", "Fields changed"):
        assert value in shown
    assert 'value="1250.5"' in boss.get(page).text
    refused = post(boss, page, page, **{"field-born": "soon"}, reason="asked by telephone")
    assert refused.status_code == 422
    with world.database.read() as session:
        assert [entry.written for entry in fields_of_person(session, 1)] == [
            "1990-01-31",
            "yes",
            "1250.5",
            HOSTILE,
        ]
    exported = post(
        boss, "/subscribers/1/export", "/subscribers/1/export", reason="asked", **{"as": "file"}
    ).json()
    assert {row["field"]: row["value"] for row in exported["fields"]}["town"] == HOSTILE


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_others_look_and_change_nothing(
    app: FastAPI, world: World, staff: SignInAs, roles: frozenset[Role]
) -> None:
    with world.database.write() as session:
        session.add(CustomField(word="town", label="Town", type=FieldType.TEXT, created_at=NOON))
    add_person(world.database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(world.database)
        assert "/new-field" not in client.get("/fields").text
        assert "<form" not in client.get("/fields/town").text.partition("<main")[2]
        assert client.get("/new-field").status_code == 403
        token = form_token_on(client.get("/fields"))
        for path in ("/new-field", *(f"/fields/town/{what}" for what in ("details", "status", "delete"))):
            answer = client.post(path, data={"form_token": token, "label": "X", "status": "archived"})
            assert answer.status_code == 403, path
        assert everything_in(world.database) == before
