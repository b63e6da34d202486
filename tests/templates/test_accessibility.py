"""axe finds nothing wrong with any mail, in any language, by day or by night."""

import pytest
from playwright.sync_api import Page

from docs.screenshots import SCHEMES, WIDTHS
from tests.axe import violations
from tests.templates.every_mail import MAILS

OF_WHOLE_PAGES = ("landmark-one-main", "region")
"""A mail is an article inside a mail program's page, which has its own main part; a second one would be wrong."""

pytestmark = pytest.mark.browser


def open_mail(page: Page, html: str, scheme: str) -> Page:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": WIDTHS["desk"], "height": 800})
    page.set_content(html)
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_wrong_with_any_mail(page: Page, scheme: str) -> None:
    by_mail = {
        name: violations(open_mail(page, html, scheme), without=OF_WHOLE_PAGES) for name, html in MAILS.items()
    }
    assert {name: wrong for name, wrong in by_mail.items() if wrong} == {}


def test_a_picture_without_words_and_pale_letters_are_found(page: Page) -> None:
    html = "<html lang=sl><title>x</title><body><img src='/sea.png'><p style='color:#ccc'>bledo</p>"
    assert {rule for rule, _ in violations(open_mail(page, html, "light"))} >= {"image-alt", "color-contrast"}
