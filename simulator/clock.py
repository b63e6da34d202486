"""The simulator's only look at the clock; all else is given the time, so that a test can move a day ahead."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment: timezone-aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def ticks() -> float:
    """Seconds that only ever grow, for waiting; they say nothing about the time of day."""
    return time.monotonic()
