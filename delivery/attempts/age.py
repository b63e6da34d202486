"""Elapsed time of an attempt: how long ago its call can have begun, at least and at most, whatever the clock says.

That a provider remembers an idempotency key is trusted while the attempt is at most so old; what its record does
not show is believed once the attempt is at least so old. A wall clock that was set meanwhile says neither. Pure.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class AgeRange:
    least: timedelta
    most: timedelta
    """`timedelta.max`: nobody knows."""


def age(opened_at: datetime, *, is_wrong: bool, measured: timedelta | None, now: datetime) -> AgeRange:
    """`measured`: by monotonic time, where the machine that opened it can tell; no less can have gone by.

    More can, where the machine itself stood still. `is_wrong`: `opened_at` comes from a clock that was ahead.
    """
    by_clock = now - opened_at
    if measured is not None:
        return AgeRange(measured, max(measured, by_clock))
    if is_wrong or by_clock < timedelta(0):
        return AgeRange(max(by_clock, timedelta(0)), timedelta.max)
    return AgeRange(by_clock, by_clock)
