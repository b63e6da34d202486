"""One person at two addresses, corrected or merged: whoever said no at either is mailable at none, and no row is
lost or left to nobody. Any state of the two, on both databases."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, col, delete, func, select

from core.addresses import EmailAddress
from core.db import Database
from core.errors import Conflict
from migrations.tables import METADATA
from subscribers.audience import Audience, audience_of
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType
from subscribers.former_addresses import former_addresses, person_now
from subscribers.index_people import index_new_people
from subscribers.lists import create_list
from subscribers.merge_people import is_confirmed_anywhere, merge_people
from subscribers.merge_rules import merged_status
from subscribers.opt_out import find_opt_out
from subscribers.person_fields import put_values, values_of
from subscribers.readdress import ReaddressRequest, readdress
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.suppress import OWNERS_NOES, find_suppression, suppress
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    OptedOut,
    RememberedNo,
    Subscriber,
    SubscriberNote,
    Subscription,
    Suppression,
    SuppressionReason,
)
from subscribers.topic_choices import choices_of, pause_of
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conftest import SECRET, hash_of

OLD, OTHER = "rosa@example.org", "rosa.kos@example.net"
NOW = NOON + timedelta(days=1)
BARS = OWNERS_NOES | {SuppressionReason.STAFF}
Status = SubscriptionStatus


@dataclass(frozen=True)
class Side:
    """What is on record of an address: of a person's, and by its hash."""

    statuses: tuple[Status | None, Status | None] = (Status.CONFIRMED, None)
    is_proven: bool = True
    is_opted_out: bool = False
    remembered: tuple[bool, bool] = (False, False)
    suppression: SuppressionReason | None = None
    frequency: Frequency | None = None
    pause_days: int = 0
    has_extras: bool = False
    """A note and a tag."""

    def says_no(self, place: int) -> bool:
        is_barred = self.suppression in BARS
        return (
            self.is_opted_out or is_barred or self.remembered[place] or self.statuses[place] is Status.UNSUBSCRIBED
        )


STATUS = st.sampled_from([None, *Status])
SIDE = st.builds(
    Side,
    statuses=st.tuples(STATUS, STATUS),
    is_proven=st.booleans(),
    is_opted_out=st.booleans(),
    remembered=st.tuples(st.booleans(), st.booleans()),
    suppression=st.sampled_from([None, None, *SuppressionReason]),
    frequency=st.sampled_from([None, Frequency.AT_ONCE, Frequency.NEVER]),
    pause_days=st.sampled_from([0, 3, 9]),
    has_extras=st.booleans(),
)
ON_BOTH_DATABASES = settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)


def put_lists(session: Session) -> tuple[int, int]:
    """Two lists, a topic and a tag; from an earlier example they are there already."""
    for table in (
        TopicChoice,
        Pause,
        RememberedNo,
        OptedOut,
        Suppression,
        ConsentRecord,
        Subscription,
        Subscriber,
    ):
        session.execute(delete(table))
    if session.get(Topic, 1) is None:
        session.add_all(
            [Topic(id=1, slug="sea", name="Sea", created_at=NOON), Tag(id=1, name="x", created_at=NOON)]
        )
        for slug in ("bulletin", "reports"):
            create_list(session, slug=slug, name=slug, now=NOON)
    return (1, 2)


