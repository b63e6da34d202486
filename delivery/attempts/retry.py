"""Backoff: when to try again. Pure: the same question has the same answer, so a repeated job decides alike."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from delivery.errors import TransientProviderError
from delivery.message.outgoing import NotSent

FIRST_DELAY = timedelta(seconds=10)
GROWTH = 3
MAX_DELAY = timedelta(hours=1)
MAX_RETRY_AFTER = timedelta(hours=24)
"""A provider that asks for more is asked again after this."""
JITTER = 0.2
FIRST_BREATHER = timedelta(seconds=3)
FIRST_SETTLE_DELAY = timedelta(seconds=15)
SETTLE_GROWTH = 2


@dataclass(frozen=True, slots=True)
class RetryAt:
    when: datetime


@dataclass(frozen=True, slots=True)
class GiveUp:
    pass


def next_step(
    attempt_count: int, error: TransientProviderError | NotSent, *, now: datetime, max_attempts: int, seed: int = 0
) -> RetryAt | GiveUp:
    """What follows the attempt number `attempt_count`, which was certainly not accepted.

    Where it was none of the reader's own, there is always a next one. `seed` (the attempt's or the delivery's id)
    spreads what failed together, without chance.
    """
    is_readers_own = not isinstance(error, NotSent) or error.counts
    if attempt_count >= max_attempts and is_readers_own:
        return GiveUp()
    delay = _grown(FIRST_DELAY, GROWTH, attempt_count) * _spread(seed, attempt_count)
    asked_for = min(error.retry_after or timedelta(0), MAX_RETRY_AFTER)
    return RetryAt(now + max(delay, asked_for))


def breather(errors_in_a_row: int) -> timedelta:
    """How long a sender rests after so many errors in a row: a provider that is away for a minute, or restarts,
    must not use up in a second all the errors after which a person has to look."""
    return _grown(FIRST_BREATHER, GROWTH, errors_in_a_row)


def deferral_wait(errors_in_a_row: int) -> timedelta:
    """The same where it asked for patience with everybody: its five or ten minutes (greylisting, a limit for each
    minute) have passed before a person is called."""
    return _grown(FIRST_DELAY, GROWTH, errors_in_a_row)


def reconcile_delay(look_count: int, *, seed: int = 0) -> timedelta:
    """How long to wait before looking for evidence again, after `look_count` looks in vain."""
    return _grown(FIRST_SETTLE_DELAY, SETTLE_GROWTH, look_count + 1) * _spread(seed, look_count)


def _grown(first: timedelta, growth: int, count: int) -> timedelta:
    exponent = min(max(count, 1) - 1, 12)  # beyond the longest delay, far below an overflow
    factor: int = growth**exponent
    return min(first * factor, MAX_DELAY)


def _spread(seed: int, count: int) -> float:
    fraction = int.from_bytes(sha256(f"{seed}/{count}".encode()).digest()[:4]) / 2**32
    return 1 + JITTER * (2 * fraction - 1)
