"""A campaign in the browser once it is drafted: copied, renamed, deleted, scheduled, in the calendar."""

import re
from datetime import datetime

from campaigns.status import CampaignStatus
from subscribers.tables import MailingList
from tests.campaigns.test_contributions import edit as edit_words
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.html_forms import text_of
from tests.web.newsroom import form_on, press
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_new_campaign import approved, campaign_in, links_on

__all__ = ["staff", "world"]


def test_a_campaign_is_duplicated_and_the_copy_says_what_it_was_made_from(world: World, staff: SignInAs) -> None:
    sent = world.launched()
    world.run(rounds=5)
    client = staff("ana")
    copy = campaign_in(press(client, f"/campaigns/{sent}/duplicate", "/campaigns/new"))
    page = client.get(f"/campaigns/{copy}?done=duplicated").text
    assert f'href="/campaigns/{sent}"' in page
    assert "made from" in text_of(page)
    assert "already gone out to readers of the same list" in text_of(page)
    assert world.campaign(copy).name == f"{world.campaign(sent).name} (copy)"
    assert world.status(copy) is CampaignStatus.DRAFT
    with world.database.write() as session:
        session.get_one(MailingList, 1).archived_at = NOON
    page = client.get(press(client, f"/campaigns/{sent}/duplicate", "/campaigns/new").headers["location"]).text
    assert "One of its lists is archived" in text_of(page)


def test_a_draft_is_renamed_and_a_stale_form_is_refused_with_what_was_typed(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    client = staff("ana")
    page = f"/campaigns/{campaign_id}"
    form = form_on(client, page, f"{page}/rename")
    assert client.post(form.action, data=form.hidden | {"name": "Winter"}).status_code == 303
    assert world.campaign(campaign_id).name == "Winter"
    refused = client.post(form.action, data=form.hidden | {"name": "Summer"})
    assert refused.status_code == 409
    assert 'value="Summer"' in refused.text
    assert world.campaign(campaign_id).name == "Winter"


def test_a_draft_is_deleted_after_a_question_and_today_says_so(world: World, staff: SignInAs) -> None:
    campaign_id, other = world.draft(), world.draft()
    client = staff("ana")
    page = f"/campaigns/{campaign_id}"
    form = form_on(client, page, f"{page}/delete")
    world.clock.advance(seconds=1)
    edit_words(world, campaign_id, world.boris, subject="Wait")
    assert client.post(form.action, data=form.hidden).status_code == 409
    form = form_on(client, page, f"{page}/delete")
    answer = client.post(form.action, data=form.hidden)
    assert answer.headers["location"] == "/campaigns?done=deleted"
    assert "The draft is deleted" in client.get(answer.headers["location"]).text
    assert client.get(page).status_code == 404
    world.submit(other)
    assert f"/campaigns/{other}/delete" not in client.get(f"/campaigns/{other}").text
    assert f"/campaigns/{other}/rename" not in client.get(f"/campaigns/{other}").text
    assert press(client, f"/campaigns/{other}/delete", f"/campaigns/{other}").status_code == 409


@on_sqlite
def test_a_quick_choice_schedules_and_what_else_goes_out_is_beside_it(world: World, staff: SignInAs) -> None:
    first, second = approved(world), approved(world)
    client = staff("boris")
    page = client.get(f"/campaigns/{first}")
    assert "Schedule for 2 readers" in text_of(page.text)
    assert re.findall(r'name="quick" value="([^"]+)"', page.text) == [
        "2026-11-22T18:00",
        "2026-11-23T08:00",
    ]
    assert "Europe/Ljubljana" in page.text
    answer = press(
        client, f"/campaigns/{first}/schedule", f"/campaigns/{first}", quick="2026-11-23T08:00", local=""
    )
    assert campaign_in(answer) == first
    assert world.campaign(first).scheduled_at == datetime.fromisoformat("2026-11-23T07:00:00+00:00")
    around = client.get(f"/campaigns/{second}").text
    assert f'href="/campaigns/{first}"' in around
    assert "Also sent around then" in text_of(around)


@on_sqlite
def test_a_quick_choice_that_has_passed_meanwhile_is_answered_in_place(world: World, staff: SignInAs) -> None:
    campaign_id = approved(world)
    client = staff("boris")
    path = f"/campaigns/{campaign_id}"
    answer = press(client, f"{path}/schedule", path, quick="2026-11-22T08:00", local="")
    assert answer.status_code == 422
    assert "is in the past" in text_of(answer.text)
    assert f'action="{path}/schedule"' in answer.text
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_what_goes_out_at_once_can_be_undone_and_there_is_nothing_else_to_press(
    world: World, staff: SignInAs
) -> None:
    campaign_id = approved(world)
    client = staff("boris")
    path = f"/campaigns/{campaign_id}"
    assert press(client, f"{path}/send", path).status_code == 303
    world.clock.advance(seconds=9)
    page = client.get(path).text
    assert 'data-seconds="21"' in page
    assert re.findall(rf'action="{path}/([^"]+)"', page) == ["unschedule"]
    world.clock.advance(seconds=30)
    assert 'data-seconds="0"' in client.get(path).text
    assert press(client, f"{path}/unschedule", path).status_code == 303
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_what_goes_out_later_has_no_countdown(world: World, staff: SignInAs) -> None:
    campaign_id = approved(world)
    client = staff("boris")
    path = f"/campaigns/{campaign_id}"
    press(client, f"{path}/schedule", path, local="2026-11-23T08:00")
    page = client.get(path).text
    assert 'id="undo"' not in page
    assert f'action="{path}/schedule"' in page


def test_the_progress_says_how_fast_it_goes(world: World, staff: SignInAs) -> None:
    campaign_id = world.launched()
    client = staff("ana")
    world.clock.advance(minutes=3)
    assert client.get(f"/campaigns/{campaign_id}/progress").json()["pace"] == (
        "Nothing has gone out in the last two minutes."
    )
    assert "Nothing has gone out in the last two minutes." in client.get(f"/campaigns/{campaign_id}").text
    world.run()
    assert client.get(f"/campaigns/{campaign_id}/progress").json()["pace"] is None


def test_the_calendar_turns_its_pages(world: World, staff: SignInAs) -> None:
    campaign_id = approved(world)
    client = staff("boris")
    press(client, f"/campaigns/{campaign_id}/schedule", f"/campaigns/{campaign_id}", local="2026-12-24T08:00")
    november = client.get("/campaigns")
    assert "Calendar: November 2026" in text_of(november.text)
    assert links_on(november, "/campaigns?month=") == [
        "/campaigns?month=2026-10#calendar",
        "/campaigns?month=2026-12#calendar",
    ]
    december = client.get("/campaigns?month=2026-12").text
    calendar = december[december.index('<section class="calendar"') :]
    assert f'href="/campaigns/{campaign_id}"' in calendar[: calendar.index("</table>")]
    for rubbish in ("x", "2026-13", "1999-01", "9999-99"):
        assert "Calendar: November 2026" in text_of(client.get(f"/campaigns?month={rubbish}").text)
