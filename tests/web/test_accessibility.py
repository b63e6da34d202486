"""axe finds nothing wrong with any page, of readers in each of their languages or of staff, by day or by night."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from sqlmodel import select

from campaigns.editorial.custom_templates import save_template
from core.db import Database
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.settings import Settings
from docs.screenshots import SCHEMES
from staff.passwords import hash_password
from staff.tables import Role, User
from templates.versions import TemplateDraft, library_design
from tests.axe import violations
from tests.campaigns.world import World, as_admin, make_world
from tests.conftest import StoppedClock
from tests.web.browser import browser
from tests.web.chromium import open_page
from tests.web.conftest import PASSWORD, Reader
from tests.web.test_publications import link, pdf
from tests.web.test_sign_in import sign_in

__all__ = ["pdf"]

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    return world


@pytest.fixture
def staff(app: FastAPI, world: World, database: Database) -> Iterator[httpx.Client]:
    hashed = hash_password(PASSWORD)
    with database.write() as session:
        for user in session.exec(select(User)):
            user.password_hash = hashed
            session.add(user)
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def violations_on(
    chromium: Browser, client: httpx.Client, paths: list[str], *, width: int = 1200
) -> dict[str, object]:
    """What is wrong with which page, in light and in dark."""
    wrong: dict[str, object] = {}
    for scheme in SCHEMES:
        page = open_page(chromium, client, width=width, scheme=scheme)
        for path in paths:
            answer = page.goto(path)
            assert answer is not None
            assert (answer.status == 404) == path.startswith("/nothing")
            if broken := violations(page):
                wrong[f"{path} {scheme}"] = broken
        page.close()
    return wrong


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_the_pages_of_readers(chromium: Browser, client: httpx.Client, reader: Reader, language: str) -> None:
    paths = ["/subscribe/bulletin", reader.confirm_path, reader.unsubscribe_path, "/unsubscribe"]
    paths += ["/archive", reader.preferences_path, "/preferences", "/nothing/here"]
    asked = [f"{path}?lang={language}" for path in paths]
    assert violations_on(chromium, client, asked, width=360) == {}
    assert wider_than_a_telephone(chromium, client, asked, language) == {}


def test_the_page_of_a_publication(chromium: Browser, client: httpx.Client, world: World, pdf: str) -> None:
    assert pdf
    path = link(world, world.launched())
    paths = [f"{path}?lang={language}" for language in READER_LANGUAGES]
    assert violations_on(chromium, client, paths, width=360) == {}


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_the_pages_of_staff(
    chromium: Browser, staff: httpx.Client, world: World, database: Database, language: str
) -> None:
    assert violations_on(chromium, staff, _pages_of_staff(world, database, language)) == {}


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_no_page_of_staff_is_wider_than_a_telephone(
    chromium: Browser, staff: httpx.Client, world: World, database: Database, language: str
) -> None:
    """What is wider on purpose, a table or a mail, scrolls in a frame of its own (WCAG 2.2, 1.4.10)."""
    assert wider_than_a_telephone(chromium, staff, _pages_of_staff(world, database, language), language) == {}


def wider_than_a_telephone(
    chromium: Browser, client: httpx.Client, paths: list[str], language: str
) -> dict[str, int]:
    """By how many pixels."""
    page = open_page(chromium, client, width=360)
    wider = {}
    for path in paths:
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        if more := page.evaluate("document.documentElement.scrollWidth - window.innerWidth"):
            wider[path] = more
    page.close()
    return wider


def _pages_of_staff(world: World, database: Database, language: str) -> list[str]:
    with database.write() as session:
        for user in session.exec(select(User)):
            user.language, user.role = language, Role.ADMIN
            session.add(user)
    own = _template(world)
    draft = world.draft()
    sent = world.launched()
    world.run(rounds=3)
    delivery_id = world.deliveries(sent)[0].id
    return [
        "/lists",
        "/brand",
        "/templates",
        f"/templates/{own}",
        "/templates/new/event",
        "/campaigns",
        f"/campaigns/{draft}",
        f"/campaigns/{sent}",
        f"/campaigns/{sent}/deliveries",
        f"/campaigns/{sent}/deliveries/{delivery_id}",
    ]


def _template(world: World) -> str:
    admin = as_admin(world.ana)
    return save_template(
        world.database,
        TemplateDraft("own", library_design("statement"), "statement", "First"),
        actor=admin,
        settings=world.settings,
        now=world.clock.now(),
    ).handle


def test_signing_in(chromium: Browser, client: httpx.Client) -> None:
    assert violations_on(chromium, client, ["/sign-in"], width=360) == {}
