"""Undoing an import restores what was there, unless people have acted since; a dry run foresees what comes."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlmodel import Session, SQLModel, col, select

from core.db import Database
from core.errors import InputRefused, NotFound
from subscribers import csv_refused, import_lease, read_import, write_import
from subscribers import undo_import as undo_import_module
from subscribers.csv_header import AS_FOUND, HeaderChoice
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.import_csv import foresee_csv, import_csv
from subscribers.import_lease import ImportLease, claim
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.import_steps import ImportAction, take_step
from subscribers.import_tables import ImportState, RowOutcome, SubscriberImport, UndoOutcome
from subscribers.person_fields import put_values, values_of
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import (
    ConsentMethod,
    ConsentRecord,
    OptedOut,
    RememberedNo,
    Subscriber,
    Subscription,
    Suppression,
)
from subscribers.topic_tables import Frequency, Topic, TopicChoice
from subscribers.topics import create_topic
from subscribers.undo_import import undo_import
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conftest import SECRET

LATER = NOON.replace(hour=13)
NOES = (Suppression, OptedOut, RememberedNo)

Csv = Callable[[str | bytes], Path]


def bring_in(database: Database, path: Path, now: Any = NOON, to: str = "bulletin", **more: Any) -> CsvReport:
    return import_csv(database, path, ImportRequest(to, "Paper", "sl", **more), secret=SECRET, now=now)


def undo(database: Database, report: CsvReport, mailed: Collection[str] = ()) -> dict[str, int]:
    """By outcome. `mailed`: addresses."""
    assert report.import_id is not None
    with database.write() as session:
        take_step(session, report.import_id, ImportAction.UNDO, now=LATER)

    def who(session: Session, row: SubscriberImport, ids: Collection[int]) -> set[int]:
        these = select(Subscriber.id).where(col(Subscriber.address).in_(mailed), col(Subscriber.id).in_(ids))
        return set(session.exec(these))

    lease = ImportLease(database, report.import_id, "test", lambda: LATER)
    assert claim(lease) is not None
    assert undo_import(lease, mailed=who, at_end=lambda session, row: None, is_time_up=lambda: False)
    with database.read() as session:
        row = session.get_one(SubscriberImport, report.import_id)
        assert row.state is ImportState.UNDONE
        return dict(row.figures.get("undone", {}))


def people(database: Database) -> list[list[Any]]:
    """All that there is of people, but for noes."""
    with database.read() as session:
        tables = [
            SQLModel.metadata.tables[each.__tablename__]
            for each in (Subscriber, Subscription, ConsentRecord, FieldValue, SubscriberTag)
        ]
        rows = [list(map(tuple, session.execute(table.select().order_by(*table.primary_key)))) for table in tables]
        wanted = select(TopicChoice.address_hash).where(TopicChoice.frequency != Frequency.NEVER)
        return [*rows, sorted(session.exec(wanted).all())]


@pytest.mark.usefixtures("list_id")
def test_undone_everything_is_as_it_was(database: Database, csv: Csv) -> None:
    bring_in(database, csv("email,name,language\nana@example.org,Ana,sl\n"))
    before = people(database)
    report = bring_in(
        database,
        csv("email,name,language\nana@example.org,Ana Novak,en\nbor@example.org,Bor,sl\n"),
        LATER,
        updates=True,
    )
    assert (report.imported, report.updated) == (1, 1)
    assert people(database) != before
    assert undo(database, report) == {UndoOutcome.REMOVED: 1, UndoOutcome.RESTORED: 1}
    assert people(database) == before


def test_who_has_acted_since_stays_and_a_no_stays_a_no(database: Database, list_id: int, csv: Csv) -> None:
    rows = "".join(f"{name}@example.org\n" for name in ("ana", "bor", "cene", "dora"))
    bring_in(database, csv("email,name\ndora@example.org,Dora\n"))
    named = rows.replace("@example.org", "@example.org,D. Zupan")
    report = bring_in(database, csv(f"email,name\n{named}"), LATER, updates=True)
    with database.write() as session:
        by_name = {each.address.partition("@")[0]: each for each in session.exec(select(Subscriber))}
        by_name["dora"].name = "Dora Kos"
        session.add(by_name["dora"])
        leaving = {"subscriber_id": by_name["ana"].id, "list_id": list_id}
        unsubscribe(session, **leaving, method=ConsentMethod.ONE_CLICK, evidence="link", now=LATER)
    assert undo(database, report, mailed=["bor@example.org"]) == {
        UndoOutcome.KEPT_ACTED: 2,
        UndoOutcome.REMOVED: 1,
        UndoOutcome.KEPT_CHANGED: 1,
    }
    with database.read() as session:
        statuses = {
            each.address: session.exec(select(Subscription).where(Subscription.subscriber_id == each.id))
            .one()
            .status
            for each in session.exec(select(Subscriber))
        }
        assert statuses == {
            "ana@example.org": SubscriptionStatus.UNSUBSCRIBED,
            "bor@example.org": SubscriptionStatus.CONFIRMED,
            "dora@example.org": SubscriptionStatus.CONFIRMED,
        }


def test_it_is_undone_a_few_rows_at_a_time_and_people_leave_in_between(
    database: Database, list_id: int, csv: Csv, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wants to leave meanwhile waits for a piece, not for the file; and their no is kept."""
    monkeypatch.setattr(undo_import_module, "AT_ONCE", 2)
    report = bring_in(
        database, csv("email,language\n" + "".join(f"p{number}@example.org,sl\n" for number in range(5)))
    )
    undone: list[int] = []

    def leave(lease: ImportLease) -> None:
        with lease.database.write() as session:
            row = session.get_one(SubscriberImport, lease.import_id)
            undone.append(sum(row.figures["undone"].values()))
            last = session.exec(select(Subscriber.id).where(Subscriber.address == "p4@example.org")).one()
            leaving = {"subscriber_id": last, "list_id": list_id}
            unsubscribe(session, **leaving, method=ConsentMethod.ONE_CLICK, evidence="link", now=LATER)

    monkeypatch.setattr(ImportLease, "pause", leave)
    assert undo(database, report) == {UndoOutcome.REMOVED: 4, UndoOutcome.KEPT_ACTED: 1}
    assert undone == [2, 4]


