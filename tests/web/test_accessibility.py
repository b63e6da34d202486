"""axe finds nothing wrong with any page, of readers in each of their languages or of staff, by day or by night."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page
from sqlmodel import select

from campaigns.editorial.custom_templates import save_template
from campaigns.tables import Automation, AutomationMode, Campaign
from core.db import Database
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.settings import Settings
from delivery.outcome import EventType, RejectReason
from docs.photographed_pages import left_out
from kinds.registry import NewsKind
from news.feeds.tables import EntryState, Feed, FeedEntry
from news.tables import Source, SourceKind
from staff.password_link import make_password_link
from staff.principal import OPERATOR
from staff.tables import User
from subscribers.field_tables import CustomField, FieldType
from subscribers.segment_tables import Segment, Tag
from subscribers.topic_tables import Topic
from templates.versions import TemplateDraft, library_design
from tests.axe import violations_by_day_and_night
from tests.campaigns.test_campaign_report import leave
from tests.campaigns.test_deliveries import hear
from tests.campaigns.world import World, as_admin, make_world
from tests.conftest import NOON, StoppedClock
from tests.digests.world import set_up as set_up_digest
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.chromium import open_page
from tests.web.conftest import Reader, give_passwords
from tests.web.newsroom import send_form
from tests.web.open_person import open_person
from tests.web.test_brand_page import a_picture
from tests.web.test_comments import discussed
from tests.web.test_import_pages import import_people, upload_people
from tests.web.test_publications import link, pdf
from tests.web.test_second_factor import give_factor
from tests.web.test_sign_in import sign_in
from tests.welcome.world import set_up as set_up_welcome

__all__ = ["pdf"]

pytestmark = pytest.mark.browser

LOOKED_AT_ELSEWHERE = {
    "/campaigns/{campaign_id}/clicks/{language}": "test_clicks",
    "/campaigns/{campaign_id}/compose/news": "test_composer_in_browser",
    "/campaigns/{campaign_id}/compose/versions": "test_composer_in_browser",
    "/clicks": "test_clicks",
    "/password/{link}": "below",
    "/set-up/{token}": "test_set_up_story",
    "/sign-in": "below",
    "/sign-in-code": "below",
    "/forgotten-password": "below",
    "/single-sign-on/done": "test_single_sign_on_story",
}
"""Pages for staff at which axe looks in another test: a new one is in the list, or in here."""


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha", "zala"], language="sl")
    return world


@pytest.fixture
def staff(app: FastAPI, world: World, database: Database) -> Iterator[httpx.Client]:
    give_passwords(database)
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def violations_on(
    chromium: Browser, client: httpx.Client, paths: list[str], *, width: int = 1200
) -> dict[str, object]:
    """What is wrong with which page, in light and in dark: only the style sheet asks which it is."""
    return {
        f"{path} {scheme}": broken
        for path, page in opened(chromium, client, paths, width=width)
        for scheme, broken in violations_by_day_and_night(page).items()
    }


def opened(chromium: Browser, client: httpx.Client, paths: list[str], *, width: int) -> Iterator[tuple[str, Page]]:
    page = open_page(chromium, client, width=width)
    for path in paths:
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(path)
        assert answer is not None
        assert (answer.status == 404) == path.startswith("/nothing")
        yield path, page
    page.close()


def wrong_or_wider(
    chromium: Browser, client: httpx.Client, paths: list[str], language: str, *, width: int
) -> tuple[dict[str, object], dict[str, int]]:
    """What is wrong in a window of that width, and how much is wider than a telephone. Each page is asked for
    once, on the telephone: no script of ours asks how wide the window is, only the style sheet does."""
    wrong: dict[str, object] = {}
    wider: dict[str, int] = {}
    for path, page in opened(chromium, client, paths, width=360):
        if more := _wider_by(page, language):
            wider[path] = more
        page.set_viewport_size({"width": width, "height": 900})
        wrong |= {f"{path} {scheme}": broken for scheme, broken in violations_by_day_and_night(page).items()}
    return wrong, wider


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_the_pages_of_readers(chromium: Browser, client: httpx.Client, reader: Reader, language: str) -> None:
    paths = ["/subscribe/bulletin", reader.confirm_path, reader.unsubscribe_path, "/unsubscribe"]
    paths += ["/archive", reader.preferences_path, "/preferences", "/nothing/here"]
    paths += [f"{reader.preferences_path}/{page}" for page in ("data", "erase", "address")]
    asked = [f"{path}?lang={language}" for path in paths]
    assert wrong_or_wider(chromium, client, asked, language, width=360) == ({}, {})


def test_the_page_of_a_publication(chromium: Browser, client: httpx.Client, world: World, pdf: str) -> None:
    assert pdf
    path = link(world, world.launched())
    paths = [f"{path}?lang={language}" for language in READER_LANGUAGES]
    assert violations_on(chromium, client, paths, width=360) == {}


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_the_pages_of_staff_none_of_which_is_wider_than_a_telephone(
    chromium: Browser, staff: httpx.Client, world: World, database: Database, language: str
) -> None:
    """What is wider on purpose, a table or a mail, scrolls in a frame of its own (WCAG 2.2, 1.4.10)."""
    paths = _pages_of_staff(staff, world, database, language)
    assert left_out(paths) == sorted(LOOKED_AT_ELSEWHERE)
    assert wrong_or_wider(chromium, staff, paths, language, width=1200) == ({}, {})


def wider_than_a_telephone(
    chromium: Browser, client: httpx.Client, paths: list[str], language: str
) -> dict[str, int]:
    return wider_than(chromium, client, paths, language, width=360)


def wider_than(
    chromium: Browser, client: httpx.Client, paths: list[str], language: str, *, width: int
) -> dict[str, int]:
    """By how many pixels."""
    by = {path: _wider_by(page, language) for path, page in opened(chromium, client, paths, width=width)}
    return {path: more for path, more in by.items() if more}


def _wider_by(page: Page, language: str) -> int:
    assert page.locator("html").get_attribute("lang") == language
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def _pages_of_staff(staff: httpx.Client, world: World, database: Database, language: str) -> list[str]:
    with database.write() as session:
        for user in session.exec(select(User)):
            user.language, user.roles = language, ADMIN
            session.add(user)
        session.add(Source(id=1, name="inbox", kind=SourceKind.FOLDER, location="/var/in", created_at=NOON))
        session.add(
            Source(id=2, name="Kolpa", kind=SourceKind.FEED, location="https://kolpa.example/", created_at=NOON)
        )
        session.flush()
        kind = NewsKind.STATEMENT
        session.add(
            Feed(source_id=2, host="kolpa.example", kind=kind, every_minutes=30, read_well_at=NOON, next_at=NOON)
        )
        session.add(
            FeedEntry(
                source_id=2, state=EntryState.NEW, title="Nova", language="sl", digest="x", item_id=1, came_at=NOON
            )
        )
        session.add(Topic(slug="at-sea", name="At sea", names={"sl": "Na morju"}, created_at=NOON))
        town = CustomField(
            word="town", label="Town", labels={"sl": "Kraj"}, type=FieldType.CHOICE, created_at=NOON
        )
        town.choices, town.is_in_emails = ["Ljubljana", "Maribor"], True
        session.add(town)
        session.flush()
        mode = AutomationMode.SEND
        watch = Automation(name="inbox", source_id=1, list_id=1, sender_id=1, mode=mode, created_at=NOON)
        watch.approved_by = 1
        session.add(watch)
        condition = "list = bulletin and signed_up >= 2026-01-01 and not (language = ar or tag = press)"
        session.add(Tag(name="press", created_at=NOON))
        session.add(Segment(name="New readers", condition=condition, created_at=NOON))
    set_up_digest(world, mode=mode)
    own = _template(world)
    draft = world.draft()
    sent = world.launched()
    world.run(rounds=3)
    in_review = discussed(world)
    delivery_id = world.deliveries(sent)[0].id
    set_up_welcome(world, 0)
    uploaded, imported = upload_people(world), upload_people(world)
    import_people(world, imported)
    send_form(staff, "/news/new/page", {"sl-image": ("sea.png", a_picture())}, **{"sl-title": "Morje"})
    open_person(staff, 1)
    open_person(staff, 2)
    return [
        "/news",
        "/news/new",
        "/news/new/address",
        "/news/new/file",
        "/news/library",
        "/news/library/1/delete",
        "/news/new/event",
        "/news/new/appeal",
        "/news/1",
        "/news/1/edit",
        "/news/1/versions",
        "/settings",
        "/sources",
        "/sources/2",
        "/new-source",
        "/inbox",
        "/folders",
        "/new-folder",
        "/account",
        "/account/second-factor",
        "/audit",
        "/colleagues",
        "/new-colleague",
        "/colleagues/1",
        "/lists",
        "/lists/bulletin",
        "/lists/bulletin/still-wanted",
        "/new-import/bulletin",
        f"/imports/{uploaded}",
        f"/imports/{imported}",
        "/new-list",
        "/segments",
        "/segments/1",
        "/new-segment",
        "/fields",
        "/fields/town",
        "/new-field",
        "/topics",
        "/topics/at-sea",
        "/new-topic",
        "/senders",
        "/senders/1",
        "/new-sender",
        "/new-sender/smtp",
        "/first-steps/brand",
        "/first-steps/list",
        "/first-steps/sender",
        "/automations",
        "/new-automation",
        "/automations/1",
        "/digests",
        "/new-digest",
        "/digests/2",
        "/welcome",
        "/new-welcome",
        "/welcome/1",
        "/brand",
        "/templates",
        f"/templates/{own}",
        "/templates/new/event",
        "/campaigns",
        "/campaigns/new",
        "/campaigns/new/bulletin?items=1,2",
        "/campaigns/new/statement",
        "/campaigns/new/bulletin/readers?items=1,2",
        "/campaigns/new/digest/readers",
        f"/campaigns/{draft}",
        f"/campaigns/{in_review}",
        f"/campaigns/{in_review}/compose",
        f"/campaigns/{sent}",
        f"/campaigns/{sent}/deliveries",
        f"/campaigns/{sent}/deliveries/{delivery_id}",
        f"/campaigns/{sent}/report",
        f"/campaigns/{sent}/audience",
        f"/campaigns/{draft}/audience",
        "/reader-search",
        "/subscribers",
        "/subscribers/1",
        "/subscribers/1/unsubscribe",
        "/subscribers/1/fields",
        "/subscribers/1/erase",
        "/subscribers/1/merge",
        "/subscribers/1/merge/2",
        "/subscribers/3",  # not opened: the page that asks
        "/exports",
        "/reports",
        "/retention",
        "/data-protection",
        "/data-protection/register/sl",
        f"/data-protection/register/{language}/sheet",
    ]


@pytest.mark.parametrize("language", ["sl", "en"])
def test_reports_and_who_did_not_get_it_fit_the_narrowest_screen(
    chromium: Browser, staff: httpx.Client, world: World, database: Database, language: str
) -> None:
    """320 pixels: WCAG 2.2, success criterion 1.4.10 (reflow)."""
    with database.write() as session:
        for user in session.exec(select(User)):
            user.language = language
            session.add(user)
    draft, sent = world.draft(), world.launched()
    world.run(rounds=3)
    for delivery in world.deliveries(sent):
        hear(world, delivery.id, (EventType.BOUNCED, RejectReason.BLOCKED, "550 " + "mailbox-unavailable" * 5))
        leave(world, sent, delivery.subscriber_id)
    paths = [
        f"/campaigns/{sent}/deliveries?who=missed",
        f"/campaigns/{sent}/report",
        f"/campaigns/{draft}/audience",
        "/reader-search",
    ]
    assert wider_than(chromium, staff, paths, language, width=320) == {}


def test_one_long_word_makes_no_page_wider_than_a_telephone(
    chromium: Browser, staff: httpx.Client, world: World, database: Database
) -> None:
    draft = world.draft()
    with database.write() as session:
        session.get_one(Campaign, draft).name = "W" * 200
    paths = ["/news", f"/campaigns/{draft}/audience"]
    assert wider_than_a_telephone(chromium, staff, paths, "sl") == {}


def test_on_a_telephone_a_reason_is_as_wide_as_the_page(
    chromium: Browser, staff: httpx.Client, world: World
) -> None:
    sent = world.launched()
    world.run(rounds=3)
    page = open_page(chromium, staff, width=360)
    page.goto(f"/campaigns/{sent}/deliveries")
    widths = page.evaluate(
        "[...document.querySelectorAll('.deliveries td')].map(cell => (cell.classList.remove('none'),"
        " cell.getBoundingClientRect().width / cell.parentElement.getBoundingClientRect().width))"
    )
    page.close()
    assert len(widths) > 4
    assert min(widths) > 0.8


def _template(world: World) -> str:
    admin = as_admin(world.ana)
    return save_template(
        world.database,
        TemplateDraft("own", library_design("statement"), "statement", "First"),
        actor=admin,
        settings=world.settings,
        now=world.clock.now(),
    ).handle


def test_signing_in(
    chromium: Browser, client: httpx.Client, database: Database, settings: Settings, ana: User
) -> None:
    with database.write() as session:
        link = make_password_link(session, ana.id, actor=OPERATOR, now=NOON)
    paths = ["/sign-in", "/forgotten-password", f"/password/{link.secret}"]
    assert violations_on(chromium, client, paths, width=360) == {}
    give_factor(database, settings, ana)
    assert sign_in(client).headers["location"] == "/sign-in-code"
    assert violations_on(chromium, client, ["/sign-in-code"], width=360) == {}
