"""An approver on a telephone: the mail first, and each further language a swipe away."""

import pytest
from playwright.sync_api import Browser

from tests.campaigns.test_blocks import bulletin
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.chromium import open_as_person
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

pytestmark = [pytest.mark.browser, on_sqlite]


@pytest.mark.parametrize(("width", "shown"), [(360, [True, True]), (1280, [True, False])])
def test_the_languages_stand_side_by_side_on_a_phone_and_behind_their_tabs_on_a_desk(
    chromium: Browser, staff: SignInAs, world: World, width: int, shown: list[bool]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    world.submit(campaign_id)
    page = open_as_person(chromium, staff("boris"), width=width)
    page.goto(f"/campaigns/{campaign_id}")
    frames = page.locator(".swipe iframe")
    assert [frame.is_visible() for frame in frames.all()] == shown
    assert [frame.get_attribute("src") for frame in frames.all()] == [
        f"/campaigns/{campaign_id}/preview/{code}" for code in ("en", "sl")
    ]
    if width == 360:
        strip = page.locator(".swipe")
        strip.evaluate("strip => strip.scrollBy({left: strip.clientWidth, behavior: 'instant'})")
        page.wait_for_function("() => document.querySelector('.swipe').scrollLeft > 200")
        box = frames.nth(1).bounding_box()
        assert box is not None
        assert 0 <= box["x"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()
