"""Subscribers' pages: people are found and served there; nothing typed goes where it stays, and nothing is told of
protected lists."""

import json
from collections.abc import Iterator
from hashlib import sha256

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from campaigns.people.open_person import OPEN_FOR, OPENED
from campaigns.people.see_person import write_note
from core.db import Database
from core.settings import Settings
from core.signed_document import SignatureVerdict, verify_document
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.index_people import index_people
from subscribers.opt_out import is_opted_out
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, MailingList, Subscriber, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.open_person import open_person
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in

HOSTILE = "<script>alert(1)</script>\"'>=cmd|' /C calc'!A0"
WHY = "asked by letter"


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa.kos", "miha", "zala"], language="sl")
    add_person(database, "boss@example.org", ADMIN)
    add_person(database, "bor@example.org", APPROVER)
    add_person(database, "eda@example.org", AUTHOR)
    return world


def signed_in(app: FastAPI, address: str) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, address)
        yield client


@pytest.fixture
def boss(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    yield from signed_in(app, "boss@example.org")


@pytest.fixture
def bor(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    yield from signed_in(app, "bor@example.org")


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data={"form_token": form_token_on(client.get("/subscribers")), **fields})


def test_a_person_is_found_without_a_trace_of_what_was_typed(
    boss: httpx.Client, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything_in(database)
    for text in ("ROSA", "kos", "Rosa.Kos"):
        answer = post(boss, "/subscribers", search=text)
        assert 'action="/subscribers/1"' in answer.text
        assert 'action="/subscribers/2"' not in answer.text
        assert text.lower() not in str(answer.url).lower()
    assert "No subscriber is found" in post(boss, "/subscribers", search="nobody").text
    refused = post(boss, "/subscribers", search="x")
    assert (refused.status_code, "at least 2 letters" in refused.text) == (422, True)
    assert post(boss, "/subscribers", state="gone").status_code == 422
    assert post(boss, "/subscribers", list="nowhere").status_code == 404
    assert post(boss, "/subscribers", after="x").status_code == 404
    assert everything_in(database) == before
    for _ in range(2):
        assert 'action="/subscribers/1"' in post(boss, "/subscribers", search="rosa.kos@example.org").text
        post(boss, "/subscribers", search="nobody@example.org")
    with database.read() as session:
        (view,) = session.exec(select(AuditEntry).where(AuditEntry.action == OPENED)).all()
    assert (view.subject, view.detail) == ("subscriber:1", {}), "found by the whole address"
    logged = "".join(capsys.readouterr()).lower()
    assert "request.answered" in logged
    assert not [word for word in ("rosa", "kos@", "nobody") if word in logged]


def test_pages_follow_each_other(boss: httpx.Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.staff.subscribers_page.PAGE_LENGTH", 2)
    first = boss.get("/subscribers").text
    assert ("/subscribers/3" in first, "/subscribers/1" in first) == (True, False)
    assert 'name="after" value="2"' in first
    assert "/subscribers/1" in post(boss, "/subscribers", after="2").text


def test_whoever_may_not_serve_them_sees_no_page_and_no_way_to_it(app: FastAPI, world: World) -> None:
    for eda in signed_in(app, "eda@example.org"):
        assert "/subscribers" not in eda.get("/campaigns").text
        token = form_token_on(eda.get("/campaigns"))
        for path in ("/subscribers", "/subscribers/1", "/subscribers/1/erase", "/subscribers/1/correct"):
            assert eda.get(path).status_code == 403
        for path in ("/subscribers", "/subscribers/1/notes", "/subscribers/1/suppress"):
            assert (
                eda.post(path, data={"form_token": token, "reason": WHY, "person_note": "xx"}).status_code == 403
            )


def test_a_person_is_shown_to_whoever_opened_them_by_a_press_that_is_recorded(
    boss: httpx.Client, bor: httpx.Client, world: World, database: Database, clock: StoppedClock
) -> None:
    """GET changes nothing and shows nobody; the entry itself is what the page asks for."""

    def openings() -> list[tuple[str, str]]:
        with database.read() as session:
            entries = session.exec(
                select(AuditEntry).where(AuditEntry.action == OPENED).order_by(col(AuditEntry.id))
            )
            return [(entry.actor, entry.subject) for entry in entries]

    before = everything_in(database)
    for path in ("", "/erase", "/fields", "/merge", "/merge/2"):
        closed = boss.get(f"/subscribers/1{path}")
        assert (closed.status_code, "Opening this page is recorded" in closed.text) == (200, True)
        assert "rosa" not in closed.text
        assert f'name="next" value="/subscribers/1{path}"' in closed.text
    assert everything_in(database) == before
    assert boss.post("/subscribers/1").status_code == 403, "no form of ours"
    assert post(boss, "/subscribers/1", next="https://evil.example/").headers["location"] == "/campaigns"
    for _ in range(2):
        assert "rosa.kos@example.org" in open_person(boss).text
        assert "rosa.kos@example.org" in boss.get("/subscribers/1/erase").text
    ours = openings()
    assert [subject for _, subject in ours] == ["subscriber:1"]
    assert "rosa" not in bor.get("/subscribers/1").text, "what one opened is closed to another"
    clock.advance(seconds=OPEN_FOR.total_seconds() + 1)
    assert "rosa" not in boss.get("/subscribers/1").text
    noted = post(boss, "/subscribers/1/notes", person_note="Called back.")
    assert "Called back." in boss.get(noted.headers["location"].partition("#")[0]).text
    assert openings() == ours * 2
    assert post(boss, "/subscribers/1/merge", other="2").status_code == 303
    assert "miha@example.org" in boss.get("/subscribers/1/merge/2").text
    assert openings() == [*ours * 2, (ours[0][0], "subscriber:2")]


def test_a_persons_page_says_what_they_agreed_to_and_why_they_got_nothing(
    boss: httpx.Client, world: World, database: Database
) -> None:
    world.launched()
    world.run(rounds=3)
    with database.write() as session:
        session.add(
            ConsentRecord(
                subscriber_id=1,
                list_id=1,
                action=ConsentAction.CONFIRMED,
                method=ConsentMethod.SIGN_UP,
                wording="Yes, please.",
                language="en",
                at=NOON,
            )
        )
    assert post(boss, "/subscribers/1/unsubscribe", reason=WHY, list="bulletin").status_code == 303
    page = boss.get("/subscribers/1?done=unsubscribe").text
    assert "The person has been unsubscribed." in page
    assert "by staff (<bdi>Boss</bdi>)" in page
    assert "there is no report yet whether it arrived." in page
    assert f'<q dir="auto">{WHY}</q>' in page
    version = sha256(b"Yes, please.").hexdigest()[:8]
    assert f'<q lang="en" dir="auto">Yes, please.</q> <span class="aside">wording {version}</span>' in page
    assert boss.get("/subscribers/99").status_code == 404
    assert post(boss, "/subscribers/99").status_code == 404
    assert boss.get("/subscribers/1/nothing").status_code == 404
    with database.read() as session:
        state = select(Subscription.status).where(Subscription.subscriber_id == 1)
        assert session.exec(state).one() is SubscriptionStatus.UNSUBSCRIBED


def test_each_act_is_confirmed_on_a_page_that_changes_nothing(
    boss: httpx.Client, world: World, database: Database
) -> None:
    open_person(boss)
    before = everything_in(database)
    for act in ("unsubscribe", "suppress", "lift", "correct", "address", "export", "evidence", "erase"):
        page = boss.get(f"/subscribers/1/{act}")
        assert (page.status_code, f'action="/subscribers/1/{act}"' in page.text) == (200, True)
        without = post(boss, f"/subscribers/1/{act}", list="*", name="Typed", language="sl", address="x@y.si")
        assert (without.status_code, "Please write why" in without.text) == (422, True), act
    assert everything_in(database) == before
    assert post(boss, "/subscribers/1/correct", name="Ros", language="sl", reason=WHY).status_code == 303
    assert post(boss, "/subscribers/1/suppress", reason=WHY).status_code == 303
    assert post(boss, "/subscribers/1/suppress", reason=WHY).status_code == 409
    assert "Staff have blocked this address" in boss.get("/subscribers/1").text
    assert post(boss, "/subscribers/1/lift", reason=WHY).status_code == 303
    assert post(boss, "/subscribers/1/unsubscribe", list="*", reason=WHY).status_code == 303
    with database.read() as session:
        assert is_opted_out(session, 1)
        entries = session.exec(select(AuditEntry).where(AuditEntry.subject == "subscriber:1")).all()
        assert [entry.detail.get("reason") for entry in entries] == [None] + [WHY] * 4


def test_data_are_handed_over_to_read_or_as_a_file(boss: httpx.Client, world: World) -> None:
    page = post(boss, "/subscribers/1/export", reason=WHY, **{"as": "page"})
    assert "rosa.kos@example.org" in page.text
    proof = post(boss, "/subscribers/1/evidence", reason=WHY, **{"as": "page"}).text
    assert "Proof of consent" in proof
    signed = post(boss, "/subscribers/1/evidence", reason=WHY, **{"as": "file"})
    secret = world.settings.secret_key.get_secret_value()
    assert verify_document(signed.json(), secret=secret) is SignatureVerdict.OURS
    assert set(signed.json()["content"]) >= {"person", "consent", "lists", "made_at"}
    file = post(boss, "/subscribers/1/export", reason=WHY, **{"as": "file"})
    assert file.headers["content-disposition"] == 'attachment; filename="subscriber-1.json"'
    assert json.loads(file.text)["person"]["address"] == "rosa.kos@example.org"


def test_whoever_was_erased_is_gone_and_only_an_administrator_erases(
    boss: httpx.Client, bor: httpx.Client, world: World
) -> None:
    assert "/subscribers/1/erase" not in open_person(bor).text
    assert post(bor, "/subscribers/1/erase", reason=WHY).status_code == 403
    erased = post(boss, "/subscribers/1/erase", reason=WHY)
    assert erased.headers["location"] == "/subscribers?done=erase"
    assert "data has been erased" in boss.get("/subscribers?done=erase").text
    assert boss.get("/subscribers/1").status_code == 404


def test_readers_of_a_protected_list_are_answered_for_like_people_who_are_not_there(
    boss: httpx.Client, bor: httpx.Client, world: World, database: Database
) -> None:
    with database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    for text in ("rosa", "rosa.kos@example.org"):
        rosa, nobody = (
            post(bor, "/subscribers", search=typed).text for typed in (text, text.replace("rosa", "nona"))
        )
        assert rosa.replace("rosa", "nona") == nobody
        assert "/subscribers/1" in post(boss, "/subscribers", search=text).text
    for path in ("", "/correct", "/export", "/evidence"):
        gone, never = bor.get(f"/subscribers/1{path}"), bor.get(f"/subscribers/77{path}")
        assert (gone.status_code, never.status_code) == (404, 404)
    assert post(bor, "/subscribers/1").text == post(bor, "/subscribers/77").text
    assert post(bor, "/subscribers", list="bulletin").status_code == 404
    assert "bulletin" not in bor.get("/subscribers").text


def test_nothing_that_somebody_wrote_becomes_part_of_a_page(
    boss: httpx.Client, world: World, database: Database
) -> None:
    with database.write() as session:
        person = session.get_one(Subscriber, 1)
        person.name = HOSTILE
        index_people(session, [1])
        write_note(session, 1, HOSTILE, actor=OPERATOR, now=NOON)
    shown = [boss.get("/subscribers"), open_person(boss), boss.get("/subscribers/1/correct")]
    shown += [post(boss, "/subscribers", search=HOSTILE[:30])]
    shown += [post(boss, "/subscribers/1/suppress", reason=HOSTILE + "@")]
    shown += [post(boss, "/subscribers/1/export", reason=WHY)]
    for page in shown:
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert" in page.text


def test_two_entries_are_shown_side_by_side_and_merged_by_one_press(
    boss: httpx.Client, world: World, database: Database
) -> None:
    with database.write() as session:
        session.get_one(Subscriber, 2).name = HOSTILE
    for number in (1, 2):
        open_person(boss, number)
    before = everything_in(database)
    assert 'action="/subscribers/1/merge"' in boss.get("/subscribers/1/merge").text
    for other, status in (("nobody@example.org", 404), ("miha", 422), ("1", 422), ("x" * 400, 422)):
        assert post(boss, "/subscribers/1/merge", other=other).status_code == status, other
    answer = post(boss, "/subscribers/1/merge", other="Miha@example.org")
    assert (answer.status_code, answer.headers["location"]) == (303, "/subscribers/1/merge/2")
    page = boss.get("/subscribers/1/merge/2").text
    assert page.count("rosa.kos@example.org") == 2
    assert "miha@example.org" in page
    assert HOSTILE not in page
    assert 'href="/subscribers/2/merge/1"' in page
    assert post(boss, "/subscribers/1/merge/2").status_code == 422
    assert boss.post("/subscribers/1/merge/2", data={"reason": WHY}).status_code == 403, "no form of ours"
    assert boss.get("/subscribers/1/merge/99").status_code == 404
    assert everything_in(database) == before
    done = post(boss, "/subscribers/1/merge/2", reason=WHY)
    assert (done.status_code, done.headers["location"]) == (303, "/subscribers/1?done=merge")
    assert "The two entries have been merged." in boss.get(done.headers["location"]).text
    assert boss.get("/subscribers/2").status_code == 404


def test_an_approver_merges_and_corrects_addresses_only_where_nobody_is_protected(
    bor: httpx.Client, world: World, database: Database
) -> None:
    assert post(bor, "/subscribers/1/address", reason=WHY, address="miha@example.org").status_code == 409
    with database.write() as session:
        session.add(MailingList(slug="shelter", name="Shelter", is_protected=True, created_at=NOON))
    page = open_person(bor).text
    assert "/subscribers/1/merge" not in page
    assert "/subscribers/1/address" not in page
    assert post(bor, "/subscribers/1/address", reason=WHY, address="r@example.org").status_code == 403
    assert post(bor, "/subscribers/1/merge", other="2").status_code == 403
    assert bor.get("/subscribers/1/merge/2").status_code == 403
    assert post(bor, "/subscribers/1/merge/2", reason=WHY).status_code == 403
