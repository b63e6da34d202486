"""Who asked for what under the GDPR: entered by itself or by hand, due in a month, shown a week before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select

from campaigns.people.data_requests import NewDataRequest, close_request, data_requests, enter_request
from campaigns.people.erase_person import erase_own_data, erase_person
from campaigns.people.export_person import consent_evidence, export_person
from campaigns.people.merge_people import merge
from campaigns.people.serve_person import unsubscribe_on_request
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.needs_attention import needs_attention
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.data_requests import DataRequest, DataRequestKind, due_after
from subscribers.queries import get_subscriber
from subscribers.tables import Subscriber
from tests.campaigns.test_retention import run, sign_up
from tests.campaigns.world import World
from tests.databases import on_sqlite


def act(world: World, reason: str = "asked by letter") -> StaffAction:
    return StaffAction(reason, OPERATOR, world.clock.now(), zone="UTC")


def enter(world: World, who: str, *, kind: str = "access", received: str = "2026-11-20") -> int:
    with world.database.write() as session:
        secret = world.settings.secret_key.get_secret_value()
        new = NewDataRequest(kind, who, received)
        return enter_request(session, new, act(world), secret=secret, zone="Europe/Ljubljana")


def rows(world: World) -> list[DataRequest]:
    with world.database.read() as session:
        return list(session.exec(select(DataRequest).order_by(col(DataRequest.id))).all())


def person(world: World, name: str) -> int:
    world.add_readers([name])
    with world.database.read() as session:
        return session.exec(select(Subscriber.id).where(Subscriber.address == f"{name}@example.org")).one()


def attention(world: World) -> dict[str, dict[str, object]]:
    with world.database.read() as session:
        return {item.code: dict(item.params) for item in needs_attention(session, now=world.clock.now())}


@given(st.dates(date(2018, 5, 25), date(2099, 12, 31)))
def test_a_month_is_a_month_whatever_its_length(day: date) -> None:
    due = due_after(day)
    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == 1
    assert due.day == day.day or (due.day < day.day and (due + timedelta(days=1)).day == 1)


def test_what_is_done_here_is_entered_by_itself_and_ends_what_was_waiting(world: World) -> None:
    number = person(world, "nada")
    enter(world, "Nada@example.org")
    with world.database.write() as session:
        export_person(session, number, act(world))
        unsubscribe_on_request(session, number, act(world), list_slug=None)
    asked, left = rows(world)
    assert (asked.kind, asked.due_on, asked.done_at) == (
        DataRequestKind.ACCESS,
        date(2026, 12, 20),
        world.clock.now(),
    )
    assert (left.kind, left.note, left.done_by) == (DataRequestKind.OBJECTION, "asked by letter", OPERATOR.name)
    assert left.received_on == world.clock.now().date()


@pytest.mark.parametrize("is_own", [False, True])
@on_sqlite
def test_what_is_done_before_midnight_utc_is_of_the_day_that_it_is_here(world: World, *, is_own: bool) -> None:
    number = person(world, "nada")
    now = world.clock.now().replace(hour=23, minute=30)
    with world.database.write() as session:
        if is_own:
            erase_own_data(session, get_subscriber(session, number), now=now, zone="Europe/Ljubljana")
        else:
            erase_person(session, number, StaffAction("asked", OPERATOR, now, zone="Europe/Ljubljana"))
    [erased] = rows(world)
    assert (erased.received_on, erased.done_at) == (now.date() + timedelta(days=1), now)
    assert erased.due_on == due_after(erased.received_on)


@pytest.mark.parametrize("is_own", [False, True])
def test_of_an_erased_person_a_keyed_hash_stays(world: World, *, is_own: bool) -> None:
    number = person(world, "nada")
    enter(world, str(number), kind="correction")
    with world.database.write() as session:
        reader = get_subscriber(session, number)
        address_hash = reader.address_hash
        if is_own:
            erase_own_data(session, reader, now=world.clock.now(), zone="UTC")
        else:
            erase_person(session, number, act(world))
    asked, erased = rows(world)
    assert {asked.address_hash, erased.address_hash} == {address_hash}
    assert (erased.kind, erased.done_at) == (DataRequestKind.ERASURE, world.clock.now())
    assert "nada" not in repr(rows(world)).lower()
    with world.database.read() as session:
        views = data_requests(session, OPERATOR, is_open=False, today=date(2026, 11, 22))
    assert [view.is_here for view in views] == [False]


@on_sqlite
def test_what_waits_is_shown_a_week_before_it_is_due_and_as_late_after(world: World) -> None:
    number = enter(world, "nobody@example.net")
    assert rows(world)[0].subscriber_id is None
    assert rows(world)[0].address_hash is not None
    assert "campaigns-need-request" not in attention(world)
    world.clock.advance(days=21)  # 13 December
    assert attention(world)["campaigns-need-request"] == {"count": 1, "days": 7}
    world.clock.advance(days=9)
    assert attention(world)["campaigns-need-request-late"] == {"count": 1, "days": 2}
    with world.database.write() as session:
        close_request(session, number, actor=OPERATOR, now=world.clock.now())
    assert not {"campaigns-need-request", "campaigns-need-request-late"} & set(attention(world))
    with pytest.raises(Conflict), world.database.write() as session:
        close_request(session, number, actor=OPERATOR, now=world.clock.now())
    with pytest.raises(NotFound), world.database.write() as session:
        close_request(session, number + 1, actor=OPERATOR, now=world.clock.now())


@on_sqlite
@pytest.mark.parametrize(
    ("kind", "who", "received"),
    [
        ("everything", "a@example.org", "2026-11-20"),
        ("access", "nobody", "2026-11-20"),
        ("access", "9" * 30, "2026-11-20"),
        ("access", "a@example.org", "2026-11-24"),
        ("access", "a@example.org", "1999-01-01"),
        ("access", "a@example.org", "yesterday"),
    ],
)
def test_what_cannot_be_read_is_refused(world: World, kind: str, who: str, received: str) -> None:
    with pytest.raises(InputRefused):
        enter(world, who, kind=kind, received=received)
    assert rows(world) == []


@on_sqlite
def test_only_administrators_keep_the_record(world: World) -> None:
    with world.database.read() as session:
        with pytest.raises(NotAllowed):
            data_requests(session, world.boris, is_open=True, today=date(2026, 11, 22))
        with pytest.raises(NotAllowed):
            close_request(session, 1, actor=world.boris, now=world.clock.now())


def test_no_log_names_anybody_whatever_is_done_here(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.configure(retention_left="P1D")
    number, gone = person(world, "nada"), sign_up(world, "rok")
    enter(world, "nada@example.org")
    with world.database.write() as session:
        consent_evidence(session, number, act(world))
        erase_person(session, number, act(world))
    world.clock.advance(days=40)
    assert run(world) == {"unconfirmed": 1}
    assert rows(world)
    logged = "".join(capsys.readouterr())
    assert "retention.run" in logged
    assert not [word for word in ("nada", "rok@", "Rok", "@example") if word in logged]
    with world.database.read() as session:
        assert session.get(Subscriber, gone) is None
        assert "@" not in repr(session.exec(select(AuditEntry)).all())


@on_sqlite
def test_of_two_entries_that_are_one_person_the_one_that_stays_has_asked(world: World) -> None:
    kept, gone = person(world, "rosa"), person(world, "kos")
    enter(world, str(gone), kind="correction")
    with world.database.write() as session:
        merge(session, kept, gone, act(world))
    assert [(request.kind, request.subscriber_id) for request in rows(world)] == [("correction", kept)]
