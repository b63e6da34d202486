"""Counted links on the web: readers are led on and never known; staff see numbers; an administrator decides."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from campaigns.clicks import count_clicks
from campaigns.clicks.counting import MIN_READERS, is_counting
from campaigns.clicks.tables import ClickCount
from campaigns.queries import rendered_of
from core.db import Database
from core.settings import Settings
from news.tables import NewsText
from tests.campaigns.test_clicks import TARGET, code_of, protect, sent, switch
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.test_accessibility import violations_on, wider_than
from tests.web.test_sign_in import form_token_on, sign_in
from web.public.counted_link import CLICKS_PER_SOURCE

LINK = f'<p><a href="{TARGET.replace("&", "&amp;")}">Sign it</a></p>'


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    with database.write() as session:
        for text in session.exec(select(NewsText)):
            text.body_html += LINK
    give_passwords(database, language="en", roles=ADMIN)
    return world


@pytest.fixture
def boris(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        yield client


def counted(world: World) -> int:
    with world.database.read() as session:
        return sum(row.count for row in session.exec(select(ClickCount)))


def path_of(world: World, campaign_id: int) -> str:
    return f"/l/{code_of(world, campaign_id)}"


def test_a_reader_is_led_on_and_counted_and_nothing_else_happens(client: httpx.Client, world: World) -> None:
    campaign_id = sent(world)
    answer = client.get(path_of(world, campaign_id))
    assert (answer.status_code, answer.headers["location"]) == (302, TARGET)
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in answer.headers
    assert counted(world) == 1
    # Whatever is added to it leads nowhere else.
    for query in ("?url=https://evil.example", "?next=//evil.example", "?to=https%3A%2F%2Fevil.example"):
        assert client.get(path_of(world, campaign_id) + query).headers["location"] == TARGET


@on_sqlite
def test_scanners_that_only_look_and_browsers_that_only_prefetch_are_not_counted(
    client: httpx.Client, world: World
) -> None:
    path = path_of(world, sent(world))
    assert client.head(path).headers["location"] == TARGET
    assert client.get(path, headers={"Sec-Purpose": "prefetch;prerender"}).headers["location"] == TARGET
    assert counted(world) == 0


@on_sqlite
@pytest.mark.parametrize(
    "code", ["0" * 32, "f" * 31, "F" * 32, "%00", "..%2f..%2fclicks", "a" * 3000, "https:%2f%2fa.example", "'--"]
)
def test_what_was_not_made_here_leads_nowhere(client: httpx.Client, code: str) -> None:
    answer = client.get(f"/l/{code}")
    assert answer.status_code == 404
    assert "location" not in answer.headers


@on_sqlite
def test_whoever_follows_links_by_the_hundred_is_led_on_and_counted_no_more(
    client: httpx.Client, world: World
) -> None:
    path = path_of(world, sent(world))
    for _ in range(CLICKS_PER_SOURCE + 3):
        assert client.get(path).status_code == 302
    assert counted(world) == CLICKS_PER_SOURCE


@on_sqlite
def test_a_database_that_cannot_be_written_stops_nobody(
    client: httpx.Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of(world, sent(world))

    def busy(session: Session, clicks: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database is locked"))

    with monkeypatch.context() as patched:
        patched.setattr(count_clicks, "add_clicks", busy)
        assert client.get(path).headers["location"] == TARGET
    assert counted(world) == 0
    client.get(path)
    assert counted(world) == 1


@on_sqlite
def test_the_log_has_neither_the_link_nor_its_target(
    client: httpx.Client, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign_id = sent(world)
    capsys.readouterr()
    client.get(path_of(world, campaign_id))
    logged = "".join(capsys.readouterr())
    assert "/l/{code}" in logged
    assert code_of(world, campaign_id) not in logged
    assert "127.0.0.1" not in logged
    assert "example.com" not in logged


@on_sqlite
def test_the_web_version_and_previews_have_the_direct_address(
    client: httpx.Client, boris: httpx.Client, world: World
) -> None:
    campaign_id = sent(world)
    with world.database.read() as session:
        assert path_of(world, campaign_id) in rendered_of(session, campaign_id)[0].html
    public = client.get(f"/w/{world.campaign(campaign_id).public_id}/en").text
    preview = boris.get(f"/campaigns/{campaign_id}/preview/en").text
    for html in (public, preview):
        assert LINK.partition('href="')[2].partition('"')[0] in html
        assert "/l/" not in html


@on_sqlite
def test_whoever_reviews_sees_where_each_link_leads(boris: httpx.Client, world: World) -> None:
    switch(world, is_on=True)
    campaign_id = world.draft()
    assert "Counted links" not in boris.get(f"/campaigns/{campaign_id}").text
    world.submit(campaign_id)
    page = boris.get(f"/campaigns/{campaign_id}").text
    assert "Counted links" in page
    assert TARGET.replace("&", "&amp;") in page


@on_sqlite
def test_the_report_shows_links_days_and_the_numbers_over_the_mail(boris: httpx.Client, world: World) -> None:
    campaign_id = sent(world)
    for _ in range(3):
        boris.get(path_of(world, campaign_id))
    page = boris.get(f"/campaigns/{campaign_id}/report").text
    assert "3 clicks in total." in page
    assert "The real numbers are probably lower." in page
    assert "Opens and clicks are not counted." not in page
    over = boris.get(f"/campaigns/{campaign_id}/clicks/en").text
    assert "<strong>3</strong>" in over
    assert " style=" not in over
    frame = boris.get(f"/campaigns/{campaign_id}/clicks/en/mail")
    assert ">3</span></a>" in frame.text
    assert "/l/" not in frame.text
    table = boris.get(f"/campaigns/{campaign_id}/report.csv").text
    assert f"link,{TARGET},Sign it,,,,,,3" in table.replace('"', "")
    assert "click_day," in table
    assert boris.get(f"/campaigns/{campaign_id}/clicks/fa").status_code == 404


@on_sqlite
def test_few_readers_or_a_protected_list_have_no_numbers(boris: httpx.Client, world: World) -> None:
    campaign_id = sent(world, readers=MIN_READERS - 1)
    boris.get(path_of(world, campaign_id))
    assert counted(world) == 0
    page = boris.get(f"/campaigns/{campaign_id}/report").text
    assert f"at least {MIN_READERS} readers" in page
    protect(world)
    assert "at least" not in boris.get(f"/campaigns/{campaign_id}/report").text
    assert boris.get(f"/campaigns/{campaign_id}/clicks/en").status_code == 404


@on_sqlite
def test_an_administrator_turns_it_on_and_readers_are_told(
    client: httpx.Client, boris: httpx.Client, world: World
) -> None:
    notice = "We do not record who opened it."
    assert notice not in client.get("/subscribe/bulletin").text
    page = boris.get("/clicks")
    assert "Clicks are not counted." in page.text
    assert boris.post("/clicks", data={"count": "on"}).status_code == 403
    answer = boris.post("/clicks", data={"count": "on", "form_token": form_token_on(page)})
    assert answer.headers["location"] == "/clicks?done=saved"
    assert "Clicks are counted." in boris.get("/clicks").text
    assert notice in client.get("/subscribe/bulletin").text
    with world.database.read() as session:
        assert is_counting(session)


@on_sqlite
def test_whoever_is_no_administrator_looks_only(app: FastAPI, world: World, database: Database) -> None:
    give_passwords(database, roles=APPROVER)
    with browser(app) as client:
        sign_in(client, "boris@example.org")
        page = client.get("/clicks")
        assert "An administrator changes this." in page.text
        token = form_token_on(page)
        assert client.post("/clicks", data={"count": "on", "form_token": token}).status_code == 403
    with database.read() as session:
        assert not is_counting(session)


@pytest.mark.browser
@on_sqlite
def test_its_pages_have_no_barriers_and_fit_the_narrowest_screen(
    chromium: Browser, boris: httpx.Client, world: World
) -> None:
    campaign_id = sent(world)
    boris.get(path_of(world, campaign_id))
    paths = ["/clicks", f"/campaigns/{campaign_id}/clicks/en", f"/campaigns/{campaign_id}/report"]
    assert violations_on(chromium, boris, paths, width=360) == {}
    assert wider_than(chromium, boris, paths, "en", width=320) == {}
