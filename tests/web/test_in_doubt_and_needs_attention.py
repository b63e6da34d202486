"""What an approver decides on a campaign's page, and what the page of campaigns says needs somebody."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.sending.cancel import cancel
from campaigns.sending.send import send_next_batch
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.senders.breaker import pause_sender
from scheduler.tables import ClockFault
from staff.tables import AuditEntry
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.snapshot import everything_in
from tests.web.test_delivery_pages import open_reader
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

SignInAs = Callable[[str], httpx.Client]
ALL_IS_WELL = "Nothing needs your attention"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=1, idempotency=None))
    world.add_readers(["rosa", "miha"])
    give_passwords(database, language="en")
    return world


@pytest.fixture
def staff(app: FastAPI, world: World) -> Iterator[SignInAs]:
    with browser(app) as client:

        def signed_in_as(name: str) -> httpx.Client:
            client.cookies.clear()
            sign_in(client, f"{name}@example.org")
            return client

        yield signed_in_as


@pytest.fixture
def doubtful(world: World) -> int:
    """Sent, but for one reader of whom nobody knows."""
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=4)
    assert world.status(campaign_id) is CampaignStatus.SENT
    return campaign_id


def decide(client: httpx.Client, campaign_id: int, **fields: str) -> httpx.Response:
    page = client.get(f"/campaigns/{campaign_id}")
    return client.post(
        f"/campaigns/{campaign_id}/doubts/1",
        data={"form_token": form_token_on(page), "why": "I looked.", **fields},
    )


def test_an_approver_has_it_sent_again_to_just_that_reader(staff: SignInAs, world: World, doubtful: int) -> None:
    boris = staff("boris")
    page = boris.get(f"/campaigns/{doubtful}").text
    assert "What should happen?" in page
    assert "cut off" in page
    assert "It is not known whether some readers got it" in page
    answer = decide(boris, doubtful, choice="send_again")
    assert answer.headers["location"] == f"/campaigns/{doubtful}?done=send_again"
    assert "sent again to these readers only" in boris.get(answer.headers["location"]).text
    assert world.status(doubtful) is CampaignStatus.SENDING
    world.run(rounds=4)
    assert world.status(doubtful) is CampaignStatus.SENT
    assert dict(world.provider.received) == {"rosa@example.org": 1, "miha@example.org": 1}
    assert "What should happen?" not in boris.get(f"/campaigns/{doubtful}").text


@pytest.mark.parametrize("choice", ["leave", "accepted"])
def test_the_other_choices_send_nothing(staff: SignInAs, world: World, doubtful: int, choice: str) -> None:
    boris = staff("boris")
    assert decide(boris, doubtful, choice=choice).status_code == 303
    world.run(rounds=4)
    assert sum(world.provider.received.values()) == 1
    assert ("I looked." in boris.get(f"/campaigns/{doubtful}").text) == (choice == "leave")
    assert ALL_IS_WELL in boris.get("/campaigns").text


@pytest.mark.parametrize(
    ("fields", "status"), [({}, 422), ({"choice": "x"}, 422), ({"choice": "leave", "why": ""}, 422)]
)
@on_sqlite
def test_half_a_decision_is_none(
    staff: SignInAs, world: World, doubtful: int, fields: dict[str, str], status: int
) -> None:
    assert decide(staff("boris"), doubtful, **fields).status_code == status
    assert world.report(doubtful).in_doubt == 1


@pytest.fixture
def all_doubtful(world: World) -> int:
    """Sent, but nobody knows of either reader, each of whom was in a call of their own."""
    world.provider.faults = [OutcomeUnknown("cut off"), OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=10)
    assert world.report(campaign_id).in_doubt == 2
    return campaign_id


def decide_all(client: httpx.Client, campaign_id: int, page: httpx.Response, **fields: str) -> httpx.Response:
    data = {"form_token": form_token_on(page), "why": "I looked.", "choice": "send_again", **fields}
    return client.post(f"/campaigns/{campaign_id}/doubts", data=data)


def test_all_doubts_are_decided_at_once_but_no_more_than_was_shown(
    staff: SignInAs, world: World, all_doubtful: int
) -> None:
    boris = staff("boris")
    page = boris.get(f"/campaigns/{all_doubtful}")
    assert "Decide about all of them together" in page.text
    assert "2 attempts need a decision; they concern 2 readers." in page.text
    assert 'name="attempts" value="1-2"' in page.text
    assert decide_all(boris, all_doubtful, page, attempts="").status_code == 422
    assert decide_all(boris, all_doubtful, page, attempts="1-2", choice="x").status_code == 422
    assert decide_all(boris, all_doubtful, page, attempts="7").status_code == 409
    assert world.report(all_doubtful).in_doubt == 2
    answer = decide_all(boris, all_doubtful, page, attempts="1-2")
    assert answer.headers["location"] == f"/campaigns/{all_doubtful}?done=send_again"
    world.run(rounds=4)
    assert dict(world.provider.received) == {"rosa@example.org": 1, "miha@example.org": 1}
    assert decide_all(boris, all_doubtful, page, attempts="1-2").status_code == 409


@on_sqlite
def test_one_doubt_needs_no_form_for_all_and_an_editor_has_none(
    staff: SignInAs, world: World, all_doubtful: int
) -> None:
    ana = staff("ana")
    page = ana.get(f"/campaigns/{all_doubtful}")
    assert "Decide about all" not in page.text
    assert decide_all(ana, all_doubtful, page, attempts="1-2").status_code == 403
    boris = staff("boris")
    decide(boris, all_doubtful, choice="accepted")
    assert "Decide about all" not in boris.get(f"/campaigns/{all_doubtful}").text


def test_a_long_row_of_doubts_says_how_many_more_there_are(
    staff: SignInAs, world: World, all_doubtful: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.staff.campaign_facts.MOST_DOUBTS", 1)
    page = staff("boris").get(f"/campaigns/{all_doubtful}").text
    assert "One more attempt is not listed" in page
    assert 'name="attempts" value="1-2"' in page


@on_sqlite
def test_an_editor_sees_the_doubt_and_may_not_decide(
    staff: SignInAs, world: World, doubtful: int, database: Database
) -> None:
    ana = staff("ana")
    page = ana.get(f"/campaigns/{doubtful}").text
    assert "An approver decides" in page
    assert "What should happen?" not in page
    before = everything_in(database)
    assert decide(ana, doubtful, choice="send_again").status_code == 403
    assert everything_in(database) == before


@on_sqlite
def test_a_decision_needs_the_forms_token(staff: SignInAs, doubtful: int, database: Database) -> None:
    boris = staff("boris")
    before = everything_in(database)
    path = f"/campaigns/{doubtful}/doubts/1"
    assert boris.post(path, data={"form_token": "0" * 64, "choice": "leave", "why": "x"}).status_code == 403
    assert boris.get(path).status_code == 405
    assert everything_in(database) == before


def test_of_a_cancelled_campaign_nothing_can_be_sent_again(staff: SignInAs, world: World) -> None:
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    boris = staff("boris")
    page = boris.get(f"/campaigns/{campaign_id}").text
    assert 'value="accepted"' in page
    assert 'value="send_again"' not in page
    answer = decide(boris, campaign_id, choice="send_again")
    assert answer.status_code == 409
    assert "was cancelled" in answer.text


def test_the_decision_is_kept_with_who_and_why(staff: SignInAs, world: World, doubtful: int) -> None:
    decide(staff("cilka"), doubtful, choice="accepted")
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "doubt.decided")).one()
    assert (entry.actor, entry.detail["choice"], entry.detail["why"]) == (
        world.cilka.name,
        "accepted",
        "I looked.",
    )
    story = open_reader(staff("ana"), f"/campaigns/{doubtful}/deliveries/1")
    assert "Cilka decided:" in story
    assert "I looked." in story


@on_sqlite
def test_where_all_is_well_the_list_says_so(staff: SignInAs, world: World) -> None:
    world.draft()
    assert ALL_IS_WELL in staff("ana").get("/campaigns").text


@on_sqlite
def test_what_needs_somebody_leads_to_where_it_can_be_mended(staff: SignInAs, world: World, doubtful: int) -> None:
    with world.database.write() as session:
        pause_sender(session, 1, reason="delivery-provider-quota-spent", detail="<i>daily limit</i>")
    paused = world.launched()
    world.run(rounds=1)
    page = staff("ana").get("/campaigns").text
    assert ALL_IS_WELL not in page
    assert "&lt;i&gt;daily limit&lt;/i&gt;" in page
    assert page.count(f'<a href="/campaigns/{paused}">Open') == 1
    assert page.count(f'<a href="/campaigns/{doubtful}">Open') == 1
    assert "it is not known whether one reader" in page


@on_sqlite
def test_a_clock_that_was_wrong_stands_in_the_same_list(staff: SignInAs, world: World) -> None:
    with world.database.write() as session:
        session.add(ClockFault(noticed_at=world.clock.now(), step_seconds=-3600, put_right={}))
    page = staff("ana").get("/campaigns").text
    assert "it was 60 min behind" in page
    assert "timedatectl" in page
    assert ALL_IS_WELL not in page


@on_sqlite
def test_a_silent_job_stands_in_the_same_list(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    app = create_app(build_services(settings, database, clock), jobs={"send_campaigns": timedelta(minutes=5)})
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        page = client.get("/campaigns").text
    assert "Needs your attention" in page
    assert page.count("Attention") == 1
    assert ALL_IS_WELL not in page
