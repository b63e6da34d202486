"""Comments in the browser: on the page of a campaign and in the composer, with nothing typed lost."""

import pytest
from fastapi import FastAPI
from httpx import Client
from playwright.sync_api import Browser, expect
from sqlmodel import select

from campaigns.block_content import BlockKind, RichText
from campaigns.rehearsal.ask_rehearsal import ask_rehearsal
from campaigns.rehearsal.rehearse import rehearse_campaigns
from campaigns.review.comments import add_comment, settle_comment
from campaigns.review.notes import MAX_REMARK
from campaigns.review.tables import BlockComment
from tests.campaigns.test_blocks import add, blocks, bulletin, write
from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.test_review_pages import HOSTILE, world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["world"]


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def discussed(world: World) -> int:
    """A campaign that is in review again, with all that reviewers see: what has changed, comments, a rehearsal."""
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>There were 600.</p>")})
    world.submit(campaign_id)
    world.clock.advance(minutes=1)
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>There were 601.</p>")})
    with world.database.write() as session:
        now = world.clock.now()
        settled = add_comment(session, campaign_id, 0, "A longunbrokenword" * 9, actor=world.boris, now=now)
        settle_comment(session, campaign_id, settled, is_settled=True, actor=world.ana, now=now)
        add_comment(session, campaign_id, block_id, "Are you sure?", actor=world.boris, now=now)
        ask_rehearsal(session, campaign_id, actor=world.ana, now=now)
    world.submit(campaign_id)
    rehearse_campaigns(world.context)
    return campaign_id


def _say(client: Client, path: str, **form: str) -> str:
    token = form_token_on(client.get(path))
    return client.post(f"{path}/comments", data={"form_token": token, **form}).headers["location"]


def test_a_comment_goes_to_and_fro_on_both_pages(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path, block_id = f"/campaigns/{campaign_id}", blocks(world, campaign_id)[0].id
    world.submit(campaign_id)
    with browser(app) as boris, browser(app) as ana:
        sign_in(boris, "boris@example.org")
        sign_in(ana, "ana@example.org")
        assert _say(boris, path, block=str(block_id), comment="Is it 601?") == f"{path}?done=commented"
        page = ana.get(f"{path}/compose").text
        assert "Is it 601?" in page
        assert "<bdi>Boris</bdi>" in page
        assert "1 comment is open" in ana.get(path).text
        form = {"form_token": form_token_on(ana.get(path)), "from": "composer"}
        settled = ana.post(f"{path}/comments/1/settle", data=form)
        assert settled.headers["location"] == f"{path}/compose?done=comment-settled#block-{block_id}"
        page = boris.get(path).text
    assert "Settled by Ana" in page
    assert "comment is open" not in page


@pytest.mark.parametrize("place", ["page", "composer"])
def test_a_refused_comment_stays_in_its_field_beside_the_reason(
    app: FastAPI,
    world: World,
    place: str,
) -> None:
    path = f"/campaigns/{world.draft()}"
    typed = "x" * (MAX_REMARK + 1)
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        token = form_token_on(ana.get(path))
        form = {"form_token": token, "from": place, "block": "0", "comment": typed}
        refused = ana.post(f"{path}/comments", data=form)
        form["comment"], form["block"] = "About nothing", "999"
        unknown = ana.post(f"{path}/comments", data=form)
    assert refused.status_code == 422
    assert refused.text.count('role="alert"') == 1
    assert f">{typed}</textarea>" in refused.text
    assert unknown.status_code == 404
    with world.database.read() as session:
        assert not session.exec(select(BlockComment)).all()


def test_hostile_comments_are_letters_wherever_they_are_shown(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path, block_id = f"/campaigns/{campaign_id}", blocks(world, campaign_id)[0].id
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        for block in (0, block_id):
            _say(ana, path, block=str(block), comment=HOSTILE)
        for page in (ana.get(path).text, ana.get(f"{path}/compose").text):
            assert page.count("&lt;script&gt;alert(1)") == 2
            assert "<script>alert" not in page
            assert "<img src=x" not in page


def test_a_comment_needs_the_pages_token(app: FastAPI, world: World) -> None:
    path = f"/campaigns/{world.draft()}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        assert ana.post(f"{path}/comments", data={"block": "0", "comment": "Hm."}).status_code == 403
        assert ana.get(f"{path}/comments").status_code == 405


@pytest.mark.browser
@pytest.mark.parametrize("has_script", [True, False])
def test_a_comment_is_written_and_settled_in_a_real_browser_and_its_policy_is_kept(
    app: FastAPI, world: World, chromium: Browser, *, has_script: bool
) -> None:
    campaign_id, reports = discussed(world), list[str]()
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        page = open_as_person(chromium, boris, width=360, has_script=has_script)
        page.on("console", lambda message: reports.extend([message.text] if message.type == "error" else []))
        page.on("pageerror", lambda error: reports.append(str(error)))
        page.goto(f"/campaigns/{campaign_id}")
        page.get_by_text("Comment …", exact=True).click()
        page.get_by_label("On what").select_option(label="2 · Text: There were 601.")
        page.get_by_label("Comment", exact=True).fill(HOSTILE)
        page.get_by_role("button", name="Add comment").click()
        expect(page.get_by_role("status").first).to_have_text("The comment has been added.")
        page.get_by_role("button", name="Settle").last.click()
        expect(page.get_by_role("status").first).to_have_text("The comment is settled.")
        expect(page.get_by_text(HOSTILE)).to_be_visible()
        page.close()
    assert reports == []
