"""Walkthrough: from an empty installation to a report, in a real browser, with every click and tap counted.

Entering a field counts as a click, also where the Tab key would do.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.equipment import skip_without
from tests.web.conftest import PASSWORD
from tests.web.installation import Installation, installation, listening
from tests.web.test_brand_page import a_picture
from web.http.editor import editor_bundle

__all__ = ["installation", "listening"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_CLICKS, MOST_TAPS = 25, 4
READERS = "address,name,language\nrosa@example.org,Rosa,en\nmiha@example.org,Miha,sl\neva@example.org,Eva,sl\n"


class Person:
    """Somebody at a page, whose clicks are counted."""

    def __init__(self, page: Page, *, has_touch: bool = False) -> None:
        self.page = page
        self.clicks = 0
        self._has_touch = has_touch

    def click(self, element: Locator) -> None:
        self.clicks += 1
        if self._has_touch:
            element.tap()
        else:
            element.click()

    def press(self, name: str) -> None:
        self.click(self.page.get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=name, exact=True))

    def write(self, field: str, text: str) -> None:
        self.click(self.page.locator(field))
        self.type(text)

    def type(self, text: str) -> None:
        """Where the cursor is."""
        self.page.keyboard.insert_text(text)

    def choose_file(self, field: str, path: Path) -> None:
        """One click on the field, one in the window in which a file is chosen."""
        self.clicks += 2
        self.page.set_input_files(field, path)


@dataclass
class Browsing:
    chromium: Browser
    url: str
    has_scripts: bool
    reports: list[str]
    """What the browsers complained about: scripts and styles that the page's policy refused, errors."""

    def somebody(self, width: int, *, has_touch: bool = False) -> Person:
        page = self.chromium.new_page(
            base_url=self.url,
            viewport={"width": width, "height": 800},
            java_script_enabled=self.has_scripts,
            has_touch=has_touch,
            locale="en",
            reduced_motion="reduce",
        )
        page.on("console", lambda message: self.reports.append(message.text))
        page.on("pageerror", lambda error: self.reports.append(str(error)))
        return Person(page, has_touch=has_touch)


@pytest.mark.parametrize(("width", "has_scripts"), [(1200, True), (360, False)])
def test_a_statement_in_two_languages_goes_from_an_empty_installation_to_everybody(
    installation: Installation, chromium: Browser, tmp_path: Path, *, width: int, has_scripts: bool
) -> None:
    if has_scripts and editor_bundle() is None:
        skip_without("the editor")
    browsing = Browsing(chromium, installation.url, has_scripts, [])
    ana = browsing.somebody(width)
    _set_up(ana.page, installation.set_up_url)
    colleague = ["boris@kolpa.example", "--name", "Boris", "--role", "approver", "--password-stdin"]
    installation.command("user", "add", *colleague, "--language", "en", stdin=f"{PASSWORD}\n")
    (tmp_path / "readers.csv").write_text(READERS)
    proof = ["--list", "bulletin", "--consent", "They signed up on paper"]
    installation.command("subscribers", "import", tmp_path / "readers.csv", *proof)
    ana.page.context.clear_cookies()

    picture = tmp_path / "boat.png"
    picture.write_bytes(a_picture(size=(1200, 630)))
    _write_and_submit(ana, picture)
    assert ana.clicks <= MOST_CLICKS

    boris = browsing.somebody(360, has_touch=True)
    _approve(boris, installation.review_link())
    assert boris.clicks <= MOST_TAPS

    boris.click(boris.page.get_by_text("Send now …"))
    boris.click(boris.page.get_by_role("button", name="Send now to 3"))
    boris.page.get_by_role("timer").wait_for()
    installation.clock.advance(seconds=31)
    installation.run_jobs()
    ana.page.goto(f"{boris.page.url.partition('?')[0]}/report")
    expect(ana.page.locator(".report-sentence")).to_have_text("3 readers got it; nothing is open.")
    received = installation.far_side.simulation.ledger.count_by_address()
    assert {name: count for name, count in received.items() if not name.endswith("@kolpa.example")} == {
        f"{name}@example.org": 1 for name in ("rosa", "miha", "eva")
    }
    assert browsing.reports == []
    for person in (ana, boris):
        person.page.close()


def _set_up(page: Page, set_up_url: str) -> None:
    page.goto(set_up_url)
    page.fill("#name", "Ana")
    page.fill("#address", "ana@kolpa.example")
    page.fill("#password", PASSWORD)
    page.fill("#password_again", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/first-steps/brand")
    page.fill("#name", "Info Kolpa")
    page.fill("#postal_address", "Cesta 1\n8340 Črnomelj")
    page.fill("#website", "https://kolpa.example")
    page.locator("#website").press("Enter")
    page.wait_for_url("**/first-steps/list")
    page.fill("#name", "Novice")
    page.keyboard.press("Enter")
    page.wait_for_url("**/first-steps/sender")
    page.get_by_role("link", name="Finish").click()
    page.wait_for_url("**/campaigns")


def _write_and_submit(ana: Person, picture: Path) -> None:
    """From signing in to "submitted"."""
    ana.page.goto("/sign-in")
    _sign_in(ana, "ana@kolpa.example")
    ana.follow("News")
    ana.follow("Write a news item")
    ana.follow("Statement")
    ana.write("#en-title", "600 people are missing")
    ana.write("#en-summary", "A boat sank, and nobody came.")
    ana.write("#en-body", "They called for hours. Nobody came.")
    ana.choose_file("#en-image", picture)
    ana.write("#en-image_alt", "An empty boat")
    ana.click(ana.page.locator("#language-sl > summary"))
    ana.write("#sl-title", "Pogrešanih je 600 ljudi")
    ana.write("#sl-summary", "Čoln je potonil, prišel ni nihče.")
    ana.write("#sl-body", "Klicali so več ur. Prišel ni nihče.")
    ana.choose_file("#sl-image", picture)
    ana.write("#sl-image_alt", "Prazen čoln")
    ana.press("Save the news item")
    ana.follow("Draft a campaign")
    ana.press("Create the draft")
    expect(ana.page.get_by_role("status").first).to_contain_text("The campaign has been drafted.")
    ana.follow("Continue: check and submit")
    ana.press("Submit for approval")
    expect(ana.page.get_by_role("status").first).to_contain_text("Submitted.")


def _sign_in(person: Person, address: str) -> None:
    expect(person.page.locator("#address")).to_be_focused()
    person.type(address)
    person.write("#password", PASSWORD)
    person.press("Sign in")


def _approve(boris: Person, link: str) -> None:
    """From the link in the email to "approved": the mail is above the button."""
    boris.clicks += 1
    boris.page.goto(link)
    _sign_in(boris, "boris@kolpa.example")
    mail = boris.page.frame_locator("iframe.mail")
    expect(mail.get_by_text("They called for hours. Nobody came.", exact=True)).to_be_attached()
    expect(mail.get_by_role("img", name="An empty boat")).to_be_attached()
    approve = boris.page.get_by_role("button", name="Approve", exact=True)
    frame = boris.page.locator("iframe.mail")
    expect(frame).to_be_in_viewport()
    seen, pressed = frame.bounding_box(), approve.bounding_box()
    assert seen is not None
    assert pressed is not None
    assert seen["y"] < pressed["y"]
    boris.click(approve)
    expect(boris.page.get_by_role("status").first).to_have_text("Your approval is recorded.")
