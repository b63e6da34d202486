"""The audience in SQL is the policy, for any population, on both databases."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from core.db import Database
from core.errors import InputRefused
from subscribers.audience import Audience, audience_of, check_unmixed, count_audience, count_audiences
from subscribers.lists import create_list
from subscribers.mail_content import FOR_EVERYBODY, DigestOffer
from subscribers.policy import SkipReason, may_mail
from subscribers.queries import may_be_welcomed
from subscribers.recheck import MailingQuestion, Recipient, recheck
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression, SuppressionReason
from subscribers.topic_choices import save_pause, save_topic_choice
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conditions import nobody_got


@dataclass(frozen=True)
class Preference:
    """What somebody has chosen besides."""

    paused_until: datetime | None = None
    chosen: tuple[Frequency | None, Frequency | None] = (None, None)
    """About each topic, by its place."""

    def frequency(self, places: Sequence[int], offers: Sequence["Offer"], on: Collection[int]) -> Frequency:
        """The model. `on`: the lists that they are confirmed on, by their places."""

        def effective(place: int) -> Frequency:
            wanted = self.chosen[place] or Frequency.AT_ONCE
            is_served = any((place, wanted) == offer[:2] and set(offer[2]) & set(on) for offer in offers)
            return wanted if wanted is Frequency.NEVER or is_served else Frequency.AT_ONCE

        frequencies = {effective(place) for place in places} or {Frequency.AT_ONCE}
        return next(frequency for frequency in Frequency if frequency in frequencies)

    @property
    def is_paused(self) -> bool:
        return self.paused_until is not None and self.paused_until > NOON


PAUSES = [None, NOON - timedelta(hours=1), NOON, NOON + timedelta(seconds=1)]
_NEVER = [(None, None), (Frequency.NEVER, None), (None, Frequency.NEVER), (Frequency.NEVER, Frequency.NEVER)]
PREFERENCES = [Preference(until, never) for until, never in product(PAUSES, _NEVER)]
PREFERENCES += [Preference(chosen=chosen) for chosen in product(Frequency, Frequency)]
Offer = tuple[int, Frequency, tuple[int, ...]]
"""A topic and lists, by their places, and in which rhythm digests bring news of it to these lists."""
OFFERS: list[tuple[Offer, ...]] = [
    (),
    ((0, Frequency.WEEKLY, (0,)),),
    ((0, Frequency.WEEKLY, (1,)), (1, Frequency.WEEKLY, (0, 1))),
    ((0, Frequency.MONTHLY, (0, 1)), (1, Frequency.WEEKLY, (0,)), (1, Frequency.WEEKLY, (1,))),
]
STATUSES = st.sampled_from([None, *SubscriptionStatus])
EVERY_COMBINATION = [
    (*states, "sl", Preference())
    for states in product([None, *SubscriptionStatus], [None, *SubscriptionStatus], [False, True])
] + [
    (SubscriptionStatus.CONFIRMED, [None, SubscriptionStatus.CONFIRMED][place % 2], False, "en", preference)
    for place, preference in enumerate(PREFERENCES)
]
PERSON = st.tuples(
    STATUSES, STATUSES, st.booleans(), st.sampled_from(["sl", "en", "ar"]), st.sampled_from(PREFERENCES)
)
Population = list[tuple[SubscriptionStatus | None, SubscriptionStatus | None, bool, str, Preference]]
TOPICS = [(), (0,), (1,), (0, 1)]
"""Of a campaign, by their places."""


def two_topics(session: Session) -> list[int]:
    return [create_topic(session, slug=slug, name=slug, names={}, now=NOON).id for slug in ("at-sea", "work")]


def reconcile(
    session: Session, list_id: int, other_list_id: int, population: Population, topics: Sequence[int] = ()
) -> list[Subscriber]:
    people = []
    for number, (status, elsewhere, is_suppressed, language, preference) in enumerate(population):
        person = Subscriber(
            address=f"p{number}@example.org", address_hash=f"{number:064}", language=language, created_at=NOON
        )
        session.add(person)
        session.flush()
        people.append(person)
        for where, what in ((list_id, status), (other_list_id, elsewhere)):
            if what is not None:
                session.add(Subscription(subscriber_id=person.id, list_id=where, status=what, changed_at=NOON))
        if is_suppressed:
            reason = SuppressionReason.BOUNCED
            session.add(Suppression(address_hash=person.address_hash, reason=reason, at=NOON))
        if preference.paused_until is not None:
            save_pause(session, person.address_hash, preference.paused_until, now=NOON - timedelta(days=1))
        for place, topic_id in enumerate(topics):
            if (frequency := preference.chosen[place]) is not None:
                save_topic_choice(session, person.address_hash, topic_id, frequency, now=NOON)
    session.flush()
    return people


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(population=st.lists(PERSON, max_size=12), places=st.sampled_from(TOPICS), offers=st.sampled_from(OFFERS))
@example(population=EVERY_COMBINATION, places=(), offers=OFFERS[1])
@example(population=EVERY_COMBINATION, places=(0, 1), offers=OFFERS[2])
@example(population=EVERY_COMBINATION, places=(0, 1), offers=OFFERS[3])
def test_the_sql_says_what_the_policy_says(
    database: Database, population: Population, places: tuple[int, ...], offers: tuple[Offer, ...]
) -> None:
    with database.write() as session:
        list_id = create_list(session, slug="bulletin", name="Bilten", now=NOON).id
        other_list_id = create_list(session, slug="reports", name="Poročila", now=NOON).id
        topics = two_topics(session)
        people = reconcile(session, list_id, other_list_id, population, topics)
        lists = (list_id, other_list_id)
        answers, for_all = {}, {}
        for person, (status, elsewhere, is_suppressed, _, preference) in zip(people, population, strict=True):
            answers[person.id], for_all[person.id] = (
                may_mail(
                    status=status,
                    is_suppressed=is_suppressed,
                    is_paused=preference.is_paused,
                    frequency=preference.frequency(asked, offers, confirmed_on(status, elsewhere)),
                )
                for asked in (places, ())
            )
        welcome = [person for person in people if answers[person.id] is None]

        of_campaign = tuple(topics[place] for place in places)
        asked = Audience((list_id,), topics=of_campaign, digests=as_offers(offers, topics, lists))
        audience = sorted(session.exec(audience_of(asked, nobody_got, now=NOON)).all())
        assert audience == [(person.id, person.address_hash, person.language, list_id) for person in welcome]
        counts = count_audience(session, asked, nobody_got, now=NOON).get(list_id, {})
        assert sum(counts.values()) == len(welcome)
        assert set(counts) == {person.language for person in welcome}
        by_itself = count_audience(session, Audience((list_id,)), nobody_got, now=NOON).get(list_id, {})
        assert count_audiences(session, now=NOON).get(list_id, {}) == by_itself
        for person in people:
            mailed = may_be_welcomed(session, subscriber_id=person.id, list_id=list_id, now=NOON)
            assert mailed == (for_all[person.id] is None)

        rechecked = recheck(session, MailingQuestion(list_id, asked.content, NOON), list(answers))
        assert {subscriber_id: _reason(answer) for subscriber_id, answer in rechecked.items()} == answers
        session.rollback()


def confirmed_on(*statuses: SubscriptionStatus | None) -> list[int]:
    return [place for place, status in enumerate(statuses) if status is SubscriptionStatus.CONFIRMED]


def as_offers(offers: Sequence[Offer], topics: Sequence[int], lists: Sequence[int]) -> tuple[DigestOffer, ...]:
    return tuple(
        DigestOffer(topics[place], frequency, tuple(lists[at] for at in where))
        for place, frequency, where in offers
    )


def _reason(answer: Recipient | SkipReason) -> SkipReason | None:
    return answer if isinstance(answer, SkipReason) else None


def test_a_recheck_gives_what_a_merge_needs(database: Database, list_id: int) -> None:
    with database.write() as session:
        (person,) = reconcile(
            session, list_id, list_id, [(SubscriptionStatus.CONFIRMED, None, False, "ar", Preference())]
        )
        recipients = recheck(session, MailingQuestion(list_id, FOR_EVERYBODY, NOON), [person.id])
    assert recipients == {person.id: Recipient(person.id, "p0@example.org", person.address_hash, "", "ar")}


def test_somebody_who_is_not_there_any_more_was_erased(database: Database, list_id: int) -> None:
    with database.read() as session:
        assert recheck(session, MailingQuestion(list_id, FOR_EVERYBODY, NOON), [404]) == {404: SkipReason.ERASED}


def test_a_recheck_sees_what_changed_since_the_session_last_looked(database: Database, list_id: int) -> None:
    with database.write() as session:
        (person,) = reconcile(
            session, list_id, list_id, [(SubscriptionStatus.CONFIRMED, None, False, "sl", Preference())]
        )
        session.connection().exec_driver_sql("UPDATE subscriber SET name = 'Ana'")
        (answer,) = recheck(session, MailingQuestion(list_id, FOR_EVERYBODY, NOON), [person.id]).values()
    assert isinstance(answer, Recipient)
    assert answer.name == "Ana"


AUDIENCES = [
    lambda a, b: Audience((a,)),
    lambda a, b: Audience((a, b)),
    lambda a, b: Audience((b, a)),
    lambda a, b: Audience((a,), excluded=(b,)),
]


@settings(
    max_examples=examples(15),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    population=st.lists(PERSON, max_size=12),
    make=st.sampled_from(AUDIENCES),
    places=st.sampled_from(TOPICS),
    offers=st.sampled_from(OFFERS),
)
@example(population=EVERY_COMBINATION, make=AUDIENCES[1], places=(), offers=())
@example(population=EVERY_COMBINATION, make=AUDIENCES[2], places=(1,), offers=OFFERS[2])
@example(population=EVERY_COMBINATION, make=AUDIENCES[3], places=(0, 1), offers=OFFERS[3])
def test_whoever_is_on_several_lists_is_reached_once_by_the_first(
    database: Database,
    population: Population,
    make: Callable[[int, int], Audience],
    places: tuple[int, ...],
    offers: tuple[Offer, ...],
) -> None:
    with database.write() as session:
        bulletin = create_list(session, slug="bulletin", name="Bilten", now=NOON).id
        reports = create_list(session, slug="reports", name="Poročila", now=NOON).id
        topics = two_topics(session)
        people = reconcile(session, bulletin, reports, population, topics)
        audience = replace(
            make(bulletin, reports),
            topics=tuple(topics[place] for place in places),
            digests=as_offers(offers, topics, (bulletin, reports)),
        )
        expected = {}
        for person, (status, elsewhere, is_suppressed, _, preference) in zip(people, population, strict=True):
            statuses = {bulletin: status, reports: elsewhere}
            frequency = preference.frequency(places, offers, confirmed_on(status, elsewhere))
            is_free = not (is_suppressed or preference.is_paused) and frequency is Frequency.AT_ONCE
            by = [x for x in audience.lists if statuses[x] is SubscriptionStatus.CONFIRMED and is_free]
            is_out = any(statuses[x] is SubscriptionStatus.CONFIRMED for x in audience.excluded)
            if by and not is_out:
                expected[person.id] = by[0]
        rows = session.exec(audience_of(audience, nobody_got, now=NOON)).all()
        assert len(rows) == len(expected)
        assert {row[0]: row[3] for row in rows} == expected
        counts = count_audience(session, audience, nobody_got, now=NOON)
        assert sum(sum(by_language.values()) for by_language in counts.values()) == len(expected)
        session.rollback()


@given(lists=st.lists(st.integers(1, 6), max_size=4), excluded=st.lists(st.integers(1, 6), max_size=3))
def test_an_audience_has_a_list_and_each_of_its_lists_once(lists: list[int], excluded: list[int]) -> None:
    together = [*lists, *excluded]
    if lists and len(set(together)) == len(together):
        audience = Audience(tuple(lists), tuple(excluded))
        assert (audience.hashed == lists[0]) == (together == lists[:1])
    else:
        with pytest.raises(ValueError, match="each of its lists once"):
            Audience(tuple(lists), tuple(excluded))


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    protected=st.lists(st.booleans(), min_size=4, max_size=4),
    chosen=st.permutations(range(4)),
    included=st.integers(1, 4),
    excluded=st.integers(0, 3),
)
def test_a_protected_list_is_never_mixed_with_another(
    database: Database, protected: list[bool], chosen: list[int], included: int, excluded: int
) -> None:
    with database.write() as session:
        made = [
            create_list(session, slug=f"list-{place}", name=f"List {place}", now=NOON, is_protected=is_protected)
            for place, is_protected in enumerate(protected)
        ]
        picked = [made[place].id for place in chosen]
        audience = Audience(tuple(picked[:included]), tuple(picked[included : included + excluded]))
        everything = (*audience.lists, *audience.excluded)
        if len(everything) > 1 and any(row.is_protected for row in made if row.id in everything):
            with pytest.raises(InputRefused, match="subscribers-protected-list-mixed"):
                check_unmixed(session, audience)
        else:
            check_unmixed(session, audience)
        session.rollback()
