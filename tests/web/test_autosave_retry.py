"""Autosave while Bilten does not answer: it is tried again with growing pauses, and whoever leaves is asked."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from campaigns.queries import variants_of
from tests.campaigns.test_blocks import bulletin
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.equipment import skip_without
from tests.web.chromium import open_as_person
from tests.web.test_campaign_pages import SignInAs, staff, world
from web.http.editor import editor_bundle

__all__ = ["staff", "world"]

pytestmark = [pytest.mark.browser, on_sqlite]


def test_what_no_answer_came_to_is_saved_by_itself_once_the_server_is_back(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, heard = composing(chromium, staff, world)
    away: list[str] = ["refused"]
    page.route("**/variants/*", lambda route: answer_unless(route, away))
    subject, saved = page.locator("#en-subject"), page.locator("#saved-words-en")
    subject.click()
    page.keyboard.press("End")
    page.keyboard.type(" again")
    page.clock.run_for(500)
    expect(saved).to_have_text(
        "Not saved yet: what you typed is still in the form. Bilten did not answer. Next try in 2 s."
    )
    page.clock.run_for(2_500)
    expect(saved).to_contain_text("Next try in 5 s.")
    away[:] = ["503"]
    page.clock.run_for(5_500)
    expect(saved).to_contain_text("Next try in 10 s.")
    with page.expect_event("dialog"):
        page.get_by_role("link", name="News", exact=True).click()
        page.clock.run_for(1_000)
    expect(subject).to_have_value("600 people are missing again")
    assert heard == ["beforeunload"]

    away.clear()
    page.clock.run_for(10_500)
    expect(saved).to_contain_text("Saved at")
    with world.database.read() as session:
        subjects = {variant.language: variant.subject for variant in variants_of(session, 1)}
    assert subjects["en"] == "600 people are missing again"
    page.get_by_role("link", name="News", exact=True).click()
    page.wait_for_url("**/news")
    assert heard == ["beforeunload"]
    page.close()


def test_what_will_not_go_better_is_not_tried_again(chromium: Browser, staff: SignInAs, world: World) -> None:
    page, _ = composing(chromium, staff, world)
    page.route("**/variants/*", lambda route: route.fulfill(status=404))
    page.locator("#en-subject").fill("Gone")
    page.clock.run_for(500)
    expect(page.locator("#saved-words-en")).to_contain_text("Press Save to see why.")
    page.close()


def test_what_is_typed_after_signing_in_again_in_another_tab_goes_on_being_saved(
    chromium: Browser, staff: SignInAs, world: World
) -> None:
    page, _ = composing(chromium, staff, world)
    subject, saved = page.locator("#en-subject"), page.locator("#saved-words-en")
    staff("ana")  # in another tab
    subject.fill("Typed before, and after")
    page.clock.run_for(1_000)
    expect(saved).to_contain_text("Saved at")
    subject.fill("And on")
    with page.expect_response("**/variants/en"):
        page.clock.run_for(1_000)
    staff("cilka")
    subject.fill("By nobody else")
    page.clock.run_for(1_000)
    expect(saved).to_contain_text("Not saved yet: what you typed is still in the form.")
    expect(subject).to_have_value("By nobody else")
    with world.database.read() as session:
        subjects = {variant.language: variant.subject for variant in variants_of(session, 1)}
    assert subjects["en"] == "And on"
    page.close()


def composing(chromium: Browser, staff: SignInAs, world: World) -> tuple[Page, list[str]]:
    """The composer of a draft with its English words open, and what the browser asked; who is asked stays."""
    if editor_bundle() is None:
        skip_without("the editor")
    campaign_id = bulletin(world, "shipwreck")
    page = open_as_person(chromium, staff("ana"), width=360)
    heard: list[str] = []

    def stay(dialog: Dialog) -> None:
        heard.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.clock.install()
    page.goto(f"/campaigns/{campaign_id}/compose?words=en")
    return page, heard


def answer_unless(route: Route, away: list[str]) -> None:
    if away == ["503"]:
        route.fulfill(status=503)
    elif away:
        route.abort()
    else:
        route.fallback()
