"""Files in the browser: dropped, pasted, and sent with what shows how far they have come."""

import base64
import os

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_picture
from tests.web.chromium import open_as_person
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

pytestmark = [pytest.mark.browser, on_sqlite]

BRING = """([selector, event, carrier, name, type, data]) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, { type }));
    const kind = event === "paste" ? ClipboardEvent : DragEvent;
    document.querySelector(selector).dispatchEvent(
        new kind(event, { [carrier]: transfer, bubbles: true, cancelable: true }));
}"""


def bring(page: Page, selector: str, event: str, name: str, media_type: str = "image/png") -> None:
    """A file, dropped or pasted there."""
    carrier = "clipboardData" if event == "paste" else "dataTransfer"
    data = base64.b64encode(a_picture()).decode()
    page.evaluate(BRING, [selector, event, carrier, name, media_type, data])


def chosen(page: Page, field: str) -> list[str]:
    names: list[str] = page.eval_on_selector(field, "input => Array.from(input.files, (file) => file.name)")
    return names


def test_a_picture_is_dropped_on_its_field_and_pasted_beside_the_text(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page = open_as_person(chromium, staff("ana"), width=1200)
    page.goto("/news/new/page")
    bring(page, ".upload:has(#en-image)", "drop", "letter.docx", "application/msword")
    assert chosen(page, "#en-image") == []
    bring(page, ".upload:has(#en-image)", "drop", "dropped.png")
    assert chosen(page, "#en-image") == ["dropped.png"]
    bring(page, ".upload:has(#en-pdf)", "drop", "dropped.png")
    assert chosen(page, "#en-pdf") == []
    page.focus("#en-image")
    bring(page, "#en-image", "paste", "pasted.png")
    assert chosen(page, "#en-image") == ["pasted.png"]
    page.focus("#en-title")
    bring(page, "#en-title", "paste", "in-a-text.png")
    assert chosen(page, "#en-image") == ["pasted.png"]
    page.fill("#en-title", "With a picture")
    page.get_by_role("button", name="Save the news item").click()
    expect(page.get_by_role("status").first).to_contain_text("The news item has been saved")
    page.close()


def test_a_large_picture_shows_how_far_it_has_come_and_a_refusal_is_shown(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page = open_as_person(chromium, staff("ana"), width=360)
    page.goto("/news/new/page")
    large = FilePayload(name="no-picture.png", mimeType="image/png", buffer=os.urandom(1_500_000))
    page.set_input_files("#en-image", large)
    page.fill("#en-title", "Stays")
    held = page.evaluate_handle(
        "() => { const send = XMLHttpRequest.prototype.send; let go = null;"
        "XMLHttpRequest.prototype.send = function (form) { go = () => send.call(this, form); };"
        "return { go: () => go() }; }"
    )
    page.get_by_role("button", name="Save the news item").click()
    expect(page.get_by_role("progressbar", name="Uploading …")).to_be_visible()
    held.evaluate("held => held.go()")
    expect(page.locator("#problem-en-image")).to_be_visible()
    expect(page.locator("#en-title")).to_have_value("Stays")
    page.close()
