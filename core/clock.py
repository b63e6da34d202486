"""The only place that asks what time it is: wall clock and monotonic clock.

Edges call `clock.now()`; everything below them takes `now` as an argument, so that a test can tell a story
with dates and nothing needs to be patched. The wall clock can be set, backwards and forwards; how long something
takes is measured by the machine's uptime, which cannot (ADR 35).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Protocol

from core.db import Database

STEP = timedelta(seconds=30)
"""By less than this, clocks differ and are corrected every day; a wait may be as much too long or too short."""
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
# Linux's other monotonic clock leaves out the time that a machine slept.
_SINCE_BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


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


def own_clock(clock: Clock) -> Clock:
    """The same, but this machine's own where `clock` asks the database: for what a process counts in memory."""
    return SystemClock() if isinstance(clock, DatabaseClock) else clock


def clock_of(database: Database) -> Clock:
    """The clock that everybody who works on this database goes by."""
    return SystemClock() if database.is_sqlite else DatabaseClock(database)


@dataclass(frozen=True, slots=True)
class UptimeClock:
    """Monotonic time: how long a machine has been up, the time that it slept included."""

    boot: str
    """Names the machine's start that the seconds are counted from; empty where there is no name for it."""
    seconds: Callable[[], float]

    def tick(self) -> str | None:
        """The present moment, for `elapsed_since` to measure from; None where it could not be compared later."""
        return f"{self.boot}/{self.seconds():.3f}" if self.boot else None

    def elapsed_since(self, tick: str | None) -> timedelta | None:
        """How long ago that was; None if it was another machine's moment, or before this one's last start."""
        boot, _, seconds = (tick or "").partition("/")
        if not boot or boot != self.boot:
            return None
        return timedelta(seconds=max(self.seconds() - float(seconds), 0.0))


def machine_uptime() -> UptimeClock:
    return UptimeClock(_boot_id(), _seconds_since_boot)


def _seconds_since_boot() -> float:
    return time.clock_gettime(_SINCE_BOOT)


@cache
def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


class ClockStepDetector:
    """Clock step detection: whether the wall clock was set forward, judged by monotonic time.

    To whoever sees the wall clock alone, a step ahead looks as if nobody had worked for a while. A step back shows
    in the database, as moments in the future.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: tuple[datetime, float] | None = None
        self._untold = timedelta(0)
        self._stepped_at: float | None = None

    def observe(self, clock: Clock, uptime: UptimeClock) -> datetime:
        """The present moment. Where it took long to ask for it, nothing is concluded from it."""
        before = uptime.seconds()
        now = clock.now()
        after = uptime.seconds()
        if after - before < STEP.total_seconds() / 2:
            self.record(now=now, uptime=after)
        return now

    def record(self, *, now: datetime, uptime: float) -> None:
        """`uptime`: seconds, asked at the same moment as `now`."""
        with self._lock:
            last, self._last = self._last, (now, uptime)
            if last is None:
                return
            step = (now - last[0]) - timedelta(seconds=uptime - last[1])
            if step > STEP:
                self._untold += step
                self._stepped_at = uptime

    def take_step(self) -> timedelta:
        """By how much the clock was set forward since this was asked last; zero if it was not."""
        with self._lock:
            step, self._untold = self._untold, timedelta(0)
        return step

    def is_steady(self, duration: timedelta, *, uptime: float) -> bool:
        """Whether no step ahead was seen for so long, as far as this process has looked."""
        with self._lock:
            return self._stepped_at is None or uptime - self._stepped_at >= duration.total_seconds()
