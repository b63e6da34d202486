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
LOOKS = st.builds(
    LookUp,
    found=st.dictionaries(IDS, st.none() | st.just("a name")),
    absent=st.frozensets(IDS),
)
MOMENTS = st.integers(-100, 100).map(lambda minutes: NOON + timedelta(minutes=minutes))


@given(LOOKS, st.frozensets(IDS), MOMENTS, st.none() | MOMENTS)
def test_absence_counts_only_in_a_settled_record_that_stayed_the_same(
    look: LookUp, in_doubt: frozenset[int], settled_at: datetime, absent_since: datetime | None
) -> None:
    verdict = judge_lookup(
        look, in_doubt=in_doubt, settled_at=settled_at, absent_since=absent_since, now=NOON, delay=DELAY
    )
    results = verdict.result.results
    accepted = {one.delivery_id for one in results if isinstance(one, Accepted)}
    not_sent = {one.delivery_id for one in results if isinstance(one, NotSent)}
    assert accepted == in_doubt & look.found.keys()
    assert not_sent <= (in_doubt & look.absent) - look.found.keys()
    if not_sent:
        assert settled_at <= NOON
        assert absent_since is not None
        assert absent_since + STABLE_FOR <= NOON
        assert not accepted
    assert verdict.look_again_at > NOON


def test_two_looks_apart_prove_it() -> None:
    look = LookUp(found={}, absent=frozenset({1, 2}))
    first = judge_lookup(look, in_doubt=[1, 2], settled_at=NOON, absent_since=None, now=NOON, delay=DELAY)
    assert (first.result.results, first.absent_since) == ((), NOON)
    assert first.look_again_at == NOON + STABLE_FOR
    second = judge_lookup(
        look,
        in_doubt=[1, 2],
        settled_at=NOON,
        absent_since=first.absent_since,
        now=first.look_again_at,
        delay=DELAY,
    )
    assert [one.delivery_id for one in second.result.results if isinstance(one, NotSent)] == [1, 2]


def test_before_the_record_is_complete_the_next_look_is_no_later_than_that() -> None:
    look = LookUp(found={}, absent=frozenset({1}))
    soon = NOON + timedelta(minutes=1)
    verdict = judge_lookup(look, in_doubt=[1], settled_at=soon, absent_since=NOON, now=NOON, delay=DELAY)
    assert (verdict.look_again_at, verdict.absent_since) == (soon, None)


def test_who_is_in_neither_stays_in_doubt() -> None:
    verdict = judge_lookup(
        LookUp({}), in_doubt=[1], settled_at=NOON, absent_since=NOON - DELAY, now=NOON, delay=DELAY
    )
    assert (verdict.result.results, verdict.look_again_at) == ((), NOON + DELAY)
