"""A real browser for the mails."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from docs.screenshots import open_page


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """Without a network; the pictures of the samples are drawn in it."""
    page = open_page(chromium)
    yield page
    page.close()
