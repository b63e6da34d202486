"""Every mail fits the window it is read in, from the narrowest telephone on; looked at in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from docs.screenshots import NARROWEST, WIDTHS, find_browser, mails, open_page, overflow

MAILS = {f"{template}.{language}": html for template, language, html in mails()}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield open_page(browser)
        browser.close()


def test_no_mail_is_wider_than_its_window(page: Page) -> None:
    widths = (NARROWEST, *WIDTHS.values())
    found = {(name, width): overflow(page, html, width) for name, html in MAILS.items() for width in widths}
    assert {place: by for place, by in found.items() if by > 0} == {}


def test_a_mail_that_is_too_wide_is_noticed(page: Page) -> None:
    assert overflow(page, "<p style='width:400px'>x</p>", NARROWEST) > 0
