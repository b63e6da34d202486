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
from docs.photographed_pages import NOT_PAGES
from docs.route_access import ANYBODY, BY_PERMISSION, EVERY_ROLE, routes_in
from staff.roles import PERMISSIONS, Permission
from staff.tables import AuditEntry, Role
from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.open_person import open_person
from tests.web.snapshot import everything_in
from tests.web.test_refused_forms import database_url, pages_of_staff, world
from tests.web.test_sign_in import form_token_on, sign_in
from web.routes import PAGES
from web.staff.return_path import where_next

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
        roles = [role for role in Role if role is not Role.ADMIN]
        opened: dict[Role, httpx.Client] = {role: stack.enter_context(browser(app)) for role in roles}
        for role, client in opened.items():
            add_person(database, f"{role.value}@example.org", frozenset({role}))
            sign_in(client, f"{role.value}@example.org")
            if Permission.SERVE_SUBSCRIBERS in PERMISSIONS[role]:
                open_person(client, 1)
                open_person(client, 2)
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
    tables = [list(routes_in(block)) for block in (ANYBODY, EVERY_ROLE, *BY_PERMISSION.values())]
    listed = [route for table in tables for route in table]
    assert len(listed) == len(set(listed))
    assert set(listed) == routes_of_staff()


def test_whoever_has_to_sign_in_first_is_led_to_the_page_that_they_asked_for() -> None:
    blocks = (EVERY_ROLE, *BY_PERMISSION.values())
    routes = [route for block in blocks for route in routes_in(block)]
    pages = [filled(path) for method, path in routes if method == "GET" and path not in NOT_PAGES.split()]
    assert [page for page in pages if where_next(page) != page] == []


def test_nobody_gets_further_than_signing_in(app: FastAPI, clients: object, database: Database) -> None:
    before = without_audit(database)
    with browser(app) as nobody:
        for block in (EVERY_ROLE, *BY_PERMISSION.values()):
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
    for role, client in clients.items():
        for method, path in closed_to(role):
            answer = ask(client, method, path, tokens[role])
            assert answer.status_code == 403, (role, method, path, answer.status_code)
            is_said = "Your role does not allow this" in answer.text or "staff-role-too-low" in answer.text
            assert is_said, (role, method, path)
    assert without_audit(database) == before


def closed_to(role: Role) -> list[tuple[str, str]]:
    blocks = [block for permission, block in BY_PERMISSION.items() if permission not in PERMISSIONS[role]]
    return [route for block in blocks for route in routes_in(block)]


def open_to(role: Role) -> list[tuple[str, str]]:
    blocks = [block for permission, block in BY_PERMISSION.items() if permission in PERMISSIONS[role]]
    return [route for block in (EVERY_ROLE, *blocks) for route in routes_in(block)]


def test_what_a_role_may_not_do_is_not_offered(clients: dict[Role, httpx.Client], world: World) -> None:
    for role, client in clients.items():
        closed = [(method, shape_of(path)) for method, path in closed_to(role)]
        free = [(method, shape_of(path)) for method, path in open_to(role)]
        for page in (filled(path) for method, path in open_to(role) if method == "GET"):
            for method, target in offered_on(client, page):
                # `/campaigns/new` has the shape of `/campaigns/{campaign_id}`, too.
                assert not is_one_of(closed, method, target) or is_one_of(free, method, target), (
                    role, page, method, target,
                )  # fmt: skip
    assert world


def shape_of(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"{\w+[^}]*}", "[^/?]+", path))


def is_one_of(routes: list[tuple[str, re.Pattern[str]]], method: str, target: str) -> bool:
    return any(method == each and shape.fullmatch(target) for each, shape in routes)


def offered_on(client: httpx.Client, page: str) -> Iterator[tuple[str, str]]:
    """Forms and links, by method and path."""
    answer = client.get(page)
    if answer.status_code != 200 or not answer.headers["content-type"].startswith("text/html"):
        return
    yield from (("POST", form.action) for form in forms_on(answer.text, page))
    for target in re.findall(r'<a [^>]*href="(/[^"?#]*)', answer.text):
        yield "GET", target


def test_what_a_role_may_do_is_not_refused_for_the_role(clients: dict[Role, httpx.Client]) -> None:
    tokens = {role: form_token_on(client.get("/account")) for role, client in clients.items()}
    for role, client in clients.items():
        asks_later = set(routes_in(BY_PERMISSION[Permission.LOOK])) if role is not Role.AUTHOR else set()
        for method, path in open_to(role):
            if (method, path) not in ENDS_THE_SESSION | asks_later and "{decision}" not in path:
                answer = ask(client, method, path, tokens[role])
                assert "Your role does not allow this" not in answer.text, (role, method, path)
