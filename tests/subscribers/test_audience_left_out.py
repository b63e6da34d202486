"""Who is left out of an audience, and why: the SQL counts what a plain model counts, on both databases."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.db import Database
from subscribers.audience import Audience, count_audience
from subscribers.audience_left_out import LeftOutReason, count_left_out, sample_audience
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from subscribers.topic_tables import Frequency
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conditions import nobody_got
from tests.subscribers.test_audience import (
    EVERY_COMBINATION,
    OFFERS,
    PERSON,
    TOPICS,
    Offer,
    Population,
    Preference,
    as_offers,
    confirmed_on,
    reconcile,
    two_topics,
)

THIRD = st.lists(st.sampled_from([None, *SubscriptionStatus]), min_size=64, max_size=64)
"""What each person said to a third list."""
AUDIENCES: list[Callable[[int, int, int], Audience]] = [
    lambda a, b, c: Audience((a,)),
    lambda a, b, c: Audience((a, b)),
    lambda a, b, c: Audience((b, a), excluded=(c,)),
    lambda a, b, c: Audience((a,), excluded=(b, c)),
    lambda a, b, c: Audience((c, a, b)),
]


def outcome(
    statuses: list[SubscriptionStatus | None],
    preference: Preference,
    frequency: Frequency,
    *,
    is_suppressed: bool,
    is_excluded: bool,
) -> LeftOutReason | str | None:
    """The model: of one person, by what they said to the lists that are in. None: never on any of them."""
    best = min((status for status in statuses if status is not None), key=list(_ORDER).index, default=None)
    match best:
        case None:
            return None
        case SubscriptionStatus.PENDING:
            return LeftOutReason.PENDING
        case SubscriptionStatus.UNSUBSCRIBED:
            return LeftOutReason.UNSUBSCRIBED
        case SubscriptionStatus.CONFIRMED:
            reasons = {
                LeftOutReason.SUPPRESSED: is_suppressed,
                LeftOutReason.PAUSED: preference.is_paused,
                LeftOutReason.NOT_THEIR_TOPIC: frequency is Frequency.NEVER,
                LeftOutReason.IN_WEEKLY_DIGEST: frequency is Frequency.WEEKLY,
                LeftOutReason.IN_MONTHLY_DIGEST: frequency is Frequency.MONTHLY,
                LeftOutReason.EXCLUDED: is_excluded,
            }
            return next((reason for reason, holds in reasons.items() if holds), "mailed")
        case _:
            assert_never(best)


_ORDER = (SubscriptionStatus.CONFIRMED, SubscriptionStatus.PENDING, SubscriptionStatus.UNSUBSCRIBED)


@settings(
    max_examples=examples(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    population=st.lists(PERSON, max_size=16),
    third=THIRD,
    make=st.sampled_from(AUDIENCES),
    mail=st.tuples(st.sampled_from(TOPICS), st.sampled_from(OFFERS)),
)
@example(
    population=EVERY_COMBINATION,
    third=[SubscriptionStatus.CONFIRMED, None] * 32,
    make=AUDIENCES[2],
    mail=((0, 1), OFFERS[3]),
)
@example(population=EVERY_COMBINATION, third=[None] * 64, make=AUDIENCES[1], mail=((1,), OFFERS[2]))
@example(population=EVERY_COMBINATION, third=[None] * 64, make=AUDIENCES[3], mail=((), ()))
def test_everybody_on_the_lists_is_mailed_or_left_out_for_one_reason(
    database: Database,
    population: Population,
    third: list[SubscriptionStatus | None],
    make: Callable[[int, int, int], Audience],
    mail: tuple[tuple[int, ...], tuple[Offer, ...]],
) -> None:
    places, offers = mail
    with database.write() as session:
        lists = [create_list(session, slug=slug, name=slug, now=NOON).id for slug in ("first", "second", "third")]
        topics = two_topics(session)
        people = reconcile(session, lists[0], lists[1], population, topics)
        session.add_all(
            Subscription(subscriber_id=person.id, list_id=lists[2], status=status, changed_at=NOON)
            for person, status in zip(people, third, strict=False)
            if status is not None
        )
        audience = replace(
            make(*lists),
            topics=tuple(topics[place] for place in places),
            digests=as_offers(offers, topics, lists),
        )
        expected: Counter[LeftOutReason | str | None] = Counter()
        mailed = set()
        for person, (*first_two, is_suppressed, _, preference), last in zip(
            people, population, third, strict=False
        ):
            statuses = dict(zip(lists, (*first_two, last), strict=True))
            result = outcome(
                [statuses[list_id] for list_id in audience.lists],
                preference,
                preference.frequency(places, offers, confirmed_on(*first_two, last)),
                is_suppressed=bool(is_suppressed),
                is_excluded=any(
                    statuses[list_id] is SubscriptionStatus.CONFIRMED for list_id in audience.excluded
                ),
            )
            expected[result] += 1
            if result == "mailed":
                mailed.add(person.id)
        session.flush()
        assert count_left_out(session, audience, nobody_got, now=NOON) == {
            reason: expected[reason] for reason in LeftOutReason if expected[reason]
        }
        reached = sum(
            sum(by_language.values())
            for by_language in count_audience(session, audience, nobody_got, now=NOON).values()
        )
        assert reached == expected["mailed"]
        sample = sample_audience(session, audience, nobody_got, limit=10, now=NOON)
        assert len(sample) == min(10, len(mailed))
        assert {subscriber_id for subscriber_id, _ in sample} <= mailed
        assert sample == sample_audience(session, audience, nobody_got, limit=10, now=NOON)
        session.rollback()
