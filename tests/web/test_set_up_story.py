"""The story from an empty installation to a list, a sender and a brand, in a real browser: with JavaScript and
without, on a telephone and on a desk, with nothing that axe finds or the page's policy reports."""

from collections.abc import Iterator
from threading import Thread

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, ViewportSize
from sqlmodel import select

from core.db import Database
from delivery.senders.senders import list_senders
from staff.tables import User
from subscribers.list_state import ListStatus, list_status
from subscribers.lists import list_by_slug, list_lists
from templates.brand import get_brand
from tests.axe import violations
from tests.people_roles import ADMIN
from tests.web.conftest import PASSWORD
from tests.web.test_set_up import path

__all__ = ["path"]

pytestmark = pytest.mark.browser


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


class _Server(uvicorn.Server):
    def install_signal_handlers(self) -> None:
        """They are the test run's own."""


@pytest.fixture
def site(app: FastAPI) -> Iterator[str]:
    """The application behind a real port: cookies, redirects and the page's policy are the browser's own."""
    server = _Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="on"))
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


PHONE: ViewportSize = {"width": 360, "height": 800}


def check(page: Page, where: str, wrong: dict[str, object], *, has_scripts: bool) -> None:
    """What is wrong with the page: wider than its window, or something that axe finds."""
    page.wait_for_load_state()  # a form that was sent is on its way to the next page
    if not has_scripts:
        return
    if more := page.evaluate("document.documentElement.scrollWidth - window.innerWidth"):
        wrong[where] = more
    if page.viewport_size == PHONE and (
        broken := violations(page)
    ):  # on a desk, the same elements stand elsewhere
        wrong[where] = broken


def press(page: Page, leads_to: str) -> None:
    """Enter, in the field of a form in which one has just typed."""
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1200])
def test_from_an_empty_installation_to_a_list_a_sender_and_a_brand(
    chromium: Browser, site: str, path: str, database: Database, *, width: int, has_scripts: bool
) -> None:
    reports: list[str] = []
    wrong: dict[str, object] = {}
    size: ViewportSize = {"width": width, "height": 800}
    page = chromium.new_page(
        base_url=site, viewport=size, java_script_enabled=has_scripts, locale="en", reduced_motion="reduce"
    )
    page.on("console", lambda message: reports.append(message.text))
    page.on("pageerror", lambda error: reports.append(str(error)))
    steps = _steps(page, path)
    for where in steps:
        check(page, where, wrong, has_scripts=has_scripts)
    page.close()
    with database.read() as session:
        (ana,) = session.exec(select(User)).all()
        brand, lists, (first, sender) = get_brand(session), list_lists(session), list_senders(session)
        press_list = list_by_slug(session, "press")
    assert ana.roles == ADMIN
    assert brand is not None
    assert (brand.name, first.from_name, sender.from_name) == ("Info Kolpa",) * 3
    assert [row.name for row in lists] == ["Novice", "Press"]
    assert (press_list.is_protected, list_status(press_list)) == (True, ListStatus.CLOSED)
    assert (wrong, reports) == ({}, [])


def _steps(page: Page, path: str) -> Iterator[str]:
    """Each page in turn, before anything is done on it."""
    page.goto(path)
    yield "administrator"
    page.fill("#name", "Ana")
    page.fill("#address", "ana@kolpa.example")
    page.fill("#password", PASSWORD)
    page.fill("#password_again", PASSWORD)
    press(page, "**/first-steps/brand")
    yield "brand"
    page.fill("#name", "Info Kolpa")
    page.fill("#postal_address", "Cesta 1\n8340 Črnomelj")
    page.fill("#website", "https://kolpa.example")
    press(page, "**/first-steps/list")
    yield "list"
    page.fill("#name", "Novice")
    press(page, "**/first-steps/sender")
    yield "sender"
    page.get_by_role("link", name="Outbox").click()
    page.fill("#name", "main")
    page.fill("#from_name", "Info Kolpa")
    page.fill("#from_address", "bilten@kolpa.example")
    press(page, "**/senders/2?done=created")
    yield "sender made"
    page.get_by_role("link", name="Settings", exact=True).click()
    yield "settings"
    page.locator("main").get_by_role("link", name="Lists").click()
    page.get_by_role("link", name="New list").click()
    page.check("#protected")
    page.fill("#name", "Press")
    press(page, "**/lists/press?done=created")
    yield "list made"
    page.get_by_role("button", name="Close the list").press("Enter")
    page.wait_for_url("**/lists/press?done=closed")
    yield "list closed"


@pytest.mark.parametrize("language", ["en", "sl"])
def test_the_page_of_the_first_administrator_refuses_in_the_visitors_language_and_keeps_no_password(
    chromium: Browser, site: str, path: str, language: str
) -> None:
    wrong: dict[str, object] = {}
    page = chromium.new_page(base_url=site, viewport=PHONE, locale=language)
    page.goto(path)
    assert page.locator("html").get_attribute("lang") == language
    check(page, "asked", wrong, has_scripts=True)
    page.fill("#name", "Ana")
    page.fill("#address", "ana@kolpa.example")
    page.fill("#password", PASSWORD)
    page.fill("#password_again", "another one")
    page.keyboard.press("Enter")
    page.locator("#refusal").wait_for()
    assert (page.input_value("#name"), page.input_value("#password")) == ("Ana", "")
    check(page, "refused", wrong, has_scripts=True)
    assert wrong == {}
    page.close()
