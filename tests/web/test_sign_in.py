"""Signing in through the page: cookies, lockout, and where one lands."""

import re

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.services import build_services
from core.db import Database
from core.settings import Settings
from staff.hashing import ANYBODY
from staff.let_in import let_in
from staff.tables import KnownDevice, StaffSession, User
from tests.conftest import StoppedClock
from tests.people_roles import AUTHOR
from tests.staff.test_hashing import filled
from tests.web.browser import browser
from tests.web.conftest import PASSWORD, add_person
from tests.web.snapshot import everything_in
from web.app import create_app


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def form_token_on(page: httpx.Response) -> str:
    match = re.search(r'name="form_token" value="([0-9a-f]{64})"', page.text)
    assert match is not None
    return match[1]


def sign_in(client: httpx.Client, address: str = "ana@example.org", password: str = PASSWORD) -> httpx.Response:
    token = form_token_on(client.get("/sign-in"))
    return client.post("/sign-in", data={"form_token": token, "address": address, "password": password})


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(client: httpx.Client, database: Database, ana: User, method: str) -> None:
    before = everything_in(database)
    for path in ("/", "/sign-in", "/sign-in?address=ana@example.org", "/campaigns"):
        client.request(method, path)
    assert everything_in(database) == before


def test_the_right_password_leads_to_the_campaigns(client: httpx.Client, ana: User) -> None:
    answer = sign_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/campaigns")
    cookie = next(
        header for header in answer.headers.get_list("set-cookie") if header.startswith("bilten-session=")
    )
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=43200"} <= set(cookie.split("; "))


