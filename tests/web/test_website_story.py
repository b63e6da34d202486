"""Walkthrough: a person connects a website, sees what would come, switches on a digest on Mondays, finds what the
website publishes in the inbox, and sees what the digest takes and why it leaves something out."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from core.db import Database
from staff.tables import User
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.fakes.wordpress import FakeWordPress, fake_wordpress
from tests.web.chromium import open_as_person
from tests.web.test_campaign_pages import world
from tests.web.test_source_pages import boris, polled

__all__ = ["boris", "world"]

pytestmark = [pytest.mark.browser, pytest.mark.slow, on_sqlite]

OTHER = "Nova cesta"
TITLES = {"sl": "Obleganje, deseti dan", "en": "The siege, day ten"}


@pytest.mark.parametrize("visit", [("sl", 360, False), ("en", 1280, True)])
def test_a_website_is_connected_and_its_news_are_in_the_inbox_and_in_mondays_digest(
    boris: httpx.Client,
    chromium: Browser,
    database: Database,
    world: World,
    visit: tuple[str, int, bool],
) -> None:
    language, width, has_script = visit

    def say(key: str, **params: str | int) -> str:
        return world.context.services.texts.text(language, key, **params)

    with database.write() as session:
        user = session.exec(select(User).where(col(User.address) == "boris@example.org")).one()
        user.language = language
        session.add(user)
    with fake_wordpress() as blog:
        _publish(blog, 1, "Poročilo o letu", "sl", at="2026-11-20T10:00:00")
        blog.pages["/"] = f'<head><link rel="https://api.w.org/" href="{blog.url()}"></head>'.encode()
        page = open_as_person(chromium, boris, width=width, has_script=has_script)
        page.goto("/sources")
        page.get_by_role("link", name=say("web-source-new")).click()
        page.get_by_label(say("web-source-address"), exact=True).fill(blog.url("/"))
        page.get_by_role("button", name=say("web-source-preview")).click()
        expect(page.locator("body")).to_contain_text(say("web-source-found-wordpress"))
        expect(page.locator("body")).to_contain_text("Poročilo o letu")
        assert _fits(page)
        page.get_by_role("button", name=say("web-source-connect"), exact=True).click()
        expect(page.get_by_role("status")).to_contain_text(say("web-source-done-connected"))
        assert _fits(page)
        digest = _switch_on_mondays(page, say)
        _publish(blog, 4, OTHER, "sl", at="2026-11-22T10:30:00")
        for number, code in ((2, "sl"), (3, "en")):
            pair = {"sl": 2, "en": 3}
            _publish(blog, number, TITLES[code], code, at="2026-11-22T11:00:00", translations=pair)
        world.clock.advance(minutes=31)
        polled(world.settings, database, world.clock)
        page.goto("/inbox")
        expect(page.locator("li.row")).to_have_count(2)
        both = page.locator("li.row").filter(has_text=say("web-inbox-languages"))
        expect(both).to_contain_text(say("web-inbox-languages"))
        expect(both.locator("a")).to_have_count(1)
        assert _fits(page)
        both.get_by_role("heading").get_by_role("link").click()
        page.get_by_text(say("web-news-separate"), exact=True).click()
        assert _fits(page)
        world.clock.advance(minutes=5)
        page.goto(digest)
        now, items = (page.locator(f"section:has(#{name})") for name in ("now", "items"))
        expect(now).to_contain_text(TITLES["sl"])
        expect(now).not_to_contain_text(OTHER)
        left_out = items.locator("li.row").filter(has_text=OTHER)
        expect(left_out).to_contain_text(say("campaigns-digest-other-words"))
        assert _fits(page)
        page.close()


def _switch_on_mondays(page: Page, say: Callable[..., str]) -> str:
    """Of what has one of two words; where its page is."""
    page.goto("/digests")
    page.get_by_role("link", name=say("web-digest-new")).click()
    page.get_by_label(say("web-automation-name"), exact=True).fill("Kolpa")
    expect(page.locator("#day-0")).to_be_checked()
    page.get_by_text(say("web-digest-news"), exact=True).click()
    page.get_by_label(say("web-digest-words"), exact=True).fill("obleganje, siege")
    assert _fits(page)
    page.get_by_role("button", name=say("web-digest-make"), exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(say("web-digest-done-created"))
    expect(page.locator("section:has(#next) ol > li")).to_have_count(10)
    assert _fits(page)
    return page.url


def _publish(blog: FakeWordPress, number: int, title: str, language: str, **more: Any) -> None:
    at: str = more.pop("at")
    blog.publish(number, title, at=at, lang=language, link=blog.url(f"/{number}/"), **more)


def _fits(page: Page) -> bool:
    """No page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
