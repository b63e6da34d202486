"""When to try again, decided without chance and without a clock."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from delivery.attempts.retry import (
    FIRST_DELAY,
    JITTER,
    MAX_DELAY,
    MAX_RETRY_AFTER,
    GiveUp,
    RetryAt,
    next_step,
    reconcile_delay,
)
from delivery.errors import TransientProviderError
from delivery.message.outgoing import NotSent
from tests.conftest import NOON

AGAIN = TransientProviderError("503")
counts = st.integers(min_value=1, max_value=10_000)
seeds = st.integers(min_value=0, max_value=2**63)


def delay(count: int, *, seed: int = 0, asked: timedelta | None = None) -> timedelta:
    error = TransientProviderError("429", retry_after=asked)
    step = next_step(count, error, now=NOON, max_attempts=count + 1, seed=seed)
    assert isinstance(step, RetryAt)
    return step.when - NOON


@given(counts, counts)
def test_it_gives_up_exactly_when_the_attempts_are_used_up(count: int, most: int) -> None:
    assert isinstance(next_step(count, AGAIN, now=NOON, max_attempts=most), GiveUp) == (count >= most)


@given(counts, seeds)
def test_a_delay_is_bounded_and_the_same_every_time(count: int, seed: int) -> None:
    wait = delay(count, seed=seed)
    assert wait == delay(count, seed=seed)
    assert FIRST_DELAY * (1 - JITTER) <= wait <= MAX_DELAY * (1 + JITTER)


@given(st.integers(min_value=1, max_value=5), seeds)
def test_each_delay_is_longer_than_the_one_before(count: int, seed: int) -> None:
    assert delay(count + 1, seed=seed) > delay(count, seed=seed)


def test_what_failed_together_does_not_come_back_together() -> None:
    assert len({delay(3, seed=seed) for seed in range(50)}) == 50


@given(counts, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)))
def test_the_provider_is_obeyed_but_not_for_ever(count: int, asked: timedelta) -> None:
    wait = delay(count, asked=asked)
    assert wait >= min(asked, MAX_RETRY_AFTER)
    assert wait <= max(MAX_RETRY_AFTER, MAX_DELAY * (1 + JITTER))


def test_a_single_delivery_is_treated_like_a_call() -> None:
    single = NotSent(7, "greylisted", retry_after=timedelta(hours=3))
    assert next_step(1, single, now=NOON, max_attempts=2) == RetryAt(NOON + timedelta(hours=3))


@given(st.integers(min_value=0, max_value=10_000), seeds)
def test_looking_for_evidence_slows_down_and_never_stops(count: int, seed: int) -> None:
    assert timedelta(seconds=1) < reconcile_delay(count, seed=seed) <= MAX_DELAY * (1 + JITTER)
    assert reconcile_delay(3, seed=seed) < reconcile_delay(5, seed=seed)
