"""Rate limiting by key: so many at once, then one each while, whatever the clock does."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.throttle import Throttle
from tests.conftest import NOON

HOUR = timedelta(hours=1)


def test_a_burst_passes_and_the_next_one_waits_for_its_turn() -> None:
    throttle = Throttle(burst=3, per=HOUR)
    assert [throttle.take("a", now=NOON) for _ in range(3)] == [None] * 3
    assert throttle.take("a", now=NOON) == timedelta(minutes=20)
    assert throttle.take("a", now=NOON + timedelta(minutes=19)) == timedelta(minutes=1)
    assert throttle.take("a", now=NOON + timedelta(minutes=20)) is None


def test_one_key_takes_nothing_from_another() -> None:
    throttle = Throttle(burst=1, per=HOUR)
    assert throttle.take("a", now=NOON) is None
    assert throttle.take("b", now=NOON) is None


def test_asking_how_long_takes_nothing() -> None:
    throttle = Throttle(burst=1, per=HOUR)
    assert [throttle.wait("a", now=NOON) for _ in range(5)] == [None] * 5
    throttle.take("a", now=NOON)
    assert throttle.wait("a", now=NOON) == HOUR


def test_of_too_many_keys_the_oldest_is_forgotten() -> None:
    throttle = Throttle(burst=1, per=HOUR, max_keys=100)
    for number in range(1000):
        throttle.take(str(number), now=NOON)
    assert throttle.take("0", now=NOON) is None
    assert throttle.take("999", now=NOON) is not None


@given(st.lists(st.integers(0, 600), max_size=60), st.integers(1, 10))
def test_never_more_than_the_burst_and_the_refill_of_any_stretch_of_time(gaps: list[int], burst: int) -> None:
    throttle, now = Throttle(burst=burst, per=HOUR), NOON
    taken = []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if throttle.take("a", now=now) is None:
            taken.append(now)
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            span = taken[last] - taken[first]
            assert last - first + 1 <= burst + span / (HOUR / burst) + 1e-9


@given(st.lists(st.integers(-7200, 7200), max_size=40))
def test_a_clock_that_steps_makes_nobody_wait_longer_than_the_whole_time(steps: list[int]) -> None:
    throttle, now = Throttle(burst=2, per=HOUR), NOON
    for step in steps:
        now += timedelta(seconds=step)
        wait = throttle.take("a", now=now)
        assert wait is None or wait <= HOUR
