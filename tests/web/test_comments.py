"""Comments in the browser: on the page of a campaign and in the composer, with nothing typed lost."""

import pytest
from fastapi import FastAPI
from httpx import Client
from sqlmodel import select

from campaigns.review.notes import MAX_REMARK
from campaigns.review.tables import BlockComment
from tests.campaigns.test_blocks import blocks
from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.test_review_pages import HOSTILE, world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["world"]


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
