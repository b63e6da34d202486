"""Connection limits: bounds for open connections, by source and together.

When a process has no file descriptors left, nobody is answered: one client with a thousand idle connections kept
everybody from unsubscribing. Behind a reverse proxy, all connections are the proxy's: then only the bound for all
together counts here.
"""

from collections import defaultdict
from collections.abc import Callable
from itertools import chain
from typing import Any, Protocol

from core.logging import get_logger
from web.http.client_source import source_of_host

log = get_logger(__name__)

MOST_BY_SOURCE = 100
"""An office behind one address has a few for each browser."""
MOST = 4096
_LOG_SECONDS = 60.0


class Connection(Protocol):
    """What the bounds need of a connection. Hashed by its identity."""

    is_waiting: bool
    """For a request, or the rest of one: nobody loses an answer when it is dropped."""

    @property
    def is_stalled(self) -> bool:
        """Its client does not read the answer that it asked for, or asks for more before it has it."""
        ...

    def drop(self) -> None: ...


class MinuteLog:
    """A log line that is worth reading once, however often it happens."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._next = float("-inf")

    def warn(self, event: str, **fields: Any) -> None:
        if (now := self._seconds()) >= self._next:
            self._next = now + _LOG_SECONDS
            log.warning(event, **fields)


class ConnectionLimit:
    """Who comes when all places are taken gets the place of whoever has waited longest without asking anything, or
    else of somebody who does not read the answer.

    `is_proxy`: whether a peer's address is that of a reverse proxy, whose connections are many people's.
    """

    def __init__(
        self, is_proxy: Callable[[str], bool], *, most: int = MOST, most_by_source: int = MOST_BY_SOURCE
    ) -> None:
        self._is_proxy = is_proxy
        self._most = most
        self._most_by_source = most_by_source
        self._open: dict[Connection, str] = {}
        self._by_source: defaultdict[str, dict[Connection, None]] = defaultdict(dict)
        self._log: MinuteLog | None = None

    def admit(self, connection: Connection, host: str, *, seconds: Callable[[], float]) -> None:
        """`seconds`: the event loop's clock."""
        source = "" if self._is_proxy(host) else source_of_host(host)
        self._open[connection] = source
        if source:
            own = self._by_source[source]
            own[connection] = None
        self._log = self._log or MinuteLog(seconds)
        if source and len(own) > self._most_by_source:
            self._make_room(own, connection)
            self._log.warn("connections.source_has_too_many", most=self._most_by_source)
        elif len(self._open) > self._most:
            self._make_room(self._open, connection)
            self._log.warn("connections.full", most=self._most)

    def waits_again(self, connection: Connection) -> None:
        """It has had its answer: the last in the row of those that wait."""
        source = self._open.pop(connection, None)
        if source is None:
            return
        self._open[connection] = source
        if source:
            own = self._by_source[source]
            own.pop(connection, None)
            own[connection] = None

    def leave(self, connection: Connection) -> None:
        source = self._open.pop(connection, "")
        if source:
            own = self._by_source[source]
            own.pop(connection, None)
            if not own:
                del self._by_source[source]

    def _make_room(self, among: dict[Connection, Any], newest: Connection) -> None:
        waiting = (each for each in among if each.is_waiting and each is not newest)
        stalled = (each for each in among if each.is_stalled)
        oldest = next(chain(waiting, stalled), newest)
        self.leave(oldest)
        oldest.drop()
