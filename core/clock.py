"""The only place that asks what time it is.

Edges call `clock.now()`; everything below them takes `now` as an argument, so that a test can tell a story
with dates and nothing needs to be patched.
"""

from datetime import UTC, datetime
from typing import Protocol

from core.db import Database


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment: timezone-aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class DatabaseClock:
    """The one clock of many machines: one that runs minutes ahead must not end another's lease."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> datetime:
        return self._database.now()


def clock_of(database: Database) -> Clock:
    """The clock that everybody who works on this database goes by."""
    return SystemClock() if database.is_sqlite else DatabaseClock(database)
