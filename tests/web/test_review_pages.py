"""Submit with a word, approve, send back with a remark: in the browser, with nothing typed lost."""

import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.review.notes import MAX_REMARK
from campaigns.staff_mail.tables import StaffMail
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from staff.tables import User
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.conftest import PASSWORD, give_passwords
from tests.web.test_sign_in import form_token_on, sign_in

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>{{ 7*7 }}[[ recipient_name ]]'


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"])
    give_passwords(database, language="en")
    return world


def test_a_campaign_goes_to_and_fro_in_the_browser(app: FastAPI, world: World) -> None:
    path = f"/campaigns/{world.draft()}"
    with browser(app) as ana, browser(app) as boris:
        sign_in(ana, "ana@example.org")
        sign_in(boris, "boris@example.org")
        form = {"form_token": form_token_on(ana.get(path)), "remark": "By noon, please."}
        assert ana.post(f"{path}/submit", data=form).headers["location"] == f"{path}?done=submit"
        page = boris.get(path)
        # Above the decision, once, with what readers see of the sender: a phone shows one thing below the other.
        assert page.text.count("By noon, please.") == 1
        above = page.text.partition(f'action="{path}/approve"')[0]
        assert "By noon, please." in above
        assert "Odprta pot &lt;bilten@example.org&gt;" in above
        assert "Submitted by Ana" in page.text
        assert "2 recipients on the list “Bilten”" in page.text
        form = {"form_token": form_token_on(page), "remark": "It is 601.\r\nNot 600."}
        assert boris.post(f"{path}/send-back", data=form).headers["location"] == f"{path}?done=send-back"
        page = ana.get(path)
        assert "Sent back by Boris" in page.text
        assert "It is 601.\nNot 600." in page.text
        assert f'action="{path}/submit"' in page.text


@on_sqlite
@pytest.mark.parametrize("remark", ["", "x" * (MAX_REMARK + 1)])
def test_a_refused_remark_stays_in_its_field_beside_the_reason(app: FastAPI, world: World, remark: str) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    path = f"/campaigns/{campaign_id}"
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        token = form_token_on(boris.get(path))
        refused = boris.post(f"{path}/send-back", data={"form_token": token, "remark": remark})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert f">{remark}</textarea>" in refused.text
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


