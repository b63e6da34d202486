"""Deliveries one by one, for staff alone: the list that answers who did not get it, and each reader's copy."""

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.people.open_person import OPEN_FOR, OPENED
from core.db import Database
from core.settings import Settings
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.refusals import RefusalSubject
from staff.tables import AuditEntry
from subscribers.tables import Subscriber
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in


def rosa_is_refused(batch: OutgoingBatch) -> SendResult:
    return SendResult(
        tuple(
            Rejected(message.delivery_id, RejectReason.INVALID, "<b>not today</b>", RefusalSubject.READER)
            if message.to.startswith("rosa")
            else Accepted(message.delivery_id, f"id-{message.delivery_id}")
            for message in batch.messages
        )
    )


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    world.provider.faults = [rosa_is_refused]
    give_passwords(database, language="en")
    return world


@pytest.fixture
def sent(world: World) -> int:
    campaign_id = world.launched()
    world.run(rounds=3)
    return campaign_id


@pytest.fixture
def ana(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def path_of(world: World, campaign_id: int, subscriber_id: int) -> str:
    delivery_id = next(
        delivery.id for delivery in world.deliveries(campaign_id) if delivery.subscriber_id == subscriber_id
    )
    return f"/campaigns/{campaign_id}/deliveries/{delivery_id}"


def open_reader(client: httpx.Client, path: str) -> str:
    """The delivery's page, by the button in the list or on the page that asks."""
    opened = client.post(path, data={"form_token": form_token_on(client.get("/campaigns"))})
    assert (opened.status_code, opened.headers["location"]) == (303, path)
    return client.get(path).text


def open_copy(client: httpx.Client, path: str) -> httpx.Response:
    """What pressing the button on the delivery's page does."""
    return client.post(f"{path}/open", data={"form_token": form_token_on(client.get(path))})


def openings(database: Database, action: str = "delivery.opened") -> list[AuditEntry]:
    with database.read() as session:
        return list(session.exec(select(AuditEntry).where(AuditEntry.action == action)).all())


@on_sqlite
def test_strangers_see_nobody(client: httpx.Client, world: World, sent: int, database: Database) -> None:
    before = everything_in(database)
    path = path_of(world, sent, 1)
    for wanted in (f"/campaigns/{sent}/deliveries", path, f"{path}?part=text", f"{path}/html"):
        answer = client.get(wanted)
        assert answer.status_code == 303
        assert "rosa" not in answer.text
    assert client.get(path).headers["location"].endswith(path.replace("/", "%2F"))
    assert everything_in(database) == before


def test_who_did_not_get_it_and_why(ana: httpx.Client, sent: int) -> None:
    everyone = ana.get(f"/campaigns/{sent}/deliveries").text
    assert "rosa@example.org" in everyone
    assert "miha@example.org" in everyone
    assert "2 readers." in everyone
    missed = ana.get(f"/campaigns/{sent}/deliveries?who=missed").text
    assert "miha@example.org" not in missed
    assert "there is no such address" in missed
    assert "&lt;b&gt;not today&lt;/b&gt;" in missed
    assert "<b>" not in missed
    for query, expected in (("status=accepted", "miha"), ("reason=invalid", "rosa"), ("outcome=pending", "miha")):
        page = ana.get(f"/campaigns/{sent}/deliveries?{query}").text
        assert ("rosa@example.org" in page, "miha@example.org" in page) == (expected == "rosa", expected == "miha")
    assert "Nobody matches" in ana.get(f"/campaigns/{sent}/deliveries?outcome=bounced").text


@on_sqlite
@pytest.mark.parametrize(
    ("query", "status"),
    [("status=lost", 422), ("outcome=x", 422), ("after=x", 404), ("reason=%00%27", 200), ("who=nobody", 200)],
)
def test_what_makes_no_sense_as_a_filter_is_no_fault_of_ours(
    ana: httpx.Client, sent: int, query: str, status: int
) -> None:
    assert ana.get(f"/campaigns/{sent}/deliveries?{query}").status_code == status


def test_a_long_list_has_pages_that_keep_what_was_asked_for(
    ana: httpx.Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.staff.deliveries_page.PAGE_LENGTH", 1)
    campaign_id = world.launched()
    first = ana.get(f"/campaigns/{campaign_id}/deliveries?status=queued").text
    link = f"/campaigns/{campaign_id}/deliveries?status=queued&amp;after="
    assert link in first
    number = first.split(link)[1].split('"')[0]
    second = ana.get(f"/campaigns/{campaign_id}/deliveries?status=queued&after={number}").text
    assert ("rosa@example.org" in first) != ("rosa@example.org" in second)
    assert "&amp;after=" not in second


def test_the_page_of_a_delivery_is_shown_to_whoever_opened_its_reader_by_a_press_that_is_recorded(
    ana: httpx.Client, world: World, sent: int, database: Database, clock: StoppedClock
) -> None:
    path = path_of(world, sent, 2)
    before = everything_in(database)
    closed = ana.get(path)
    assert (closed.status_code, "Opening this page is recorded" in closed.text) == (200, True)
    assert "miha" not in closed.text.lower()
    assert f'action="{path}"' in closed.text
    assert f'<form method="post" action="{path}">' in ana.get(f"/campaigns/{sent}/deliveries").text
    assert everything_in(database) == before
    assert ana.post(path).status_code == 403, "no form of ours"
    for _ in range(2):
        assert "miha@example.org" in open_reader(ana, path)
    (entry,) = openings(database, OPENED)
    assert (entry.actor, entry.subject) == (world.ana.name, "subscriber:2")
    assert "rosa" not in ana.get(path_of(world, sent, 1)).text.lower()
    clock.advance(seconds=OPEN_FOR.total_seconds() + 1)
    assert "miha" not in ana.get(path).text.lower()


def test_a_reader_s_copy_is_shown_with_its_story_and_the_look_is_recorded(
    ana: httpx.Client, world: World, sent: int, database: Database
) -> None:
    path = path_of(world, sent, 2)
    closed = open_reader(ana, path)
    assert "exactly what was sent" not in closed
    assert "<iframe" not in closed
    assert ana.get(f"{path}/html").status_code == 404
    assert open_copy(ana, path).status_code == 303
    page = ana.get(path).text
    assert "miha@example.org" in page
    assert "exactly what was sent" in page
    assert "The provider accepted it." in page
    assert f'<iframe class="mail" src="{path}/html"' in page
    assert "Pogrešanih je 600 ljudi" in ana.get(f"{path}?part=text").text
    headers = ana.get(f"{path}?part=headers").text
    assert "Miha &lt;miha@example.org&gt;" in headers
    assert "List-Unsubscribe-Post" in headers
    frame = ana.get(f"{path}/html")
    assert "sandbox" in frame.headers["content-security-policy"]
    assert "script-src" not in frame.headers["content-security-policy"]
    (entry,) = openings(database)
    delivery_id = int(path.rpartition("/")[2])
    assert (entry.actor, entry.subject) == (world.ana.name, f"delivery:{delivery_id}")


def test_nobody_can_leave_a_list_in_a_readers_name_with_what_staff_see(
    ana: httpx.Client, world: World, sent: int
) -> None:
    path = path_of(world, sent, 2)
    open_copy(ana, path)
    for part in ("", "?part=text", "?part=headers", "/html"):
        page = ana.get(f"{path}{part}").text
        assert "/u/" not in page, part
    assert "http://127.0.0.1:8000/unsubscribe" in ana.get(f"{path}?part=headers").text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_pages_changes_nothing(
    ana: httpx.Client, world: World, sent: int, database: Database, method: str
) -> None:
    before = everything_in(database)
    path = path_of(world, sent, 2)
    for page in (f"/campaigns/{sent}/deliveries", path, f"{path}?part=text", f"{path}/html"):
        ana.request(method, page)
    assert everything_in(database) == before


@on_sqlite
def test_a_copy_is_opened_by_a_form_of_ours_and_by_nothing_else(
    ana: httpx.Client, world: World, sent: int, database: Database
) -> None:
    path = path_of(world, sent, 2)
    assert ana.post(f"{path}/open", data={"form_token": "0" * 64}).status_code == 403
    assert openings(database) == []


def test_opening_a_copy_changes_nothing_but_that_it_is_known(
    ana: httpx.Client, world: World, sent: int, database: Database
) -> None:
    before = everything_in(database)
    open_copy(ana, path_of(world, sent, 2))
    after = everything_in(database)
    assert {name for name in after if after[name] != before[name]} == {"audit_entry"}


@on_sqlite
def test_a_refused_reader_s_page_says_why(ana: httpx.Client, world: World, sent: int) -> None:
    page = open_reader(ana, path_of(world, sent, 1))
    assert "The provider refused this address." in page
    assert "there is no such address" in page


def test_an_erased_reader_s_copy_is_gone(ana: httpx.Client, world: World, sent: int, database: Database) -> None:
    with database.write() as session:
        session.delete(session.get_one(Subscriber, 2))
    path = path_of(world, sent, 2)
    open_copy(ana, path)
    page = ana.get(path).text
    assert "data has been erased" in page
    assert "<iframe" not in page
    assert ana.get(f"{path}/html").status_code == 404
    assert "Erased (delivery" in ana.get(f"/campaigns/{sent}/deliveries").text


@on_sqlite
@pytest.mark.parametrize("number", ["0", "999", "x", "-1", "9" * 30, "²"])
def test_a_delivery_that_is_not_there_is_not_found_and_not_recorded(
    ana: httpx.Client, sent: int, database: Database, number: str
) -> None:
    for path in (f"/campaigns/{sent}/deliveries/{number}", f"/campaigns/{sent}/deliveries/{number}/html"):
        assert ana.get(path).status_code == 404
    assert ana.get(f"/campaigns/{number}/deliveries").status_code == 404
    assert openings(database) == []


def test_a_delivery_belongs_to_its_own_campaign(ana: httpx.Client, world: World, sent: int) -> None:
    other = world.draft()
    number = path_of(world, sent, 2).rpartition("/")[2]
    assert ana.get(f"/campaigns/{other}/deliveries/{number}").status_code == 404


@on_sqlite
def test_addresses_appear_on_no_other_page_of_campaigns(ana: httpx.Client, sent: int) -> None:
    for path in ("/campaigns", f"/campaigns/{sent}", f"/campaigns/{sent}/progress"):
        assert "miha@" not in ana.get(path).text
    page = ana.get(f"/campaigns/{sent}").text
    assert f'href="/campaigns/{sent}/deliveries?who=missed"' in page


def send_again(
    client: httpx.Client, campaign_id: int, query: str = "?who=missed", **fields: str
) -> httpx.Response:
    """What pressing the button on the page of deliveries does."""
    page = client.get(f"/campaigns/{campaign_id}/deliveries{query}")
    hidden = dict(re.findall(r'type="hidden" name="(who|status|reason|seen_at)" value="([^"]*)"', page.text))
    data = {"form_token": form_token_on(page), "why": "The limit is over.", **hidden, **fields}
    return client.post(f"/campaigns/{campaign_id}/deliveries/again", data=data)


def test_an_approver_has_it_sent_again_to_the_refused(app: FastAPI, world: World, sent: int) -> None:
    with browser(app) as boris:
        sign_in(boris, "boris@example.org")
        page = boris.get(f"/campaigns/{sent}/deliveries?reason=invalid").text
        assert "Send again to one refused reader" in page
        assert "only readers who match the filter above" in page
        assert "Send again" not in boris.get(f"/campaigns/{sent}/deliveries?status=accepted").text
        for wrong in ({"why": ""}, {"seen_at": "yesterday"}, {"seen_at": "2026-11-22T12:00:00"}):
            assert send_again(boris, sent, **wrong).status_code == 422
        answer = send_again(boris, sent)
        assert answer.headers["location"] == f"/campaigns/{sent}?done=send_again"
        assert send_again(boris, sent, seen_at="2026-11-22T12:00:00+00:00").status_code == 409
        world.run(rounds=3)
        assert dict(world.provider.received) == {"rosa@example.org": 1}
        assert "Send again" not in boris.get(f"/campaigns/{sent}/deliveries").text
        story = open_reader(boris, path_of(world, sent, 1))
        assert "Boris decided:" in story
        assert "The limit is over." in story


@on_sqlite
def test_an_editor_has_nothing_sent_again(ana: httpx.Client, world: World, sent: int, database: Database) -> None:
    assert "Send again" not in ana.get(f"/campaigns/{sent}/deliveries").text
    before = everything_in(database)
    assert send_again(ana, sent, seen_at="2026-11-30T12:00:00+00:00").status_code == 403
    assert everything_in(database) == before
