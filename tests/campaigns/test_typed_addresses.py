"""Links that staff type without https:// are absolute in the mail, and stand so in the form afterwards."""

import pytest

from campaigns.block_content import BlockKind, ButtonText
from campaigns.editorial.block_form import BlockForm
from kinds.appeal import AppealDetails
from kinds.registry import NewsKind
from news.news_form import NewsForm


def test_a_buttons_link_is_https() -> None:
    form = BlockForm(BlockKind.BUTTON, ["en"], {"en-label": "Read", "en-url": "example.org/report"})
    text = form.read_texts()["en"]
    assert isinstance(text, ButtonText)
    assert (text.url, form.problems) == ("https://example.org/report", {})


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "most.example:99999", "https://info@evil.example", "12.30"]
)
def test_what_is_no_address_of_a_page_is_refused(typed: str) -> None:
    form = BlockForm(BlockKind.BUTTON, ["en"], {"en-label": "Read", "en-url": typed})
    form.read_texts()
    assert list(form.problems) == ["en-url"]


def test_so_are_the_links_of_an_item_and_of_its_kind() -> None:
    typed = {
        "date": "2026-11-22",
        "en-title": "Sign",
        "en-url": "example.org/a",
        "en-action_url": "www.example.org/b",
    }
    form = NewsForm(NewsKind.APPEAL, ["en"], typed)
    form.read(["en"])
    (text,) = form.texts
    assert text.values["url"] == "https://example.org/a"
    assert isinstance(text.details, AppealDetails)
    assert text.details.action_url == "https://www.example.org/b"
