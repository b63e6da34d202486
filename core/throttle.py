"""Rate limiting by key: so many at once, then one each while (GCRA, the cell rate algorithm of ITU-T I.371).

Kept in memory, for one process: a limit that wrote a row for each request would itself be a way to keep the
database busy. Bounded: of too many keys the one that was asked longest ago is forgotten. `now` is passed in; a
clock that goes back makes nobody wait longer than `per`.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

from core.networks import SHARES, networks_of

MAX_KEYS = 20_000
MAX_SHARE = max(share for shares in SHARES.values() for share in shares.values())


def whole_minutes(wait: timedelta) -> int:
    """For people who are told how long to wait: rounded up, so that it is true."""
    return -(-wait // timedelta(minutes=1))


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


class NetworkThrottle:
    """A limit for each source, and one for each network around it, so that nobody who has many addresses has as
    many limits. Safe to share among threads."""

    def __init__(self, *, burst: int, per: timedelta, network_at_most: int | None = None) -> None:
        """`burst`: of one source within `per`. No network has more than `network_at_most`, unless a single source
        has."""
        most = burst * MAX_SHARE if network_at_most is None else max(burst, network_at_most)
        self._throttles = {
            share: Throttle(burst=min(burst * share, most), per=per)
            for shares in SHARES.values()
            for share in shares.values()
        }
        self._lock = Lock()

    def wait(self, source: str, *, now: datetime) -> timedelta | None:
        """How long `source` has to wait, for itself or for a network that it is in; None if it need not."""
        waits = (self._throttles[network.share].wait(network.key, now=now) for network in networks_of(source))
        return max((wait for wait in waits if wait is not None), default=None)

    def take(self, source: str, *, now: datetime) -> timedelta | None:
        """None: taken from the source and from each of its networks. Otherwise from none of them."""
        with self._lock:
            wait = self.wait(source, now=now)
            if wait is None:
                for network in networks_of(source):
                    self._throttles[network.share].take(network.key, now=now)
            return wait
