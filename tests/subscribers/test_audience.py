"""The audience in SQL is the policy, for any population, on both databases."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from core.db import Database
from core.errors import InputRefused
from subscribers.audience import (
    Audience,
    Recipient,
    audience_of,
    check_unmixed,
    count_audience,
    count_audiences,
    recheck,
)
from subscribers.lists import create_list
from subscribers.policy import SkipReason, may_mail
from subscribers.queries import may_be_welcomed
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression, SuppressionReason
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conditions import nobody_got

STATUSES = st.sampled_from([None, *SubscriptionStatus])
EVERY_COMBINATION = [
    (*states, "sl") for states in product([None, *SubscriptionStatus], [None, *SubscriptionStatus], [False, True])
]
PERSON = st.tuples(STATUSES, STATUSES, st.booleans(), st.sampled_from(["sl", "en", "ar"]))
Population = list[tuple[SubscriptionStatus | None, SubscriptionStatus | None, bool, str]]


def reconcile(session: Session, list_id: int, other_list_id: int, population: Population) -> list[Subscriber]:
    people = []
    for number, (status, elsewhere, is_suppressed, language) in enumerate(population):
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
    session.flush()
    return people


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(population=st.lists(PERSON, max_size=12))
@example(population=EVERY_COMBINATION)
def test_the_sql_says_what_the_policy_says(database: Database, population: Population) -> None:
    with database.write() as session:
        list_id = create_list(session, slug="bulletin", name="Bilten", now=NOON).id
        other_list_id = create_list(session, slug="reports", name="Poročila", now=NOON).id
        people = reconcile(session, list_id, other_list_id, population)
        answers = {
            person.id: may_mail(status=status, is_suppressed=is_suppressed)
            for person, (status, _, is_suppressed, _) in zip(people, population, strict=True)
        }
        welcome = [person for person in people if answers[person.id] is None]

        audience = sorted(session.exec(audience_of(Audience((list_id,)), nobody_got)).all())
        assert audience == [(person.id, person.address_hash, person.language, list_id) for person in welcome]
        counts = count_audience(session, Audience((list_id,)), nobody_got).get(list_id, {})
        assert sum(counts.values()) == len(welcome)
        assert set(counts) == {person.language for person in welcome}
        assert count_audiences(session).get(list_id, {}) == counts
        for person in people:
            mailed = may_be_welcomed(session, subscriber_id=person.id, list_id=list_id)
            assert mailed == (answers[person.id] is None)

        rechecked = recheck(session, list_id=list_id, subscriber_ids=list(answers))
        assert {subscriber_id: _reason(answer) for subscriber_id, answer in rechecked.items()} == answers
        session.rollback()


def _reason(answer: Recipient | SkipReason) -> SkipReason | None:
    return answer if isinstance(answer, SkipReason) else None


def test_a_recheck_gives_what_a_merge_needs(database: Database, list_id: int) -> None:
    with database.write() as session:
        (person,) = reconcile(session, list_id, list_id, [(SubscriptionStatus.CONFIRMED, None, False, "ar")])
        recipients = recheck(session, list_id=list_id, subscriber_ids=[person.id])
    assert recipients == {person.id: Recipient(person.id, "p0@example.org", person.address_hash, "", "ar")}


def test_somebody_who_is_not_there_any_more_was_erased(database: Database, list_id: int) -> None:
    with database.read() as session:
        assert recheck(session, list_id=list_id, subscriber_ids=[404]) == {404: SkipReason.ERASED}


def test_a_recheck_sees_what_changed_since_the_session_last_looked(database: Database, list_id: int) -> None:
    with database.write() as session:
        (person,) = reconcile(session, list_id, list_id, [(SubscriptionStatus.CONFIRMED, None, False, "sl")])
        session.connection().exec_driver_sql("UPDATE subscriber SET name = 'Ana'")
        (answer,) = recheck(session, list_id=list_id, subscriber_ids=[person.id]).values()
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
@given(population=st.lists(PERSON, max_size=12), make=st.sampled_from(AUDIENCES))
@example(population=EVERY_COMBINATION, make=AUDIENCES[1])
@example(population=EVERY_COMBINATION, make=AUDIENCES[2])
@example(population=EVERY_COMBINATION, make=AUDIENCES[3])
def test_whoever_is_on_several_lists_is_reached_once_by_the_first(
    database: Database, population: Population, make: Callable[[int, int], Audience]
) -> None:
    with database.write() as session:
        bulletin = create_list(session, slug="bulletin", name="Bilten", now=NOON).id
        reports = create_list(session, slug="reports", name="Poročila", now=NOON).id
        people = reconcile(session, bulletin, reports, population)
        audience = make(bulletin, reports)
        expected = {}
        for person, (status, elsewhere, is_suppressed, _) in zip(people, population, strict=True):
            statuses = {bulletin: status, reports: elsewhere}
            by = [x for x in audience.lists if may_mail(status=statuses[x], is_suppressed=is_suppressed) is None]
            is_out = any(statuses[x] is SubscriptionStatus.CONFIRMED for x in audience.excluded)
            if by and not is_out:
                expected[person.id] = by[0]
        rows = session.exec(audience_of(audience, nobody_got)).all()
        assert len(rows) == len(expected)
        assert {row[0]: row[3] for row in rows} == expected
        counts = count_audience(session, audience, nobody_got)
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
