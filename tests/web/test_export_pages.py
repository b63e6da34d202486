"""Export pages: a file for whoever may, with nothing typed in an address; two people for a protected list."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from staff.tables import AuditEntry, User
from subscribers.change_list import set_protected
from subscribers.lists import get_list
from subscribers.segment_tables import Segment
from subscribers.tables import Subscriber
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.conftest import add_person
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on
from tests.web.test_subscriber_pages import HOSTILE, signed_in

WHY = "for the printer"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    for name in ("boss", "chief"):
        add_person(database, f"{name}@example.org", ADMIN)
    add_person(database, "eda@example.org", AUTHOR)
    with database.write() as session:
        session.add(Segment(name=HOSTILE[:40], condition="language = sl", created_at=NOON))
        session.get_one(Subscriber, 1).name = HOSTILE[:100]
    return world


@pytest.fixture
def boss(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    yield from signed_in(app, "boss@example.org")


@pytest.fixture
def chief(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    yield from signed_in(app, "chief@example.org")


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data={"form_token": form_token_on(client.get("/exports")), **fields})


def test_a_list_a_segment_and_a_search_are_downloaded(boss: httpx.Client, database: Database) -> None:
    before = everything_in(database)
    page = boss.get("/exports?list=bulletin").text
    assert '<option value="list:bulletin" selected>' in page
    assert HOSTILE[:40] not in page
    assert post(boss, "/exports", what="list:bulletin").status_code == 422, "no reason"
    assert post(boss, "/exports", what="list:nowhere", reason=WHY).status_code == 404
    assert post(boss, "/exports", what="", reason=WHY).status_code == 422
    assert post(boss, "/exports", what="list:bulletin", reason=WHY, format="pdf").status_code == 422
    assert boss.post("/exports", data={"what": "list:bulletin", "reason": WHY}).status_code == 403, (
        "no form of ours"
    )
    answer = post(boss, "/exports", what="search", search="rosa")
    assert (answer.status_code, 'name="search" value="rosa"' in answer.text) == (200, True)
    assert everything_in(database) == before
    for fields in ({"what": "list:bulletin"}, {"what": "segment:1"}, {"what": "search", "search": "rosa"}):
        answer = post(boss, "/exports", reason=WHY, **fields)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["cache-control"] == "no-store"
        assert "rosa@example.org" in answer.text
        assert ("miha@example.org" in answer.text) == (fields["what"] != "search")
        assert "rosa" not in str(answer.url)
    sheet = post(boss, "/exports", what="list:bulletin", reason=WHY, format="xlsx")
    assert sheet.content.startswith(b"PK")
    with database.read() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "subscribers.exported")).all()
    assert len(entries) == 4
    assert "rosa" not in repr([entry.detail for entry in entries])


def test_a_protected_list_is_asked_for_seen_on_today_and_taken_once(
    boss: httpx.Client, chief: httpx.Client, database: Database
) -> None:
    with database.write() as session:
        set_protected(session, get_list(session, 1), True)
    asked = post(boss, "/exports", what="list:bulletin", reason=WHY)
    assert (asked.status_code, asked.headers["location"]) == (303, "/exports?done=asked")
    today = chief.get("/campaigns").text
    assert "A colleague asks to export a protected list." in today
    assert "Nothing needs your attention" not in today
    assert "A colleague asks" not in boss.get("/campaigns").text
    assert 'action="/exports/1/grant"' not in boss.get("/exports").text
    assert 'action="/exports/1/grant"' in chief.get("/exports").text
    assert post(boss, "/exports/1/grant").status_code == 403
    assert post(boss, "/exports/1/file").status_code == 409
    assert chief.get("/exports/1/grant").status_code == 405
    assert post(chief, "/exports/1/else").status_code == 404
    assert post(chief, "/exports/1/grant").headers["location"] == "/exports?done=granted"
    assert 'action="/exports/1/file"' in boss.get("/exports").text
    assert post(chief, "/exports/1/file").status_code == 403
    assert "rosa@example.org" in post(boss, "/exports/1/file").text
    assert post(boss, "/exports/1/file").status_code == 409


def test_whoever_may_not_sees_no_page_and_no_request(app: FastAPI, world: World, database: Database) -> None:
    for eda in signed_in(app, "eda@example.org"):
        assert eda.get("/exports").status_code == 403
        token = form_token_on(eda.get("/campaigns"))
        for path in ("/exports", "/exports/1/grant", "/exports/1/file"):
            assert eda.post(
                path, data={"form_token": token, "what": "list:bulletin", "reason": WHY}
            ).status_code in (403, 404)
    with database.write() as session:
        session.exec(select(User).where(User.address == "eda@example.org")).one().roles = APPROVER
        set_protected(session, get_list(session, 1), True)
    for eda in signed_in(app, "eda@example.org"):
        page = eda.get("/exports").text
        assert "bulletin" not in page
        assert 'id="requests"' not in page
        assert post(eda, "/exports", what="list:bulletin", reason=WHY).status_code == 403
