"""Slowloris defence: time limits for requests, and bounds for open connections, by source and together.

uvicorn waits for a first request without end, and when a process has no file descriptors left, nobody is
answered: one client with a thousand idle connections kept everybody from unsubscribing. The limits for a slow
request are like those of Apache's mod_reqtimeout; a server may close at any time (RFC 9112, 9.5). Behind a reverse
proxy, all connections are the proxy's: then only the bound for all together counts here.
"""

import asyncio
import errno
import resource
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Protocol

import uvicorn
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from core.logging import get_logger
from web.http.client_source import source_of_host

log = get_logger(__name__)

BACKLOG = 128
"""How many connections the system accepts for us, and how many are taken at once."""
REQUEST_SECONDS = 20.0
"""For a request's line and headers altogether; of its body, `BODY_BYTES` have to come in each such time."""
BODY_BYTES = 10_000
MOST_BY_SOURCE = 100
"""An office behind one address has a few for each browser."""
MOST = 4096
_RESERVED = BACKLOG + 256
"""File descriptors for what is accepted at once, and for databases, files and calls to providers."""
_LEAST = 32
_LOG_SECONDS = 60.0


class Connection(Protocol):
    """What the bounds need of a connection. Hashed by its identity."""

    is_waiting: bool
    """For a request, or the rest of one: nobody loses an answer when it is dropped."""

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
    """Who comes when all places are taken gets the place of whoever has waited longest without asking anything.

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
        oldest = next((each for each in among if each.is_waiting), newest)
        self.leave(oldest)
        oldest.drop()


class LimitedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP/1.1, with a time limit for each request and a place in the limit."""

    limit: ConnectionLimit
    is_waiting = False
    _timer: asyncio.TimerHandle | None = None
    _received = 0
    _has_head = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._await_request()
        self.limit.admit(self, self.client[0] if self.client else "", seconds=self.loop.time)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self.limit.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._received += len(data)
        super().data_received(data)

    def on_headers_complete(self) -> None:
        self._has_head = True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        if self.cycle.response_complete:  # the answer came first: a body that was too large
            self._await_request()
        else:
            self._stop_waiting()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self.transport.is_closing() and (self.cycle.response_complete or self.cycle.more_body):
            self._await_request()
            self.limit.waits_again(self)

    def drop(self) -> None:
        self._stop_waiting()
        self.transport.abort()

    def _await_request(self) -> None:
        self._stop_waiting()
        self.is_waiting, self._has_head, self._received = True, False, 0
        self._timer = self.loop.call_later(REQUEST_SECONDS, self._drop_if_slow)

    def _stop_waiting(self) -> None:
        self.is_waiting = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _drop_if_slow(self) -> None:
        # What has arrived may wait for us, too: then the client is not slow.
        if self.flow.read_paused or (self._has_head and self._received >= BODY_BYTES):
            self._received = 0
            self._timer = self.loop.call_later(REQUEST_SECONDS, self._drop_if_slow)
        else:
            self.drop()


class Server(uvicorn.Server):
    """Says once a minute, not for each connection in a backlog, that there are no file descriptors left."""

    async def startup(self, sockets: Any = None) -> None:
        loop = asyncio.get_running_loop()
        exhausted = MinuteLog(loop.time)

        def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            error = context.get("exception")
            if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
                exhausted.warn("connections.no_file_descriptors", most=_file_descriptors())
            else:
                loop.default_exception_handler(context)

        loop.set_exception_handler(handle)
        await super().startup(sockets)


def limited_protocol(trusted_proxies: str) -> type[LimitedProtocol]:
    """For uvicorn's `http`. `trusted_proxies`: BILTEN_TRUSTED_PROXIES."""
    proxies = ProxyHeadersMiddleware(_no_app, trusted_proxies).trusted_hosts

    class Limited(LimitedProtocol):
        limit = ConnectionLimit(
            lambda host: host in proxies, most=max(_LEAST, min(MOST, _file_descriptors() - _RESERVED))
        )

    return Limited


def _file_descriptors() -> int:
    """The soft limit, `ulimit -n`."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


async def _no_app(*_: Any) -> None:
    """uvicorn reads the setting in a middleware: this is what it stands before, and nothing ever comes here."""
