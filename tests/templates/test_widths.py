"""Every mail fits the window it is read in, from the narrowest telephone on; looked at in a real browser."""

import pytest
from playwright.sync_api import Page

from docs.screenshots import NARROWEST, WIDTHS, overflow
from tests.templates.every_mail import MAILS

pytestmark = pytest.mark.browser


def test_no_mail_is_wider_than_its_window(page: Page) -> None:
    widths = (NARROWEST, *WIDTHS.values())
    overflows = {(name, width): overflow(page, html, width) for name, html in MAILS.items() for width in widths}
    assert {place: by for place, by in overflows.items() if by > 0} == {}


def test_a_mail_that_is_too_wide_is_noticed(page: Page) -> None:
    assert overflow(page, "<p style='width:400px'>x</p>", NARROWEST) > 0
