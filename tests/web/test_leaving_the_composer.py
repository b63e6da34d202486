"""Going on from the composer at once after the last key: by its links, its buttons, and Save itself."""

import pytest
from playwright.sync_api import Page, Route

from campaigns.block_content import BlockKind, ButtonText
from tests.campaigns.test_blocks import add, blocks, bulletin
from tests.campaigns.world import World
from tests.web.test_composer_in_browser import (
    database_url,
    has_scripts,
    listening,
    page,
    reports,
    settings,
    width,
    world,
)

__all__ = ["database_url", "has_scripts", "listening", "page", "reports", "settings", "width", "world"]

pytestmark = pytest.mark.browser


def open_button(page: Page, world: World) -> tuple[int, int]:
    """A campaign, and the block whose form is open."""
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.BUTTON)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    return campaign_id, block_id


def label_of(world: World, campaign_id: int, block_id: int) -> tuple[str, str | None]:
    block = next(block for block in blocks(world, campaign_id) if block.id == block_id)
    text = block.texts["en"]
    assert isinstance(text, ButtonText)
    return text.label, text.url


def test_save_waits_for_what_is_on_its_way(page: Page, world: World, reports: list[str]) -> None:
    campaign_id, block_id = open_button(page, world)
    page.fill("#en-url", "example.org/report")
    held: list[Route] = []
    page.route("**/campaign-blocks/**", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/campaign-blocks/**"):
        page.fill("#en-label", "Read")
    page.fill("#en-label", "Read it")
    page.click(".block-form button.primary", no_wait_after=True)
    with page.expect_navigation():
        held[0].continue_()
    assert "done=block-changed" in page.url
    assert label_of(world, campaign_id, block_id) == ("Read it", "https://example.org/report")
    assert reports == []


def test_what_was_typed_last_is_saved_by_a_link_or_another_button(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id, block_id = open_button(page, world)
    page.fill("#en-url", "https://example.org/report")
    page.fill("#en-label", "Read")
    with page.expect_navigation():
        page.click(f"#block-{block_id} a[href*='compose']", no_wait_after=True)
    assert label_of(world, campaign_id, block_id) == ("Read", "https://example.org/report")

    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    page.fill("#en-label", "Read all of it")
    with page.expect_navigation():
        page.click("#add-blocks form button[type=submit]", no_wait_after=True)
    assert label_of(world, campaign_id, block_id)[0] == "Read all of it"
    assert reports == [], "nobody is asked whether to leave"
