"""Paste from other programs into the real editor: what was written comes, as elements of the list alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from news.sanitise import sanitise
from tests.editor.editor_page import EditorPage

pytestmark = pytest.mark.browser

PASTES = Path(__file__).parent / "pastes"
NAMES = sorted(path.stem for path in PASTES.glob("*.html") if ".expected" not in path.name)


@pytest.mark.parametrize("name", NAMES)
def test_a_paste_keeps_what_was_written(chromium: Browser, name: str) -> None:
    writing = EditorPage(chromium, text_language="sl")
    clipboard = (PASTES / f"{name}.html").read_text("utf-8")
    assert clipboard.startswith("<!-- Source: ")
    writing.paste(clipboard)
    assert sanitise(writing.send()) == (PASTES / f"{name}.expected.html").read_text("utf-8").strip()
    assert writing.reports == []
