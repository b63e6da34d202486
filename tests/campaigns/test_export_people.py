"""Export: who may take what, what stands in the file, and that our own import reads it back without loss."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, delete, select

from campaigns.people import export_requests
from campaigns.people.export_files import WORDS, file_of
from campaigns.people.export_people import (
    ExportFileType,
    ExportPlan,
    export_granted,
    export_list,
    export_search,
    export_segment,
)
from campaigns.people.export_requests import (
    ask_for_export,
    count_for,
    decide_export,
    use_grant,
)
from campaigns.people.export_requests import (
    export_requests as requests_of,
)
from campaigns.people.find_person import PeopleRequest
from campaigns.people.staff_action import StaffAction
from core.csv_cells import guarded, unguarded
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, NotFound
from staff.password_link import make_password_link, set_password
from staff.principal import OPERATOR, Principal
from staff.roles import Permission
from staff.tables import AuditEntry
from subscribers.change_list import set_protected
from subscribers.csv_header import HeaderChoice
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list, get_list
from subscribers.person_fields import put_values, values_of
from subscribers.segment_tables import Segment
from subscribers.status import SubscriptionStatus
from subscribers.tables import (
    ConsentRecord,
    MailingList,
    OptedOut,
    Subscriber,
    Subscription,
    Suppression,
    SuppressionReason,
)
from tests.campaigns.world import World, as_admin
from tests.databases import on_sqlite
from tests.examples import examples

WHY = "for the printer, by contract"
FORMULA = '=HYPERLINK("http://x.example")'


@pytest.fixture
def people(world: World) -> World:
    world.add_readers(["rosa", "miha", "zala"], language="sl")
    with world.database.write() as session:
        session.get_one(Subscriber, 2).name = FORMULA
    return world


def act(world: World, actor: Principal = OPERATOR) -> StaffAction:
    return StaffAction(WHY, actor, world.clock.now(), zone="UTC")


def written(world: World, export: ExportPlan, *, language: str = "en") -> bytes:
    rows = export.rows(world.database, now=world.clock.now())
    return b"".join(file_of(rows, export.format, export.scope, language=language))


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def seeing(actor: Principal) -> Principal:
    return replace(actor, permissions=actor.permissions | {Permission.SEE_PROTECTED_READERS})


def test_a_list_as_csv_and_json_and_who_took_it(people: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subscribers.export_rows.PAGE", 2)
    with people.database.write() as session:
        as_csv = export_list(session, "bulletin", ExportFileType.CSV, act(people, people.boris))
        as_json = export_list(session, "bulletin", ExportFileType.JSON, act(people, people.boris))
    rows = rows_of(written(people, as_csv))
    assert [row["email"] for row in rows] == ["rosa@example.org", "miha@example.org", "zala@example.org"]
    assert rows[1]["name"] == f"'{FORMULA}"
    assert rows[0]["status"] == "subscribed"
    assert json.loads(written(people, as_json))[1]["name"] == FORMULA
    with people.database.read() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "subscribers.exported")).all()
    assert [(entry.actor, entry.subject, entry.detail) for entry in entries] == [
        (people.boris.name, "list:1", {"reason": WHY, "format": format_, "rows": 3}) for format_ in ("csv", "json")
    ]


@on_sqlite
def test_a_table_is_in_the_language_of_whoever_takes_it_and_json_in_none(people: World) -> None:
    with people.database.write() as session:
        session.add(
            CustomField(word="member", label="Member", type=FieldType.YES_NO, created_at=people.clock.now())
        )
        session.flush()
        put_values(session, {1: {1: TypedValue(text="yes")}})
        as_csv = export_list(session, "bulletin", ExportFileType.CSV, act(people))
        as_json = export_list(session, "bulletin", ExportFileType.JSON, act(people))
    row = rows_of(written(people, as_csv, language="sl"))[0]
    assert list(row)[:5] == ["e-naslov", "ime", "jezik", "stanje", "nedostavljivo"]
    assert (row["stanje"], row["nedostavljivo"], row["field_member"]) == ("naročen", "ne", "da")
    assert written(people, as_json, language="sl") == written(people, as_json, language="en")


@on_sqlite
def test_a_sheet_holds_words_and_no_formula(people: World, tmp_path: Path) -> None:
    with people.database.write() as session:
        export = export_list(session, "bulletin", ExportFileType.XLSX, act(people))
    file = tmp_path / "people.xlsx"
    file.write_bytes(written(people, export))
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    assert rows[0][:2] == ["email", "name"]
    assert rows[2][1] == f"'{FORMULA}"


def test_custom_fields_are_exported_and_read_again_where_staff_say_so(people: World, tmp_path: Path) -> None:
    with people.database.write() as session:
        for word, type_ in (("town", FieldType.TEXT), ("since", FieldType.DATE)):
            session.add(CustomField(word=word, label=word, type=type_, created_at=people.clock.now()))
        session.flush()
        held = {
            1: {1: TypedValue(text=FORMULA), 2: TypedValue(day=date(2020, 2, 29))},
            3: {1: TypedValue(text="Bled")},
        }
        put_values(session, held)
        export = export_list(session, "bulletin", ExportFileType.CSV, act(people))
    file = tmp_path / "bulletin.csv"
    file.write_bytes(written(people, export))
    rows = rows_of(file.read_bytes())
    assert [row["field_town"] for row in rows] == [f"'{FORMULA}", "", "Bled"]
    assert [row["field_since"] for row in rows] == ["2020-02-29", "", ""]
    with people.database.write() as session:
        session.execute(delete(FieldValue))
    columns = HeaderChoice(fields={"field_town": "town", "field_since": "since"})
    request = ImportRequest("bulletin", "Our own export", "en", updates=True, header=columns)
    secret = people.settings.secret_key.get_secret_value()
    assert import_csv(people.database, file, request, secret=secret, now=people.clock.now()).refused == []
    with people.database.read() as session:
        assert values_of(session, [1, 2, 3]) == held


@on_sqlite
def test_an_empty_list_is_a_file_with_titles(world: World) -> None:
    with world.database.write() as session:
        as_csv = export_list(session, "bulletin", ExportFileType.CSV, act(world))
        as_json = export_list(session, "bulletin", ExportFileType.JSON, act(world))
    assert rows_of(written(world, as_csv)) == json.loads(written(world, as_json)) == []


@on_sqlite
def test_a_search_and_a_segment_leave_protected_lists_out(people: World) -> None:
    secret = people.settings.secret_key.get_secret_value()
    with people.database.write() as session:
        shelter = create_list(session, slug="shelter", name="Shelter", now=people.clock.now(), is_protected=True)
        for number in (1, 3):
            session.add(
                Subscription(
                    subscriber_id=number,
                    list_id=shelter.id,
                    status=SubscriptionStatus.CONFIRMED,
                    changed_at=people.clock.now(),
                )
            )
        session.exec(select(Subscription).where(Subscription.subscriber_id == 3, Subscription.list_id == 1)).one()
        session.execute(
            delete(Subscription).where(col(Subscription.subscriber_id) == 3, col(Subscription.list_id) == 1)
        )
        for name, condition in (("slovenes", "language = sl"), ("at risk", "list = shelter")):
            session.add(Segment(name=name, condition=condition, created_at=people.clock.now()))
    with people.database.write() as session:
        search = export_search(session, PeopleRequest("example"), ExportFileType.CSV, act(people), secret=secret)
        segment = export_segment(session, "slovenes", ExportFileType.CSV, act(people))
        for export in (search, segment):
            rows = rows_of(written(people, export))
            assert [(row["email"], row["list"]) for row in rows] == [
                ("rosa@example.org", "bulletin"),
                ("miha@example.org", "bulletin"),
            ]
        with pytest.raises(InputRefused, match="segment-protected"):
            export_segment(session, "at risk", ExportFileType.CSV, act(people))
        with pytest.raises(Conflict, match="needs-grant"):
            export_list(session, "shelter", ExportFileType.CSV, act(people))
        shelter_search = PeopleRequest(list_slug="shelter")
        with pytest.raises(Conflict, match="needs-grant"):
            export_search(session, shelter_search, ExportFileType.CSV, act(people), secret=secret)
        with pytest.raises(NotFound):
            export_search(
                session,
                PeopleRequest(list_slug="shelter"),
                ExportFileType.CSV,
                act(people, people.boris),
                secret=secret,
            )
        with pytest.raises(NotAllowed):
            export_list(session, "bulletin", ExportFileType.CSV, act(people, people.ana))
        with pytest.raises(InputRefused, match="reason"):
            export_list(
                session, "bulletin", ExportFileType.CSV, StaffAction(" ", OPERATOR, people.clock.now(), zone="UTC")
            )


class TestTwoPeople:
    """A protected list leaves by two people's will, within an hour, once."""

    @pytest.fixture
    def shelter(self, people: World) -> World:
        with people.database.write() as session:
            set_protected(session, get_list(session, 1), True)
        return people

    def ask(self, world: World, session: Session, who: Principal) -> int:
        return ask_for_export(session, session.get_one(MailingList, 1), act(world, who)).id

    def test_asked_granted_and_taken_once(self, shelter: World) -> None:
        boris, cilka = seeing(shelter.boris), seeing(shelter.cilka)
        with shelter.database.write() as session:
            number = self.ask(shelter, session, boris)
            assert (
                count_for(session, cilka, now=shelter.clock.now()),
                count_for(session, boris, now=shelter.clock.now()),
            ) == (1, 0)
            assert count_for(session, shelter.cilka, now=shelter.clock.now()) == 0, "who may not see the readers"
            with pytest.raises(Conflict, match="not-granted"):
                export_granted(session, number, ExportFileType.CSV, act(shelter, boris))
            with pytest.raises(NotAllowed, match="own"):
                decide_export(session, number, is_granted=True, actor=boris, now=shelter.clock.now())
            with pytest.raises(Conflict, match="asked-already"):
                self.ask(shelter, session, boris)
            decide_export(session, number, is_granted=True, actor=cilka, now=shelter.clock.now())
            assert count_for(session, cilka, now=shelter.clock.now()) == 0
            with pytest.raises(NotAllowed, match="anothers"):
                export_granted(session, number, ExportFileType.CSV, act(shelter, cilka))
            with pytest.raises(Conflict, match="not-waiting"):
                decide_export(session, number, is_granted=False, actor=cilka, now=shelter.clock.now())
        shelter.clock.advance(seconds=3599)
        with shelter.database.write() as session:
            export = export_granted(session, number, ExportFileType.CSV, act(shelter, boris))
        assert len(rows_of(written(shelter, export))) == 3
        with shelter.database.write() as session:
            with pytest.raises(Conflict, match="not-granted"):
                export_granted(session, number, ExportFileType.CSV, act(shelter, boris))
            actions = session.exec(select(AuditEntry.action).where(AuditEntry.subject == "list:1")).all()
            assert list(actions) == ["export.requested", "export.granted", "subscribers.exported"]
            [view] = requests_of(session, cilka, now=shelter.clock.now())
            assert (view.state, view.asked_by, view.decided_by) == ("used", "Boris", "Cilka")

    @pytest.mark.parametrize("seconds", [3600, -60])
    @on_sqlite
    def test_never_after_the_hour_nor_by_a_clock_that_was_ahead(self, shelter: World, seconds: int) -> None:
        boris, cilka = seeing(shelter.boris), seeing(shelter.cilka)
        with shelter.database.write() as session:
            number = self.ask(shelter, session, boris)
            decide_export(session, number, is_granted=True, actor=cilka, now=shelter.clock.now())
            now = shelter.clock.now() + timedelta(seconds=seconds)
            with pytest.raises(Conflict, match="not-granted"):
                use_grant(session, number, actor=boris, now=now)

    @on_sqlite
    def test_a_request_waits_for_a_day_and_may_be_refused(self, shelter: World) -> None:
        boris, cilka = seeing(shelter.boris), seeing(shelter.cilka)
        with shelter.database.write() as session:
            number = self.ask(shelter, session, boris)
            late = shelter.clock.now() + export_requests.WAITS
            with pytest.raises(Conflict, match="not-waiting"):
                decide_export(session, number, is_granted=True, actor=cilka, now=late)
            decide_export(session, number, is_granted=False, actor=cilka, now=shelter.clock.now())
            with pytest.raises(Conflict, match="not-granted"):
                use_grant(session, number, actor=boris, now=shelter.clock.now())
            assert self.ask(shelter, session, boris) != number, "they may ask again"

    @on_sqlite
    def test_an_account_that_whoever_asks_can_open_does_not_grant_it(self, shelter: World) -> None:
        """With a link of theirs, its password was set: it may be they (ADR 65)."""
        boris, cilka, now = seeing(shelter.boris), seeing(shelter.cilka), shelter.clock.now()
        assert cilka.user_id is not None
        with shelter.database.write() as session:
            number = self.ask(shelter, session, boris)
            secret = make_password_link(session, cilka.user_id, actor=as_admin(boris), now=now).secret
            set_password(session, secret, "a hash", now=now)
            with pytest.raises(NotAllowed, match="approver-let-in"):
                decide_export(session, number, is_granted=True, actor=cilka, now=now)
            decide_export(session, number, is_granted=False, actor=cilka, now=now)

    @on_sqlite
    def test_who_may_none_of_it(self, shelter: World) -> None:
        boris = seeing(shelter.boris)
        now = shelter.clock.now()
        with shelter.database.write() as session:
            number = self.ask(shelter, session, boris)
            for actor in (OPERATOR, shelter.cilka, seeing(shelter.ana)):
                steps: list[Callable[[], object]] = [
                    lambda actor=actor: self.ask(shelter, session, actor),  # type: ignore[misc]  # bound now
                    lambda actor=actor: decide_export(session, number, is_granted=True, actor=actor, now=now),  # type: ignore[misc]  # bound now
                    lambda actor=actor: use_grant(session, number, actor=actor, now=now),  # type: ignore[misc]  # bound now
                    lambda actor=actor: requests_of(session, actor, now=now),  # type: ignore[misc]  # bound now
                ]
                for step in steps:
                    with pytest.raises(NotAllowed):
                        step()
            with pytest.raises(BiltenError, match="export-gone"):
                use_grant(session, 99, actor=boris, now=now)


