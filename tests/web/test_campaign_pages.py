"""Staff's pages of campaigns: what they show, what they offer, and that only POSTs do anything."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.editorial import preview, render_variants
from campaigns.review.external.probes import Probes
from campaigns.services import build_services
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.db import Database
from core.errors import InputRefused
from core.outbound import OutboundClient
from core.settings import Settings
from news.tables import NewsText
from staff.tables import Role, User
from subscribers.status import SubscriptionStatus
from templates.content import Document, RenderedMail
from templates.tables import Brand
from tests.campaigns.test_contributions import edit
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.dns import FakeDns
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

SignInAs = Callable[[str], httpx.Client]


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"])
    give_passwords(database, language="en")
    return world


@pytest.fixture
def staff(app: FastAPI, world: World) -> Iterator[SignInAs]:
    """A browser in which the named person is signed in."""
    with browser(app) as client:

        def signed_in_as(name: str) -> httpx.Client:
            client.cookies.clear()
            sign_in(client, f"{name}@example.org")
            return client

        yield signed_in_as


def press(client: httpx.Client, campaign_id: int, step: str, **fields: str) -> httpx.Response:
    """As a person does: with what stands in the page's own form."""
    page = client.get(f"/campaigns/{campaign_id}")
    fields["form_token"] = form_token_on(page)
    return client.post(f"/campaigns/{campaign_id}/{step}", data=fields)


@on_sqlite
@pytest.mark.parametrize("path", ["", "/1", "/1/preview/sl", "/1/progress"])
def test_strangers_see_nothing(client: httpx.Client, world: World, path: str) -> None:
    world.draft()
    answer = client.get(f"/campaigns{path}")
    assert answer.status_code == (401 if path.endswith("progress") else 303)
    assert "600" not in answer.text


def test_the_list_shows_each_campaign_with_its_state(staff: SignInAs, world: World) -> None:
    world.draft()
    world.scheduled()
    page = staff("ana").get("/campaigns").text
    all_campaigns = page[page.index('id="all"') :]
    assert all_campaigns.index("/campaigns/2") < all_campaigns.index("/campaigns/1")
    assert "Scheduled" in page
    assert "Draft" in page
    assert "22 November 2026, 13:00" in page


def test_a_long_list_has_pages(staff: SignInAs, world: World) -> None:
    for _ in range(31):
        world.draft()
    client = staff("ana")
    assert '<a class="button" href="/campaigns?before=2">' in client.get("/campaigns").text
    older = client.get("/campaigns?before=2").text
    assert 'href="/campaigns/1"' in older
    assert 'href="/campaigns/2"' not in older
    assert client.get("/campaigns?before=nonsense").status_code == 200


