"""A new campaign in the browser: a design, the news in it, its readers; the whole way to sent and taken back."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from campaigns.editorial.compose import items_of
from campaigns.queries import variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from delivery.tables import Sender
from kinds.registry import NewsKind
from news.tables import NewsItem
from staff.tables import User
from subscribers.tables import MailingList
from tests.axe import violations
from tests.campaigns.test_contributions import create_sender_named
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.chromium import open_as_person, open_page
from tests.web.html_forms import text_of
from tests.web.newsroom import add_item, draft_with, form_on, press
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

WIDTHS = (360, 1200)


def campaign_in(answer: httpx.Response) -> int:
    assert answer.status_code == 303, text_of(answer.text)
    match = re.match(r"/campaigns/([0-9]+)(/compose)?\?done=", answer.headers["location"])
    assert match is not None
    return int(match[1])


def links_on(page: httpx.Response, beginning: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', page.text) if link.startswith(beginning)]


def items_in(world: World, campaign_id: int) -> list[int]:
    with world.database.read() as session:
        return [item.id for item in items_of(session, campaign_id)]


def approved(world: World) -> int:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    return campaign_id


@on_sqlite
def test_every_design_is_offered_with_its_picture(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    assert 'href="/campaigns/new"' in client.get("/campaigns").text
    page = client.get("/campaigns/new")
    for kind in CampaignKind:
        assert f'href="/campaigns/new/{kind}"' in page.text
        assert client.get(f"/campaigns/new/{kind}").status_code == 200
        assert client.get(f"/campaigns/new/{kind}/readers").status_code == 200
    assert page.text.count('<svg class="sketch"') == len(CampaignKind)
    assert client.get("/campaigns/new/nothing").status_code == 404


@on_sqlite
def test_several_items_are_added_moved_and_removed_by_links(world: World, staff: SignInAs) -> None:
    first, second, third = (add_item(world.database, f"item-{n}", f"Item {n}", language="en") for n in range(3))
    client = staff("ana")
    page = client.get("/campaigns/new/bulletin")
    for item_id in (first, second, third):
        add = next(link for link in links_on(page, "/campaigns/new/bulletin?") if f"#news-{item_id}" in link)
        page = client.get(add)
    assert f'value="{first},{second},{third}"' in page.text
    (up,) = [
        link
        for link in links_on(page, "/campaigns/new/bulletin?")
        if f"#chosen-{third}" in link and f"items={first},{third},{second}" in link
    ]
    page = client.get(up)
    (away,) = {link for link in links_on(page, "/campaigns/new/bulletin?") if f"items={third},{second}#" in link}
    page = client.get(away)
    (last_step,) = set(links_on(page, "/campaigns/new/bulletin/readers"))
    assert last_step.endswith(f"?items={third},{second}")
    campaign_id = campaign_in(draft_with(client, f"{third},{second}", design="bulletin"))
    assert items_in(world, campaign_id) == [third, second]
    assert world.campaign(campaign_id).kind is CampaignKind.BULLETIN


@on_sqlite
def test_the_filter_keeps_what_was_chosen_and_the_choice_keeps_the_filter(world: World, staff: SignInAs) -> None:
    item_id = add_item(world.database, "boat", "A boat in distress", kind=NewsKind.PAGE, language="en")
    client = staff("ana")
    page = client.get("/campaigns/new/bulletin?items=1&q=distress&kind=page&used=no")
    assert 'name="items" value="1"' in page.text
    assert 'value="distress"' in page.text
    (add,) = [link for link in links_on(page, "/campaigns/new/bulletin?") if f"#news-{item_id}" in link]
    assert "items=1,2" in add
    assert "q=distress&kind=page&used=no" in add
    assert "No news item matches this" in text_of(client.get("/campaigns/new/bulletin?q=nothing+such").text)


@on_sqlite
def test_a_design_that_is_built_around_a_kind_offers_that_kind_alone(world: World, staff: SignInAs) -> None:
    event = add_item(world.database, "evening", "An evening", kind=NewsKind.EVENT, language="en")
    page = staff("ana").get("/campaigns/new/event")
    assert links_on(page, "/campaigns/new/event/readers?") == [f"/campaigns/new/event/readers?items={event}"]
    assert 'name="kind"' not in page.text


@on_sqlite
@pytest.mark.parametrize("items", ["", "99", "x,,1x,-1", "1,1,1", "9" * 30, ",".join(map(str, range(1, 90)))])
def test_rubbish_in_the_address_is_passed_over(world: World, staff: SignInAs, items: str) -> None:
    client = staff("ana")
    for path in ("/campaigns/new/bulletin", "/campaigns/new/statement", "/campaigns/new/bulletin/readers"):
        assert client.get(f"{path}?items={items}").status_code == 200


@on_sqlite
def test_an_empty_campaign_of_a_design_is_drafted_too(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    campaign_id = campaign_in(draft_with(client, "", design="digest", name="Digest, winter"))
    campaign = world.campaign(campaign_id)
    assert (campaign.name, campaign.kind) == ("Digest, winter", CampaignKind.DIGEST)
    assert items_in(world, campaign_id) == []
    assert client.get(f"/campaigns/{campaign_id}").status_code == 200


def test_the_last_campaign_of_its_kind_is_remembered(world: World, staff: SignInAs) -> None:
    with world.database.write() as session:
        session.add(MailingList(slug="another", name="Another", created_at=NOON))
        create_sender_named(session, "second")
    client = staff("ana")
    path = "/campaigns/new/bulletin/readers?items=1"
    form = form_on(client, path, "/campaigns/new/bulletin")
    assert (form.typed["list"], form.typed["main"]) == ("another", "en")
    assert {name for name, is_ticked in form.boxes.items() if is_ticked} == {"language-en", "language-sl"}
    chosen = {"list": "bulletin", "sender": "second", "second": "main", "main": "sl"}
    data = form.hidden | form.typed | chosen | {"language-sl": "yes"}
    campaign_id = campaign_in(client.post(form.action, data=data))
    with world.database.read() as session:
        assert [variant.language for variant in variants_of(session, campaign_id)] == ["sl"]
        sender = session.get_one(Sender, session.get_one(Campaign, campaign_id).sender_id)
    assert sender.name == "second"
    again = form_on(client, path, "/campaigns/new/bulletin")
    assert {name: again.typed[name] for name in chosen} == chosen
    assert {name for name, is_ticked in again.boxes.items() if is_ticked} == {"language-sl"}


@on_sqlite
def test_the_first_of_its_kind_begins_with_the_language_of_most_readers(world: World, staff: SignInAs) -> None:
    world.add_readers(["sonja", "tine", "vida"], language="sl")
    client = staff("ana")
    draft_with(client, "1", main="en")

    def main_of(design: str) -> str:
        path = f"/campaigns/new/{design}"
        return form_on(client, f"{path}/readers?items=1", path).typed["main"]

    assert (main_of("bulletin"), main_of("statement")) == ("sl", "en")
    page = client.get("/campaigns/new/bulletin/readers?items=1").text
    assert re.findall(r'id="language-(\w+)"', page) == ["en", "sl", "ar", "fa"]


@on_sqlite
def test_what_is_begun_on_the_page_of_an_item_counts_no_steps(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    (path,) = links_on(client.get("/news/1"), "/campaigns/new/statement/readers?")
    page = client.get(path)
    assert "Step " not in text_of(page.text)
    assert links_on(page, "/news/1") == ["/news/1"]
    again = client.post("/campaigns/new/statement", data=form_on(client, path, "/campaigns/new/statement").hidden)
    assert again.status_code == 422
    assert "Step " not in text_of(again.text)
    assert "Step 3 of 3" in text_of(client.get("/campaigns/new/statement/readers?items=1").text)


@on_sqlite
def test_a_language_that_no_box_has_is_not_the_main_one(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    answer = draft_with(client, "1", main="ar")
    assert answer.status_code == 422
    assert "The main language is not among the languages" in text_of(answer.text)


@on_sqlite
def test_news_that_was_withdrawn_meanwhile_is_said_to_be_gone(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    path = "/campaigns/new/statement/readers?items=1"
    form = form_on(client, path, "/campaigns/new/statement")
    with world.database.write() as session:
        session.get_one(NewsItem, 1).withdrawn_at = NOON
    data = form.hidden | form.typed | {"language-en": "yes"}
    answer = client.post(form.action, data=data)
    assert answer.status_code == 422
    assert "deleted or withdrawn meanwhile" in text_of(answer.text)


@on_sqlite
def test_a_form_that_is_none_of_ours_drafts_nothing(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    assert client.post("/campaigns/new/bulletin", data={}).status_code == 403
    assert client.get("/campaigns/new/bulletin/nothing").status_code == 404


@pytest.fixture
def pages(chromium: Browser, staff: SignInAs) -> Iterator["Pages"]:
    opened = Pages(chromium, staff("boris"))
    yield opened
    opened.close()


class Pages:
    """Of one browser; what its console reports is kept."""

    def __init__(self, chromium: Browser, client: httpx.Client) -> None:
        self.chromium, self.client = chromium, client
        self.reports: list[str] = []
        self._opened: list[Page] = []

    def open(self, *, width: int, has_script: bool) -> Page:
        page = open_as_person(self.chromium, self.client, width=width, has_script=has_script)
        page.on("console", lambda message: self.reports.append(message.text))
        page.on("pageerror", lambda error: self.reports.append(str(error)))
        self._opened.append(page)
        return page

    def close(self) -> None:
        for page in self._opened:
            page.close()


@on_sqlite
@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("has_script", [True, False])
def test_from_the_button_on_today_to_a_bulletin_that_is_sent_and_taken_back(
    world: World, pages: Pages, width: int, *, has_script: bool
) -> None:
    add_item(world.database, "second", "The second item", language="en")
    page = pages.open(width=width, has_script=has_script)
    page.goto("/campaigns")
    page.get_by_role("link", name="New campaign").click()
    page.get_by_role("link", name="Bulletin", exact=True).click()
    page.get_by_role("link", name="Add The second item").click()
    page.get_by_role("link", name="Add 600 people are missing").click()
    page.get_by_role("heading", name="2 items chosen").wait_for()
    page.get_by_role("link", name="Up 600 people are missing").click()
    page.get_by_role("link", name="Continue", exact=True).click()
    page.get_by_label("Name (optional)").fill("Winter bulletin")
    page.get_by_role("button", name="Create the draft").click()
    page.get_by_role("heading", name="Compose: Winter bulletin", level=1).wait_for()
    campaign_id = _newest(world)
    assert urlsplit(page.url).path == f"/campaigns/{campaign_id}/compose"
    assert page.get_by_role("status").first.inner_text().startswith("The campaign has been drafted.")
    page.get_by_role("link", name="Continue: check and submit").click()
    page.get_by_role("heading", name="Winter bulletin", level=1, exact=True).wait_for()
    assert page.locator("main .primary").all_inner_texts() == ["Compose"], "the one thing that stands out"
    with world.database.read() as session:
        assert [item.slug for item in items_of(session, campaign_id)] == ["shipwreck", "second"]
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.cilka)
    page.goto(f"/campaigns/{campaign_id}")
    page.get_by_text("Send now …").click()
    page.get_by_role("button", name=re.compile("^Send now to 2")).click()
    page.get_by_role("timer").wait_for()
    expect(page.get_by_role("timer")).to_have_text("0:30" if not has_script else re.compile("0:[0-9]{2}"))
    page.get_by_role("button", name="Undo: do not send").click()
    page.get_by_role("button", name="Schedule", exact=True).wait_for()
    assert world.status(campaign_id) is CampaignStatus.APPROVED
    page.get_by_role("button", name=re.compile("^Tomorrow")).click()
    page.get_by_text("Scheduled.", exact=True).wait_for()
    assert pages.reports == []


def _newest(world: World) -> int:
    with world.database.read() as session:
        return session.exec(select(Campaign.id).order_by(col(Campaign.id).desc()).limit(1)).one()


@on_sqlite
@pytest.mark.browser
def test_when_the_time_to_undo_is_over_the_button_is_gone(world: World, pages: Pages) -> None:
    campaign_id = world.scheduled()
    world.clock.advance(seconds=29)
    page = pages.open(width=360, has_script=True)
    page.clock.install()
    page.goto(f"/campaigns/{campaign_id}")
    page.get_by_role("timer").wait_for()
    expect(page.get_by_role("timer")).to_have_text("0:01")
    page.clock.run_for(1500)
    page.get_by_text("Sending begins now.").wait_for()
    expect(page.get_by_role("button", name="Undo: do not send")).to_be_hidden()


@on_sqlite
@pytest.mark.browser
@pytest.mark.parametrize("language", ["sl", "en"])
def test_the_states_of_these_pages_have_no_fault_and_fit_a_telephone(
    world: World, staff: SignInAs, chromium: Browser, language: str
) -> None:
    with world.database.write() as session:
        for user in session.exec(select(User)):
            user.language = language
    ready, going = approved(world), world.scheduled()
    client = staff("boris")
    refused = f"/campaigns/{ready}"
    press(client, f"{refused}/schedule", refused, local="2026-12-24T08:00")
    paths = [f"/campaigns/{approved(world)}", refused, f"/campaigns/{going}", "/campaigns?month=2026-12"]
    for width in WIDTHS:
        page = open_page(chromium, client, width=width)
        for path in paths:
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            assert violations(page) == [], (path, width)
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0, (path, width)
        page.close()
    assert world.campaign(ready).scheduled_at == NOON + timedelta(days=31, hours=19)
