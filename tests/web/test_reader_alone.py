"""A reader asks nobody: their data, another address, erasure; on a telephone, in Persian, without JavaScript."""

import httpx
import pytest
from playwright.sync_api import Browser
from sqlmodel import func, select

from core.db import Database
from core.settings import Settings
from subscribers.tables import Subscriber
from tests.axe import violations
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.web.browser import browser
from tests.web.chromium import open_as_person, open_page
from tests.web.people import Person
from tests.web.test_address_change import NEW, link_in, link_to_preferences, mails
from web.app import create_app

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    world.add_readers(["rosa"], language="fa")
    return world


def test_a_reader_alone(chromium: Browser, world: World, database: Database) -> None:
    with browser(create_app(world.context.services)) as client:
        page = open_as_person(chromium, client, width=360, has_script=False)
        texts = world.context.services.texts
        reader = Person(page, lambda key: texts.text("fa", key), has_touch=False)
        page.goto(link_to_preferences(world))
        assert page.locator("html").get_attribute("dir") == "rtl"
        reader.follow("web-preferences-data")
        assert "rosa@example.org" in page.inner_text("main")
        reader.follow("web-own-data-back")
        reader.follow("web-preferences-address")
        reader.write("#address", NEW)
        reader.press("web-address-button")
        sent = mails(world)
        links = [link_in(sent[NEW], world.settings), link_in(sent["rosa@example.org"], world.settings)]
        assert _wrong_with(chromium, client, links) == []
        page.goto(links[0])
        reader.press("web-address-confirm")
        reader.follow("web-preferences-title")
        reader.follow("web-erase-title")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        reader.press("web-erase-button")
        assert reader.say("web-erased") in page.inner_text("main")
        page.close()
    with database.read() as session:
        assert session.exec(select(func.count()).select_from(Subscriber)).one() == 0


def _wrong_with(chromium: Browser, client: httpx.Client, paths: list[str]) -> list[object]:
    """As axe sees it, of pages that only a link in an email leads to."""
    page = open_page(chromium, client, width=360)
    wrong: list[object] = []
    for path in paths:
        page.goto(path)
        wrong += violations(page)
    page.close()
    return wrong