SIZES = HeaderChoice(fields={"Size": "size"})
ROW = st.tuples(
    st.sampled_from("abcdefgh"),
    st.sampled_from(["", "A", "B"]),
    st.sampled_from(["sl", "en", "", "no such language"]),
    st.sampled_from(["confirmed", "pending", "unsubscribed", "blocked", "bounced", "complained", "what?"]),
    st.sampled_from(["", "1", "2.5", "many"]),
)
FILE = st.lists(ROW, min_size=1, max_size=12)


def test_fields_are_filled_in_corrected_and_taken_back_unless_somebody_changed_them(
    database: Database, list_id: int, csv: Csv
) -> None:
    a_field(database)
    bring_in(database, csv("email,Size\nana@example.org,1\nbor@example.org,\n"), header=SIZES)
    assert sizes(database) == {"ana": "1"}
    untouched = csv("email,Size\nana@example.org,7\ncene@example.org,3\n")
    bring_in(database, untouched, header=SIZES)
    assert sizes(database) == {"ana": "1", "cene": "3"}, "of people who are known only where staff say so"
    file = csv(
        "email,Size\nana@example.org,2,\nbor@example.org,5\ncene@example.org,\ndora@example.org,8\neva@example.org,x\n"
    )
    report = bring_in(database, file, LATER, updates=True, header=SIZES)
    assert (report.imported, report.updated, report.already_subscribed) == (1, 2, 1)
    assert [(refusal.line, refusal.code) for refusal in report.refused] == [(6, "subscribers-value-no-decimal")]
    assert sizes(database) == {"ana": "2", "bor": "5", "cene": "3", "dora": "8"}
    with database.write() as session:
        bor = session.exec(select(Subscriber).where(Subscriber.address == "bor@example.org")).one()
        put_values(session, {bor.id: {1: TypedValue(number=60_000)}})
    undone = {UndoOutcome.REMOVED: 1, UndoOutcome.RESTORED: 1, UndoOutcome.KEPT_CHANGED: 1}
    assert undo(database, report) == undone
    assert sizes(database) == {"ana": "1", "bor": "6", "cene": "3"}


def test_a_field_or_a_column_that_is_not_there_is_said_to_be_so(
    database: Database, list_id: int, csv: Csv
) -> None:
    with pytest.raises(NotFound, match="field-unknown"):
        bring_in(database, csv("email,Size\nana@example.org,1\n"), header=SIZES)
    a_field(database)
    with pytest.raises(InputRefused, match="field-column"):
        bring_in(database, csv("email\nana@example.org\n"), header=SIZES)


def a_field(database: Database) -> None:
    with database.write() as session:
        session.add(CustomField(id=1, word="size", label="Size", type=FieldType.DECIMAL, created_at=NOON))


def sizes(database: Database) -> dict[str, str]:
    with database.read() as session:
        names = {each.id: each.address.partition("@")[0] for each in session.exec(select(Subscriber))}
        held = values_of(session, list(names))
        return {names[number]: value.written for number, values in held.items() for value in values.values()}


def write(path: Path, rows: list[tuple[str, ...]], system: str = "table") -> Path:
    """As that system exports them; each knows some of the states."""
    text = WRITERS[system](rows)
    path.write_text(text, encoding="utf-8")
    return path


def as_table(rows: list[tuple[str, ...]]) -> str:
    lines = [f"{letter}@example.org,{','.join(cells)}\n" for letter, *cells in rows]
    return "email,name,language,status,Size\n" + "".join(lines)


