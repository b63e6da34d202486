"""Forms that another site made somebody send."""

import httpx
import pytest

from core.db import Database
from staff.tables import User
from tests.web.conftest import PASSWORD
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in

SAME = "http://127.0.0.1:8000"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.mark.parametrize("token", [None, "", "0" * 64, "č"])
def test_a_form_without_the_right_token_is_refused(
    client: httpx.Client, database: Database, ana: User, token: str | None
) -> None:
    sign_in(client)
    before = everything_in(database)
    answer = client.post("/sign-out", data={} if token is None else {"form_token": token})
    assert answer.status_code == 403
    assert everything_in(database) == before


def test_the_token_of_one_session_is_no_good_in_another(client: httpx.Client, ana: User) -> None:
    sign_in(client)
    old = form_token_on(client.get("/campaigns"))
    sign_in(client)
    assert client.post("/sign-out", data={"form_token": old}).status_code == 403
    assert client.get("/campaigns").status_code == 200


def test_signing_in_needs_the_token_and_its_cookie(client: httpx.Client, ana: User) -> None:
    form = {"address": "ana@example.org", "password": PASSWORD}
    assert client.post("/sign-in", data=form).status_code == 403
    form["form_token"] = form_token_on(client.get("/sign-in"))
    client.cookies.clear()
    assert client.post("/sign-in", data=form).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": SAME, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_from_elsewhere_is_refused_even_with_the_token(
    client: httpx.Client, ana: User, headers: dict[str, str]
) -> None:
    sign_in(client)
    token = form_token_on(client.get("/campaigns"))
    assert client.post("/sign-out", data={"form_token": token}, headers=headers).status_code == 403


def test_a_form_from_here_is_carried_out(client: httpx.Client, ana: User) -> None:
    sign_in(client)
    token = form_token_on(client.get("/campaigns"))
    headers = {"Origin": SAME, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/sign-out", data={"form_token": token}, headers=headers).status_code == 303


def test_staff_pages_let_the_browser_say_where_a_form_comes_from(client: httpx.Client, ana: User) -> None:
    assert client.get("/sign-in").headers["referrer-policy"] == "same-origin"
    sign_in(client)
    assert client.get("/campaigns").headers["referrer-policy"] == "same-origin"
