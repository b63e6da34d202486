"""Time limits of one connection: who is slow, and who is only waited for."""

import asyncio
import logging
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, cast

from uvicorn.config import Config
from uvicorn.server import ServerState

from web.http.connection_limits import ConnectionLimit
from web.http.limited_protocol import BODY_BYTES, MOST_PIPELINED, REQUEST_SECONDS, LimitedProtocol


class FakeTimer:
    def __init__(self, at: float, callback: Callable[[], None]) -> None:
        self.at, self.callback, self.is_cancelled = at, callback, False

    def cancel(self) -> None:
        self.is_cancelled = True


class FakeLoop:
    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[FakeTimer] = []

    def time(self) -> float:
        return self.now

    def call_later(self, seconds: float, callback: Callable[[], None]) -> FakeTimer:
        self.timers.append(FakeTimer(self.now + seconds, callback))
        return self.timers[-1]

    def create_task(self, coroutine: Coroutine[Any, Any, None]) -> "asyncio.Future[None]":
        coroutine.close()  # nobody answers here
        loop = asyncio.new_event_loop()
        loop.close()
        return asyncio.Future(loop=loop)

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        for timer in [timer for timer in self.timers if timer.at <= self.now]:
            self.timers.remove(timer)
            if not timer.is_cancelled:
                timer.callback()


class FakeTransport:
    def __init__(self) -> None:
        self.is_aborted = False
        self.unread = 0
        self.socket: socket.socket | None = None

    def get_extra_info(self, name: str) -> Any:
        return {"peername": ("192.0.2.1", 4000), "socket": self.socket}.get(name)

    def is_closing(self) -> bool:
        return self.is_aborted

    def abort(self) -> None:
        self.is_aborted = True

    close = abort

    def get_write_buffer_size(self) -> int:
        return self.unread

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...


class Client:
    """One connection, and the time that passes on it."""

    def __init__(self) -> None:
        async def app(scope: Any, receive: Any, send: Any) -> None: ...

        class Limited(LimitedProtocol):
            limit = ConnectionLimit(lambda _: False)

        self.loop, self.transport = FakeLoop(), FakeTransport()
        config = Config(app, log_config=None)
        self.protocol = Limited(config, ServerState(), {}, _loop=cast(asyncio.AbstractEventLoop, self.loop))
        self.protocol.connection_made(cast(asyncio.Transport, self.transport))

    def sends(self, data: bytes) -> None:
        self.protocol.data_received(data)

    @property
    def is_dropped(self) -> bool:
        return self.transport.is_aborted


REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
HEAD = b"POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"


def test_a_connection_without_a_request_is_dropped() -> None:
    client = Client()
    client.loop.pass_by(REQUEST_SECONDS - 1)
    assert not client.is_dropped
    client.loop.pass_by(1)
    assert client.is_dropped


def test_a_head_that_comes_byte_by_byte_is_not_waited_for() -> None:
    client = Client()
    for byte in HEAD[: int(REQUEST_SECONDS)]:
        client.sends(bytes([byte]))
        client.loop.pass_by(1)
    assert client.is_dropped


def test_a_body_may_take_long_if_it_comes() -> None:
    client = Client()
    client.sends(HEAD)
    for _ in range(5):
        client.sends(bytes(BODY_BYTES))
        client.loop.pass_by(REQUEST_SECONDS)
        assert not client.is_dropped
    client.sends(b"a")
    client.loop.pass_by(REQUEST_SECONDS)
    assert client.is_dropped


def test_a_request_that_is_whole_may_take_as_long_as_it_takes_us() -> None:
    client = Client()
    client.sends(REQUEST)
    client.loop.pass_by(10 * REQUEST_SECONDS)
    assert not client.is_dropped
    client.protocol.cycle.response_complete = True
    client.protocol.on_response_complete()
    client.sends(b"GE")  # uvicorn's own limit for a connection that is kept ends with the first byte
    client.loop.pass_by(REQUEST_SECONDS)
    assert client.is_dropped


def test_what_waits_for_us_to_read_it_is_not_slow() -> None:
    client = Client()
    client.sends(HEAD)
    client.protocol.flow.pause_reading()
    client.loop.pass_by(REQUEST_SECONDS)
    assert not client.is_dropped
    client.protocol.flow.resume_reading()
    client.loop.pass_by(REQUEST_SECONDS)
    assert client.is_dropped


def test_an_answer_that_nobody_reads_is_not_kept() -> None:
    client = Client()
    client.sends(REQUEST)
    client.transport.unread = 90_000
    client.protocol.pause_writing()
    assert client.protocol.is_stalled
    client.transport.unread -= BODY_BYTES
    client.loop.pass_by(REQUEST_SECONDS)
    assert not client.is_dropped  # a slow telephone
    client.loop.pass_by(REQUEST_SECONDS)
    assert client.is_dropped


def test_what_the_kernel_still_holds_counts_as_unread() -> None:
    client = Client()
    client.sends(REQUEST)
    sending, reading = socket.socketpair()
    with sending, reading:
        client.transport.socket = sending
        for _ in range(3):
            sending.sendall(bytes(BODY_BYTES))
        client.transport.unread = 70_000
        client.protocol.pause_writing()
        for _ in range(3):
            assert len(reading.recv(BODY_BYTES)) == BODY_BYTES
            client.loop.pass_by(REQUEST_SECONDS)
            assert not client.is_dropped
        client.loop.pass_by(REQUEST_SECONDS)
    assert client.is_dropped


def test_an_answer_that_is_read_again_is_kept() -> None:
    client = Client()
    client.sends(REQUEST)
    client.protocol.pause_writing()
    client.protocol.resume_writing()
    client.loop.pass_by(10 * REQUEST_SECONDS)
    assert (client.protocol.is_stalled, client.is_dropped) == (False, False)


def test_requests_that_wait_for_an_earlier_answer_are_few() -> None:
    client = Client()
    client.sends(REQUEST)
    stalled = [client.protocol.is_stalled]
    client.sends(REQUEST * MOST_PIPELINED)
    stalled.append(client.protocol.is_stalled)
    assert stalled == [False, True], "the first to go where places are few"
    assert not client.is_dropped
    client.sends(REQUEST * 400)
    assert len(client.protocol.pipeline) == MOST_PIPELINED + 1
    assert client.is_dropped


def test_whoever_asks_for_another_protocol_is_answered_and_fills_no_log() -> None:
    client = Client()
    with capture_logs_of("uvicorn.error") as lines:
        for _ in range(3):
            client.sends(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
    assert client.protocol.cycle.scope["path"] == "/"
    assert lines == []


@contextmanager
def capture_logs_of(name: str) -> Iterator[list[str]]:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]  # a fake
    logger = logging.getLogger(name)
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
