"""Slowloris defence: time limits for requests and for answers that nobody reads; a bound for pipelined requests.

uvicorn waits for a first request without end, and keeps whatever one connection asks for at once. The limits for a
slow request are like those of Apache's mod_reqtimeout; a server may close at any time (RFC 9112, 9.5).
"""

import asyncio
import errno
import fcntl
import resource
import struct
import termios
from contextlib import suppress
from typing import Any

import uvicorn
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from core.listening import BACKLOG
from web.http.connection_limits import MOST, MOST_BY_SOURCE, ConnectionLimit, MinuteLog

REQUEST_SECONDS = 20.0
"""For a request's line and headers altogether; of its body, `BODY_BYTES` have to come in each such time, and of an
answer as many have to be taken."""
BODY_BYTES = 10_000
MOST_PIPELINED = 16
"""Requests that wait on one connection for an earlier answer (RFC 9112, 9.3.2). No browser sends any."""
_RESERVED = BACKLOG + 256
"""File descriptors for what is accepted at once, and for databases, files and calls to providers."""
_EACH = 2
"""File descriptors of a connection: its own, and that of the file which it is being sent."""
_LEAST = 32


class LimitedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP/1.1, with time limits and a place in the limit."""

    limit: ConnectionLimit
    is_waiting = False
    _is_unread = False
    _stall_timer: asyncio.TimerHandle | None = None
    _unread = 0
    _timer: asyncio.TimerHandle | None = None
    _received = 0
    _has_head = False

    @property
    def is_stalled(self) -> bool:
        """Its client takes no answer, or asks for more before it has one: no browser does."""
        return self._is_unread or bool(self.pipeline)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._await_request()
        self.limit.admit(self, self.client[0] if self.client else "", seconds=self.loop.time)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self._stop_stalling()
        self.limit.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._received += len(data)
        super().data_received(data)

    def on_headers_complete(self) -> None:
        self._has_head = True
        if self.transport.is_closing():  # more of what came in one piece with what it was closed for
            return
        super().on_headers_complete()
        if len(self.pipeline) > MOST_PIPELINED:
            self.drop()

    def _unsupported_upgrade_warning(self) -> None:
        """uvicorn says it for each request, so that anybody could fill the log. What asks for an upgrade is
        answered as any other (RFC 9110, 7.8: a server may ignore the field)."""

    def pause_writing(self) -> None:
        """The transport has more to send than the client takes."""
        super().pause_writing()
        if not self._is_unread:
            self._is_unread = True
            self._await_reader()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop_stalling()

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
        self._stop_stalling()
        self.transport.abort()

    def _await_reader(self) -> None:
        self._unread = self._unread_bytes()
        self._stall_timer = self.loop.call_later(REQUEST_SECONDS, self._drop_if_unread)

    def _stop_stalling(self) -> None:
        self._is_unread = False
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _drop_if_unread(self) -> None:
        if self._unread - self._unread_bytes() >= BODY_BYTES:
            self._await_reader()
        else:
            self.drop()

    def _unread_bytes(self) -> int:
        """Ours, and what the kernel has sent or keeps without an acknowledgement: it takes more from us only in
        large pieces, so that a slow telephone would seem to read nothing for minutes."""
        queued = 0
        listening = self.transport.get_extra_info("socket")
        with suppress(OSError, ValueError, AttributeError):
            (queued,) = struct.unpack("i", fcntl.ioctl(listening.fileno(), termios.TIOCOUTQ, bytes(4)))
        return int(self.transport.get_write_buffer_size()) + queued

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
        limit = ConnectionLimit(lambda host: host in proxies, **bounds(_file_descriptors()))

    return Limited


def bounds(file_descriptors: int) -> dict[str, int]:
    """Of one process. No source has more than a quarter of the places, however few there are."""
    most = max(_LEAST, min(MOST, (file_descriptors - _RESERVED) // _EACH))
    return {"most": most, "most_by_source": min(MOST_BY_SOURCE, most // 4)}


def _file_descriptors() -> int:
    """The soft limit, `ulimit -n`."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


async def _no_app(*_: Any) -> None:
    """uvicorn reads the setting in a middleware: this is what it stands before, and nothing ever comes here."""
