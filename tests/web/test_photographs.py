"""`make screenshots` shows each state of each page to axe as well, and fails where it finds a barrier."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from docs import photograph
from docs.page_states import ShownPage

PAGE = """<!doctype html><html lang="en"><title>Bilten</title>
<style>@media (prefers-color-scheme: dark) { .hint { color: #333; background: #222 } }</style>
<main><h1>Bilten</h1></main></html>"""

pytestmark = pytest.mark.browser


def show_picture(page: Page) -> None:
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")


def show_hint(page: Page) -> None:
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p class=hint>Hint</p>')")


def test_a_barrier_that_only_one_state_of_a_page_has_is_told(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photograph, "FOLDER", tmp_path)
    monkeypatch.setattr(photograph, "WIDTHS", {"phone": 360})
    page = chromium.new_page(base_url="http://bilten.example")
    page.route("**/*", lambda route: route.fulfill(content_type="text/html", body=PAGE))
    assert photograph.photograph(page, ShownPage("closed", "/"), "en") == []
    (by_day,) = photograph.photograph(page, ShownPage("picture", "/", show_picture), "en")
    assert by_day == "picture (en, phone, light): axe finds image-alt in <img>"
    (by_night,) = photograph.photograph(page, ShownPage("hint", "/", show_hint), "en")
    assert by_night == 'hint (en, phone, dark): axe finds color-contrast in <p class="hint">Hint</p>'
    page.close()
