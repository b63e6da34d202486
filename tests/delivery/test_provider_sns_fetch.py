"""How a certificate is fetched: one plain answer, of a bounded size, from the address that was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from delivery.providers.ses.sns import MAX_DOCUMENT, fetch_document


@contextmanager
def answering(status: int, body: bytes, **headers: str) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: tests are quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.handle_request, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/a.pem"
    thread.join(timeout=5)
    server.server_close()


def test_the_answer_is_given_as_it_came() -> None:
    with answering(200, b"-----BEGIN") as url:
        assert fetch_document(url) == b"-----BEGIN"


@pytest.mark.parametrize(("status", "location"), [(302, "http://127.0.0.1:1/elsewhere"), (404, ""), (500, "")])
def test_anything_but_a_plain_yes_is_a_failure(status: int, location: str) -> None:
    with answering(status, b"", Location=location) as url, pytest.raises(OSError, match=f"HTTP {status}"):
        fetch_document(url)


def test_an_answer_that_is_too_long_is_a_failure() -> None:
    with answering(200, b"x" * (MAX_DOCUMENT + 1)) as url, pytest.raises(OSError, match="too long"):
        fetch_document(url)
