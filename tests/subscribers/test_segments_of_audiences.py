"""Who is in an audience with segments: the SQL says what a plain model says, for any people, on both databases."""

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement
from sqlmodel import Session, col

from core.db import Database
from core.fold_text import fold_text
from subscribers.audience import Audience, ChosenSegment, audience_of, count_audience
from subscribers.audience_left_out import LeftOutReason, count_left_out
from subscribers.field_content import read_value
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.lists import create_list
from subscribers.policy import may_mail
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    OrderKind,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
)
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.segment_text import condition_text
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression, SuppressionReason
from subscribers.topic_choices import save_topic_choice
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conditions import CAMPAIGNS, FIELDS, LISTS, TAGS, TOPICS, VALUES, conditions

CONFIRMED = SubscriptionStatus.CONFIRMED
MIDNIGHT = datetime(2026, 1, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    statuses: tuple[SubscriptionStatus | None, SubscriptionStatus | None]
    is_suppressed: bool
    language: str
    signed_up: datetime
    tags: frozenset[str]
    got: frozenset[int]
    fields: dict[str, str | Decimal | date] = field(default_factory=dict)
    chosen: dict[str, Frequency] = field(default_factory=dict)

    @property
    def lists(self) -> set[str]:
        return {slug for slug, status in zip(LISTS, self.statuses, strict=True) if status is CONFIRMED}


def is_in(person: Person, condition: Condition) -> bool:  # noqa: PLR0911, PLR0912  one for each kind of condition
    match condition:
        case OnListCondition(lists):
            return not person.lists.isdisjoint(lists)
        case LanguageCondition(languages):
            return person.language.split("-")[0] in languages
        case TagCondition(tags):
            return not person.tags.isdisjoint(tags)
        case TopicCondition(topics):
            return any(person.chosen.get(topic) is not Frequency.NEVER for topic in topics)
        case SignedUpSinceCondition(day):
            return person.signed_up.date() >= day
        case SignedUpBeforeCondition(day):
            return person.signed_up.date() < day
        case GotCampaignCondition(campaign_id):
            return campaign_id in person.got
        case FieldIsCondition(name, values):
            return name in person.fields and any(is_same(person.fields[name], value) for value in values)
        case FieldContainsCondition(name, phrase):
            held = person.fields.get(name)
            return isinstance(held, str) and all(word in fold_text(held) for word in fold_text(phrase).split())
        case FieldOrderCondition(name, order, value):
            held, bound = person.fields.get(name), read_bound(value)
            return type(held) is type(bound) and ORDERS[order](held, bound)
        case FieldEmptyCondition(name):
            return name not in person.fields
        case NotCondition(part):
            return not is_in(person, part)
        case AllCondition(parts):
            return all(is_in(person, part) for part in parts)
        case AnyCondition(parts):
            return any(is_in(person, part) for part in parts)


ORDERS: dict[OrderKind, Callable[[Any, Any], bool]] = {
    OrderKind.LESS: operator.lt, OrderKind.AT_MOST: operator.le,
    OrderKind.MORE: operator.gt, OrderKind.AT_LEAST: operator.ge,
}  # fmt: skip
TYPES = dict(zip(FIELDS, (FieldType.TEXT, FieldType.DECIMAL, FieldType.DATE), strict=True))


def read_bound(text: str) -> Decimal | date:
    return date.fromisoformat(text) if text.count("-") > 1 else Decimal(text)


def is_same(held: str | Decimal | date, value: str) -> bool:
    if isinstance(held, str):
        return fold_text(held) == fold_text(value)
    return value in ("12", "-0.5", "2026-01-02") and held == read_bound(value)


STATUSES = st.sampled_from([None, CONFIRMED, CONFIRMED, SubscriptionStatus.UNSUBSCRIBED])
PEOPLE = st.builds(
    Person,
    statuses=st.tuples(STATUSES, STATUSES),
    is_suppressed=st.sampled_from([False, False, False, True]),
    language=st.sampled_from(["sl", "sl-SI", "en", "ar"]),
    signed_up=st.sampled_from([MIDNIGHT - timedelta(seconds=1), MIDNIGHT, MIDNIGHT + timedelta(days=3)]),
    tags=st.frozensets(st.sampled_from(TAGS), max_size=2),
    got=st.frozensets(st.sampled_from(CAMPAIGNS)),
    fields=st.fixed_dictionaries(
        {},
        optional={
            "town": st.sampled_from([*VALUES, "Stari trg, Šentjur", "sentjur"]),
            "age": st.sampled_from([Decimal(12), Decimal("-0.5"), Decimal("11.9999"), Decimal(1)]),
            "born": st.sampled_from([date(2026, 1, 1), date(2026, 1, 2), date(1899, 12, 31)]),
        },
    ),
    chosen=st.dictionaries(st.sampled_from(TOPICS), st.sampled_from(Frequency)),
)
SEGMENTS = st.lists(conditions(most_tests=4), max_size=2)
EVERYBODY = [
    Person((CONFIRMED, status), is_suppressed, language, MIDNIGHT, frozenset(tags), frozenset(got))
    for status, is_suppressed, language, tags, got in product(
        (None, CONFIRMED), (False, True), ("sl-SI", "en"), ((), ("and",)), ((), (1,))
    )
]


def save(session: Session, people: list[Person], lists: list[int]) -> list[int]:
    tags = {name: Tag(name=name, created_at=NOON) for name in TAGS}
    session.add_all(tags.values())
    fields = {word: CustomField(word=word, label=word, type=TYPES[word], created_at=NOON) for word in FIELDS}
    session.add_all(fields.values())
    topics = {slug: create_topic(session, slug=slug, name=slug, names={}, now=NOON).id for slug in TOPICS}
    ids = []
    for number, person in enumerate(people):
        row = Subscriber(
            address=f"p{number}@example.org", address_hash=f"{number:064}", language=person.language,
            created_at=person.signed_up,
        )  # fmt: skip
        session.add(row)
        session.flush()
        ids.append(row.id)
        for list_id, status in zip(lists, person.statuses, strict=True):
            if status is not None:
                session.add(Subscription(subscriber_id=row.id, list_id=list_id, status=status, changed_at=NOON))
        session.add_all(SubscriberTag(subscriber_id=row.id, tag_id=tags[name].id) for name in person.tags)
        for slug, frequency in person.chosen.items():
            save_topic_choice(session, row.address_hash, topics[slug], frequency, now=NOON)
        for word, held in person.fields.items():
            value = read_value(TYPES[word], (), str(held))
            assert value is not None
            session.add(
                FieldValue(
                    subscriber_id=row.id, field_id=fields[word].id, text=value.text, folded=value.folded,
                    number=value.number, day=value.day,
                )
            )  # fmt: skip
        if person.is_suppressed:
            reason = SuppressionReason.BOUNCED
            session.add(Suppression(address_hash=row.address_hash, reason=reason, at=NOON))
    session.flush()
    return ids


def chosen(segments: list[Condition], *, first_id: int) -> tuple[ChosenSegment, ...]:
    return tuple(ChosenSegment(first_id + place, condition_text(each)) for place, each in enumerate(segments))


Within = tuple[list[Condition], list[Condition]]
"""Segments that it is narrowed to, and those that are kept out."""


def expected(person: Person, lists: tuple[str, ...], excluded: tuple[str, ...], segments: Within) -> (
    str | LeftOutReason | None
):  # fmt: skip
    """The list that they are reached by, or why they are left out; None: they never had to do with the lists."""
    statuses = dict(zip(LISTS, person.statuses, strict=True))
    mailed = partial(may_mail, is_suppressed=person.is_suppressed, is_paused=False, frequency=Frequency.AT_ONCE)
    by = [slug for slug in lists if mailed(status=statuses[slug]) is None]
    if not by:
        is_known = any(statuses[slug] for slug in lists)
        is_barred = any(statuses[slug] is CONFIRMED for slug in lists)
        reason = LeftOutReason.SUPPRESSED if is_barred else LeftOutReason.UNSUBSCRIBED
        return reason if is_known else None
    if person.lists.intersection(excluded):
        return LeftOutReason.EXCLUDED
    within, out = segments
    if any(is_in(person, condition) for condition in out):
        return LeftOutReason.EXCLUDED_SEGMENT
    is_within = not within or any(is_in(person, condition) for condition in within)
    return by[0] if is_within else LeftOutReason.IN_NO_SEGMENT


@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    people=st.lists(PEOPLE, max_size=8),
    lists=st.sampled_from([(LISTS, ()), (LISTS[:1], ()), (LISTS[::-1], ()), (LISTS[:1], LISTS[1:])]),
    within=SEGMENTS,
    out=SEGMENTS,
)
@example(EVERYBODY, (LISTS, ()), [AnyCondition((LanguageCondition(("sl",)), TagCondition(("and",))))], [])
@example(
    [
        Person((CONFIRMED, None), False, "sl", MIDNIGHT, frozenset(), frozenset(), chosen={"housing": each})
        for each in Frequency
    ],
    (LISTS[:1], ()), [NotCondition(TopicCondition(("housing",)))], [],
)  # fmt: skip
@example(EVERYBODY, (LISTS[:1], ()), [NotCondition(GotCampaignCondition(1))], [OnListCondition(("reports",))])
def test_an_audience_is_its_lists_narrowed_by_segments(
    database: Database,
    people: list[Person],
    lists: tuple[tuple[str, ...], tuple[str, ...]],
    within: list[Condition],
    out: list[Condition],
) -> None:
    with database.write() as session:
        numbers = {slug: create_list(session, slug=slug, name=slug, now=NOON).id for slug in LISTS}
        ids = save(session, people, list(numbers.values()))
        got = {
            number: [i for i, each in zip(ids, people, strict=True) if number in each.got] for number in CAMPAIGNS
        }

        def got_campaign(campaign_id: int) -> ColumnElement[bool]:
            return col(Subscriber.id).in_(got[campaign_id])

        audience = Audience(
            tuple(numbers[slug] for slug in lists[0]),
            tuple(numbers[slug] for slug in lists[1]),
            segments=chosen(within, first_id=1),
            excluded_segments=chosen(out, first_id=9),
        )
        model = [expected(person, *lists, (within, out)) for person in people]
        reached = {i: numbers[by] for i, by in zip(ids, model, strict=True) if by in LISTS}
        rows = session.exec(audience_of(audience, got_campaign, now=NOON)).all()
        assert len(rows) == len(reached), "each once"
        assert {row[0]: row[3] for row in rows} == reached
        counts = count_audience(session, audience, got_campaign, now=NOON)
        assert sum(sum(by_language.values()) for by_language in counts.values()) == len(reached)
        left_out = count_left_out(session, audience, got_campaign, now=NOON)
        assert left_out == {reason: model.count(reason) for reason in LeftOutReason if reason in model}
        session.rollback()


def test_an_audience_without_segments_hashes_as_it_always_did() -> None:
    assert Audience((7,)).hashed == 7
    assert Audience((7, 3), (9, 8)).hashed == {"lists": [7, 3], "excluded": [8, 9]}


def test_the_condition_of_a_segment_is_hashed_and_not_its_number() -> None:
    within, out = ChosenSegment(1, "language = sl"), ChosenSegment(2, "tag = press")
    hashed = Audience((7,), segments=(within,), excluded_segments=(out,)).hashed
    assert hashed == {
        "lists": [7], "excluded": [], "segments": ["language = sl"], "excluded_segments": ["tag = press"],
    }  # fmt: skip
    changed = ChosenSegment(1, "language = en")
    assert Audience((7,), segments=(changed,)).hashed != Audience((7,), segments=(within,)).hashed
    assert Audience((7,), segments=(within,)).hashed != Audience((7,), excluded_segments=(within,)).hashed


def test_a_segment_is_in_an_audience_once() -> None:
    segment = ChosenSegment(1, "language = sl")
    with pytest.raises(ValueError, match="segments once"):
        Audience((7,), segments=(segment,), excluded_segments=(segment,))