def test_over_https_the_cookie_is_bound_to_the_host(
    settings: Settings, database: Database, clock: StoppedClock, ana: User
) -> None:
    safe = settings.model_copy(update={"public_url": "https://bulletin.example.org"})
    with browser(create_app(build_services(safe, database, clock)), "https://bulletin.example.org") as client:
        answer = sign_in(client)
        cookie = next(header for header in answer.headers.get_list("set-cookie") if "-session=" in header)
        assert cookie.startswith("__Host-bilten-session=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert client.get("/campaigns").status_code == 200


@pytest.mark.parametrize(
    ("address", "password"), [("ana@example.org", "a wrong guess"), ("nobody@example.org", PASSWORD)]
)
def test_a_refusal_does_not_tell_who_works_here(
    client: httpx.Client, ana: User, address: str, password: str
) -> None:
    answer = sign_in(client, address, password)
    assert answer.status_code == 403
    assert "The address or the password is wrong" in answer.text
    assert password not in answer.text
    assert "bilten-session" not in answer.headers.get("set-cookie", "")


def test_ten_wrong_passwords_lock_the_account_for_a_while(
    client: httpx.Client, ana: User, clock: StoppedClock
) -> None:
    for _ in range(10):
        assert sign_in(client, password="wrong").status_code == 403
    refused = sign_in(client)
    assert refused.status_code == 429
    assert "Try again in one minute" in refused.text
    clock.advance(minutes=1)
    assert sign_in(client).status_code == 303


def test_a_device_is_known_again_after_signing_out(
    client: httpx.Client, ana: User, database: Database, clock: StoppedClock
) -> None:
    answer = sign_in(client)
    cookie = next(
        header for header in answer.headers.get_list("set-cookie") if header.startswith("bilten-device=")
    )
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=31536000"} <= set(cookie.split("; "))
    known = client.cookies["bilten-device"]
    client.post("/sign-out", data={"form_token": form_token_on(client.get("/campaigns"))})
    sign_in(client)
    assert client.cookies["bilten-device"] == known
    with database.read() as session:
        assert known not in "".join(device.model_dump_json() for device in session.exec(select(KnownDevice)).all())


def test_a_browser_is_known_to_each_of_the_people_who_use_it(
    client: httpx.Client, ana: User, database: Database
) -> None:
    add_person(database, "boris@example.org", AUTHOR)
    for _ in range(2):
        for address in ("ana@example.org", "boris@example.org"):
            assert sign_in(client, address).status_code == 303
            client.post("/sign-out", data={"form_token": form_token_on(client.get("/campaigns"))})
    with database.read() as session:
        devices = session.exec(select(KnownDevice)).all()
    assert len(devices) == 2
    assert len({device.secret_hash for device in devices}) == 2, "none has what another could have read"


def test_a_crowd_that_guesses_does_not_shut_out_a_known_device(
    client: httpx.Client, app: FastAPI, ana: User
) -> None:
    sign_in(client)
    client.cookies.delete("bilten-session")
    with browser(app) as stranger:
        for _ in range(40):
            sign_in(stranger, password="wrong")
        assert sign_in(stranger).status_code == 429
    assert sign_in(client).status_code == 303


def test_under_a_flood_strangers_are_refused_before_their_form_is_read_and_a_known_device_signs_in(
    client: httpx.Client, app: FastAPI, ana: User
) -> None:
    sign_in(client)
    client.cookies.delete("bilten-session")
    with filled(ANYBODY):
        with browser(app) as stranger:
            refused = stranger.post("/sign-in", content=b"not even a form", headers={"Accept-Language": "sl"})
            assert refused.status_code == 503
            assert "Poskusite znova" in refused.text
            assert 'href="/sign-in"' in refused.text
        assert sign_in(client).status_code == 303


def test_a_link_lets_a_colleague_in_from_a_new_device_and_looking_at_it_changes_nothing(
    client: httpx.Client, database: Database, ana: User, clock: StoppedClock
) -> None:
    with database.write() as session:
        link = let_in(session, "ana@example.org", actor="cli", now=clock.now()).secret
    before = everything_in(database)
    page = client.get(f"/sign-in/{link}")
    assert f'action="/sign-in/{link}"' in page.text
    assert everything_in(database) == before
    form = {"form_token": form_token_on(page), "address": "ana@example.org", "password": "wrong"}
    with filled(ANYBODY):
        refused = client.post(f"/sign-in/{link}", data=form)
        assert refused.status_code == 403
        assert f'action="/sign-in/{link}"' in refused.text
        assert client.post(f"/sign-in/{link}", data=form | {"password": PASSWORD}).status_code == 303
        client.cookies.delete("bilten-session")
        assert sign_in(client).status_code == 303


def test_a_link_that_is_none_looks_like_any_other(client: httpx.Client, ana: User) -> None:
    page = client.get("/sign-in/no'such\"link")
    assert page.status_code == 200
    assert 'action="/sign-in/no%27such%22link"' in page.text
    form = {"form_token": form_token_on(page), "address": "ana@example.org", "password": PASSWORD}
    assert client.post("/sign-in/nosuchlink", data=form).status_code == 303


def test_signing_out_ends_the_session_on_the_server_too(
    client: httpx.Client, database: Database, ana: User
) -> None:
    sign_in(client)
    secret = client.cookies["bilten-session"]
    answer = client.post("/sign-out", data={"form_token": form_token_on(client.get("/campaigns"))})
    assert answer.status_code == 303
    with database.read() as session:
        assert session.exec(select(StaffSession)).all() == []
    client.cookies.set("bilten-session", secret)
    assert client.get("/campaigns").headers["location"] == "/sign-in"


def test_a_session_ends_by_itself(client: httpx.Client, ana: User, clock: StoppedClock) -> None:
    sign_in(client)
    assert client.get("/campaigns").status_code == 200
    clock.advance(hours=12)
    assert client.get("/campaigns").status_code == 303


def test_one_lands_where_one_wanted_to_go(client: httpx.Client, ana: User) -> None:
    needed = client.get("/campaigns/7")
    assert needed.headers["location"] == "/sign-in?next=%2Fcampaigns%2F7"
    form = {"address": "ana@example.org", "password": PASSWORD, "next": "/campaigns/7"}
    form["form_token"] = form_token_on(client.get("/sign-in"))
    assert client.post("/sign-in", data=form).headers["location"] == "/campaigns/7"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/campaigns/../x", "/campaigns/7\n", ""],
)
def test_nobody_is_sent_elsewhere(client: httpx.Client, ana: User, target: str) -> None:
    form = {"address": "ana@example.org", "password": PASSWORD, "next": target}
    form["form_token"] = form_token_on(client.get("/sign-in", params={"next": target}))
    assert client.post("/sign-in", data=form).headers["location"] == "/campaigns"


def test_pages_follow_the_language_in_the_users_row(client: httpx.Client, ana: User, database: Database) -> None:
    sign_in(client)
    with database.write() as session:
        session.get_one(User, ana.id).language = "sl"
    assert '<html lang="sl" dir="ltr">' in client.get("/campaigns", headers={"Accept-Language": "en"}).text
