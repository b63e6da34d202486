"""Brute-force protection by source: what one source may try before it has to wait, kept in memory.

A restart forgets it; what shuts accounts and devices is in their rows.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from core.throttle import MAX_KEYS, Throttle
from staff.lockout import FAILURES_OF_A_SOURCE, PER, SOURCE


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    shut_until: datetime | None


class SignInGuard:
    """One a process; safe to share among threads."""

    def __init__(self) -> None:
        self._sources = Throttle(burst=FAILURES_OF_A_SOURCE, per=PER)
        self._failures: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._lock = Lock()

    def wait(self, source: str, account: str, *, now: datetime) -> timedelta | None:
        """How long `source` has to wait before it may try a password for `account`; None if it need not."""
        with self._lock:
            failures = self._failures.get((source, account))
        until = failures.shut_until if failures is not None else None
        # Bounded, so that a clock that was wrong shuts nobody out for longer than the rule does.
        here = min(until - now, SOURCE.longest_wait) if until is not None and until > now else None
        anywhere = self._sources.wait(source, now=now)
        return max((wait for wait in (here, anywhere) if wait is not None), default=None)

    def record_failure(self, source: str, account: str, *, now: datetime) -> None:
        self._sources.take(source, now=now)
        with self._lock:
            before = self._failures.get((source, account))
            count = (before.count if before is not None else 0) + 1
            wait = SOURCE.wait_after(count)
            self._failures[source, account] = _Failures(count, now + wait if wait is not None else None)
            self._failures.move_to_end((source, account))
            if len(self._failures) > MAX_KEYS:
                self._failures.popitem(last=False)

    def record_success(self, source: str, account: str) -> None:
        with self._lock:
            self._failures.pop((source, account), None)