def test_a_remark_about_what_was_approved_meanwhile_is_not_lost(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    path = f"/campaigns/{campaign_id}"
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        token = form_token_on(boris.get(path))
        world.approve(campaign_id, by=world.cilka)
        refused = boris.post(f"{path}/send-back", data={"form_token": token, "remark": "Not yet!"})
    assert refused.status_code == 409
    assert "Not yet!" in refused.text
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_whoever_may_not_approve_is_offered_and_allowed_no_sending_back(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    path = f"/campaigns/{campaign_id}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        page = ana.get(path)
        assert f"{path}/send-back" not in page.text
        form = {"form_token": form_token_on(page), "remark": "Mine."}
        assert ana.post(f"{path}/send-back", data=form).status_code == 403
        assert ana.post(f"{path}/send-back", data={"remark": "Mine."}).status_code == 403


@on_sqlite
def test_a_hostile_remark_and_name_are_shown_as_text(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    path = f"/campaigns/{campaign_id}"
    with world.database.write() as session:
        for user in session.exec(select(User)):
            user.name = HOSTILE
            session.add(user)
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        token = form_token_on(boris.get(path))
        boris.post(f"{path}/submit", data={"form_token": token, "remark": HOSTILE})
        boris.post(f"{path}/send-back", data={"form_token": token, "remark": HOSTILE})
        page = boris.get(path).text
    assert page.count("&lt;script&gt;alert(1)") >= 4
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{ 7*7 }}" in page


def test_a_test_is_sent_from_the_page_to_those_who_are_ticked(app: FastAPI, world: World) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    path = f"/campaigns/{campaign_id}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        page = ana.get(path)
        assert 'name="to-1" value="yes" checked' in page.text
        assert 'name="to-2" value="yes" checked' not in page.text
        form = {"form_token": form_token_on(page), "to-2": "yes", "language-sl": "yes"}
        assert ana.post(f"{path}/test", data=form).headers["location"] == f"{path}?done=test"
    with world.database.read() as session:
        (mail,) = session.exec(select(StaffMail)).all()
    assert (mail.user_id, mail.purpose, mail.subject) == (2, "test", "[Test] Pogrešanih je 600 ljudi")


@on_sqlite
@pytest.mark.parametrize(
    ("ticked", "reason"), [("to-2", "No language is chosen"), ("language-sl", "Nobody is chosen")]
)
def test_a_refused_test_keeps_what_was_ticked(app: FastAPI, world: World, ticked: str, reason: str) -> None:
    path = f"/campaigns/{world.draft(languages=('en', 'sl'))}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        refused = ana.post(f"{path}/test", data={"form_token": form_token_on(ana.get(path)), ticked: "yes"})
    assert refused.status_code == 422
    assert reason in refused.text
    assert f'name="{ticked}" value="yes" checked' in refused.text
    assert 'name="to-1" value="yes" checked' not in refused.text


@on_sqlite
def test_the_link_in_an_email_leads_there_after_signing_in_and_nowhere_else(app: FastAPI, world: World) -> None:
    path = f"/campaigns/{world.draft()}"
    with browser(app) as boris:
        asked = boris.get(path)
        assert asked.headers["location"] == f"/sign-in?next=%2Fcampaigns%2F{path.rsplit('/', maxsplit=1)[-1]}"
        for elsewhere in (
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            f"{path}@evil.example",
            "/sign-out",
        ):
            page = boris.get("/sign-in", params={"next": elsewhere})
            assert "evil.example" not in page.text
            assert "/sign-out" not in page.text
        form = {
            "form_token": form_token_on(boris.get(asked.headers["location"])),
            "address": "boris@example.org",
            "password": PASSWORD,
            "next": path,
        }
        assert boris.post("/sign-in", data=form).headers["location"] == path


@on_sqlite
def test_where_nobody_can_be_told_by_email_the_page_says_what_to_do(app: FastAPI, world: World) -> None:
    path = f"/campaigns/{world.draft()}"
    with browser(app) as ana:
        sign_in(ana, "ana@example.org")
        page = ana.get(path).text
    assert "BILTEN_SIGN_UP_SENDER names “simulator”, but there is no such sender" in page


@on_sqlite
def test_whoever_reviews_reads_the_email_before_the_checks_and_these_before_deciding(
    app: FastAPI, world: World
) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        page = boris.get(f"/campaigns/{campaign_id}").text
    places = [
        page.index(part) for part in ('<iframe class="mail"', "The check found no", 'id="next"', "/send-back")
    ]
    assert places == sorted(places)
    assert page.index('href="#next"') < places[0]


def test_what_has_changed_since_it_was_sent_back_is_shown_below_the_email_as_text(
    app: FastAPI, world: World
) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    path = f"/campaigns/{campaign_id}"
    world.submit(campaign_id)
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        page = boris.get(path)
        assert "What has changed since" not in page.text
        boris.post(f"{path}/send-back", data={"form_token": form_token_on(page), "remark": "Too long."})
        edit = VariantEdit({"preheader": HOSTILE.partition("{{")[0]})
        world.clock.advance(minutes=1)
        with world.database.write() as session:
            edit_variant(session, campaign_id, "sl", edit, actor=world.ana, now=world.clock.now())
        world.submit(campaign_id)
        page = boris.get(path)
        assert "What has changed since it was sent back" in page.text
        assert "<ins>&lt;script&gt;alert(1)" in page.text
        assert "<script>alert" not in page.text
        places = [page.text.index(part) for part in ('<iframe class="mail"', 'id="difference"', 'id="findings"')]
        assert places == sorted(places)
        boris.post(f"{path}/send-back", data={"form_token": form_token_on(page), "remark": "Why?"})
        world.clock.advance(minutes=1)
        world.submit(campaign_id)
        assert "Nothing has changed" in boris.get(path).text


def test_today_shows_each_person_what_waits_for_them(app: FastAPI, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with browser(app) as boris, browser(app) as ana:
        sign_in(boris, "boris@example.org")
        sign_in(ana, "ana@example.org")
        page = boris.get("/campaigns").text
        assert "Waiting for your approval" in page
        assert "Waiting for your approval" not in ana.get("/campaigns").text
        form = {"form_token": form_token_on(boris.get(f"/campaigns/{campaign_id}")), "remark": HOSTILE}
        boris.post(f"/campaigns/{campaign_id}/send-back", data=form)
        page = ana.get("/campaigns").text
    assert "Sent back to you" in page
    assert "<script>alert" not in page