def put(
    session: Session, address: str, side: Side, lists: tuple[int, int], *, is_person: bool
) -> Subscriber | None:
    key, person = hash_of(address), None
    rows: list[Any] = []
    if is_person:
        person = Subscriber(address=address, address_hash=key, name="Rosa Kos", language="sl", created_at=NOON)
        session.add(person)
        session.flush()
        index_new_people(session, [(person.id, person.name, address)])
        for list_id, status in zip(lists, side.statuses, strict=True):
            if status is None:
                continue
            rows.append(Subscription(subscriber_id=person.id, list_id=list_id, status=status, changed_at=NOON))
            method = ConsentMethod.CONFIRMATION_LINK if side.is_proven else ConsentMethod.IMPORT
            step = {
                Status.PENDING: ConsentAction.REQUESTED,
                Status.CONFIRMED: ConsentAction.CONFIRMED,
                Status.UNSUBSCRIBED: ConsentAction.UNSUBSCRIBED,
            }[status]
            rows.append(
                ConsentRecord(subscriber_id=person.id, list_id=list_id, action=step, method=method, at=NOON)
            )
        if side.has_extras:
            rows.append(SubscriberNote(subscriber_id=person.id, text="called", author="cli", at=NOON))
            rows.append(SubscriberTag(subscriber_id=person.id, tag_id=1))
    if side.is_opted_out:
        rows.append(OptedOut(address_hash=key, method=ConsentMethod.ONE_CLICK, at=NOON))
    rows += [
        RememberedNo(address_hash=key, list_id=list_id, at=NOON)
        for list_id, is_no in zip(lists, side.remembered, strict=True)
        if is_no
    ]
    if side.suppression:
        rows.append(Suppression(address_hash=key, reason=side.suppression, at=NOON))
    if side.frequency:
        rows.append(TopicChoice(address_hash=key, topic_id=1, frequency=side.frequency, chosen_at=NOON))
    if side.pause_days:
        until = NOW + timedelta(days=side.pause_days)
        rows.append(Pause(address_hash=key, until=until, asked_at=NOON))
    session.add_all(rows)
    session.flush()
    return person


def mailable(session: Session, list_id: int, *, now: Any = NOW) -> list[int]:
    people = audience_of(Audience((list_id,)), lambda _: None, now=now)  # type: ignore[arg-type,return-value]  # no segment
    return [number for number, *_ in session.execute(people)]


def dangling(session: Session) -> list[str]:
    """Rows of any table that refer to a person who is not there."""
    names = []
    for table in METADATA.tables.values():
        for key in table.foreign_keys:
            if key.target_fullname == "subscriber.id":
                there = select(Subscriber.id)
                count = select(func.count()).select_from(table).where(key.parent.not_in(there))
                names += [table.name] * session.exec(count).one()
    return names


@ON_BOTH_DATABASES
@given(mine=SIDE, theirs=SIDE)
@example(mine=Side(is_proven=False), theirs=Side())
@example(mine=Side(suppression=SuppressionReason.BOUNCED), theirs=Side())
def test_a_corrected_address_launders_no_no_of_either(database: Database, mine: Side, theirs: Side) -> None:
    with database.write() as session:
        lists = put_lists(session)
        person = put(session, OLD, mine, lists, is_person=True)
        put(session, OTHER, theirs, lists, is_person=False)
        assert person is not None
        before = [person.id in mailable(session, list_id) for list_id in lists]
        correction = ReaddressRequest(EmailAddress.parse(OTHER), "cli", SECRET, NOW)
        try:
            asked = readdress(session, person, correction)
        except Conflict:
            assert person.address == OLD
            assert theirs.is_opted_out or theirs.suppression or any(theirs.remembered)
            return
        assert former_addresses(session, person.id) == [hash_of(OLD)]
        assert person_now(session, hash_of(OLD)) == person
        assert find_opt_out(session, hash_of(OLD)) is not None, "no file brings it back"
        for place, list_id in enumerate(lists):
            if person.id in mailable(session, list_id):
                assert not mine.says_no(place)
                assert not theirs.is_opted_out
                assert not theirs.remembered[place]
                assert mine.is_proven, "what no link has proven waits"
                assert before[place] or mine.suppression is SuppressionReason.BOUNCED
                assert list_id not in asked
        _check_choices(session, person, mine, theirs)


