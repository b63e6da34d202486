"""A far side on a free port, a client that speaks to it, and a receiver for its webhooks."""

import json
import ssl
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from typing import Any

import httpx
import pytest

from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from tests.kill.patience import PATIENCE

NO_TLS = ssl.SSLContext(
    ssl.PROTOCOL_TLS_CLIENT
)  # loopback speaks plain HTTP; reading all the roots takes its time
LITTLE_PATIENCE = httpx.Timeout(30, read=0.2)
AUTHORIZED = {"Authorization": "Bearer re_simulator"}


def an_email(to: str = "ana@example.org", **changes: object) -> dict[str, object]:
    return {
        "from": "Bilten <bilten@example.org>",
        "to": to,
        "subject": "Novice – november",
        "html": "<p>Dober dan</p>",
        "text": "Dober dan",
        **changes,
    }


def client_for(far_side: SimulatorThread) -> httpx.Client:
    return httpx.Client(
        base_url=far_side.url, headers=AUTHORIZED, trust_env=False, timeout=PATIENCE, verify=NO_TLS
    )


@pytest.fixture(scope="session")
def shared_far_side() -> Iterator[SimulatorThread]:
    with SimulatorThread(SimulatorConfig()) as far_side:
        yield far_side


@pytest.fixture(scope="session")
def shared_client(shared_far_side: SimulatorThread) -> Iterator[httpx.Client]:
    with client_for(shared_far_side) as client:
        yield client


@pytest.fixture
def far_side(shared_far_side: SimulatorThread, shared_client: httpx.Client) -> SimulatorThread:
    """Empty and well behaved at the start of each test."""
    assert shared_client.post("/simulator/reset").status_code == 204
    return shared_far_side


@pytest.fixture
def resend(far_side: SimulatorThread, shared_client: httpx.Client) -> httpx.Client:
    return shared_client


class Receiver:
    """Stands where Bilten's webhook endpoint stands, and keeps what is posted to it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self.statuses: list[int] = []
        self.gate = Event()
        self.gate.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                status = receiver.take(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """The status to answer with: the next scripted one, else 200."""
        with self._changed:
            self.requests.append((path, headers, body))
            self._changed.notify_all()
        self.gate.wait(PATIENCE)
        with self._changed:
            return self.statuses.pop(0) if self.statuses else 200

    def wait_for(self, count: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.requests) >= count, timeout=PATIENCE)

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(body) for path, _, body in self.requests if path == "/webhooks"]

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def with_webhooks(receiver: Receiver) -> Iterator[Callable[..., SimulatorThread]]:
    """Starts far sides that post to the receiver without making anyone wait."""
    started: list[SimulatorThread] = []

    def start(**changes: Any) -> SimulatorThread:
        quick: dict[str, Any] = {"webhook_url": f"{receiver.url}/webhooks", "webhook_delay": 0.0}
        config = SimulatorConfig(**{**quick, "retry_delays": (0.0, 0.0), **changes})
        started.append(SimulatorThread(config).start())
        return started[-1]

    yield start
    for far_side in started:
        far_side.stop()
