"""Walkthrough: a person connects a website, sees what would come, and finds what it publishes in the inbox."""

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

TITLES = {"sl": "Obleganje, deseti dan", "en": "The siege, day ten"}


@pytest.mark.parametrize("visit", [("sl", 360, False), ("en", 1280, True)])
def test_a_website_is_connected_and_its_news_found_in_the_inbox(
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
        for number, code in ((2, "sl"), (3, "en")):
            pair = {"sl": 2, "en": 3}
            _publish(blog, number, TITLES[code], code, at="2026-11-22T11:00:00", translations=pair)
        world.clock.advance(minutes=31)
        polled(world.settings, database, world.clock)
        page.goto("/inbox")
        both = page.locator("li.row")
        expect(both).to_have_count(1)
        expect(both).to_contain_text(say("web-inbox-languages"))
        expect(both.locator("a")).to_have_count(1)
        assert _fits(page)
        both.get_by_role("heading").get_by_role("link").click()
        page.get_by_text(say("web-news-separate"), exact=True).click()
        assert _fits(page)
        page.close()


def _publish(blog: FakeWordPress, number: int, title: str, language: str, **more: Any) -> None:
    at: str = more.pop("at")
    blog.publish(number, title, at=at, lang=language, link=blog.url(f"/{number}/"), **more)


def _fits(page: Page) -> bool:
    """No page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
