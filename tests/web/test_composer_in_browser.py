"""The composer in a real browser and a real server: with JavaScript and without, on a desk and a telephone."""

import re
import socket
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from campaigns.block_content import BlockKind, HeadingText
from campaigns.editorial.arrange_blocks import PlaceEdit, move_block
from core.listening import url_of
from tests.axe import violations
from tests.campaigns.test_blocks import add, blocks, bulletin, write
from tests.campaigns.test_contributions import edit
from tests.campaigns.world import World
from tests.equipment import skip_without
from tests.news.making import a_picture
from tests.web.conftest import PASSWORD
from tests.web.test_preview_pictures import _serving as serving
from tests.web.test_preview_pictures import database_url, listening, settings, world
from web.http.editor import editor_bundle

__all__ = ["database_url", "listening", "settings", "world"]

pytestmark = pytest.mark.browser

PHONE, DESK = 360, 1280
HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}[[unsubscribe_url]]\"'><script>alert(2)</script>"


@pytest.fixture
def width() -> int:
    return DESK


@pytest.fixture
def has_scripts() -> bool:
    return True


@pytest.fixture
def reports() -> list[str]:
    """What the browser complained about: scripts that it refused, policies that were broken, dialogs."""
    return []


@pytest.fixture
def page(
    app: FastAPI,
    world: World,
    listening: socket.socket,
    chromium: Browser,
    *,
    width: int,
    has_scripts: bool,
    reports: list[str],
) -> Iterator[Page]:
    if has_scripts and editor_bundle() is None:
        skip_without("the editor")
    with serving(app, listening):
        base = url_of(listening)
        context = chromium.new_context(
            base_url=base,
            viewport={"width": width, "height": 900},
            java_script_enabled=has_scripts,
            bypass_csp=False,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.on("console", lambda message: reports.extend([message.text] if message.type == "error" else []))
        page.on("pageerror", lambda error: reports.append(str(error)))
        page.on("dialog", lambda dialog: _dismiss(dialog, reports))
        page.goto("/sign-in")
        page.fill("#address", "ana@example.org")
        page.fill("#password", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/campaigns")
        yield page
        context.close()


def _dismiss(dialog: Dialog, reports: list[str]) -> None:
    reports.append(dialog.message)
    dialog.dismiss()


def add_by_menu(page: Page, kind: str) -> None:
    page.select_option("#kind", kind)
    page.click("form[action$='/blocks'] button")
    page.wait_for_url("**done=block-added*")


def save(page: Page) -> None:
    page.click(".block-form button.primary")
    page.wait_for_url("**done=block-changed*")


@pytest.mark.parametrize(("width", "has_scripts"), [(PHONE, False), (DESK, False), (PHONE, True), (DESK, True)])
def test_a_bulletin_is_composed_in_two_languages(
    page: Page, world: World, reports: list[str], width: int, has_scripts: bool
) -> None:
    campaign_id = bulletin(world)
    page.goto(f"/campaigns/{campaign_id}/compose")
    page.click("form[action$='/compose/news'] button")
    page.get_by_label("600 people are missing").check()
    page.click("form[action$='/compose/news'] button.primary")
    page.wait_for_url("**done=block-added*")

    add_by_menu(page, "heading")
    page.fill("#en-heading", "What we do")
    page.fill("#sl-heading", "Kaj delamo")
    save(page)
    add_by_menu(page, "text")
    for code, text in (("en", "We were there."), ("sl", "Bili smo tam.")):
        page.locator(f"#{code}-body").click()
        page.keyboard.type(text)
    save(page)
    add_by_menu(page, "quotation")
    page.fill("#en-quote", "Nobody came.")
    page.fill("#sl-quote", "Nihče ni prišel.")
    save(page)
    page.locator(".block").last.get_by_role("button", name=re.compile("^Up")).click()
    if has_scripts:
        expect(page.locator("#moved")).to_contain_text("Quotation: place 3 of 4.")
    else:
        page.wait_for_url("**done=block-moved*")
    kinds = [block.kind.value for block in blocks(world, campaign_id)]
    assert kinds == ["item", "heading", "quotation", "text"]

    page.click("#words-en summary")
    page.fill("#en-subject", "This month")
    page.click("#words-en button.primary")
    page.wait_for_url("**done=words*")
    for code, expected in (("en", "We were there."), ("sl", "Nihče ni prišel.")):
        page.goto(f"/campaigns/{campaign_id}/compose?language={code}")
        expect(page.frame_locator("iframe.mail").get_by_text(expected)).to_be_attached()
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    if has_scripts:
        assert page.evaluate(too_wide) <= 0
    assert reports == []
    assert width in (PHONE, DESK)


def test_what_is_typed_is_saved_by_itself_and_is_in_the_preview(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    page.fill("#en-heading", "First")
    expect(page.locator(f"#saved-{block_id}")).to_contain_text("Saved at")
    expect(page.frame_locator("iframe.mail").get_by_text("First")).to_be_attached()
    page.fill("#en-heading", "First, and more")
    expect(page.frame_locator("iframe.mail").get_by_text("First, and more")).to_be_attached()
    assert blocks(world, campaign_id)[1].texts == {"en": HeadingText(heading="First, and more")}
    expect(page.locator("#live-checks")).to_contain_text("has nothing in Slovenian")

    write(world, campaign_id, block_id, {"en": HeadingText(heading="A colleague's")})
    page.fill("#en-heading", "Mine")
    expect(page.locator(f"#saved-{block_id}")).to_contain_text("Somebody else has changed this")
    assert blocks(world, campaign_id)[1].texts == {"en": HeadingText(heading="A colleague's")}
    page.click(".block-form button.primary")
    expect(page.locator(".theirs").first).to_contain_text("A colleague's")
    expect(page.locator("#en-heading")).to_have_value("Mine")
    world.submit(campaign_id)
    page.fill("#en-heading", "Mine, after all")
    expect(page.locator(f"#saved-{block_id}")).to_contain_text("submitted meanwhile")
    assert world.status(campaign_id) == "in_review"
    assert [report for report in reports if "409" not in report] == []


def test_a_session_that_ends_asks_to_sign_in_over_the_page_and_loses_nothing(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    page.context.clear_cookies()
    page.fill("#en-heading", "Written for an hour")
    dialog = page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("Email address").fill("ana@example.org")
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    expect(dialog.get_by_label("Email address")).to_have_value("ana@example.org")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_have_count(0)
    expect(page.locator(f"#saved-{block_id}")).to_contain_text("Saved at")
    assert blocks(world, campaign_id)[1].texts == {"en": HeadingText(heading="Written for an hour")}
    expect(page.locator("#en-heading")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**done=undone*")
    assert [report for report in reports if "40" not in report] == []


def test_after_signing_in_over_the_page_the_text_is_typed_on(page: Page, world: World) -> None:
    page.goto(f"/campaigns/{bulletin(world, 'shipwreck')}/compose")
    page.locator("#words-en summary").click()
    text = page.locator("#words-en .editor-text")
    text.click()
    page.context.clear_cookies()
    page.keyboard.type("One.")
    dialog = page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("Email address").fill("ana@example.org")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_have_count(0)
    expect(text).to_be_focused()
    page.keyboard.type(" Two.")
    expect(text).to_have_text("One. Two.")


def drag_to_the_top(page: Page, block_id: int) -> None:
    """By its handle, as a hand does it: not in one leap, and never quite still."""
    page.locator(".blocks").scroll_into_view_if_needed()
    handle = page.locator(f"#block-{block_id} .drag")
    handle.hover()
    page.mouse.down()
    box = page.locator(".blocks").bounding_box()
    assert box is not None
    for step in range(200):
        page.mouse.move(box["x"] + 200 + step % 2, box["y"] + max(80 - 2 * step, 3))
        if page.locator(".blocks > :first-child").get_attribute("id") == f"block-{block_id}":
            break
    page.mouse.up()


def test_blocks_are_dragged_and_the_keyboards_focus_goes_with_a_block(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    first = add(world, campaign_id, BlockKind.TEXT)
    last = add(world, campaign_id, BlockKind.HEADING)
    item = blocks(world, campaign_id)[0].id
    page.goto(f"/campaigns/{campaign_id}/compose")
    drag_to_the_top(page, last)
    expect(page.locator("#moved")).to_contain_text("Heading: place 1 of 3.")
    assert [block.id for block in blocks(world, campaign_id)] == [last, item, first]
    down = page.locator(f"#move-down-{last}")
    down.focus()
    for place in (2, 3):
        page.keyboard.press("Enter")
        expect(page.locator("#moved")).to_contain_text(f"Heading: place {place} of 3.")
    expect(page.locator(f"#move-up-{last}")).to_be_focused()
    assert page.locator(".block").last.get_attribute("id") == f"block-{last}"
    with world.database.write() as session:
        moved = PlaceEdit(item, 1)
        move_block(session, campaign_id, moved, actor=world.boris, now=world.clock.now())
    drag_to_the_top(page, last)
    expect(page.locator("#moved")).to_contain_text("Somebody else has changed this")
    assert page.locator(".block").last.get_attribute("id") == f"block-{last}"

    page.goto(f"/campaigns/{campaign_id}/compose?block={first}")
    page.locator("#en-body").click()
    page.keyboard.type("Before")
    page.locator(f"#move-down-{first}").click()
    expect(page.locator("#moved")).to_contain_text("Text: place 2 of 3.")
    page.locator("#en-body").click()
    page.keyboard.press("End")
    page.keyboard.type(" and after")
    expect(page.frame_locator("iframe.mail").get_by_text("Before and after")).to_be_attached()
    assert [report for report in reports if "409" not in report] == []


def test_subject_and_introduction_are_saved_while_they_are_written(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    page.goto(f"/campaigns/{campaign_id}/compose?words=en")
    page.fill("#en-subject", "Now, ")
    line = page.locator(".line-with-menu", has=page.locator("#en-subject"))
    line.get_by_role("button", name="Insert a merge field: Subject").click()
    page.get_by_role("menuitem", name="Name of the reader").click()
    expect(page.locator("[data-counts=en-subject]")).to_have_text("11")
    expect(page.locator("#inbox-en")).to_contain_text("Now, friend")
    page.locator("#en-intro").click()
    page.keyboard.type("Dear all")
    expect(page.frame_locator("iframe.mail").get_by_text("Dear all")).to_be_attached()
    edit(world, campaign_id, world.boris, subject="A colleague's", preheader="Theirs")
    page.fill("#en-subject", "Mine")
    saved = page.locator("#saved-words-en")
    expect(saved).to_contain_text("A colleague's")
    expect(saved).to_contain_text("Yours: Mine")
    saved.get_by_role("button", name="Save mine").click()
    page.wait_for_url("**done=words*")
    expect(page.locator("#inbox-en")).to_contain_text("Mine")
    expect(page.locator("#inbox-en")).to_contain_text("Theirs")
    assert [report for report in reports if "409" not in report] == []


def test_whoever_types_faster_than_it_is_saved_is_in_no_conflict_with_themselves(page: Page, world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    held: list[Route] = []
    page.route("**/campaign-blocks/**", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/campaign-blocks/**"):
        page.fill("#en-heading", "First")
    page.fill("#en-heading", "First, and more")
    page.wait_for_timeout(600)  # until it waits to be sent: longer than the form's delay
    held[0].continue_()
    expect(page.frame_locator("iframe.mail").get_by_text("First, and more")).to_be_attached()
    expect(page.locator(f"#saved-{block_id}")).to_contain_text("Saved at")


def test_a_picture_is_saved_as_soon_as_it_is_chosen(page: Page, world: World, reports: list[str]) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.PICTURE)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    page.set_input_files("#en-image", {"name": "sea.png", "mimeType": "image/png", "buffer": a_picture()})
    expect(page.locator("#upload-en-image .has-file")).to_contain_text("sea.png")
    page.fill("#en-image_alt", "The sea")
    expect(page.frame_locator("iframe.mail").get_by_alt_text("The sea")).to_be_attached()
    assert reports == []


def test_a_text_is_written_in_the_editor_with_a_merge_field_of_its_menu(
    page: Page, world: World, reports: list[str]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    page.goto(f"/campaigns/{campaign_id}/compose?block={block_id}")
    text = page.locator("#en-body")
    expect(text).to_have_attribute("role", "textbox")
    text.click()
    page.keyboard.type("Dear ")
    editor = page.locator(".rich-text", has=text)
    editor.get_by_role("button", name="Merge field").click()
    page.get_by_role("menuitem", name="Name of the reader").click()
    page.keyboard.type("!")
    expect(page.frame_locator("iframe.mail").get_by_text("Dear friend!")).to_be_attached()
    assert reports == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_wrong_with_any_form_of_the_composer(page: Page, world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    ids = [add(world, campaign_id, kind) for kind in BlockKind if kind is not BlockKind.ITEM]
    shown = [blocks(world, campaign_id)[0].id, *ids]
    paths = [f"compose?block={block_id}" for block_id in shown] + [
        "compose?words=sl&view=text",
        "compose/news",
        "compose/versions",
    ]
    faults = {}
    for path in paths:
        # axe is a script of somebody else, which our policy refuses.
        page.route("**/campaigns/**", without_policy)
        page.goto(f"/campaigns/{campaign_id}/{path}")
        faults[path] = violations(page)
    page.goto(f"/campaigns/{campaign_id}/compose?words=en")
    edit(world, campaign_id, world.boris, subject="A colleague's", preheader="Theirs")
    page.fill("#en-subject", "Mine")
    expect(page.locator("#saved-words-en")).to_contain_text("Yours: Mine")
    faults["both texts"] = violations(page)
    page.context.clear_cookies()
    page.fill("#en-subject", "Signed out")
    expect(page.get_by_role("dialog")).to_be_visible()
    faults["sign-in over the page"] = violations(page)
    assert {path: broken for path, broken in faults.items() if broken} == {}


def without_policy(route: Route) -> None:
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    route.fulfill(response=answer, headers=headers)


def test_hostile_text_in_every_field_runs_nowhere(page: Page, world: World, reports: list[str]) -> None:
    campaign_id = bulletin(world, "shipwreck")
    for kind in ("heading", "quotation", "button", "appeal", "text"):
        page.goto(f"/campaigns/{campaign_id}/compose")
        add_by_menu(page, kind)
        for field in page.locator(
            ".block-form input[type=text], .block-form input:not([type]):not([inputmode=url])"
        ).all():
            field.fill(HOSTILE[:60])
        for field in page.locator(".block-form textarea:not([hidden])").all():
            field.fill(HOSTILE)
        for field in page.locator(".block-form input[inputmode=url]").all():
            field.fill("https://example.org/?q=<script>alert(3)</script>")
        with page.expect_navigation(wait_until="networkidle"):
            page.click(".block-form button.primary")
    page.goto(f"/campaigns/{campaign_id}/compose?words=en")
    page.fill("#en-subject", HOSTILE)
    page.fill("#en-preheader", HOSTILE)
    with page.expect_navigation(wait_until="networkidle"):
        page.click("#words-en button.primary")
    for path in ("compose", "compose?view=text", f"compose?block={blocks(world, campaign_id)[-1].id}", ""):
        page.goto(f"/campaigns/{campaign_id}/{path}".rstrip("/"))
        page.wait_for_load_state("networkidle")
        for frame in page.frames:
            assert frame.locator("img[onerror], script:not([src])").count() == 0
    assert [report for report in reports if "40" not in report and "422" not in report] == []
