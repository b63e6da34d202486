"""Custom fields are made, named, archived and deleted; what people have in them stands in no audit entry."""

import pytest

from campaigns.editorial.manage_field import FieldDetails, add_field, archive_field, change_field, remove_field
from campaigns.editorial.manage_segment import SegmentDetails, add_segment, read_segment_condition
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.people.fill_fields import fill_fields
from campaigns.people.staff_action import StaffAction
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import OPERATOR
from subscribers.field_tables import CustomField, FieldType
from subscribers.fields import count_values, field_by_word
from subscribers.person_fields import fields_of_person
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in


def make(world: World, word: str, kind: FieldType = FieldType.TEXT, *choices: str) -> CustomField:
    with world.database.write() as session:
        return add_field(session, word, kind, FieldDetails(word, choices=choices), actor=OPERATOR, now=NOON)


def fill(world: World, **written: str) -> list[str]:
    with world.database.write() as session:
        act = StaffAction("asked by telephone", OPERATOR, NOON, zone="UTC")
        return fill_fields(session, 1, act, written=written)


def held(world: World) -> dict[str, str]:
    with world.database.read() as session:
        return {entry.field.word: entry.written for entry in fields_of_person(session, 1)}


def test_what_a_person_has_is_filled_in_changed_and_emptied(world: World) -> None:
    world.add_readers(["rosa"], language="sl")
    make(world, "town")
    make(world, "members", FieldType.WHOLE_NUMBER)
    make(world, "born", FieldType.DATE)
    make(world, "role", FieldType.CHOICE, "press", "volunteer")
    written = {"town": "Ptuj", "members": "12", "born": "31. 1. 1990", "role": "PRESS"}
    assert sorted(fill(world, **written)) == sorted(written)
    kept = {"town": "Ptuj", "members": "12", "born": "1990-01-31", "role": "press"}
    assert held(world) == kept
    assert fill(world, **kept) == [], "once is enough"
    assert sorted(fill(world, town="Celje", members="", born=kept["born"])) == ["members", "town"]
    assert held(world) == kept | {"town": "Celje", "members": ""}
    for wrong, code in ({"born": "soon"}, "no-date"), ({"nothing": "x"}, "unknown"):
        with pytest.raises(BiltenError, match=code):
            fill(world, **wrong)
    audit = repr(everything_in(world.database)["audit_entry"])
    assert "town" in audit
    assert not [value for value in ("Ptuj", "Celje", "1990") if value in audit]


@on_sqlite
def test_a_field_that_somebody_has_or_a_segment_names_is_archived_and_not_deleted(world: World) -> None:
    world.add_readers(["rosa"], language="sl")
    make(world, "town")
    fill(world, town="Ptuj")
    with world.database.write() as session:
        with pytest.raises(Conflict, match="field-filled"):
            remove_field(session, "town", actor=OPERATOR, now=NOON)
        archive_field(session, "town", is_archived=True, actor=OPERATOR, now=NOON)
    assert held(world) == {"town": "Ptuj"}, "what people have stays, and is shown"
    fill(world, town="")
    assert held(world) == {}
    with world.database.write() as session:
        details = SegmentDetails("Ptuj", "field town = Ptuj")
        add_segment(session, details, actor=OPERATOR, now=NOON)
        with pytest.raises(Conflict, match="has-segment"):
            remove_field(session, "town", actor=OPERATOR, now=NOON)
        assert count_values(session) == {}


@on_sqlite
def test_a_field_is_named_anew_but_no_choice_goes_that_somebody_has(world: World) -> None:
    world.add_readers(["rosa"], language="sl")
    make(world, "role", FieldType.CHOICE, "press", "volunteer")
    fill(world, role="press")
    with world.database.write() as session:
        with pytest.raises(Conflict, match="choice-in-use"):
            change_field(session, "role", FieldDetails(choices=["volunteer"]), actor=OPERATOR, now=NOON)
        details = FieldDetails("Role", {"sl": "Vloga", "ar": ""}, ["press", "member"], is_own=True)
        changed = change_field(session, "role", details, actor=OPERATOR, now=NOON)
        assert (changed.label_in("sl"), changed.label_in("ar")) == ("Vloga", "Role")
        with pytest.raises(StaleEdit):
            change_field(session, "role", FieldDetails("Other", seen="another"), actor=OPERATOR, now=NOON)
        assert field_by_word(session, "role").choices == ["press", "member"]


@on_sqlite
@pytest.mark.parametrize(
    ("word", "details", "code"),
    [
        ("No word", FieldDetails("x", choices=["a"]), "word-refused"),
        ("a__b", FieldDetails("x", choices=["a"]), "word-refused"),
        ("1st", FieldDetails("x", choices=["a"]), "word-refused"),
        ("town", FieldDetails(" "), "label-refused"),
        ("town", FieldDetails("a\u202eb"), "label-refused"),
        ("town", FieldDetails("x", choices=()), "choices-count"),
        ("town", FieldDetails("x", choices=["a", "Á"]), "choices-alike"),
        ("town", FieldDetails("x", choices=['a"']), "choice-refused"),
    ],
)
def test_what_cannot_be_a_field_is_refused(world: World, word: str, details: FieldDetails, code: str) -> None:
    with world.database.write() as session, pytest.raises(InputRefused, match=code):
        add_field(session, word, FieldType.CHOICE, details, actor=OPERATOR, now=NOON)


@on_sqlite
def test_only_those_who_manage_lists_make_fields(world: World) -> None:
    with world.database.write() as session:
        with pytest.raises(NotAllowed):
            add_field(session, "town", FieldType.TEXT, FieldDetails("Town"), actor=world.ana, now=NOON)
        with pytest.raises(NotFound):
            field_by_word(session, "town")


@on_sqlite
@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("field nothing = a", "field-unknown"),
        ("field town < 5", "field-type"),
        ("field members contains 5", "field-type"),
        ("field members = five", "field-type"),
        ("field born > 5", "field-type"),
        ("field born = 2026-01-31 and field role = nobody", "field-choice"),
        ("field role = PRESS and field members >= 2.5 and field town contains a", ""),
    ],
)
def test_a_segment_asks_a_field_only_what_it_can_answer(world: World, condition: str, code: str) -> None:
    make(world, "town")
    make(world, "members", FieldType.WHOLE_NUMBER)
    make(world, "born", FieldType.DATE)
    make(world, "role", FieldType.CHOICE, "press")
    with world.database.read() as session:
        if not code:
            read_segment_condition(session, condition)
            return
        with pytest.raises(BiltenError, match=code):
            read_segment_condition(session, condition)