def test_a_campaign_goes_from_draft_to_sent_by_its_buttons(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    assert (
        press(staff("ana"), campaign_id, "submit").headers["location"] == f"/campaigns/{campaign_id}?done=submit"
    )
    seen = world.campaign(campaign_id).content_hash or ""
    boris = staff("boris")
    assert f'name="seen_hash" value="{seen}"' in boris.get(f"/campaigns/{campaign_id}").text
    assert press(boris, campaign_id, "approve", seen_hash=seen).status_code == 303
    assert press(boris, campaign_id, "send").status_code == 303
    assert "It will be sent in 30 seconds" in boris.get(f"/campaigns/{campaign_id}?done=send").text
    world.clock.advance(seconds=31)
    world.run(rounds=3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    page = boris.get(f"/campaigns/{campaign_id}").text
    assert '<dd data-number="accepted">2</dd>' in page
    assert "progress.js" not in page


@pytest.mark.parametrize(
    ("more_readers", "language", "button"),
    [
        (0, "en", "Send now to 2 people"),
        (1_232, "en", "Send now to 1,234 people"),
        (0, "sl", "Pošlji zdaj 2 prejemnikoma"),
        (3, "sl", "Pošlji zdaj 5 prejemnikom"),
    ],
)
@on_sqlite
def test_the_button_that_sends_says_how_many_people_get_it(
    staff: SignInAs, world: World, *, more_readers: int, language: str, button: str
) -> None:
    world.add_readers([f"reader{number}" for number in range(more_readers)])
    world.add_readers(["zala"], status=SubscriptionStatus.UNSUBSCRIBED)
    with world.database.write() as session:
        for user in session.exec(select(User)):
            user.language = language
            session.add(user)
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    page = staff("boris").get(f"/campaigns/{campaign_id}").text
    assert re.findall(r"<button[^>]*>\s*(.+?)\s*</button>", page).count(button) == 1


def test_every_number_of_people_is_without_whom_the_weekly_cap_leaves_out(world: World) -> None:
    world.configure(emails_a_week=1)
    world.scheduled()
    world.clock.advance(hours=2)
    world.run(rounds=4)
    world.add_readers(["zala"])
    campaign_id = world.draft()
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).kind = CampaignKind.BULLETIN
    left_out = "2 more people are left out"
    with browser(create_app(world.context.services)) as client:
        sign_in(client, "boris@example.org")
        path = f"/campaigns/{campaign_id}"
        world.submit(campaign_id)
        in_review = client.get(path).text
        assert "As of now it goes to 1 recipient on" in in_review
        assert left_out in in_review
        world.approve(campaign_id)
        approved = client.get(path).text
        assert "Send now to 1 person" in approved
        assert "Schedule for 1 reader" in approved
        assert approved.count(left_out) == 2
        press(client, campaign_id, "send")
        _, _, coming = client.get("/campaigns").text.partition('id="coming"')
        assert "<p>1 recipient · " in coming.partition("</section>")[0]
        to_undo = client.get(path).text
        assert "To 1 reader of" in to_undo
        assert left_out in to_undo
    with world.database.read() as session:
        wanted = select(StaffMail.text).where(StaffMail.campaign_id == campaign_id)
        mail = session.exec(wanted.where(StaffMail.purpose == StaffMailPurpose.SUBMITTED)).first()
    assert mail is not None
    assert "would go to 1 reader." in " ".join(mail.split())


def test_what_has_changed_since_it_was_seen_is_not_approved(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    answer = press(staff("boris"), campaign_id, "approve", seen_hash="0" * 64)
    assert answer.status_code == 409
    assert f'href="/campaigns/{campaign_id}"' in answer.text
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


@on_sqlite
def test_scheduling_means_local_time(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    assert press(staff("boris"), campaign_id, "schedule", local="2026-11-23T09:30").status_code == 303
    scheduled_at = world.campaign(campaign_id).scheduled_at
    assert scheduled_at is not None
    assert scheduled_at.isoformat() == "2026-11-23T08:30:00+00:00"
    whoever_may_not = "Until then a colleague who may send can cancel that time."
    assert whoever_may_not in staff("ana").get(f"/campaigns/{campaign_id}").text
    assert whoever_may_not not in staff("boris").get(f"/campaigns/{campaign_id}").text
    assert press(staff("boris"), campaign_id, "unschedule").status_code == 303
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_a_time_that_the_clocks_show_twice_is_asked_about(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    boris = staff("boris")
    asked = press(boris, campaign_id, "schedule", local="2027-10-31T02:30")
    assert asked.status_code == 422
    assert "The first 02:30, still in summer time (UTC+2)" in asked.text
    assert "The second 02:30, in winter time (UTC+1)" in asked.text
    assert world.status(campaign_id) is CampaignStatus.APPROVED
    assert press(boris, campaign_id, "schedule", local="2027-10-31T02:30", offset="UTC+1").status_code == 303
    assert "31 October 2027, 02:30 UTC+1 (Europe/Ljubljana)" in boris.get(f"/campaigns/{campaign_id}").text
    # A choice that was left from another time counts for nothing.
    assert press(boris, campaign_id, "schedule", local="2027-11-30T09:00", offset="UTC+2").status_code == 303


@on_sqlite
@pytest.mark.parametrize("local", ["", "tomorrow", "2026-02-30T10:00", "2020-01-01T10:00", "2027-03-28T02:30"])
def test_a_time_that_cannot_be_meant_is_refused(staff: SignInAs, world: World, local: str) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    answer = press(staff("boris"), campaign_id, "schedule", local=local)
    assert answer.status_code == 422
    assert f'value="{local}"' in answer.text, "what was typed is not lost"
    assert 'role="alert"' in answer.text
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_pause_resume_and_cancel(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    boris = staff("boris")
    assert press(boris, campaign_id, "pause").status_code == 303
    assert "Paused by staff" in boris.get(f"/campaigns/{campaign_id}").text
    assert press(boris, campaign_id, "resume").status_code == 303
    assert world.status(campaign_id) is CampaignStatus.SENDING
    assert press(boris, campaign_id, "cancel").status_code == 303
    assert press(boris, campaign_id, "cancel").status_code == 409


@on_sqlite
def test_an_editor_neither_sees_nor_has_an_approvers_buttons(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    ana = staff("ana")
    assert f'action="/campaigns/{campaign_id}/pause"' not in ana.get(f"/campaigns/{campaign_id}").text
    answer = press(ana, campaign_id, "pause")
    assert answer.status_code == 403
    assert "may send campaigns" in answer.text
    assert world.status(campaign_id) is CampaignStatus.SENDING


@on_sqlite
def test_once_approved_whoever_may_not_send_reads_who_chooses_when(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    assert "Choose when to send it" in staff("boris").get(f"/campaigns/{campaign_id}").text
    with world.database.write() as session:
        session.get_one(User, world.boris.user_id).roles = frozenset({Role.APPROVER})
    page = staff("boris").get(f"/campaigns/{campaign_id}").text
    assert "A colleague who may send chooses when it goes out" in page
    assert "Choose when" not in page


@on_sqlite
@pytest.mark.parametrize(
    "step", ["submit", "approve", "schedule", "send", "unschedule", "pause", "resume", "cancel"]
)
def test_every_step_needs_the_forms_token(staff: SignInAs, world: World, database: Database, step: str) -> None:
    campaign_id = world.draft()
    client = staff("boris")
    before = everything_in(database)
    assert client.post(f"/campaigns/{campaign_id}/{step}", data={"form_token": "0" * 64}).status_code == 403
    assert client.get(f"/campaigns/{campaign_id}/{step}").status_code == 405
    assert everything_in(database) == before


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(staff: SignInAs, world: World, database: Database, method: str) -> None:
    campaign_id = world.launched()
    client = staff("ana")
    before = everything_in(database)
    for path in ("", "?language=sl&part=text", "?done=send", "/preview/sl", "/preview/en", "/progress"):
        assert client.request(method, f"/campaigns/{campaign_id}{path}").status_code == 200
    assert everything_in(database) == before


@on_sqlite
def test_the_preview_is_framed_by_us_alone_and_runs_nothing(staff: SignInAs, world: World) -> None:
    answer = staff("ana").get(f"/campaigns/{world.draft()}/preview/sl")
    assert "Pogrešanih je 600 ljudi" in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-downloads allow-popups allow-popups-to-escape-sandbox;" in policy
    assert "script-src" not in policy
    assert policy.endswith("frame-ancestors 'self'")
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


@on_sqlite
def test_progress_is_told_in_numbers(staff: SignInAs, world: World) -> None:
    campaign_id = world.launched()
    progress = staff("ana").get(f"/campaigns/{campaign_id}/progress").json()
    assert (progress["status"], progress["status_text"], progress["is_final"], progress["settled"]) == (
        "sending",
        "Sending",
        False,
        0,
    )
    assert (progress["numbers"]["recipients"], progress["numbers"]["queued"]) == (2, 2)
    world.run(rounds=3)
    progress = staff("ana").get(f"/campaigns/{campaign_id}/progress").json()
    assert (progress["is_final"], progress["settled"], progress["numbers"]["accepted"]) == (True, 2, 2)


@on_sqlite
def test_findings_are_shown_before_anyone_approves(staff: SignInAs, world: World) -> None:
    world.add_readers(["huda"], language="ar")
    campaign_id, ana = world.draft(), staff("ana")
    page = ana.get(f"/campaigns/{campaign_id}").text
    assert "Arabic: 1 reader has chosen this language" in page
    assert "Please check" in page
    submit = f'<form class="step" method="post" action="/campaigns/{campaign_id}/submit">'
    assert f'<a href="#findings">The check asks you to look at 1 thing first.</a></p>\n{submit}' in page
    edit(world, campaign_id, world.ana, subject="")
    page = ana.get(f"/campaigns/{campaign_id}").text
    assert ">The check found 1 error. Until it is fixed, this cannot be submitted.</a></p>\n" + submit in page


@on_sqlite
def test_a_campaign_with_the_same_news_is_linked_from_both_also_once_one_is_scheduled(
    staff: SignInAs, world: World
) -> None:
    first, second = world.scheduled(), world.draft()
    ana = staff("ana")
    link = '<a href="/campaigns/{}">Go to that campaign</a>'
    page = ana.get(f"/campaigns/{first}").text
    assert "“600 people are missing” is also in “600 people are missing”, which is still a draft" in page
    assert "Some readers would get it twice." in page
    assert link.format(second) in page
    page = ana.get(f"/campaigns/{second}").text
    assert "which is scheduled for 22 November 2026, 13:00. Some readers would get it twice." in page
    assert link.format(first) in page


@on_sqlite
def test_a_variant_that_cannot_be_rendered_does_not_close_the_page(
    staff: SignInAs, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.draft()

    def refuse(document: Document) -> RenderedMail:
        raise InputRefused("templates-field-broken", excerpt=document.subject)

    for module in (preview, render_variants):
        monkeypatch.setattr(module, "render", refuse)
    page = staff("ana").get(f"/campaigns/{campaign_id}")
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert "<iframe" not in page.text


@on_sqlite
def test_what_the_organisation_has_not_set_up_yet_is_told_to_staff(
    staff: SignInAs, world: World, database: Database
) -> None:
    campaign_id = world.draft()
    with database.write() as session:
        session.delete(session.get_one(Brand, 1))
    ana = staff("ana")
    assert "name and postal address are not set yet" in ana.get(f"/campaigns/{campaign_id}").text
    answer = press(ana, campaign_id, "submit")
    assert answer.status_code == 500
    assert "name and postal address are not set yet" in answer.text


@on_sqlite
@pytest.mark.parametrize("number", ["0", "999", "x", "1e3", "-1", "9" * 30, "²"])
def test_a_campaign_that_is_not_there_is_not_found(staff: SignInAs, number: str) -> None:
    client = staff("ana")
    for path in (f"/campaigns/{number}", f"/campaigns/{number}/preview/sl", f"/campaigns/{number}/progress"):
        assert client.get(path).status_code == 404


def test_a_job_that_has_gone_quiet_is_on_every_page(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    app = create_app(build_services(settings, database, clock), jobs={"send_campaigns": timedelta(minutes=5)})
    campaign_id = world.draft()
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        for path in ("/campaigns", f"/campaigns/{campaign_id}"):
            assert "Attention" in client.get(path).text


@on_sqlite
def test_links_are_looked_at_by_a_button_and_found_among_the_findings(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    with database.write() as session:
        text = session.exec(select(NewsText).where(NewsText.language == "en")).one()
        text.body_html = '<p><a href="https://gone.example/report">The report</a></p>'
    campaign_id = world.draft()
    open_house = settings.model_copy(update={"outbound_checks": "on"})
    probes = Probes(OutboundClient(dns=FakeDns()), FakeDns(), None)
    with browser(create_app(build_services(open_house, database, clock), probes=probes)) as client:
        sign_in(client, "ana@example.org")
        assert "https://gone.example/report does not work" not in client.get(f"/campaigns/{campaign_id}").text
        answer = press(client, campaign_id, "look")
        assert answer.headers["location"] == f"/campaigns/{campaign_id}?done=look"
        page = client.get(answer.headers["location"]).text
    assert "have been checked" in page
    assert re.search(r"https://gone\.example/report\W* does not work", page)


@on_sqlite
def test_where_nothing_can_be_looked_at_there_is_no_button(staff: SignInAs, world: World) -> None:
    campaign_id = world.draft()
    assert f"/campaigns/{campaign_id}/look" not in staff("ana").get(f"/campaigns/{campaign_id}").text