@given(text=st.text())
@example(text="'=1")
@example(text="''")
@example(text="'t Hooft")
@example(text="＝1")
def test_a_guarded_cell_begins_no_formula_and_comes_back_as_it_was(text: str) -> None:
    assert guarded(text)[:1] not in set("=+-@\t\r\n＝＋－＠") - {""}  # these are meant
    assert unguarded(guarded(text)) == text


SIGNS = "aRčđж ل'=+@-"
NAMES = st.text(SIGNS, max_size=8).map(lambda text: f"{text}x").map(lambda text: " ".join(text.split()))
PERSON = st.tuples(
    NAMES,
    st.sampled_from(list(SubscriptionStatus)),
    st.sampled_from([None, None, *SuppressionReason]),
    st.booleans(),
)


@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    people=st.lists(PERSON, min_size=1, max_size=6),
    as_sheet=st.booleans(),
    language=st.sampled_from(sorted(WORDS)),
)
@example(
    people=[
        ("=1+1", SubscriptionStatus.CONFIRMED, None, False),
        ("'=x", SubscriptionStatus.CONFIRMED, None, False),
    ],
    as_sheet=True,
    language="sl",
)
@on_sqlite
def test_what_is_exported_is_imported_without_loss(
    world: World,
    tmp_path: Path,
    people: list[tuple[str, SubscriptionStatus, SuppressionReason | None, bool]],
    *,
    as_sheet: bool,
    language: str,
) -> None:
    """Into another database: who is written to, with their names and languages, and who is not, are the same."""
    _forget_everybody(world)
    names = [f"reader{place}" for place in range(len(people))]
    world.add_readers(names, language="sl")
    with world.database.write() as session:
        for row, (name, status, reason, is_out) in zip(
            session.exec(select(Subscriber).order_by(col(Subscriber.id))).all(), people, strict=True
        ):
            row.name = name
            subscription = session.exec(select(Subscription).where(Subscription.subscriber_id == row.id)).one()
            subscription.status = status
            if reason:
                session.add(Suppression(address_hash=row.address_hash, reason=reason, at=world.clock.now()))
            if is_out and status is SubscriptionStatus.UNSUBSCRIBED:
                session.add(OptedOut(address_hash=row.address_hash, method="staff", at=world.clock.now()))  # type: ignore[arg-type]  # as stored
        chosen = ExportFileType.XLSX if as_sheet else ExportFileType.CSV
        export = export_list(session, "bulletin", chosen, act(world))
        before = _mailable(session)
        noes = {row.address for row in session.exec(select(Subscriber)).all()} - set(before)
    file = tmp_path / f"bulletin.{chosen}"
    file.write_bytes(written(world, export, language=language))
    _forget_everybody(world)
    secret = world.settings.secret_key.get_secret_value()
    report = import_csv(
        world.database,
        file,
        ImportRequest("bulletin", "Our own export", "en"),
        secret=secret,
        now=world.clock.now(),
    )
    assert report.refused == []
    with world.database.read() as session:
        assert _mailable(session) == before
        assert not set(_mailable(session)) & noes


def _mailable(session: Session) -> dict[str, tuple[str, str]]:
    rows = session.exec(
        select(Subscriber)
        .join(Subscription)
        .where(
            col(Subscription.status) == SubscriptionStatus.CONFIRMED,
            col(Subscriber.address_hash).not_in(select(Suppression.address_hash)),
            col(Subscriber.address_hash).not_in(select(OptedOut.address_hash)),
        )
    ).all()
    return {row.address: (row.name, row.language) for row in rows}


def _forget_everybody(world: World) -> None:
    with world.database.write() as session:
        for table in (ConsentRecord, Subscription, Subscriber, Suppression, OptedOut):
            session.execute(delete(table))