def as_buttondown(rows: list[tuple[str, ...]]) -> str:
    types = {"confirmed": "regular", "pending": "unactivated", "blocked": "removed", "bounced": "undeliverable"}
    lines = [
        f"{letter}@example.org,{types.get(status, status)},2024-03-0{place % 9 + 1} 00:03:09+00:00\n"
        for place, (letter, _, _, status, _) in enumerate(rows)
    ]
    return "email,subscriber_type,subscription_date\n" + "".join(lines)


def as_sympa(rows: list[tuple[str, ...]]) -> str:
    marks = {"pending": "suspend 1\n", "unsubscribed": "reception nomail\n", "bounced": "bounce 1 2 3 5.1.1\n"}
    return "\n".join(
        f"email {letter}@example.org\ngecos {name}\ndate 1710288189\n{marks.get(status, 'subscribed 1')}\n"
        for letter, name, _, status, _ in rows
    )


def as_mailman(rows: list[tuple[str, ...]]) -> str:
    return "".join(f"{name} <{letter}@example.org>\n" for letter, name, _, _, _ in rows)


def as_bilten(rows: list[tuple[str, ...]]) -> str:
    """Sizes are tags; whether a topic is wanted is each person's own: nobody changes their mind."""
    tags = {"1": "vip", "2.5": '"vip, člani"'}
    lines = [
        f"{letter}@example.org,{name},{language},{status},,,{tags.get(size, size)},"
        f"housing={'never' if letter < 'd' else 'weekly'}\n"
        for letter, name, language, status, size in rows
    ]
    return "email,name,language,status,agreed at,paused until,tags,topics\n" + "".join(lines)


WRITERS = {
    "bilten": as_bilten,
    "table": as_table,
    "buttondown": as_buttondown,
    "sympa_dump": as_sympa,
    "mailman": as_mailman,
}


@pytest.mark.usefixtures("list_id")
@example_settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=FILE,
    after=FILE,
    system=st.sampled_from(sorted(WRITERS)),
    updates=st.booleans(),
    chunk=st.sampled_from([1, 3, 500]),
    piece=st.sampled_from([1, 2, 500]),
)
def test_a_dry_run_foresees_each_row_no_row_is_lost_nobody_is_resurrected_and_undoing_restores(
    database: Database,
    tmp_path: Path,
    before: Any,
    after: Any,
    system: str,
    *,
    updates: bool,
    chunk: int,
    piece: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (csv_refused, read_import):
            patch.setattr(module, "CHUNK", chunk)
        patch.setattr(write_import, "CHUNK", piece)
        patch.setattr(import_lease, "PAUSE", 0)
        empty(database)
        a_field(database)
        first = "bilten" if system == "bilten" else "table"
        bring_in(
            database, write(tmp_path / "before.csv", before, first), header=SIZES if first == "table" else AS_FOUND
        )
        at_first, noes = people(database), said_no(database)
        path = write(tmp_path / "after.csv", after, system)
        header = SIZES if system == "table" else AS_FOUND
        request = ImportRequest("bulletin", "Paper", "sl", updates=updates, header=header)
        foreseen = foresee_csv(database, path, request, secret=SECRET, now=LATER)
        assert people(database) == at_first
        report = bring_in(database, path, LATER, updates=updates, header=header)
        assert report.system == foreseen.system == system
    counts = {name: getattr(report, name) for name in RowOutcome if name is not RowOutcome.REFUSED}
    assert counts == {name: getattr(foreseen, name) for name in counts}
    assert sum(counts.values()) + len(report.refused) == len(after)
    assert noes <= said_no(database)
    assert not who_is_written_to(database) & said_no(database)
    since = {row for row in said_no(database) if row not in noes}
    undo(database, report)
    assert noes | since == said_no(database)
    if not since:
        assert people(database) == at_first


def empty(database: Database) -> None:
    with database.write() as session:
        session.execute(delete(FieldValue))
        session.execute(delete(CustomField))
        for table in (SubscriberImport, ConsentRecord, Subscription, Subscriber, *NOES, TopicChoice, Tag):
            session.execute(delete(table))
        if session.exec(select(Topic)).first() is None:
            create_topic(session, slug="housing", name="Housing", names={}, now=NOON)


def said_no(database: Database) -> set[str]:
    """By address hash: whoever has left the list, wants nothing, or cannot be written to."""
    with database.read() as session:
        left = select(Subscriber.address_hash).join(Subscription)
        left = left.where(col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED)
        return set(session.exec(left)).union(*(session.exec(select(table.address_hash)) for table in NOES))


def who_is_written_to(database: Database) -> set[str]:
    with database.read() as session:
        confirmed = select(Subscriber.address_hash).join(Subscription)
        people = session.exec(confirmed.where(col(Subscription.status) == SubscriptionStatus.CONFIRMED))
        dead = set(session.exec(select(Suppression.address_hash)))
        return set(people) - dead
