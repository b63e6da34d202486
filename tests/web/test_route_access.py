"""Every page and form for staff × nobody and each role: docs/roles.md says what is so, and none is missing."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlmodel import Session, delete

from core.db import Database
from docs.route_access import ADMINISTRATORS, ANYBODY, ANYBODY_WHO_WORKS_HERE, APPROVERS, AT_LEAST, routes_in
from staff.tables import AuditEntry, Role
from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_refused_forms import database_url, pages_of_staff, world
from tests.web.test_sign_in import form_token_on, sign_in
from web.routes import PAGES

__all__ = ["database_url", "world"]
ENDS_THE_SESSION = {("POST", "/sign-out"), ("POST", "/account/sign-out-elsewhere")}
VALUES = {
    "slug": "bulletin", "language": "en", "kind": "event", "handle": "own@1", "word": "town", "provider": "smtp",
    "act": "unsubscribe", "decision": "grant", "other_id": "2", "user_id": "1", "digest_id": "2",
}  # fmt: skip
"""Of what a path has in it; numbers are 1."""


@pytest.fixture
def clients(app: FastAPI, world: World, database: Database) -> Iterator[dict[Role, httpx.Client]]:
    pages_of_staff(world)
    with ExitStack() as stack:
        opened = {role: stack.enter_context(browser(app)) for role in (Role.EDITOR, Role.APPROVER)}
        for role, client in opened.items():
            add_person(database, f"{role.value}@example.org", role)
            sign_in(client, f"{role.value}@example.org")
        yield opened


def routes_of_staff() -> set[tuple[str, str]]:
    return {
        (method, route.path)
        for page in PAGES
        if page.__name__.startswith("web.staff.")
        for route in page.router.routes
        if isinstance(route, APIRoute)
        for method in (route.methods or set()) - {"HEAD"}
    }


def filled(path: str) -> str:
    return re.sub(r"{(\w+)[^}]*}", lambda match: VALUES.get(match[1], "1"), path)


def ask(client: httpx.Client, method: str, path: str, token: str = "") -> httpx.Response:
    fields = {"form_token": token} if method == "POST" else None
    return client.request(method, filled(path), data=fields)


def without_audit(database: Database) -> object:
    with database.write() as session:
        _forget(session)
    return everything_in(database)


def _forget(session: Session) -> None:
    session.exec(delete(AuditEntry))


def test_every_page_and_form_is_in_one_of_the_tables() -> None:
    tables = [list(routes_in(block)) for block in (ANYBODY, *AT_LEAST.values())]
    listed = [route for table in tables for route in table]
    assert len(listed) == len(set(listed))
    assert set(listed) == routes_of_staff()


def test_nobody_gets_further_than_signing_in(app: FastAPI, clients: object, database: Database) -> None:
    before = without_audit(database)
    with browser(app) as nobody:
        for block in AT_LEAST.values():
            for method, path in routes_in(block):
                answer = ask(nobody, method, path)
                is_led = answer.headers.get("location", "").startswith("/sign-in")
                if (method, path) != ("GET", "/"):
                    assert is_led or answer.status_code == 401, (method, path, answer.status_code)
    assert without_audit(database) == before
    assert clients


def test_what_a_role_may_not_do_is_refused_and_changes_nothing(
    clients: dict[Role, httpx.Client], database: Database
) -> None:
    tokens = {role: form_token_on(client.get("/account")) for role, client in clients.items()}
    before = without_audit(database)
    for role, blocks in ((Role.EDITOR, (APPROVERS, ADMINISTRATORS)), (Role.APPROVER, (ADMINISTRATORS,))):
        for block in blocks:
            for method, path in routes_in(block):
                answer = ask(clients[role], method, path, tokens[role])
                assert answer.status_code == 403, (role, method, path, answer.status_code)
                assert "Your role does not allow this" in answer.text, (role, method, path)
    assert without_audit(database) == before


def test_what_a_role_may_not_do_is_not_offered(clients: dict[Role, httpx.Client], world: World) -> None:
    refused = {
        Role.EDITOR: {*routes_in(APPROVERS), *routes_in(ADMINISTRATORS)},
        Role.APPROVER: {*routes_in(ADMINISTRATORS)},
    }
    pages = [path for method, path in routes_in(ANYBODY_WHO_WORKS_HERE) if method == "GET"]
    for role, client in clients.items():
        closed = [(method, re.compile(re.sub(r"{\w+[^}]*}", "[^/?]+", path))) for method, path in refused[role]]
        for page in pages:
            for method, target in offered_on(client, filled(page)):
                is_closed = any(method == each and path.fullmatch(target) for each, path in closed)
                assert not is_closed or is_open(method, target), (role, page, method, target)
    assert world


def offered_on(client: httpx.Client, page: str) -> Iterator[tuple[str, str]]:
    """Forms and links, by method and path."""
    answer = client.get(page)
    if answer.status_code != 200 or not answer.headers["content-type"].startswith("text/html"):
        return
    yield from (("POST", form.action) for form in forms_on(answer.text, page))
    for target in re.findall(r'<a [^>]*href="(/[^"?#]*)', answer.text):
        yield "GET", target


def is_open(method: str, target: str) -> bool:
    """A route that has the same shape as one that is closed: `/campaigns/new` and `/campaigns/{campaign_id}`."""
    return any(
        method == each and re.fullmatch(re.sub(r"{\w+[^}]*}", "[^/?]+", path), target)
        for each, path in routes_in(ANYBODY_WHO_WORKS_HERE)
    )


def test_what_a_role_may_do_is_not_refused_for_the_role(clients: dict[Role, httpx.Client]) -> None:
    tokens = {role: form_token_on(client.get("/account")) for role, client in clients.items()}
    for role, block in ((Role.EDITOR, ANYBODY_WHO_WORKS_HERE), (Role.APPROVER, APPROVERS)):
        for method, path in routes_in(block):
            if (method, path) not in ENDS_THE_SESSION and "{decision}" not in path:
                answer = ask(clients[role], method, path, tokens[role])
                assert "Your role does not allow this" not in answer.text, (role, method, path)
