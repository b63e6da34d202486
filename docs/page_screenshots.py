"""Photographs the pages for staff and for readers: `make screenshots`. They lie in var/screenshots/pages; docs/
keeps what README shows.

The demo's own story, in each staff language, then each page (docs/page_states.py) on a telephone (360 pixels) and
on a desk (1280), in light and in dark, as somebody sees it who may do everything; those of readers as anybody sees
them, in each of their languages. A page that is wider than its window or that axe finds a barrier in is told, and
the command fails.
"""

import sys
from itertools import chain

from PIL import Image
from playwright.sync_api import Browser, Page
from sqlmodel import col, update

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.tables import CampaignKind
from cli.context import CliContext
from cli.demo.environment import SENDER, Environment, demo_environment
from cli.demo.scenario import ScenarioState
from cli.demo.seed_data import LIST
from cli.demo.summary import Summary
from core.clock import SystemClock
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.logging import configure_logging
from core.public_urls import set_up_url
from core.signing import Signer
from docs.account_states import account_pages, code_pages, password_pages
from docs.changed_states import last_pages
from docs.chromium import find_browser, launched
from docs.click_states import begin_counting, click_pages
from docs.content_states import content_pages
from docs.page_states import ShownPage, empty_pages, pages_without_scripts, sign_in_wrong, staff_pages
from docs.people_setting import set_people
from docs.people_states import people_pages
from docs.photograph import FOLDER, ROOT, photograph, photographed
from docs.photographed_pages import left_out
from docs.reader_states import reader_pages
from docs.website_states import probes_of_this_machine, website_pages
from staff.first_administrator import make_set_up_token
from staff.principal import Principal, principal_of
from staff.tables import Role, User
from staff.users import find_user
from tests.npm import READY

KEPT = {"compose-full": "composer.webp", "today": "today.webp"}
"""What README shows: the page → the file in docs/, in English, by day, on a desk."""
KEPT_WIDTH, KEPT_HEIGHT = 960, 640


def _sign_in(page: Page, address: str, password: str) -> None:
    page.goto("/sign-in")
    page.fill("#address", address)
    page.fill("#password", password)
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
    wrong = photograph(page, ShownPage("sign-in", "/sign-in"), language)
    wrong += photograph(page, ShownPage("forgotten-password", "/forgotten-password"), language)
    wrong += photograph(page, ShownPage("sign-in-refused", "/sign-in", sign_in_wrong), language)
    return [*wrong, *photograph(page, ShownPage("set-up", path), language)]


def _tell_and_photograph(browser: Browser, language: str) -> list[str]:
    context = CliContext(env_file=None)
    with demo_environment(
        FOLDER.parent / "demo", port=0, language=language, probes=probes_of_this_machine()
    ) as environment:
        scenario = ScenarioState(environment, Summary(context))
        page = browser.new_page(base_url=environment.url, locale=language)
        wrong = _photograph_set_up(page, environment, language)
        with environment.database.write() as session:
            boris = col(User.address) == scenario.people.approver_address
            session.exec(update(User).where(boris).values(roles=frozenset({Role.ADMIN})))
        _sign_in(page, scenario.people.approver_address, scenario.people.password)
        for shown in empty_pages():
            wrong += photograph(page, shown, language)
        begin_counting(environment, _boris(scenario))
        scenario.run()
        scenario.leave_things_to_try()
        for shown in staff_pages(environment):
            wrong += photograph(page, shown, language)
        wrong += _photograph_people(page, scenario, language)
        wrong += _photograph_without_scripts(browser, page, environment, language)
        wrong += _photograph_as_author(browser, scenario, language)
        for shown in chain(click_pages(environment), last_pages(environment)):
            wrong += photograph(page, shown, language)
        wrong += _photograph_accounts(browser, page, scenario, language)
        if language == STAFF_LANGUAGES[0]:
            wrong += _photograph_readers_pages(browser, environment)
        page.close()
    return wrong


def _photograph_people(page: Page, scenario: ScenarioState, language: str) -> list[str]:
    """With a website that news comes from. Both are here only then: they would show on other pages."""
    environment, actor = scenario.environment, _boris(scenario)
    setting = set_people(environment, actor, language)
    shown = chain(
        people_pages(environment, setting), website_pages(environment, actor), content_pages(environment, actor)
    )
    return [line for each in shown for line in photograph(page, each, language)]


def _boris(scenario: ScenarioState) -> Principal:
    """Who is signed in."""
    with scenario.environment.database.read() as session:
        boris = find_user(session, scenario.people.approver_address)
    assert boris is not None  # noqa: S101  the demo has made him
    return principal_of(boris)


def _photograph_accounts(browser: Browser, page: Page, scenario: ScenarioState, language: str) -> list[str]:
    """Last of all: from then on who is signed in has a second factor."""
    environment, people = scenario.environment, scenario.people
    with environment.database.read() as session:
        users = [find_user(session, address) for address in (people.approver_address, people.editor_address)]
    boris, ana = (user.id for user in users if user is not None)
    wrong = [
        line
        for shown in account_pages(environment, boris, people.password)
        for line in photograph(page, shown, language)
    ]
    stranger = browser.new_page(base_url=environment.url, locale=language)
    for shown in chain(code_pages(people.approver_address, people.password), password_pages(environment, ana)):
        wrong += photograph(stranger, shown, language)
    stranger.close()
    return wrong


def _photograph_as_author(browser: Browser, scenario: ScenarioState, language: str) -> list[str]:
    """A bulletin of several items, in two languages, as whoever writes it sees it."""
    request = DraftRequest(
        kind=CampaignKind.BULLETIN,
        name="",
        item_slugs=["adequate-housing", "getcohesive", "about-us"],
        list_slug=LIST,
        sender_name=SENDER,
        main_language=language,
        languages=STAFF_LANGUAGES,
    )
    environment = scenario.environment
    with environment.database.write() as session:
        draft = draft_campaign(session, request, actor=scenario.people.editor, now=SystemClock().now()).id
    page = browser.new_page(base_url=environment.url, locale=language)
    _sign_in(page, scenario.people.editor_address, scenario.people.password)
    wrong = photograph(page, ShownPage("compose-full", f"/campaigns/{draft}/compose"), language)
    page.close()
    return wrong


def _photograph_without_scripts(
    browser: Browser, signed_in: Page, environment: Environment, language: str
) -> list[str]:
    context = browser.new_context(
        base_url=environment.url,
        locale=language,
        java_script_enabled=False,
        storage_state=signed_in.context.storage_state(),
    )
    page = context.new_page()
    wrong = [line for shown in pages_without_scripts(environment) for line in photograph(page, shown, language)]
    context.close()
    return wrong


def _photograph_readers_pages(browser: Browser, environment: Environment) -> list[str]:
    """As somebody sees them who is not signed in."""
    wrong = []
    for language in READER_LANGUAGES:
        page = browser.new_page(base_url=environment.url, locale=language)
        for shown in reader_pages(environment, language):
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
    if chromium is None or not READY.is_file():
        sys.stdout.write(
            "No photographs: there is no Chromium, or no axe. make test brings both (Linux, x86-64).\n"
        )
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    configure_logging(level="error", style="console")
    with launched(chromium) as browser:
        wrong = [line for language in STAFF_LANGUAGES for line in _tell_and_photograph(browser, language)]
    keep_for_the_readme()
    wrong += [f"{path} is not photographed (docs/page_states.py)" for path in left_out(photographed)]
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} photographs in {FOLDER}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