@ON_BOTH_DATABASES
@given(mine=SIDE, theirs=SIDE)
@example(mine=Side(), theirs=Side(statuses=(Status.UNSUBSCRIBED, Status.CONFIRMED)))
@example(mine=Side(statuses=(Status.PENDING, None)), theirs=Side())
@example(mine=Side(), theirs=Side(suppression=SuppressionReason.COMPLAINED, has_extras=True))
def test_two_entries_become_one_and_a_no_of_either_wins(database: Database, mine: Side, theirs: Side) -> None:
    with database.write() as session:
        lists = put_lists(session)
        kept = put(session, OLD, mine, lists, is_person=True)
        gone = put(session, OTHER, theirs, lists, is_person=True)
        assert kept is not None
        assert gone is not None
        is_other_way = is_confirmed_anywhere(session, gone.id) and not is_confirmed_anywhere(session, kept.id)
        counts = {table: _count(session, table) for table in (ConsentRecord, SubscriberNote)}
        gone_id = gone.id
        try:
            merge_people(session, kept, gone, evidence="cli", now=NOW)
        except Conflict:
            assert is_other_way
            return
        assert not is_other_way
        assert session.get(Subscriber, gone_id) is None
        assert dangling(session) == []
        assert all(_count(session, table) >= count for table, count in counts.items())
        assert _count(session, SubscriberTag) == int(mine.has_extras or theirs.has_extras)
        states = dict(
            session.exec(
                select(Subscription.list_id, col(Subscription.status)).where(Subscription.subscriber_id == kept.id)
            ).all()
        )
        for place, list_id in enumerate(lists):
            is_out = mine.is_opted_out or theirs.is_opted_out or mine.remembered[place] or theirs.remembered[place]
            expected = merged_status(mine.statuses[place], theirs.statuses[place], is_opted_out=is_out)
            assert states.get(list_id) is expected, "as the page has shown it"
            if kept.id in mailable(session, list_id, now=NOW + timedelta(days=30)):
                assert not mine.says_no(place)
                assert not theirs.says_no(place)
        assert find_opt_out(session, hash_of(OTHER)) is not None
        assert former_addresses(session, kept.id) == [hash_of(OTHER)]
        _check_choices(session, kept, mine, theirs)


def test_of_custom_fields_the_one_kept_has_its_own_and_what_it_lacks(database: Database) -> None:
    with database.write() as session:
        lists = put_lists(session)
        people = [put(session, address, Side(), lists, is_person=True) for address in (OLD, OTHER)]
        kept, gone = (person for person in people if person is not None)
        for word in ("town", "role"):
            session.add(CustomField(word=word, label=word, type=FieldType.TEXT, created_at=NOON))
        session.flush()
        ptuj, koper, guide = (TypedValue(text=text) for text in ("Ptuj", "Koper", "guide"))
        put_values(session, {kept.id: {1: ptuj}, gone.id: {1: koper, 2: guide}})
        merge_people(session, kept, gone, evidence="cli", now=NOW)
        assert values_of(session, [kept.id]) == {kept.id: {1: ptuj, 2: guide}}


def _check_choices(session: Session, person: Subscriber, mine: Side, theirs: Side) -> None:
    if Frequency.NEVER in (mine.frequency, theirs.frequency):
        assert choices_of(session, person.address_hash) == {1: Frequency.NEVER}
    longest, pause = max(mine.pause_days, theirs.pause_days), pause_of(session, person.address_hash, now=NOW)
    assert (pause.until - NOW if pause else timedelta(0)) == timedelta(days=longest)


def _count(session: Session, table: type[SQLModel]) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


@pytest.mark.parametrize("reason", sorted(OWNERS_NOES))
def test_a_complaint_about_an_old_email_bars_the_address_of_today(
    database: Database, reason: SuppressionReason
) -> None:
    with database.write() as session:
        person = put(session, OLD, Side(), put_lists(session), is_person=True)
        assert person is not None
        readdress(session, person, ReaddressRequest(EmailAddress.parse(OTHER), "cli", SECRET, NOW))
        suppress(session, address_hash=hash_of(OLD), reason=reason, detail="", now=NOW)
        barred = find_suppression(session, hash_of(OTHER))
        assert barred is not None
        assert barred.reason is reason
        assert mailable(session, 1) == []


def test_each_table_about_a_person_is_merged_by_a_written_rule() -> None:
    """A new one fails here until somebody has said what becomes of its rows (`subscribers.merge_people`)."""
    keys = {
        key.parent.table.name
        for table in METADATA.tables.values()
        for key in table.foreign_keys
        if key.target_fullname == "subscriber.id"
    }
    hashes = {table.name for table in METADATA.tables.values() if "address_hash" in table.columns}
    assert keys == {
        "address_change", "consent_record", "field_value", "former_address", "question", "subscriber_note",
        "subscriber_tag", "subscriber_word", "subscription",
    }  # fmt: skip
    assert hashes == {
        "data_request", "delivery", "forgotten_mail", "former_address", "import_row", "opted_out", "pause",
        "remembered_no", "subscriber", "suppression", "topic_choice",
    }  # fmt: skip
