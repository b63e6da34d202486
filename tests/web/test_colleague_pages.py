"""Colleagues in the browser: added by a link that is shown once, given a role, disabled; never by who may not."""

import html
import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from core.db import Database
from staff.tables import PasswordLink, Role, User
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import PASSWORD, add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in

ROLES_OF_AN_APPROVER = {f"role-{role}": "yes" for role in APPROVER}
CILKA = {"name": "Cilka", "address": "cilka@example.org", "language": "sl"} | ROLES_OF_AN_APPROVER
HOSTILE = "<img src=x onerror=alert(1)>"
PASSWORDS = {"password": PASSWORD, "password_again": PASSWORD}


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def boss(app: FastAPI, database: Database) -> Iterator[httpx.Client]:
    add_person(database, "boss@example.org", ADMIN)
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        yield client


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    token = form_token_on(client.get("/colleagues"))
    return client.post(path, data=fields | {"form_token": token})


def link_on(page: httpx.Response) -> str:
    (path,) = re.findall(r'value="https?://[^/]+(/password/[^"]+)"', html.unescape(page.text))
    return str(path)


def named(database: Database, name: str) -> User:
    with database.read() as session:
        return session.exec(select(User).where(User.name == name)).one()


def test_a_colleague_is_added_and_comes_in_by_the_link(
    app: FastAPI, boss: httpx.Client, database: Database
) -> None:
    made = post(boss, "/new-colleague", **CILKA)
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    path, cilka = link_on(made), named(database, "Cilka")
    assert path.rpartition("/")[2] not in boss.get(f"/colleagues/{cilka.id}").text, "it is shown once"
    assert "Has not set a password yet" in boss.get("/colleagues").text
    with browser(app) as visitor:
        page = visitor.get(path)
        assert "cilka@example.org" in page.text
        assert "Nastavite geslo" in page.text, "in her language"
        (form,) = forms_on(page.text, path)
        short = visitor.post(path, data=form.hidden | {"password": "short", "password_again": "short"})
        assert (short.status_code, "12 znakov" in short.text) == (422, True)
        differ = visitor.post(path, data=form.hidden | {"password": PASSWORD, "password_again": "another"})
        assert differ.status_code == 422
        assert PASSWORD not in differ.text
        done = visitor.post(path, data=form.hidden | PASSWORDS)
        assert (done.status_code, done.headers["location"]) == (303, "/campaigns")
        assert visitor.get("/campaigns").status_code == 200
        again = visitor.get(path)
        assert again.status_code == 403, "it is good once"
        assert 'href="/sign-in"' in again.text
        assert 'href="/forgotten-password"' in again.text
    assert "Has not set a password yet" not in boss.get("/colleagues").text
    assert named(database, "Cilka").roles == APPROVER


def test_a_forgotten_password_is_set_anew_by_a_link(app: FastAPI, boss: httpx.Client, database: Database) -> None:
    ana = add_person(database, "ana@example.org", AUTHOR)
    path = link_on(post(boss, f"/colleagues/{ana.id}/password-link"))
    with browser(app) as visitor:
        (form,) = forms_on(visitor.get(path).text, path)
        assert visitor.post(path, data=PASSWORDS).status_code == 403, "the form has a token"
        assert visitor.post(path, data=form.hidden | PASSWORDS).status_code == 303
    with database.read() as session:
        assert session.exec(select(PasswordLink)).all() == []


def test_a_role_is_changed_and_an_account_disabled_and_enabled(
    app: FastAPI, boss: httpx.Client, database: Database
) -> None:
    ana = add_person(database, "ana@example.org", AUTHOR)
    with browser(app) as hers:
        sign_in(hers, "ana@example.org")
        assert post(boss, f"/colleagues/{ana.id}/role", **ROLES_OF_AN_APPROVER).status_code == 303
        assert named(database, "Ana").roles == APPROVER
        assert "The roles have been saved" in boss.get(f"/colleagues/{ana.id}?done=role").text
        assert post(boss, f"/colleagues/{ana.id}/sign-out").status_code == 303
        assert hers.get("/campaigns").status_code == 303
        sign_in(hers, "ana@example.org")
        assert post(boss, f"/colleagues/{ana.id}/disable").status_code == 303
        assert hers.get("/campaigns").status_code == 303
        assert post(boss, f"/colleagues/{ana.id}/password-link").status_code == 409
    assert "Disabled" in boss.get("/colleagues").text
    assert post(boss, f"/colleagues/{ana.id}/enable").status_code == 303
    assert named(database, "Ana").disabled_at is None


def test_nobody_shuts_themselves_out(boss: httpx.Client, database: Database) -> None:
    me = named(database, "Boss")
    before = everything_in(database)
    for step in ("role", "disable"):
        refused = post(boss, f"/colleagues/{me.id}/{step}", **{"role-author": "yes"})
        assert (refused.status_code, "This is your own account" in refused.text) == (409, True)
    assert everything_in(database) == before


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
def test_the_others_look_and_change_nothing(
    app: FastAPI, boss: httpx.Client, database: Database, roles: frozenset[Role]
) -> None:
    eva = add_person(database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(database)
        assert client.get("/colleagues").status_code == 200
        page = client.get("/colleagues/1")
        assert 'action="/colleagues/' not in page.text
        assert client.get("/new-colleague").status_code == 403
        assert post(client, "/new-colleague", **CILKA).status_code == 403
        for step in ("role", "disable", "enable", "sign-out", "password-link"):
            assert post(client, f"/colleagues/1/{step}", **{"role-author": "yes"}).status_code == 403
            assert post(client, f"/colleagues/{eva.id}/{step}", **{"role-admin": "yes"}).status_code == 403
        assert client.get("/colleagues/99").status_code == 404
        assert everything_in(database) == before
    assert boss


def test_what_is_refused_stays_in_the_form_and_hostile_names_are_text(
    boss: httpx.Client, database: Database
) -> None:
    refused = post(boss, "/new-colleague", **CILKA | {"address": "nobody", "name": HOSTILE})
    assert refused.status_code == 422
    assert 'value="nobody"' in refused.text
    assert HOSTILE not in refused.text
    nothing = {"name": HOSTILE, "address": CILKA["address"], "language": "sl", "role-king": "yes"}
    assert post(boss, "/new-colleague", **nothing).status_code == 422, "a role that is none is nobody's"
    made = post(boss, "/new-colleague", **CILKA | {"name": HOSTILE})
    again = post(boss, "/new-colleague", **CILKA)
    assert again.status_code == 409
    for page in (made, boss.get("/colleagues"), boss.get(f"/colleagues/{named(database, HOSTILE).id}")):
        assert HOSTILE not in page.text


def test_neither_the_link_nor_the_password_is_logged(
    app: FastAPI, boss: httpx.Client, capsys: pytest.CaptureFixture[str]
) -> None:
    path = link_on(post(boss, "/new-colleague", **CILKA))
    with browser(app) as visitor:
        (form,) = forms_on(visitor.get(path).text, path)
        visitor.post(path, data=form.hidden | PASSWORDS)
        visitor.get("/password/nonsense")
    logged = capsys.readouterr()
    assert "/password/{link}" in logged.out
    assert path.rpartition("/")[2] not in logged.out + logged.err
    assert PASSWORD not in logged.out + logged.err
    assert "cilka@example.org" not in logged.out
