"""Bounds of open connections, as a rule: who loses a place, and who does not."""

from structlog.testing import capture_logs

from web.http.connection_limits import MOST, ConnectionLimit
from web.http.limited_protocol import bounds

PROXY = "127.0.0.1"


class FakeConnection:
    def __init__(self, *, is_waiting: bool = True) -> None:
        self.is_waiting = is_waiting
        self.is_stalled = False
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


def test_whoever_does_not_read_the_answer_loses_the_place_before_somebody_who_has_just_come() -> None:
    server = LimitedServer(most=2)
    busy, deaf = server.connect(PROXY, 2, is_waiting=False)
    deaf.is_stalled = True
    server.connect(PROXY)
    assert dropped([busy, deaf]) == [False, True]


def test_a_connection_may_hold_a_file_as_well_and_no_source_has_most_of_the_places() -> None:
    for limit in (256, 512, 1024, 8192, 1_000_000):
        bound = bounds(limit)
        assert 32 <= bound["most"] <= MOST
        assert bound["most_by_source"] * 4 <= max(bound["most"], 4)
    assert bounds(1024)["most"] * 2 < 1024


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
