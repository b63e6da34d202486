"""One client with many connections: the others are answered all the same. A real server, real sockets."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from core.clock import SystemClock
from core.signing import Signer
from subscribers.links import unsubscribe_token
from tests.cli.conftest import SECRET, Bilten
from tests.kill.patience import PATIENCE

pytestmark = pytest.mark.slow  # each starts a process of its own

BILTEN = Path(sys.executable).with_name("bilten")
FILES = 480
"""File descriptors that the server may have: 96 connections, and what it keeps for itself."""
Served = tuple[subprocess.Popen[str], str, Path]


@pytest.fixture
def served(bilten: Bilten, tmp_path: Path) -> Iterator[Served]:
    assert bilten("lists", "list").code == 0
    command = ["sh", "-c", f"ulimit -n {FILES} && exec {BILTEN} serve --port 0 --json"]
    log = tmp_path / "log"
    with log.open("w") as logged:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=logged, text=True)
    assert process.stdout is not None
    try:
        yield process, json.loads(process.stdout.readline())["url"], log
    finally:
        process.kill()
        process.communicate()


@contextmanager
def _idle(port: int, count: int, begin: bytes) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        connections = []
        for _ in range(count):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))
            connection.sendall(begin)
            connections.append(connection)
        yield connections


def _is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        while connection.recv(1000):  # an answer, perhaps
            pass
    except BlockingIOError:
        return True
    except ConnectionError:
        pass
    return False


def _leave(url: str) -> httpx.Response:
    """One click of somebody whom this database does not know: answered like anybody's."""
    token = unsubscribe_token(
        Signer(SECRET),
        campaign_public_id="A" * 12,
        subscriber_id=1,
        list_id=1,
        expires_at=SystemClock().now() + timedelta(days=1),
    )
    return httpx.post(f"{url}/u/{token}", data={"List-Unsubscribe": "One-Click"}, timeout=PATIENCE)


BEGINNINGS = (
    b"",
    b"POST /u/x HTTP/1.1\r\nHost: ",
    b"POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nab",
)


def test_one_click_is_answered_while_one_client_has_more_connections_than_there_are_files(served: Served) -> None:
    process, url, log = served
    before = _leave(url).status_code
    for begin in BEGINNINGS:
        with _idle(int(url.rsplit(":", 1)[1]), FILES + 100, begin) as connections:
            assert _leave(url).status_code == before
            assert sum(_is_open(connection) for connection in connections) < 100
    process.send_signal(signal.SIGTERM)
    process.wait()
    logged = log.read_text()
    assert 1 <= logged.count("connections.full") <= 5
    assert "Traceback" not in logged
    assert process.returncode == 0
