"""What a look into a provider's record proves, whatever it looks like."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from delivery.attempts.evidence import STABLE_FOR, judge_lookup
from delivery.message.outgoing import Accepted, NotSent
from delivery.providers.base import LookUp
from tests.conftest import NOON

DELAY = timedelta(minutes=2)
IDS = st.integers(1, 6)
LOOKUPS = st.builds(
    LookUp,
    accepted=st.dictionaries(IDS, st.none() | st.just("a name")),
    absent=st.frozensets(IDS),
)
MOMENTS = st.integers(-100, 100).map(lambda minutes: NOON + timedelta(minutes=minutes))


@given(LOOKUPS, st.frozensets(IDS), MOMENTS, st.none() | MOMENTS)
def test_absence_counts_only_in_a_settled_record_that_stayed_the_same(
    lookup: LookUp, in_doubt: frozenset[int], settled_at: datetime, absent_since: datetime | None
) -> None:
    verdict = judge_lookup(
        lookup, in_doubt=in_doubt, settled_at=settled_at, absent_since=absent_since, now=NOON, delay=DELAY
    )
    results = verdict.result.results
    accepted = {result.delivery_id for result in results if isinstance(result, Accepted)}
    not_sent = {result.delivery_id for result in results if isinstance(result, NotSent)}
    assert accepted == in_doubt & lookup.accepted.keys()
    assert not_sent <= (in_doubt & lookup.absent) - lookup.accepted.keys()
    if not_sent:
        assert settled_at <= NOON
        assert absent_since is not None
        assert absent_since + STABLE_FOR <= NOON
        assert not accepted
    assert verdict.next_lookup_at > NOON


def test_two_looks_apart_prove_it() -> None:
    lookup = LookUp(accepted={}, absent=frozenset({1, 2}))
    first = judge_lookup(lookup, in_doubt=[1, 2], settled_at=NOON, absent_since=None, now=NOON, delay=DELAY)
    assert (first.result.results, first.absent_since) == ((), NOON)
    assert first.next_lookup_at == NOON + STABLE_FOR
    second = judge_lookup(
        lookup,
        in_doubt=[1, 2],
        settled_at=NOON,
        absent_since=first.absent_since,
        now=first.next_lookup_at,
        delay=DELAY,
    )
    assert [result.delivery_id for result in second.result.results if isinstance(result, NotSent)] == [1, 2]


def test_before_the_record_is_complete_the_next_look_is_no_later_than_that() -> None:
    lookup = LookUp(accepted={}, absent=frozenset({1}))
    soon = NOON + timedelta(minutes=1)
    verdict = judge_lookup(lookup, in_doubt=[1], settled_at=soon, absent_since=NOON, now=NOON, delay=DELAY)
    assert (verdict.next_lookup_at, verdict.absent_since) == (soon, None)


def test_who_is_in_neither_stays_in_doubt() -> None:
    verdict = judge_lookup(
        LookUp({}), in_doubt=[1], settled_at=NOON, absent_since=NOON - DELAY, now=NOON, delay=DELAY
    )
    assert (verdict.result.results, verdict.next_lookup_at) == ((), NOON + DELAY)
