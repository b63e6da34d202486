"""The urgent path on telephones: from a news item to a statement on its way, with two approvals, taps counted."""

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from campaigns.services import build_services
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.test_review_pages import world
from tests.web.test_sign_in import form_token_on, sign_in
from tests.with_variables import with_variables
from web.app import create_app

__all__ = ["world"]

PHONE = 360
MOST_TAPS = {"ana": 2, "boris": 2, "cilka": 4}
"""Ana drafts and submits; Boris approves; Cilka approves and sends. Opening the email's link is a tap, too."""


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def app(settings: Settings, database: Database, clock: StoppedClock) -> FastAPI:
    return create_app(build_services(with_variables(settings, approvals_required=2), database, clock))


class _Taps:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def open(self, path: str) -> None:
        self.count += 1
        self.page.goto(path)

    def press(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name).click()

    def unfold(self, label: str) -> None:
        self.count += 1
        self.page.get_by_text(label).click()


@pytest.mark.browser
def test_two_approvals_on_telephones_and_a_statement_is_on_its_way(
    app: FastAPI, world: World, chromium: Browser
) -> None:
    wrong: list[object] = []
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        taps = _Taps(open_as_person(chromium, ana, width=PHONE))
        taps.page.goto("/news/1")
        wrong += _problems(taps.page)
        taps.press("Prepare a statement to all confirmed readers")
        expect(taps.page.get_by_role("status").first).to_contain_text("The statement is drafted.")
        taps.press("Submit for approval")
        expect(taps.page.get_by_role("status").first).to_contain_text("Submitted.")
        wrong += _problems(taps.page)
        assert taps.count <= MOST_TAPS["ana"]
    for name in ("boris", "cilka"):
        with browser(app) as approver:
            sign_in(approver, f"{name}@example.org")
            taps = _Taps(open_as_person(chromium, approver, width=PHONE))
            taps.open("/campaigns/1")
            taps.press("Approve")
            expect(taps.page.get_by_role("status").first).to_contain_text("Your approval is recorded.")
            if name == "cilka":
                taps.unfold("Send now …")
                taps.press("Send now to 2")
                taps.page.get_by_role("timer").wait_for()
            assert taps.count <= MOST_TAPS[name]
    assert world.status(1) is CampaignStatus.SCHEDULED
    assert wrong == []


def _problems(page: Page) -> list[object]:
    page.wait_for_load_state()
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [wide] if wide else []


@pytest.mark.parametrize("permitted", [True, False])
def test_the_button_stands_only_where_it_works(app: FastAPI, world: World, *, permitted: bool) -> None:
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        if not permitted:
            form = {"form_token": form_token_on(ana.get("/news/1"))}
            ana.post("/news/1/withdraw", data=form)
        page = ana.get("/news/1").text
    assert ("/news/1/statement" in page) is permitted


def test_it_is_drafted_by_a_form_with_the_pages_token(app: FastAPI, world: World) -> None:
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        assert ana.post("/news/1/statement").status_code == 403
        assert ana.get("/news/1/statement").status_code == 405
        form = {"form_token": form_token_on(ana.get("/news/1"))}
        answer = ana.post("/news/1/statement", data=form)
        assert answer.headers["location"] == "/campaigns/1?done=statement"
