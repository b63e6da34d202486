"""One's own account in the browser: what is shown, what a new password ends, and who can press what."""

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from core.db import Database
from staff.tables import StaffSession, User
from tests.conftest import StoppedClock
from tests.web.browser import browser
from tests.web.conftest import PASSWORD
from tests.web.test_sign_in import form_token_on, sign_in
from web.staff.browser_name import browser_name

NEW = "paper window staple river"
HOSTILE = "<script>alert(1)</script>"
FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data=fields | {"form_token": form_token_on(client.get("/account"))})


def test_sessions_are_listed_by_device_and_ended_one_by_one_or_all(
    app: FastAPI, client: httpx.Client, ana: User, database: Database
) -> None:
    client.headers["user-agent"] = FIREFOX
    sign_in(client)
    with browser(app) as second, browser(app) as third:
        second.headers["user-agent"], third.headers["user-agent"] = EDGE, HOSTILE
        for other in (second, third):
            sign_in(other)
        page = client.get("/account").text
        assert page.count("This device") == 1
        for name in ("Firefox, Android", "Edge, Windows", "Unknown device"):
            assert name in page
        assert HOSTILE not in page
        with database.read() as session:
            ids = {row.browser: row.id for row in session.exec(select(StaffSession))}
        assert post(client, f"/account/sessions/{ids['Edge, Windows']}/end").status_code == 303
        assert second.get("/campaigns").status_code == 303
        assert third.get("/campaigns").status_code == 200
        assert post(client, "/account/sign-out-elsewhere").status_code == 303
        assert third.get("/campaigns").status_code == 303
    assert client.get("/account").status_code == 200


def test_a_new_password_gives_a_new_cookie_and_the_old_one_opens_nothing(
    app: FastAPI, client: httpx.Client, ana: User
) -> None:
    sign_in(client)
    before = client.cookies["bilten-session"]
    wrong = post(client, "/account/password", present="a wrong guess", password=NEW, password_again=NEW)
    assert (wrong.status_code, "The present password is wrong" in wrong.text) == (403, True)
    differ = post(client, "/account/password", present=PASSWORD, password=NEW, password_again="another")
    assert differ.status_code == 422
    assert NEW not in wrong.text + differ.text
    done = post(client, "/account/password", present=PASSWORD, password=NEW, password_again=NEW)
    assert (done.status_code, done.headers["location"]) == (303, "/account?done=password")
    assert client.cookies["bilten-session"] != before
    assert "Your password is changed" in client.get("/account?done=password").text
    with browser(app) as thief:
        thief.cookies.set("bilten-session", before)
        assert thief.get("/campaigns").status_code == 303
        assert sign_in(thief).status_code == 403
        assert sign_in(thief, password=NEW).status_code == 303


def test_name_and_language_are_saved_and_hostile_names_are_text(client: httpx.Client, ana: User) -> None:
    sign_in(client)
    refused = post(client, "/account/profile", name=" ", language="fa")
    assert refused.status_code == 422
    assert post(client, "/account/profile", name=HOSTILE, language="sl").status_code == 303
    page = client.get("/account").text
    assert "Vaš račun" in page
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page


def test_nothing_is_taken_without_the_forms_token_or_without_a_session(client: httpx.Client, ana: User) -> None:
    paths = ("/account/profile", "/account/password", "/account/sessions/1/end", "/account/sign-out-elsewhere")
    for path in paths:
        assert client.post(path, data={"name": "X"}).status_code == 403
    assert client.get("/account").headers["location"] == "/sign-in?next=%2Faccount"
    sign_in(client)
    for path in paths:
        assert client.post(path, data={"name": "X"}).status_code == 403


def test_a_secret_that_was_there_before_the_sign_in_opens_nothing_afterwards(
    app: FastAPI, client: httpx.Client, ana: User
) -> None:
    chosen = "chosen by somebody else"
    answer = client.get("/sign-in", headers={"cookie": f"bilten-session={chosen}"})
    form = {"form_token": form_token_on(answer), "address": "ana@example.org", "password": PASSWORD}
    assert client.post("/sign-in", data=form).status_code == 303
    assert client.cookies["bilten-session"] != chosen
    with browser(app) as thief:
        thief.cookies.set("bilten-session", chosen)
        assert thief.get("/campaigns").status_code == 303


def test_who_does_nothing_for_a_while_is_signed_out_and_who_works_is_not(
    client: httpx.Client, ana: User, clock: StoppedClock
) -> None:
    sign_in(client)
    for _ in range(5):
        clock.advance(minutes=90)
        assert client.get("/campaigns").status_code == 200
    for _ in range(4):
        assert client.get("/campaigns/1/progress").status_code == 404
        client.post("/campaigns/1/compose/present")
        clock.advance(minutes=30)
    assert client.get("/campaigns").status_code == 303, "a page that was left open asked all the time"


@given(text=st.text(max_size=300))
def test_of_what_a_device_calls_itself_only_known_words_are_kept(text: str) -> None:
    assert len(browser_name(text)) <= 40
    assert all(character.isalpha() or character in ", " for character in browser_name(text))
