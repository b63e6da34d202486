"""Round trip: what is exported and imported elsewhere is the same there, but for what a no does not need."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, col, delete, select

from campaigns.people.export_files import file_of
from campaigns.people.export_people import ExportFileType, export_list, export_search
from campaigns.people.find_person import PeopleRequest
from campaigns.people.staff_action import StaffAction
from core.errors import NotFound
from staff.principal import OPERATOR
from subscribers.csv_extras import moment_cell
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.import_csv import import_csv
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.lists import create_list
from subscribers.person_fields import put_values
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.suppress import suppress
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    OptedOut,
    Subscriber,
    Subscription,
    Suppression,
    SuppressionReason,
)
from subscribers.tags import put_tag, tags_by_name
from subscribers.topic_choices import save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice
from subscribers.topics import create_topic, offer_topic
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.examples import examples

CONFIRMED, PENDING, LEFT = (
    SubscriptionStatus.CONFIRMED,
    SubscriptionStatus.PENDING,
    SubscriptionStatus.UNSUBSCRIBED,
)
ACTIONS = {
    CONFIRMED: ConsentAction.CONFIRMED,
    PENDING: ConsentAction.REQUESTED,
    LEFT: ConsentAction.UNSUBSCRIBED,
}
LANGUAGES = ("sl", "en", "ar", "fa")
TAGS = ("člani", "=vip", "'80", "two words")
TOPICS = ("asylum", "housing")


@dataclass(frozen=True)
class Drawn:
    status: SubscriptionStatus
    language: str
    tags: frozenset[str]
    topics: dict[str, Frequency]
    pause: int | None
    """Days."""
    town: str
    since: date | None
    given: datetime


PEOPLE = st.lists(
    st.builds(
        Drawn,
        status=st.sampled_from(list(ACTIONS)),
        language=st.sampled_from(LANGUAGES),
        tags=st.frozensets(st.sampled_from(TAGS)),
        topics=st.dictionaries(st.sampled_from(TOPICS), st.sampled_from(list(Frequency))),
        pause=st.none() | st.integers(1, 300),
        town=st.sampled_from(("", "Škofja Loka", "=1+1", "بيروت")),
        since=st.none() | st.dates(date(1990, 1, 1), date(2020, 1, 1)),
        given=st.integers(10**9, 15 * 10**8).map(lambda second: datetime.fromtimestamp(second, UTC)),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture
def here(world: World) -> World:
    now = world.clock.now()
    with world.database.write() as session:
        for slug in TOPICS:
            create_topic(session, slug=slug, name=slug, names={}, now=now)
        for word, type_ in (("town", FieldType.TEXT), ("since", FieldType.DATE)):
            session.add(CustomField(word=word, label=word, type=type_, created_at=now))
    return world


def export(world: World, chosen: ExportFileType, language: str = "en") -> bytes:
    now = world.clock.now()
    with world.database.write() as session:
        plan = export_list(
            session, "bulletin", chosen, StaffAction("for another Bilten", OPERATOR, now, zone="UTC")
        )
    return b"".join(file_of(plan.rows(world.database, now=now), plan.format, plan.scope, language=language))


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def bring_in(world: World, path: Path, *, updates: bool = False) -> CsvReport:
    secret = world.settings.secret_key.get_secret_value()
    request = ImportRequest("bulletin", "Our own export", updates=updates)
    return import_csv(world.database, path, request, secret=secret, now=world.clock.now())


def forget_everybody(world: World) -> None:
    people: list[type[SQLModel]] = [ConsentRecord, Subscription, SubscriberTag, FieldValue, Subscriber]
    by_hash: list[type[SQLModel]] = [OptedOut, TopicChoice, Pause, Tag]
    with world.database.write() as session:
        for table in people + by_hash:
            session.execute(delete(table))


def make(world: World, people: list[Drawn]) -> None:
    now = world.clock.now()
    world.add_readers([f"reader{place}" for place in range(len(people))], language="sl")
    with world.database.write() as session:
        session.execute(delete(ConsentRecord))
        rows = session.exec(select(Subscriber).order_by(col(Subscriber.id))).all()
        for row, drawn in zip(rows, people, strict=True):
            row.language = drawn.language
            session.exec(
                select(Subscription).where(Subscription.subscriber_id == row.id)
            ).one().status = drawn.status
            for number in tags_by_name(session, sorted(drawn.tags), now=now).values():
                put_tag(session, session.get_one(Tag, number), [row.id])
            for slug, frequency in drawn.topics.items():
                topic_id = session.exec(select(Topic.id).where(Topic.slug == slug)).one()
                save_topic_choice(session, row.address_hash, topic_id, frequency, now=now)
            if drawn.pause:
                save_pause(session, row.address_hash, now + timedelta(days=drawn.pause), now=now)
            values = {1: TypedValue(text=drawn.town) if drawn.town else None, 2: _day(drawn.since)}
            put_values(session, {row.id: values})
            session.add(_record(row, drawn, now))


def _day(day: date | None) -> TypedValue | None:
    return TypedValue(day=day) if day else None


def _record(row: Subscriber, drawn: Drawn, now: datetime) -> ConsentRecord:
    return ConsentRecord(
        subscriber_id=row.id,
        list_id=1,
        action=ACTIONS[drawn.status],
        method=ConsentMethod.STAFF,
        at=now,
        given_at=drawn.given,
    )


@settings(
    max_examples=examples(8),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(people=PEOPLE, chosen=st.sampled_from(ExportFileType), language=st.sampled_from(["en", "sl"]))
@on_sqlite
def test_what_is_exported_and_imported_is_exported_the_same(
    here: World, tmp_path: Path, people: list[Drawn], *, chosen: ExportFileType, language: str
) -> None:
    forget_everybody(here)
    make(here, people)
    before = rows_of(export(here, ExportFileType.CSV))
    path = tmp_path / f"bulletin.{chosen}"
    path.write_bytes(export(here, chosen, language))
    forget_everybody(here)
    report = bring_in(here, path)
    system = "bilten_json" if chosen is ExportFileType.JSON else "bilten"
    assert (report.refused, report.system) == ([], system)
    after = {row["email"]: row for row in rows_of(export(here, ExportFileType.CSV))}
    assert [after[row["email"]] for row in before] == list(_as_expected(before))


def _as_expected(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Of a no, nothing but itself, its day and a language is kept."""
    flags = ("bounced", "complained", "blocked by staff", "suppressed")
    kept = ("email", "language", "status", "created at", "unsubscribed at", *flags)
    for row in rows:
        has_left = row["status"] == "unsubscribed"
        yield {title: cell if not has_left or title in kept else "" for title, cell in row.items()}


