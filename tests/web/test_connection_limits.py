"""Bounds of open connections, as a rule: who loses a place, and who does not."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

from structlog.testing import capture_logs
from uvicorn.config import Config
from uvicorn.server import ServerState

from web.http.connection_limits import BODY_BYTES, REQUEST_SECONDS, ConnectionLimit, LimitedProtocol

PROXY = "127.0.0.1"


class FakeConnection:
    def __init__(self, *, is_waiting: bool = True) -> None:
        self.is_waiting = is_waiting
        self.is_dropped = False

    def drop(self) -> None:
        self.is_dropped = True


class LimitedServer:
    """A limit, and who has come in through it."""

    def __init__(self, *, most: int = 10, most_by_source: int = 3) -> None:
        self.limit = ConnectionLimit(lambda host: host == PROXY, most=most, most_by_source=most_by_source)
        self.seconds = 0.0

    def connect(self, host: str, count: int = 1, *, is_waiting: bool = True) -> list[FakeConnection]:
        connections = [FakeConnection(is_waiting=is_waiting) for _ in range(count)]
        for connection in connections:
            self.limit.admit(connection, host, seconds=lambda: self.seconds)
        return connections


def dropped(connections: list[FakeConnection]) -> list[bool]:
    return [connection.is_dropped for connection in connections]


def test_a_source_with_too_many_loses_its_oldest_and_nobody_elses() -> None:
    server = LimitedServer()
    neighbour = server.connect("192.0.2.1")
    many = server.connect("198.51.100.7", 5)
    assert dropped(many) == [True, True, False, False, False]
    assert dropped(neighbour) == [False]


def test_addresses_of_one_ipv6_network_are_one_source() -> None:
    server = LimitedServer()
    many = [connection for number in range(4) for connection in server.connect(f"2001:db8::{number + 1:x}")]
    assert dropped(many) == [True, False, False, False]


def test_a_proxys_connections_are_many_peoples_and_bound_only_together() -> None:
    server = LimitedServer(most=4)
    many = server.connect(PROXY, 6)
    assert dropped(many) == [True, True, False, False, False, False]


def test_whoever_is_being_answered_keeps_the_connection() -> None:
    server = LimitedServer(most=3)
    busy = server.connect(PROXY, 2, is_waiting=False)
    idle = server.connect(PROXY, 2)
    assert dropped(busy + idle) == [False, False, True, False]
    server.limit.leave(idle[1])
    server.connect(PROXY, 1, is_waiting=False)
    [late] = server.connect(PROXY)
    assert late.is_dropped  # there is nobody else who could go


def test_who_had_an_answer_is_the_last_in_the_row() -> None:
    server = LimitedServer()
    first, second, third = server.connect("192.0.2.1", 3)
    server.limit.waits_again(first)
    server.connect("192.0.2.1")
    assert dropped([first, second, third]) == [False, True, False]


def test_who_has_left_takes_no_place() -> None:
    server = LimitedServer()
    for connection in server.connect("192.0.2.1", 3):
        server.limit.leave(connection)
        server.limit.leave(connection)
    assert dropped(server.connect("192.0.2.1", 3)) == [False, False, False]


def test_the_log_has_a_line_a_minute() -> None:
    server = LimitedServer()
    with capture_logs() as logged:
        server.connect("192.0.2.1", 50)
        assert [line["event"] for line in logged] == ["connections.source_has_too_many"]
        server.seconds = 61
        server.connect("192.0.2.1", 50)
    assert len(logged) == 2
    assert "192.0.2.1" not in str(logged)


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

    def get_extra_info(self, name: str) -> Any:
        return ("192.0.2.1", 4000) if name == "peername" else None

    def is_closing(self) -> bool:
        return self.is_aborted

    def abort(self) -> None:
        self.is_aborted = True

    close = abort

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
    client.sends(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
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
