"""Photographs the pages for staff: `make screenshots`. They lie in var/screenshots/pages; docs/ keeps what README
shows.

The demo's own story, in each staff language, then each page on a telephone (360 pixels) and on a desk (1280), in
light and in dark, as somebody sees it who may do everything. A page that is wider than its window is told, and the
command fails.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page
from sqlmodel import col, select, update

from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from cli.context import CliContext
from cli.demo.environment import Environment, demo_environment
from cli.demo.scenario import ScenarioState
from cli.demo.summary import Summary
from core.clock import SystemClock
from core.languages import STAFF_LANGUAGES
from core.logging import configure_logging
from core.public_urls import set_up_url
from core.signing import Signer
from docs.chromium import find_browser, launched
from staff.first_administrator import make_set_up_token
from staff.tables import Role, User

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "screenshots" / "pages"
WIDTHS = {"phone": 360, "desk": 1280}
SCHEMES = ("light", "dark")
KEPT = {"compose": "composer.webp", "today": "today.webp"}
"""What README shows: the page → the file in docs/, in English, by day, on a desk."""
KEPT_WIDTH, KEPT_HEIGHT = 960, 640


@dataclass(frozen=True, slots=True)
class StaffPage:
    name: str
    path: str


def pages_of(environment: Environment) -> Iterator[StaffPage]:
    """What there is when the demo's story is told."""
    with environment.database.read() as session:
        by_status = {row.status: row.id for row in session.exec(select(Campaign).order_by(col(Campaign.id)))}
    draft, review = by_status[CampaignStatus.DRAFT], by_status[CampaignStatus.IN_REVIEW]
    sent = by_status[CampaignStatus.SENT]
    yield StaffPage("today", "/campaigns")
    yield StaffPage("compose", f"/campaigns/{draft}/compose")
    yield StaffPage("compose-block", f"/campaigns/{draft}/compose?block=1")
    yield StaffPage("compose-news", f"/campaigns/{draft}/compose/news")
    yield StaffPage("draft", f"/campaigns/{draft}")
    yield StaffPage("audience", f"/campaigns/{draft}/audience")
    yield StaffPage("review", f"/campaigns/{review}")
    yield StaffPage("scheduled", f"/campaigns/{by_status[CampaignStatus.SCHEDULED]}")
    yield StaffPage("report", f"/campaigns/{sent}/report")
    yield StaffPage("deliveries", f"/campaigns/{sent}/deliveries?who=missed")
    yield StaffPage("new-campaign", "/campaigns/new")
    yield StaffPage("new-campaign-news", "/campaigns/new/bulletin")
    yield StaffPage("new-campaign-readers", "/campaigns/new/bulletin/readers?items=1,2")
    yield StaffPage("reader-search", "/reader-search")
    yield StaffPage("news", "/news")
    yield StaffPage("news-item", "/news/1")
    yield StaffPage("news-form", "/news/new/statement")
    yield StaffPage("news-address", "/news/new/address")
    yield StaffPage("news-file", "/news/new/file")
    yield StaffPage("library", "/news/library")
    yield StaffPage("versions", f"/campaigns/{draft}/compose/versions")
    for name in (
        "settings",
        "clicks",
        "lists",
        "new-list",
        "senders",
        "new-sender",
        "automations",
        "new-automation",
    ):
        yield StaffPage(name, f"/{name}")
    yield StaffPage("list", "/lists/bilten")
    yield StaffPage("sender", "/senders/1")
    yield StaffPage("sender-form", "/new-sender/smtp")
    yield StaffPage("automation", "/automations/1")
    for name in ("brand", "templates", "folders", "new-folder", "colleagues", "new-colleague"):
        yield StaffPage(name, f"/{name}")
    yield StaffPage("colleague", "/colleagues/2")
    for step in ("brand", "list", "sender"):
        yield StaffPage(f"first-{step}", f"/first-steps/{step}")


def photograph(page: Page, shown: StaffPage, language: str) -> list[str]:
    """The page in each width and scheme. Returns what is wrong with it."""
    wrong = []
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = page.goto(shown.path, wait_until="load")
        if answer is None or not answer.ok:
            return [f"{shown.path} could not be shown"]
        if by := page.evaluate("document.documentElement.scrollWidth - window.innerWidth"):
            wrong.append(f"{shown.path} ({language}) is {by} pixels too wide for {width}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            path = FOLDER / f"{shown.name}.{language}.{scheme}.{device}.png"
            page.screenshot(path=path, full_page=True)
    return wrong


def _sign_in(page: Page, scenario: ScenarioState) -> None:
    page.goto("/sign-in")
    page.fill("#address", scenario.people.approver_address)
    page.fill("#password", scenario.people.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/campaigns")


def _photograph_set_up(page: Page, environment: Environment, language: str) -> list[str]:
    """Before anybody is an administrator."""
    settings = environment.settings
    signer = Signer(settings.secret_key.get_secret_value())
    with environment.database.write() as session:
        token = make_set_up_token(session, signer, now=SystemClock().now())
    assert token is not None  # noqa: S101  the demo has an editor and an approver
    path = set_up_url(settings, token).removeprefix(settings.public_url)
    sign_in, set_up = StaffPage("sign-in", "/sign-in"), StaffPage("set-up", path)
    return [*photograph(page, sign_in, language), *photograph(page, set_up, language)]


def _tell_and_photograph(browser: Browser, language: str) -> list[str]:
    context = CliContext(env_file=None)
    with demo_environment(FOLDER.parent / "demo", port=0, language=language) as environment:
        scenario = ScenarioState(environment, Summary(context))
        scenario.run()
        scenario.leave_things_to_try()
        page = browser.new_page(base_url=environment.url, locale=language)
        wrong = _photograph_set_up(page, environment, language)
        with environment.database.write() as session:
            boris = col(User.address) == scenario.people.approver_address
            session.exec(update(User).where(boris).values(role=Role.ADMIN))
        _sign_in(page, scenario)
        for shown in pages_of(environment):
            wrong += photograph(page, shown, language)
        page.close()
    return wrong


def keep_for_the_readme() -> None:
    for name, file in KEPT.items():
        with Image.open(FOLDER / f"{name}.en.light.desk.png") as image:
            height = round(image.height * KEPT_WIDTH / image.width)
            scaled = image.convert("RGB").resize((KEPT_WIDTH, height))
            scaled.crop((0, 0, KEPT_WIDTH, min(KEPT_HEIGHT, height))).save(
                ROOT / "docs" / file, quality=60, method=6
            )


def main() -> int:
    chromium = find_browser()
    if chromium is None:
        sys.stdout.write("No photographs: there is no Chromium. On Linux (x86-64), make test brings one.\n")
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    configure_logging(level="error", style="console")
    with launched(chromium) as browser:
        wrong = [line for language in STAFF_LANGUAGES for line in _tell_and_photograph(browser, language)]
    keep_for_the_readme()
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} photographs in {FOLDER}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
