"""A rehearsal in the browser: asked for by a button, shown on the campaign's page, kept beside the real report."""

import pytest
from fastapi import FastAPI

from campaigns.rehearsal.rehearse import rehearse_campaigns
from campaigns.rehearsal.tables import Rehearsal
from subscribers.tables import MailingList, Subscriber
from tests.campaigns.world import World
from tests.web.browser import browser
from tests.web.test_review_pages import world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["world"]


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


def test_it_is_asked_for_shown_and_kept_beside_the_real_report(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path = f"/campaigns/{campaign_id}"
    world.submit(campaign_id)
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        form = {"form_token": form_token_on(ana.get(path))}
        assert ana.post(f"{path}/rehearse").status_code == 403
        assert ana.get(f"{path}/rehearse").status_code == 405
        assert ana.post(f"{path}/rehearse", data=form).headers["location"] == f"{path}?done=rehearse"
        page = ana.get(path).text
        assert "It begins within seconds. <a" in page
        assert f'action="{path}/rehearse"' not in page
        rehearse_campaigns(world.context)
        page = ana.get(path).text
        assert "Exactly this content was rehearsed." in page
        assert "<dt>Would get it</dt><dd>2</dd>" in page
        assert "Largest email:" in page
        world.approve(campaign_id)
        world.send_now(campaign_id)
        world.clock.advance(minutes=1)
        world.run()
        page = ana.get(f"{path}/report").text
    assert "Exactly this content was rehearsed." in page
    assert f'action="{path}/rehearse"' not in page


def test_whom_it_refuses_is_named_to_those_who_may_see_the_readers(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path = f"/campaigns/{campaign_id}"
    with world.database.write() as session:
        session.get_one(Subscriber, 1).name = "<script>alert(1)</script>\nX"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        ana.post(f"{path}/rehearse", data={"form_token": form_token_on(ana.get(path))})
        rehearse_campaigns(world.context)
        page = ana.get(path).text
        assert "a name or address that no email can carry: 1" in page
        assert "rosa@example.org" in page
        with world.database.write() as session:
            session.get_one(MailingList, 1).is_protected = True
        assert "rosa@example.org" not in ana.get(path).text


def test_why_it_could_not_be_rehearsed_is_said_in_words(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path = f"/campaigns/{campaign_id}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        ana.post(f"{path}/rehearse", data={"form_token": form_token_on(ana.get(path))})
        with world.database.write() as session:
            session.get_one(Rehearsal, 1).content_digest = "of something else"
        rehearse_campaigns(world.context)
        page = ana.get(path).text
    assert "The campaign was changed while it was being rehearsed." in page
    assert f'action="{path}/rehearse"' in page
