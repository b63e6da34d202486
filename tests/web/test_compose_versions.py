"""Versions of a campaign in the browser: what changed, the way back, and who else is there."""

import httpx
import pytest
from fastapi import FastAPI

from campaigns.block_content import BlockKind, HeadingText, RichText
from campaigns.editorial.restore_version import HistoryChoice, RestoreEdit, restore_version
from campaigns.queries import variants_of
from tests.campaigns.test_blocks import add, blocks, bulletin, write
from tests.campaigns.test_contributions import edit
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_compose import press
from tests.web.test_sign_in import form_token_on, sign_in
from tests.web.test_stale_forms import fields_of

__all__ = ["staff", "world"]

LIVE = {"HX-Request": "true"}


def versions_page(client: httpx.Client, campaign_id: int, **asked: int) -> str:
    return client.get(f"/campaigns/{campaign_id}/compose/versions", params=asked).text


def subject(world: World, campaign_id: int) -> str:
    with world.database.read() as session:
        return next(each.subject for each in variants_of(session, campaign_id) if each.language == "en")


def test_versions_show_who_changed_which_words_and_any_is_brought_back(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    assert "Nobody has edited this campaign" in versions_page(client, campaign_id)
    before = subject(world, campaign_id)
    edit(world, campaign_id, world.boris, subject="Six hundred people")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>We were <strong>there</strong>.</p>")})
    page = versions_page(client, campaign_id)
    assert "<ins>We were there.</ins>" in page
    assert "<dt>Text · English</dt>" in page
    assert "Boris" in page
    second = sorted(int(part.split('"')[0]) for part in page.split('href="?version=')[1:])[1]
    assert "<ins>Six hundred</ins>" in versions_page(client, campaign_id, version=second)
    action = f"/campaigns/{campaign_id}/compose/versions/{second - 1}/restore"
    first = client.get(f"/campaigns/{campaign_id}/compose/versions", params={"version": second - 1})
    assert "first version that was kept" in first.text
    answer = client.post(action, data=fields_of(first, action))
    assert answer.headers["location"] == f"/campaigns/{campaign_id}/compose?done=restored"
    assert subject(world, campaign_id) == before
    assert [block.kind for block in blocks(world, campaign_id)] == [BlockKind.ITEM]
    stale = client.post(action, data=fields_of(first, action))
    assert stale.status_code == 409
    assert "Somebody else has changed this" in stale.text


def test_the_last_step_is_undone_whoever_made_it(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    before = subject(world, campaign_id)
    edit(world, campaign_id, world.boris, subject="Another day")
    client = staff("ana")
    action = f"/campaigns/{campaign_id}/compose/undo"
    page = client.get(f"/campaigns/{campaign_id}/compose")
    assert client.post(action, data=fields_of(page, action)).headers["location"].endswith("?done=undone")
    assert subject(world, campaign_id) == before
    undone = f"/campaigns/{campaign_id}/compose?done=undone"
    assert "It was a step of Boris." in client.get(undone).text
    assert client.post(action, data=fields_of(page, action)).status_code == 409
    page = client.get(f"/campaigns/{campaign_id}/compose")
    refused = client.post(action, data=fields_of(page, action))
    assert refused.status_code == 409
    assert "nothing left to undo" in refused.text
    assert "It was a step of" not in staff("boris").get(undone).text, "his own"


@on_sqlite
def test_one_undo_too_many_is_redone_and_versions_say_which_one_came_back(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.boris, subject="Another day")
    client = staff("ana")
    undo, redo = (f"/campaigns/{campaign_id}/compose/{step}" for step in ("undo", "redo"))
    page = client.get(f"/campaigns/{campaign_id}/compose")
    assert "disabled" in page.text.partition(f'action="{redo}"')[2].partition("</form>")[0]
    client.post(undo, data=fields_of(page, undo))
    page = client.get(f"/campaigns/{campaign_id}/compose")
    assert client.post(redo, data=fields_of(page, redo)).headers["location"].endswith("?done=redone")
    assert subject(world, campaign_id) == "Another day"
    versions = versions_page(client, campaign_id)
    assert "Redone: back to the version of 22 November 2026, 13:00 (Boris) · <bdi>Ana</bdi>" in " ".join(
        versions.split()
    )
    refused = client.post(redo, data=fields_of(client.get(f"/campaigns/{campaign_id}/compose"), redo))
    assert refused.status_code == 409
    assert "nothing left to redo" in refused.text


@on_sqlite
def test_what_was_approved_is_brought_back_only_with_a_word_about_its_approval(
    world: World, staff: SignInAs
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.ana, subject="New")
    world.submit(campaign_id)
    client = staff("ana")
    page = versions_page(client, campaign_id, version=1)
    assert "its approvals will no longer count" in page
    assert "/compose/undo" not in client.get(f"/campaigns/{campaign_id}/compose").text


def test_who_else_has_the_composer_open_is_named(app: FastAPI, world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    path = f"/campaigns/{campaign_id}/compose/present"
    client = staff("ana")
    assert press(client, campaign_id, "compose/present").text.strip() == ""
    with browser(app) as other:
        sign_in(other, add_person(world.database, "eva@example.org", AUTHOR).address)
        page = other.get(f"/campaigns/{campaign_id}/compose")
        assert "Ana is writing here, too." in page.text
        answer = other.post(path, data={"form_token": form_token_on(page)}, headers=LIVE)
        assert answer.headers["X-Bilten-Live"]
        assert "Ana is writing here, too." in answer.text
        world.clock.advance(seconds=30)
        assert "writing here" not in other.get(f"/campaigns/{campaign_id}/compose").text
        assert other.post(path, data={"form_token": "made up"}).status_code == 403
        assert other.post("/campaigns/999/compose/present", data={"form_token": form_token_on(page)}).is_error


@pytest.mark.parametrize("name", ["subject", "heading"])
@on_sqlite
def test_hostile_text_is_letters_among_the_versions(world: World, staff: SignInAs, name: str) -> None:
    campaign_id = bulletin(world, "shipwreck")
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    if name == "subject":
        edit(world, campaign_id, world.ana, subject=hostile)
    else:
        write(world, campaign_id, add(world, campaign_id, BlockKind.HEADING), {"en": HeadingText(heading=hostile)})
    page = versions_page(staff("ana"), campaign_id)
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_version_of_another_campaign_is_none_of_this(world: World, staff: SignInAs) -> None:
    campaign_id, other_id = bulletin(world, "shipwreck"), bulletin(world)
    edit(world, other_id, world.ana, subject="Secret plan")
    client = staff("ana")
    assert "Secret plan" not in versions_page(client, campaign_id, version=2)
    answer = press(client, campaign_id, "compose/versions/2/restore")
    assert answer.status_code == 404
    with world.database.write() as session:
        restore_version(session, other_id, RestoreEdit(HistoryChoice.UNDO), actor=world.ana, now=world.clock.now())
