"""HTTP over real sockets: what httpx raises when a connection breaks at one point or another."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from delivery.errors import OutcomeUnknown, ProviderError, TransientProviderError
from delivery.providers.shared.http_call import Answer, open_client, post

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@contextmanager
def a_server(behave: Callable[[socket.socket], None]) -> Iterator[int]:
    """Takes one connection, does with it what it is told, closes it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                behave(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        yield int(listening.getsockname()[1])
        thread.join()


def read_request(connection: socket.socket) -> None:
    received = b""
    while b"the body" not in received:
        received += connection.recv(65536)


def call(port: int, *, scheme: str = "http") -> Answer:
    client = open_client(
        base_url=f"{scheme}://127.0.0.1:{port}", headers={}, timeout=timedelta(seconds=10), transport=None
    )
    with client:
        return post(client, "/emails/batch", content=b"the body", headers={})


def failing(behave: Callable[[socket.socket], None], *, scheme: str = "http") -> ProviderError:
    with a_server(behave) as port, pytest.raises(ProviderError) as caught:
        call(port, scheme=scheme)
    return caught.value


def test_an_answer_is_read() -> None:
    def behave(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(ANSWER)

    with a_server(behave) as port:
        answer = call(port)
    assert (answer.status, answer.json()) == (200, {})


def test_nobody_listening_is_certainly_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = int(listening.getsockname()[1])
    with pytest.raises(TransientProviderError):
        call(port)


def test_a_failed_tls_handshake_is_certainly_not_sent() -> None:
    error = failing(lambda connection: connection.sendall(b"220 this is no TLS\r\n"), scheme="https")
    assert isinstance(error, TransientProviderError)


def test_a_connection_cut_after_the_request_is_in_doubt() -> None:
    assert isinstance(failing(read_request), OutcomeUnknown)


def test_a_connection_cut_in_the_middle_of_the_answer_is_in_doubt() -> None:
    def behave(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(ANSWER[:-1])

    assert isinstance(failing(behave), OutcomeUnknown)


def test_an_answer_that_is_no_http_is_in_doubt() -> None:
    def behave(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(b"220 smtp.example.org ESMTP\r\n")

    assert isinstance(failing(behave), OutcomeUnknown)
