"""Recall and correction in the browser, on the web version, and by command."""

import pytest

from campaigns.public_archive.tables import CampaignNotice
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, Visibility
from tests.campaigns.test_recall import follow_up, write
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.test_campaign_pages import SignInAs, press, staff, world
from tests.web.test_web_version import _path as web_version

__all__ = ["staff", "world"]

pytestmark = on_sqlite


def test_a_campaign_is_stopped_marked_and_written_about(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    boris = staff("boris")
    page = boris.get(f"/campaigns/{campaign_id}").text
    assert "It is still being sent" in page
    answer = press(boris, campaign_id, "recall", notice="recall")
    assert answer.headers["location"] == f"/campaigns/{campaign_id}?done=recall-recall"
    assert world.status(campaign_id) is CampaignStatus.CANCELLED
    page = boris.get(answer.headers["location"]).text
    assert "took it back" in page
    assert "If you begin it yourself, somebody else has to approve it." in page
    assert "We have taken this email back" in boris.get(web_version(world, campaign_id, "en")).text
    assert "To sporočilo smo umaknili" in boris.get(web_version(world, campaign_id, "sl")).text
    answer = press(boris, campaign_id, "follow-up")
    assert answer.headers["location"] == "/campaigns/2?done=follow-up"
    page = boris.get(answer.headers["location"]).text
    assert "to exactly those who got that email" in page
    assert "only whoever got the campaign 1 · " in page
    segments = boris.get("/segments").text
    assert "For follow-ups" in segments
    assert "There are no segments yet" not in segments
    assert press(boris, campaign_id, "follow-up").headers["location"] == "/campaigns/2?done=follow-up"
    assert "/campaigns/2" in boris.get(f"/campaigns/{campaign_id}").text
    assert press(boris, campaign_id, "recall", notice="none").status_code == 303
    assert "taken this email back" not in boris.get(web_version(world, campaign_id, "en")).text


def test_a_correction_is_linked_when_it_has_gone_out(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    boris = staff("boris")
    press(boris, campaign_id, "recall", notice="correction")
    assert "A correction will follow" in boris.get(web_version(world, campaign_id, "en")).text
    press(staff("ana"), campaign_id, "follow-up")
    write(world, 2)
    world.submit(2)
    world.approve(2)
    world.send_now(2)
    world.clock.advance(minutes=1)
    world.run(rounds=4)
    page = boris.get(web_version(world, campaign_id, "en")).text
    assert "The correction:" in page
    assert web_version(world, 2, "en") in page


def test_a_follow_up_says_that_the_notice_it_tells_of_is_gone(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    boris = staff("boris")
    press(boris, campaign_id, "recall", notice="recall")
    follow_up(world, campaign_id)
    write(world, 2)
    gone, way = "has been removed. If nothing was", f'href="/campaigns/{campaign_id}#recall"'
    pages = ["/campaigns/2", "/campaigns/2/compose"]
    assert not any(gone in boris.get(page).text for page in pages)
    press(boris, campaign_id, "recall", notice="none")
    for page in pages:
        assert boris.get(page).text.count(gone) == 1, page
        assert way in boris.get(page).text, page
    world.submit(2)
    world.approve(2)
    assert boris.get("/campaigns/2").text.count(gone) == 1
    assert way in boris.get("/campaigns/2").text
    press(boris, campaign_id, "recall", notice="correction")
    assert gone not in boris.get("/campaigns/2").text
    page = boris.get("/campaigns/2").text
    assert page.count("now says that there was a mistake in it") == 2, "its subject, in each language"
    assert way in page


@pytest.mark.parametrize(
    ("notice", "says"),
    [("recall", "We have taken this email back"), ("correction", "There was a mistake in this email, and the")],
)
def test_where_nobody_may_read_the_email_its_page_still_tells_of_the_recall(
    staff: SignInAs, world: World, notice: str, says: str
) -> None:
    campaign_id, boris = world.launched(), staff("boris")
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).visibility = Visibility.NONE
    assert "It links to no correction" in boris.get(f"/campaigns/{campaign_id}").text
    assert says not in boris.get(web_version(world, campaign_id, "en")).text
    press(boris, campaign_id, "recall", notice=notice)
    answer = boris.get(web_version(world, campaign_id, "en"))
    assert answer.status_code == 404
    assert says in answer.text
    assert 'role="note"' not in answer.text, "the email itself, with its notice"
    assert "no longer says so; nobody may read it" in boris.get(f"/campaigns/{campaign_id}").text


@pytest.mark.parametrize(("notice", "status"), [("shout", 422), ("recall", 409)])
def test_what_cannot_be_is_refused(staff: SignInAs, world: World, notice: str, status: int) -> None:
    campaign_id = world.scheduled()
    assert press(staff("boris"), campaign_id, "recall", notice=notice).status_code == status
    assert press(staff("boris"), campaign_id, "follow-up").status_code == 409
    with world.database.read() as session:
        assert session.get(CampaignNotice, campaign_id) is None


def test_an_editor_writes_but_does_not_recall(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    ana = staff("ana")
    page = ana.get(f"/campaigns/{campaign_id}").text
    assert 'id="recall"' in page
    assert "Ask one of them." in page
    assert "Take it back" not in page
    assert press(ana, campaign_id, "recall", notice="recall").status_code == 403
    press(staff("boris"), campaign_id, "recall", notice="recall")
    ana = staff("ana")
    assert "Write to those who got it" in ana.get(f"/campaigns/{campaign_id}").text
    assert press(ana, campaign_id, "follow-up").status_code == 303


def test_the_page_of_the_news_leads_to_it(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    assert f"/campaigns/{campaign_id}#recall" in staff("boris").get("/news/1/edit").text
