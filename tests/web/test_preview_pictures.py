"""Same-origin policy: a preview's frame has no origin, and every picture in it is loaded all the same.

A real server and a real Chromium, with every header that staff's browsers get: what decides here is the policy of
the frame, of the page in it, and of the pictures.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page
from sqlmodel import select

from campaigns.tables import CampaignKind
from core.db import Database
from core.listening import listen, url_of
from core.settings import Settings, load_settings
from staff.passwords import hash_password
from staff.tables import User
from templates.brand import get_brand
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.people_roles import ADMIN
from tests.web.conftest import PASSWORD
from tests.web.test_accessibility import _template
from tests.web.test_brand_page import a_picture
from tests.web.test_publications import pdf

__all__ = ["pdf"]

pytestmark = pytest.mark.browser

PICTURES = "[...document.images].map(picture => [picture.currentSrc || picture.src, picture.naturalWidth])"
LOADED = "[...document.images].every(picture => picture.complete)"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with listen("127.0.0.1", 0) as listening:
        yield listening


@pytest.fixture
def settings(tmp_path: Path, listening: socket.socket) -> Settings:
    """Mails name their pictures by the address under which readers find them."""
    state_dir = str(tmp_path / "state")
    return load_settings(None, var_dir=tmp_path / "var", state_dir=state_dir, public_url=url_of(listening))


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa"], language="sl")
    hashed = hash_password(PASSWORD)
    logo, logo_dark = (world.context.assets.put(a_picture(colour)).sha256 for colour in ("#00ff00", "#ffffff"))
    with database.write() as session:
        for user in session.exec(select(User)):
            user.password_hash, user.roles, user.language = hashed, ADMIN, "en"
            session.add(user)
        brand = get_brand(session)
        assert brand is not None
        brand.logo_sha256, brand.logo_dark_sha256 = logo, logo_dark
        session.add(brand)
    return world


@pytest.fixture
def by_name() -> str:
    """Under which name of this server staff come: the one that stands in mails."""
    return "127.0.0.1"


@pytest.fixture
def page(app: FastAPI, world: World, listening: socket.socket, chromium: Browser, by_name: str) -> Iterator[Page]:
    """Somebody who works here is signed in."""
    with _serving(app, listening):
        page = chromium.new_page(base_url=url_of(listening).replace("127.0.0.1", by_name))
        page.goto("/sign-in")
        page.fill("#address", "ana@example.org")
        page.fill("#password", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/campaigns")
        yield page
        page.close()


@contextmanager
def _serving(app: FastAPI, listening: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=5))
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def pictures_in_frame(page: Page, path: str) -> list[tuple[str, int]]:
    """Their addresses and widths, where 0 is one that the browser could not show."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    frame = page.frames[1]
    frame.wait_for_function(LOADED)
    return [(address, width) for address, width in frame.evaluate(PICTURES)]


def test_the_examples_in_the_brand(page: Page) -> None:
    for kind in CampaignKind:
        assert_shown(pictures_in_frame(page, f"/brand?kind={kind}&language=ar"))


def test_a_template_with_its_example_and_with_a_campaign(page: Page, world: World, pdf: str) -> None:
    assert pdf
    template, campaign_id = _template(world), world.draft()
    assert_shown(pictures_in_frame(page, f"/templates/{template}"))
    assert_shown(pictures_in_frame(page, f"/templates/{template}?campaign={campaign_id}&language=sl"), at_least=2)


def test_a_campaign_and_a_readers_copy_of_it(page: Page, world: World, pdf: str) -> None:
    assert pdf
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    assert_shown(pictures_in_frame(page, f"/campaigns/{campaign_id}?language=sl"), at_least=2)
    path = f"/campaigns/{campaign_id}/deliveries/{delivery.id}"
    page.goto(path)
    page.click("#open-person")
    page.click("form[action$='/open'] button")
    assert_shown(pictures_in_frame(page, path))


@pytest.mark.parametrize("by_name", ["localhost"])
def test_where_staff_come_by_another_name_than_readers(page: Page, world: World) -> None:
    assert page.url.startswith("http://localhost")
    assert_shown(pictures_in_frame(page, "/brand?kind=publication&language=sl"))
    assert_shown(pictures_in_frame(page, f"/campaigns/{world.draft()}"))


def assert_shown(pictures: list[tuple[str, int]], *, at_least: int = 1) -> None:
    assert len(pictures) >= at_least
    assert [address for address, width in pictures if width == 0] == []