HEADER = "email,name,language,status,agreed at,unsubscribed at,paused until,tags,topics\n"


def write_file(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "bulletin.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def choices(world: World) -> dict[tuple[str, str], Frequency]:
    with world.database.read() as session:
        rows = session.exec(
            select(Subscriber.name, Topic.slug, col(TopicChoice.frequency))
            .select_from(Subscriber)
            .join(TopicChoice, col(TopicChoice.address_hash) == col(Subscriber.address_hash))
            .join(Topic, col(Topic.id) == col(TopicChoice.topic_id))
        ).all()
    return {(name, slug): frequency for name, slug, frequency in rows}


def tags(session: Session) -> set[tuple[str, str]]:
    rows = session.exec(
        select(Subscriber.name, Tag.name).select_from(Subscriber).join(SubscriberTag).join(Tag)
    ).all()
    return set(rows)


def until(world: World, days: int) -> str:
    return moment_cell(world.clock.now() + timedelta(days=days))


def choose(world: World, slug: str, frequency: Frequency) -> None:
    with world.database.write() as session:
        person = session.exec(select(Subscriber)).one()
        topic_id = session.exec(select(Topic.id).where(Topic.slug == slug)).one()
        save_topic_choice(session, person.address_hash, topic_id, frequency, now=world.clock.now())


def test_of_people_who_are_here_only_a_no_is_taken_unless_corrections_are_wanted(
    here: World, tmp_path: Path
) -> None:
    here.add_readers(["rosa"])
    choose(here, "housing", Frequency.WEEKLY)
    row = f'rosa@example.org,Rosa,en,subscribed,,,{until(here, 30)},člani,"{{}}"'
    path = write_file(tmp_path, row.format("asylum=never, housing=monthly"))
    assert bring_in(here, path).already_subscribed == 1
    assert choices(here) == {("Rosa", "asylum"): Frequency.NEVER, ("Rosa", "housing"): Frequency.WEEKLY}
    with here.database.read() as session:
        assert tags(session) == set()
        assert moment_cell(session.exec(select(Pause.until)).one()) == until(here, 30)
    path = write_file(tmp_path, row.format("asylum=at_once, housing=never"))
    path.write_text(path.read_text("utf-8").replace(until(here, 30), until(here, 2)), "utf-8")
    assert bring_in(here, path, updates=True).updated == 1
    assert choices(here) == {("Rosa", "asylum"): Frequency.NEVER, ("Rosa", "housing"): Frequency.NEVER}
    with here.database.read() as session:
        assert tags(session) == {("Rosa", "člani")}
        assert moment_cell(session.exec(select(Pause.until)).one()) == until(here, 30), "the longer one"
    assert bring_in(here, path, updates=True).already_subscribed == 1, "nothing is news any more"


@on_sqlite
@pytest.mark.parametrize("language", ["en", "sl"])
@pytest.mark.parametrize("reason", [*SuppressionReason])
def test_why_an_address_is_blocked_comes_back_with_it(
    here: World, tmp_path: Path, reason: SuppressionReason, language: str
) -> None:
    here.add_readers(["rosa"])
    with here.database.write() as session:
        rosa = session.exec(select(Subscriber)).one()
        suppress(session, address_hash=rosa.address_hash, reason=reason, detail="", now=here.clock.now())
    path = tmp_path / "bulletin.csv"
    path.write_bytes(export(here, ExportFileType.CSV, language))
    with here.database.write() as session:
        session.execute(delete(Suppression))
    forget_everybody(here)
    bring_in(here, path)
    with here.database.read() as session:
        blocked = session.exec(select(Suppression.reason)).all()
        opted_out = session.exec(select(OptedOut)).all()
    is_at_the_provider = reason is SuppressionReason.PROVIDER_UNSUBSCRIBED
    assert (blocked, len(opted_out)) == (([], 1) if is_at_the_provider else ([reason], 0))


@on_sqlite
def test_a_topic_or_field_that_is_not_here_loses_no_no(here: World, tmp_path: Path) -> None:
    rows = (
        "a@example.org,A,en,,,,,,garden=never",
        "b@example.org,B,en,,,,,,asylum=seldom",
        "c@example.org,C,en,,,,soon,,",
    )
    report = bring_in(here, write_file(tmp_path, *rows))
    assert [refusal.code for refusal in report.refused] == [
        "subscribers-row-topic-unknown",
        "subscribers-row-topic-choice-unknown",
        "subscribers-row-pause-unknown",
    ]
    header = HEADER.replace("topics", "topics,field_shoe_size")
    with pytest.raises(NotFound, match="field-unknown"):
        bring_in(here, write_file(tmp_path, "a@example.org,A,en,,,,,,,42", header=header))


@on_sqlite
def test_a_choice_that_would_tell_who_is_on_a_protected_list_stays_here(here: World) -> None:
    here.add_readers(["rosa"])
    for slug in TOPICS:
        choose(here, slug, Frequency.NEVER)
    now = here.clock.now()
    with here.database.write() as session:
        shelter = create_list(session, slug="shelter", name="Shelter", now=now, is_protected=True)
        [asylum] = session.exec(select(Topic.id).where(Topic.slug == "asylum")).all()
        offer_topic(session, asylum, [shelter.id])
        act = StaffAction("for another Bilten", OPERATOR, now, zone="UTC")
        secret = here.settings.secret_key.get_secret_value()
        search = export_search(session, PeopleRequest("rosa"), ExportFileType.CSV, act, secret=secret)
    rows = search.rows(here.database, now=now)
    of_search = b"".join(file_of(rows, search.format, search.scope, language="en"))
    assert [row["topics"] for data in (export(here, ExportFileType.CSV), of_search) for row in rows_of(data)] == [
        "housing=never",
        "housing=never",
    ]
    with here.database.write() as session:
        offer_topic(session, asylum, [shelter.id, 1])
    assert rows_of(export(here, ExportFileType.CSV))[0]["topics"] == "asylum=never, housing=never"


def test_what_somebody_chooses_at_the_same_moment_stays(
    here: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.add_readers(["rosa"])
    choose(here, "housing", Frequency.NEVER)
    monkeypatch.setattr("subscribers.import_extras._choices", lambda *_: {})  # read before it was committed
    row = 'rosa@example.org,Rosa,en,subscribed,,,,,"housing=weekly"'
    bring_in(here, write_file(tmp_path, row), updates=True)
    assert choices(here) == {("Rosa", "housing"): Frequency.NEVER}
