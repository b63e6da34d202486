"""Acts for a person: who may, what they change, and what the audit log says of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from campaigns.people.export_person import export_own_data, export_person
from campaigns.people.find_person import PeopleRequest, search_people
from campaigns.people.open_person import open_person
from campaigns.people.see_person import PersonView, see_person, write_note
from campaigns.people.serve_person import (
    correct_person,
    lift_for_person,
    suppress_person,
    unsubscribe_on_request,
)
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.recipient_copy import open_copy
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import OPERATOR, Principal
from staff.roles import Permission
from staff.tables import AuditEntry
from subscribers.change_list import set_protected
from subscribers.lists import create_list, get_list
from subscribers.opt_out import is_opted_out
from subscribers.queries import get_subscriber
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.suppress import is_suppressed, suppress
from subscribers.tables import ConsentMethod, SuppressionReason
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

pytestmark = on_sqlite
ROSA = 1
WHY = "asked by telephone"


@pytest.fixture
def rosa(world: World) -> World:
    world.add_readers(["rosa"], language="sl")
    return world


def act(world: World, actor: Principal | None = None, reason: str = WHY) -> StaffAction:
    return StaffAction(reason, actor or world.boris, world.clock.now(), zone="UTC")


def joins(world: World, session: Session, slug: str, *, is_protected: bool) -> int:
    """Rosa joins another list."""
    made = create_list(session, slug=slug, name=slug.title(), now=NOON, is_protected=is_protected).id
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes, I want it", "sl", "page")
    request = SubscriptionRequest("rosa@example.org", "Rosa", made, proof)
    secret = world.settings.secret_key.get_secret_value()
    request_subscription(session, request, now=NOON, secret=secret)
    yes = replace(proof, method=ConsentMethod.CONFIRMATION_LINK)
    confirm(session, subscriber_id=ROSA, list_id=made, proof=yes, now=NOON)
    return made


def seen(world: World, viewer: Principal = OPERATOR) -> PersonView:
    with world.database.read() as session:
        return see_person(session, ROSA, viewer)


def addresses_of(world: World, viewer: Principal, text: str = "rosa") -> list[str]:
    with world.database.read() as session:
        secret = world.settings.secret_key.get_secret_value()
        page = search_people(session, PeopleRequest(text), viewer=viewer, secret=secret, limit=9)
        return [person.address for person in page.people]


def test_off_one_list_or_off_all(rosa: World) -> None:
    with rosa.database.write() as session:
        joins(rosa, session, "monthly", is_protected=False)
        joins(rosa, session, "weekly", is_protected=False)
    with rosa.database.write() as session:
        unsubscribe_on_request(session, ROSA, act(rosa), list_slug="monthly")
    states = {entry.slug: entry.status for entry in seen(rosa).lists}
    assert states["monthly"] is SubscriptionStatus.UNSUBSCRIBED
    assert states["weekly"] is SubscriptionStatus.CONFIRMED
    with rosa.database.write() as session, pytest.raises(Conflict, match="not-on-list"):
        unsubscribe_on_request(session, ROSA, act(rosa), list_slug="monthly")
    with rosa.database.write() as session:
        unsubscribe_on_request(session, ROSA, act(rosa))
        assert is_opted_out(session, ROSA)
    view = seen(rosa)
    assert view.lists_to_leave == []
    assert view.consent[0].method is ConsentMethod.STAFF
    assert view.consent[0].colleague == "Boris"
    assert [(entry.action, entry.author, entry.reason, entry.list_name) for entry in view.acts] == [
        ("subscriber.unsubscribed_from_all", "Boris", WHY, ""),
        ("subscriber.unsubscribed", "Boris", WHY, "Monthly"),
    ]


@pytest.mark.parametrize("reason", list(SuppressionReason))
def test_what_may_be_lifted_and_what_is_somebodys_no(rosa: World, reason: SuppressionReason) -> None:
    with rosa.database.write() as session:
        address_hash = get_subscriber(session, ROSA).address_hash
        suppress(session, address_hash=address_hash, reason=reason, detail="", now=NOON)
    may_be = reason in (SuppressionReason.BOUNCED, SuppressionReason.STAFF)
    assert seen(rosa).may_be_lifted == may_be
    with rosa.database.write() as session:
        if may_be:
            lift_for_person(session, ROSA, act(rosa))
        else:
            with pytest.raises(NotAllowed, match="suppression-stays"):
                lift_for_person(session, ROSA, act(rosa))
        assert is_suppressed(session, address_hash) != may_be
    with rosa.database.write() as session:
        if may_be:
            with pytest.raises(NotFound, match="not-suppressed"):
                lift_for_person(session, ROSA, act(rosa))
            suppress_person(session, ROSA, act(rosa))
        with pytest.raises(Conflict, match="already-suppressed"):
            suppress_person(session, ROSA, act(rosa))


def test_a_name_is_corrected_and_stands_in_no_audit_entry(rosa: World) -> None:
    with rosa.database.write() as session:
        correct_person(session, ROSA, act(rosa), name="Róza Šuligoj", language="en")
        correct_person(session, ROSA, act(rosa), name="Róza Šuligoj", language="en")
        [entry] = session.exec(select(AuditEntry).where(AuditEntry.action == "subscriber.corrected"))
        assert entry.detail == {"reason": WHY, "parts": ["name", "language"]}
    assert addresses_of(rosa, rosa.boris, "sulig") == ["rosa@example.org"]
    for reason in ("", "  ", "x" * 201, "it is roza", "ROZA Suligoj called", "write to r@example.org", "a\u202eb"):
        with rosa.database.write() as session, pytest.raises(InputRefused, match="people-reason"):
            correct_person(session, ROSA, act(rosa, reason=reason), name="Róza", language="sl")


ACTS: list[Callable[[Session, StaffAction], object]] = [
    lambda session, act: unsubscribe_on_request(session, ROSA, act),
    lambda session, act: suppress_person(session, ROSA, act),
    lambda session, act: lift_for_person(session, ROSA, act),
    lambda session, act: correct_person(session, ROSA, act, name="R", language="sl"),
    lambda session, act: export_person(session, ROSA, act),
    lambda session, act: write_note(session, ROSA, "x", actor=act.actor, now=act.now),
    lambda session, act: see_person(session, ROSA, act.actor),
]


@pytest.mark.parametrize("do", ACTS)
def test_an_editor_may_none_of_it(rosa: World, do: Callable[[Session, StaffAction], object]) -> None:
    with rosa.database.write() as session, pytest.raises(NotAllowed):
        do(session, act(rosa, rosa.ana))
    with pytest.raises(NotAllowed):
        addresses_of(rosa, rosa.ana)


@pytest.mark.parametrize("do", ACTS)
def test_whoever_is_on_a_protected_list_alone_is_not_there(
    rosa: World, do: Callable[[Session, StaffAction], object]
) -> None:
    with rosa.database.write() as session:
        set_protected(session, get_list(session, 1), True)
    assert addresses_of(rosa, rosa.boris) == addresses_of(rosa, rosa.boris, "rosa@example.org") == []
    with rosa.database.write() as session, pytest.raises(BiltenError) as refused:
        do(session, act(rosa))
    assert refused.value.code in {"subscribers-person-gone", "campaigns-people-export-is-partial"}
    may_see = replace(rosa.boris, permissions=rosa.boris.permissions | {Permission.SEE_PROTECTED_READERS})
    assert addresses_of(rosa, may_see) == ["rosa@example.org"]


def test_of_a_protected_list_nothing_is_told_and_a_no_ends_it_all_the_same(rosa: World) -> None:
    before = seen(rosa, rosa.boris)
    with rosa.database.write() as session:
        joins(rosa, session, "shelter", is_protected=True)
        write_note(session, ROSA, "lives at the shelter", actor=OPERATOR, now=NOON)
        write_note(session, ROSA, "called on Monday", actor=rosa.boris, now=NOON)
    after = seen(rosa, rosa.boris)
    assert (after.lists, after.consent, after.acts) == (before.lists, before.consent, before.acts)
    assert [note.text for note in after.notes] == ["called on Monday"]
    assert [note.text for note in seen(rosa).notes] == ["called on Monday", "lives at the shelter"]
    with rosa.database.write() as session, pytest.raises(NotFound, match="list-unknown"):
        unsubscribe_on_request(session, ROSA, act(rosa), list_slug="shelter")
    with rosa.database.write() as session:
        unsubscribe_on_request(session, ROSA, act(rosa, OPERATOR), list_slug="shelter")
    assert "Shelter" not in {entry.list_name for entry in seen(rosa, rosa.boris).acts}
    assert len(seen(rosa).acts) == len(seen(rosa, rosa.boris).acts) + 1
    [shelter] = [entry for entry in seen(rosa).lists if entry.is_protected]
    assert shelter.status is SubscriptionStatus.UNSUBSCRIBED


def test_everything_about_a_person_is_handed_over(rosa: World) -> None:
    campaign_id = rosa.launched()
    rosa.run(rounds=3)
    with rosa.database.write() as session:
        write_note(session, ROSA, "=cmd|' /C calc'!A0", actor=rosa.boris, now=NOON)
        exported = export_person(session, ROSA, act(rosa)).as_json()
        again = export_person(session, ROSA, act(rosa)).as_json()
    assert campaign_id
    assert exported["person"]["address"] == "rosa@example.org"
    assert exported["lists"][0]["status"] == "confirmed"
    assert exported["deliveries"][0]["status"] == "accepted"
    assert exported["notes"][0]["text"] == "=cmd|' /C calc'!A0"
    assert exported["acts"] == exported["looks"] == []
    assert [entry["action"] for entry in again["acts"]] == ["subscriber.exported"]
    assert "Boris" not in str(again)


def test_when_and_why_staff_looked_is_handed_over_and_not_who(rosa: World) -> None:
    rosa.launched()
    rosa.run(rounds=3)
    (delivery,) = rosa.deliveries(1)
    later = NOON + timedelta(days=1)
    with rosa.database.write() as session:
        open_copy(session, delivery, actor=rosa.boris, now=later)
        open_person(session, ROSA, actor=rosa.boris, now=NOON)
        exported = export_person(session, ROSA, act(rosa))
        own = export_own_data(session, get_subscriber(session, ROSA), came_from=1, language="sl")
    looks = [(row["at"], row["purpose"]) for row in exported.parts["looks"]]
    assert looks == [(NOON, "person_looked_at"), (later, "copy_looked_at")]
    assert "Boris" not in str(exported.as_json())
    assert rosa.boris.name not in str(exported.as_json())
    assert "looks" not in own.parts, "a link may have been forwarded"


def test_a_note_is_bounded_and_keeps_its_lines(rosa: World) -> None:
    with rosa.database.write() as session:
        write_note(session, ROSA, "  one \r\n two\n", actor=rosa.boris, now=NOON)
        for text in ("", " \n ", "x" * 1001, "a\x1b[2J"):
            with pytest.raises(InputRefused, match="note"):
                write_note(session, ROSA, text, actor=rosa.boris, now=NOON)
    assert [(note.text, note.author) for note in seen(rosa).notes] == [("one\ntwo", "Boris")]
