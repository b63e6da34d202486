"""Brute-force protection by source: what one source, and each network around it, may try before it has to wait,
kept in memory.

A restart forgets it; what shuts accounts and devices is in their rows.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from core.networks import networks_of
from core.throttle import MAX_KEYS, NetworkThrottle
from staff.lockout import FAILURES_OF_A_SOURCE, PER, SOURCE, Lockout, of_network


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    shut_until: datetime | None


class SignInGuard:
    """One a process; safe to share among threads."""

    def __init__(self) -> None:
        self._sources = NetworkThrottle(burst=FAILURES_OF_A_SOURCE, per=PER)
        self._failures: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._lock = Lock()

    def wait(self, source: str, account: str, *, now: datetime) -> timedelta | None:
        """How long `source` has to wait before it may try a password for `account`; None if it need not."""
        with self._lock:
            failures = [self._failures.get((network.key, account)) for network in networks_of(source)]
        shut = [
            failure.shut_until for failure in failures if failure is not None and failure.shut_until is not None
        ]
        # Bounded, so that a clock that was wrong shuts nobody out for longer than the rule does.
        waits = [min(until - now, SOURCE.longest_wait) for until in shut if until > now]
        anywhere = self._sources.wait(source, now=now)
        return max(waits if anywhere is None else [*waits, anywhere], default=None)

    def record_failure(self, source: str, account: str, *, now: datetime) -> None:
        self._sources.take(source, now=now)
        with self._lock:
            for network in networks_of(source):
                self._count((network.key, account), of_network(network.share), now)

    def record_success(self, source: str, account: str) -> None:
        with self._lock:
            for network in networks_of(source):
                self._failures.pop((network.key, account), None)

    def forget(self, account: str) -> None:
        """What was held against any source because of this account: somebody who may has unlocked it."""
        with self._lock:
            for key in [key for key in self._failures if key[1] == account]:
                del self._failures[key]

    def _count(self, key: tuple[str, str], rule: Lockout, now: datetime) -> None:
        before = self._failures.get(key)
        count = (before.count if before is not None else 0) + 1
        wait = rule.wait_after(count)
        self._failures[key] = _Failures(count, now + wait if wait is not None else None)
        self._failures.move_to_end(key)
        if len(self._failures) > MAX_KEYS:
            self._failures.popitem(last=False)
