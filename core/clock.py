"""The only place that asks what time it is.

Edges call `clock.now()`; everything below them takes `now` as an argument, so that a test can tell a story
with dates and nothing needs to be patched.
"""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment: timezone-aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)
