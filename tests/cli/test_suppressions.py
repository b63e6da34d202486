"""`bilten suppressions pull`, against a provider on this machine."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.cli.conftest import Bilten


@dataclass
class Far:
    """Postmark's list of a stream, or an answer that is none."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    url: str = ""


@pytest.fixture
def far() -> Iterator[Far]:
    provider = Far()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"Suppressions": provider.rows}).encode()
            self.send_response(provider.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    yield provider
    server.shutdown()
    server.server_close()


@pytest.fixture
def sender(bilten: Bilten, far: Far, env_file: Path) -> str:
    with env_file.open("a") as file:
        file.write(f"BILTEN_POSTMARK_BASE_URL={far.url}\nBILTEN_POSTMARK_SERVER_TOKEN=token\n")
    arguments = ["--provider", "postmark", "--from-name", "InfoKolpa", "--from-address", "bilten@example.org"]
    assert bilten("senders", "add", "post", *arguments).code == 0
    return "post"


def test_what_the_provider_says_is_told_and_kept(bilten: Bilten, far: Far, sender: str) -> None:
    far.rows = [
        {"EmailAddress": "one@example.org", "SuppressionReason": "HardBounce"},
        {"EmailAddress": "two@example.org", "SuppressionReason": "SpamComplaint"},
    ]
    ran = bilten("suppressions", "pull", "--json")
    assert ran.code == 0
    assert ran.data["senders"] == [
        {
            "sender": "post",
            "provider": "postmark",
            "listed": 2,
            "new": 2,
            "subscribers": 0,
            "unreadable": 0,
            "deleted": 0,
            "erased_but_listed": [],
            "error": None,
        }
    ]
    again = bilten("suppressions", "pull", "--sender", sender)
    assert again.out.splitlines() == [
        "“post”: postmark does not send to 2 addresses.",
        "Bilten knew all of these already.",
    ]


def test_a_provider_that_does_not_answer_properly_is_told_of(bilten: Bilten, far: Far, sender: str) -> None:
    far.status = 500
    ran = bilten("suppressions", "pull", "--sender", sender)
    assert ran.code == 75
    assert "What was read up to then was kept" in ran.out


def test_a_sender_that_cannot_be_asked_is_said_to_be_so(bilten: Bilten) -> None:
    arguments = ["--provider", "outbox", "--from-name", "InfoKolpa", "--from-address", "bilten@example.org"]
    assert bilten("senders", "add", "files", *arguments).code == 0
    assert bilten("suppressions", "pull", "--sender", "files").code == 5
    assert bilten("suppressions", "pull", "--sender", "nobody").code == 3
    nothing = bilten("suppressions", "pull")
    assert (nothing.code, "can be asked" in nothing.out) == (0, True)
