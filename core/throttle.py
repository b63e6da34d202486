"""Rate limiting by key: so many at once, then one each while (GCRA, the cell rate algorithm of ITU-T I.371).

Kept in memory, for one process: a limit that wrote a row for each request would itself be a way to keep the
database busy. Bounded: of too many keys the one that was asked longest ago is forgotten. `now` is passed in; a
clock that goes back makes nobody wait longer than `per`.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

MAX_KEYS = 20_000


class Throttle:
    """`burst` at once, and as many again within each `per`. Safe to share among threads."""

    def __init__(self, *, burst: int, per: timedelta, max_keys: int = MAX_KEYS) -> None:
        self._per = per
        self._interval = per / burst
        self._max_keys = max_keys
        self._full_again_at: OrderedDict[str, datetime] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str, *, now: datetime) -> timedelta | None:
        """How long `key` has to wait for its next one; None if it need not. Takes nothing."""
        with self._lock:
            return self._wait(key, now)

    def take(self, key: str, *, now: datetime) -> timedelta | None:
        """None: taken. Otherwise nothing was, and this is how long to wait."""
        with self._lock:
            wait = self._wait(key, now)
            if wait is None:
                self._full_again_at[key] = self._at(key, now) + self._interval
                self._full_again_at.move_to_end(key)
                if len(self._full_again_at) > self._max_keys:
                    self._full_again_at.popitem(last=False)
            return wait

    def _wait(self, key: str, now: datetime) -> timedelta | None:
        wait = self._at(key, now) + self._interval - now - self._per
        return wait if wait > timedelta(0) else None

    def _at(self, key: str, now: datetime) -> datetime:
        """When all of the key's burst is there again: not before now, and not later than one can have used up."""
        return min(max(self._full_again_at.get(key, now), now), now + self._per)
