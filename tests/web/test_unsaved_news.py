"""A news form that is left without saving, in a browser: it asks, keeps what was written, and forgets in time."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.equipment import skip_without
from tests.web.chromium import open_as_person
from tests.web.test_campaign_pages import SignInAs, staff, world
from web.http.editor import editor_bundle

__all__ = ["staff", "world"]

pytestmark = [pytest.mark.browser, on_sqlite]

FORM = "/news/new/page"
KEPT = "Object.keys(sessionStorage).filter(key => key.startsWith('bilten-unsaved:')).length"
SETTLED = "() => sessionStorage.length > 0 && JSON.stringify(sessionStorage).includes('Half a sentence')"


def opened(chromium: Browser, staff: SignInAs) -> tuple[Page, list[str]]:
    """The form, and what the browser asked or complained about."""
    if editor_bundle() is None:
        skip_without("the editor")
    page = open_as_person(chromium, staff("ana"), width=360)
    heard: list[str] = []

    def leave(dialog: Dialog) -> None:
        heard.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(FORM)
    return page, heard


def begin(page: Page) -> None:
    page.fill("#en-title", "An unfinished title")
    page.locator("#en-body").click()
    page.keyboard.type("Half a sentence")
    page.wait_for_function(SETTLED)


def test_who_leaves_is_asked_and_finds_the_text_again_and_once_saved_it_is_forgotten(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, heard = opened(chromium, staff)
    page.get_by_role("link", name="News", exact=True).click()
    page.wait_for_url("**/news")
    assert heard == []
    page.goto(FORM)
    begin(page)
    page.get_by_role("link", name="News", exact=True).click()
    page.wait_for_url("**/news")
    assert heard == ["beforeunload"]
    page.goto(FORM)
    expect(page.locator("#unsaved")).to_be_visible()
    expect(page.locator("#en-title")).to_have_value("")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#en-title")).to_have_value("An unfinished title")
    expect(page.locator("#en-body")).to_contain_text("Half a sentence")
    page.get_by_role("button", name="Save the news item").click()
    expect(page.get_by_role("status").first).to_contain_text("The news item has been saved")
    assert page.evaluate(KEPT) == 0
    assert heard == ["beforeunload"]
    page.close()


def test_what_is_written_beside_an_offer_is_kept_and_the_offer_comes_after_it(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, _ = opened(chromium, staff)
    begin(page)
    page.goto(FORM)
    page.fill("#en-title", "Something else")
    page.wait_for_function("() => JSON.stringify(sessionStorage).includes('Something else')")
    expect(page.locator("#unsaved")).to_be_visible()
    page.goto(FORM)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#en-title")).to_have_value("Something else")
    page.goto(FORM)
    page.get_by_role("button", name="Throw it away").click()
    expect(page.locator("#unsaved")).to_be_visible()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#en-title")).to_have_value("An unfinished title")
    page.close()


def test_what_was_refused_and_left_is_offered_and_can_be_thrown_away(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, heard = opened(chromium, staff)
    begin(page)
    page.fill("#en-title", "")
    page.get_by_role("button", name="Save the news item").click()
    expect(page.locator("#refusal")).to_be_visible()
    expect(page.locator("#unsaved")).to_be_hidden()
    # A browser asks only whoever has done something on the page.
    page.locator("#en-title").click()
    page.keyboard.type("A")
    page.goto(FORM)
    assert heard == ["beforeunload"]
    page.get_by_role("button", name="Throw it away").click()
    expect(page.locator("#unsaved")).to_be_hidden()
    page.goto(FORM)
    expect(page.locator("#unsaved")).to_be_hidden()
    expect(page.locator("#en-body")).not_to_contain_text("Half a sentence")
    page.close()


def test_nothing_stays_in_a_shared_browser_after_signing_out_nor_for_somebody_else(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, _ = opened(chromium, staff)
    begin(page)
    assert page.evaluate(KEPT) == 1
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in?done=signed-out")
    assert page.evaluate(KEPT) == 0
    other = staff("boris")
    page.close()
    page = open_as_person(chromium, other, width=360)
    page.add_init_script("sessionStorage.setItem('bilten-unsaved:999:/news/new/page', '[]')")
    page.goto(FORM)
    expect(page.locator("#unsaved")).to_be_hidden()
    assert page.evaluate(KEPT) == 0
    page.close()


def test_without_scripts_the_form_says_that_nothing_is_kept(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page = open_as_person(chromium, staff("ana"), width=360, has_script=False)
    page.goto(FORM)
    expect(page.get_by_text("Save before you leave this page")).to_be_visible()
    expect(page.locator("#unsaved")).to_be_hidden()
    page.close()
