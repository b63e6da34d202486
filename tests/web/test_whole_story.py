"""Walkthrough: from an empty installation to a report, in a real browser, with every click and tap counted; on
a telephone without JavaScript; and with a keyboard alone, in Slovenian, in a window as narrow as a telephone.

Entering a field counts as a click, also where the Tab key would do.
"""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.equipment import skip_without
from tests.web.conftest import PASSWORD
from tests.web.installation import Installation, installation, listening
from tests.web.people import KeyboardPerson, Person, Say
from tests.web.test_brand_page import a_picture
from web.http.editor import editor_bundle

__all__ = ["installation", "listening"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_CLICKS, MOST_TAPS = 25, 4
WORDS, BOAT = "They called for hours. Nobody came.", "Prazen čoln"
READERS = "address,name,language\nrosa@example.org,Rosa,en\nmiha@example.org,Miha,sl\neva@example.org,Eva,sl\n"


@dataclass(frozen=True)
class Story:
    width: int
    has_scripts: bool = True
    language: str = "en"
    by_keyboard: bool = False


@dataclass
class Browsing:
    chromium: Browser
    url: str
    story: Story
    say: Say
    reports: list[str]
    """What the browsers complained about: scripts and styles that the page's policy refused, errors."""

    def somebody(self, width: int, *, has_touch: bool = False) -> Person:
        page = self.chromium.new_page(
            base_url=self.url,
            viewport={"width": width, "height": 800},
            java_script_enabled=self.story.has_scripts,
            has_touch=has_touch,
            locale=self.story.language,
            reduced_motion="reduce",
        )
        page.on("console", lambda message: self.reports.append(message.text))
        page.on("pageerror", lambda error: self.reports.append(str(error)))
        if self.story.by_keyboard:
            return KeyboardPerson(page, self.say)
        return Person(page, self.say, has_touch=has_touch)


@pytest.mark.parametrize(
    "story",
    [Story(1200), Story(360, has_scripts=False), Story(360, language="sl", by_keyboard=True)],
    ids=["mouse", "no JavaScript", "keyboard"],
)
def test_a_statement_in_two_languages_goes_from_an_empty_installation_to_everybody(
    installation: Installation, chromium: Browser, tmp_path: Path, story: Story
) -> None:
    if story.has_scripts and editor_bundle() is None:
        skip_without("the editor")
    say: Say = partial(installation.services.texts.text, story.language)
    browsing = Browsing(chromium, installation.url, story, say, [])
    ana = browsing.somebody(story.width)
    _set_up(ana, installation.set_up_url)
    colleague = ["boris@kolpa.example", "--name", "Boris", "--role", "approver,sender", "--password-stdin"]
    installation.command("user", "add", *colleague, "--language", story.language, stdin=f"{PASSWORD}\n")
    (tmp_path / "readers.csv").write_text(READERS)
    proof = ["--list", "bulletin", "--consent", "They signed up on paper"]
    installation.command("subscribers", "import", tmp_path / "readers.csv", *proof)
    ana.page.context.clear_cookies()
    ana.clicks = 0

    picture = tmp_path / "boat.png"
    picture.write_bytes(a_picture(size=(1200, 630)))
    _write_and_submit(ana, picture)
    assert ana.clicks <= MOST_CLICKS
    ana.page.goto("/campaigns")  # the campaign's page goes on by itself when the campaign does

    boris = browsing.somebody(360, has_touch=True)
    _approve(boris, installation.review_link())
    assert boris.clicks <= MOST_TAPS

    boris.click(boris.page.locator("summary", has_text=say("web-step-send")))
    boris.click(boris.page.get_by_role("button", name=say("web-step-send-yes", count=3)))
    boris.page.get_by_role("timer").wait_for()
    installation.clock.advance(seconds=31)
    installation.run_jobs()
    ana.page.goto(f"{boris.page.url.partition('?')[0]}/report")
    expect(ana.page.locator(".report-sentence")).to_have_text(
        f"{say('campaigns-sentence-delivered', count=3)}; {say('campaigns-sentence-closed')}."
    )
    received = installation.far_side.simulation.ledger.count_by_address()
    assert {name: count for name, count in received.items() if not name.endswith("@kolpa.example")} == {
        f"{name}@example.org": 1 for name in ("rosa", "miha", "eva")
    }
    assert browsing.reports == []
    for person in (ana, boris):
        person.page.close()


def _set_up(ana: Person, set_up_url: str) -> None:
    page = ana.page
    page.goto(set_up_url)
    ana.write("#name", "Ana")
    ana.write("#address", "ana@kolpa.example")
    ana.write("#password", PASSWORD)
    ana.write("#password_again", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/first-steps/brand")
    ana.write("#name", "Info Kolpa")
    ana.write("#postal_address", "Cesta 1\n8340 Črnomelj")
    ana.write("#website", "https://kolpa.example")
    page.keyboard.press("Enter")
    page.wait_for_url("**/first-steps/list")
    ana.write("#name", "Novice")
    page.keyboard.press("Enter")
    page.wait_for_url("**/first-steps/sender")
    ana.follow("web-first-done")
    page.wait_for_url("**/campaigns")


def _write_and_submit(ana: Person, picture: Path) -> None:
    """From signing in to "submitted"."""
    ana.page.goto("/sign-in")
    _sign_in(ana, "ana@kolpa.example")
    ana.follow("web-menu-news")
    ana.follow("web-news-new")
    ana.follow("campaigns-kind-statement")
    _write_in(
        ana, "en", ["600 people are missing", "A boat sank, and nobody came.", WORDS, "An empty boat"], picture
    )
    slovenian = "Klicali so več ur. Prišel ni nihče."
    _write_in(
        ana, "sl", ["Pogrešanih je 600 ljudi", "Čoln je potonil, prišel ni nihče.", slovenian, BOAT], picture
    )
    ana.press("web-news-write")
    ana.follow("web-news-draft-yes")
    ana.press("web-new-create")
    expect(ana.page.get_by_role("status").first).to_contain_text(ana.say("web-compose-done-drafted"))
    ana.follow("web-compose-next")
    ana.press("web-step-submit")
    expect(ana.page.get_by_role("status").first).to_contain_text(ana.say("web-done-submit-untold"))


def _write_in(ana: Person, language: str, texts: list[str], picture: Path) -> None:
    """Title, summary, body, and what is in the picture."""
    title, summary, body, alt = texts
    if not ana.page.locator(f"#{language}-title").is_visible():
        ana.click(ana.page.locator(f"#language-{language} > summary"))
    ana.write(f"#{language}-title", title)
    ana.write(f"#{language}-summary", summary)
    ana.write(f"#{language}-body", body)
    ana.choose_file(f"#{language}-image", picture)
    ana.write(f"#{language}-image_alt", alt)


def _sign_in(person: Person, address: str) -> None:
    expect(person.page.locator("#address")).to_be_focused()
    person.type(address)
    person.write("#password", PASSWORD)
    person.press("web-sign-in-button")


def _approve(boris: Person, link: str) -> None:
    """From the link in the email to "approved": the mail is above the button."""
    boris.clicks += 1
    boris.page.goto(link)
    _sign_in(boris, "boris@kolpa.example")
    mail = boris.page.frame_locator("iframe.mail").first
    expect(mail.get_by_text(re.compile(f"^({WORDS}|Klicali so več ur. Prišel ni nihče.)$"))).to_be_attached()
    expect(mail.get_by_role("img", name=re.compile(f"^(An empty boat|{BOAT})$"))).to_be_attached()
    approve = boris.page.get_by_role("button", name=boris.say("web-step-approve"), exact=True)
    frame = boris.page.locator("iframe.mail").first
    expect(frame).to_be_in_viewport()
    seen, pressed = frame.bounding_box(), approve.bounding_box()
    assert seen is not None
    assert pressed is not None
    assert seen["y"] < pressed["y"]
    boris.click(approve)
    expect(boris.page.get_by_role("status").first).to_have_text(boris.say("web-done-approve"))
