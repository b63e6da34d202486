"""Searching by an address: the answer, and where the address does not go."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.people.open_person import OPEN_FOR, OPENED
from core.db import Database
from core.settings import Settings
from staff.tables import Role, User
from subscribers.tables import MailingList
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.snapshot import everything_in
from tests.web.test_delivery_pages import openings, rosa_is_refused
from tests.web.test_sign_in import form_token_on, sign_in


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    world.provider.faults = [rosa_is_refused]
    give_passwords(database, language="en", roles=AUTHOR)
    return world


@pytest.fixture
def ana(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def search(client: httpx.Client, address: str, **fields: str) -> httpx.Response:
    token = form_token_on(client.get("/reader-search"))
    return client.post("/reader-search", data={"form_token": token, "address": address, **fields})


def test_why_did_rosa_not_get_it(ana: httpx.Client, world: World, database: Database) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    before = everything_in(database)
    page = search(ana, " Rosa@example.org ")
    assert page.status_code == 200
    assert "Not sent: the provider refused the address: there is no such address." in page.text
    assert f'href="/campaigns/{campaign_id}/deliveries/' in page.text
    assert "there is no report yet whether it arrived." in search(ana, "miha@example.org").text
    assert "no subscriber with this address" in search(ana, "nobody@example.org").text
    after = everything_in(database)
    assert {name for name in after if after[name] != before[name]} == {"audit_entry"}
    assert "/reader-search" in ana.get(f"/campaigns/{campaign_id}/deliveries").text


@on_sqlite
def test_whom_a_search_finds_was_viewed_and_that_is_recorded_once_in_half_an_hour(
    ana: httpx.Client, world: World, database: Database, clock: StoppedClock
) -> None:
    world.launched()

    def views() -> list[tuple[str, str]]:
        return [(entry.actor, entry.subject) for entry in openings(database, OPENED)]

    search(ana, "nobody@example.org")
    assert views() == []
    for address in ("rosa@example.org", "ROSA@example.org", "miha@example.org", "rosa@example.org"):
        search(ana, address)
    assert views() == [(world.ana.name, "subscriber:1"), (world.ana.name, "subscriber:2")]
    clock.advance(seconds=OPEN_FOR.total_seconds() + 1)
    search(ana, "rosa@example.org")
    assert views()[2:] == [(world.ana.name, "subscriber:1")]
    assert "rosa" not in str([entry.detail for entry in openings(database, OPENED)])


@on_sqlite
def test_the_address_stands_in_no_log_and_no_url(
    ana: httpx.Client, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.launched()
    answer = search(ana, "rosa@example.org")
    refused = search(ana, "rosa.at.example.org")
    assert (answer.status_code, refused.status_code) == (200, 422)
    assert "rosa" not in str(answer.url)
    assert "rosa.at.example.org" in refused.text
    logged = "".join(capsys.readouterr())
    assert "request.answered" in logged
    assert "rosa" not in logged
    assert "@" not in logged
    assert 'method="get"' not in ana.get("/reader-search").text


@on_sqlite
def test_strangers_and_forged_forms_learn_nothing(client: httpx.Client, ana: httpx.Client, world: World) -> None:
    world.launched()
    assert client.get("/reader-search").status_code == 303
    assert client.post("/reader-search", data={"address": "rosa@example.org"}).status_code in {303, 403}
    forged = ana.post("/reader-search", data={"form_token": "0" * 64, "address": "rosa@example.org"})
    assert forged.status_code == 403
    assert search(ana, "rosa@example.org", before="x").status_code == 404


@on_sqlite
def test_readers_of_a_protected_list_are_not_found_by_whoever_may_not_see_them(
    ana: httpx.Client, world: World, database: Database
) -> None:
    world.launched()
    with database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    rosa, nobody = (search(ana, f"{name}@example.org").text for name in ("rosa", "nobody"))
    assert "Campaigns to protected lists are not searched" in rosa
    assert rosa.replace("rosa", "nobody") == nobody
    assert openings(database, OPENED) == []
    with database.write() as session:
        for user in session.exec(select(User)):
            user.roles |= {Role.KEEPER}
            session.add(user)
    assert "It is waiting to be sent." in search(ana, "rosa@example.org").text
