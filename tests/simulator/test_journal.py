"""A simulator that was killed knows everything again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from simulator.config import SimulatorConfig
from simulator.journal import FileJournal
from simulator.ledger import Ledger
from simulator.serve import SimulatorThread
from tests.kill.patience import PATIENCE
from tests.simulator.conftest import AUTHORIZED, Receiver, an_email, client_for

Start = Callable[..., SimulatorThread]


def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    config = SimulatorConfig(journal=tmp_path / "journal.jsonl")
    batch = [
        an_email("ana@example.org"),
        an_email("reject@example.org"),
        an_email("bor@example.org", html="<p>B</p>"),
    ]
    headers = {"Idempotency-Key": "k1", "x-batch-validation": "permissive"}
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        first = resend.post("/emails/batch", json=batch, headers=headers).json()
        before = resend.get("/simulator/messages").json()
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        assert resend.get("/simulator/messages").json() == before
        assert resend.post("/emails/batch", json=batch, headers=headers).json() == first
        other = resend.post("/emails/batch", json=batch[:1], headers=headers)
        assert other.json()["name"] == "invalid_idempotent_request"
        assert resend.get(f"/emails/{first['data'][1]['id']}").json()["html"] == "<p>B</p>"
        assert resend.get("/simulator/state").json()["addresses"] == {"ana@example.org": 1, "bor@example.org": 1}


def test_a_body_written_on_several_lines_is_one_record(tmp_path: Path) -> None:
    config = SimulatorConfig(journal=tmp_path / "journal.jsonl")
    body = b'{\r\n"from": "a@example.org",\n"to": "b@example.org", "subject": "s", "text": "one\\ntwo"\n}\n'
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        answer = resend.post("/emails", content=body, headers={"content-type": "application/json"})
        assert resend.get(f"/emails/{answer.json()['id']}").json()["text"] == "one\ntwo"
    assert (tmp_path / "journal.jsonl").read_bytes().count(b"\n") == 1
    ledger = Ledger(FileJournal(tmp_path / "journal.jsonl"))
    assert ledger.count() == 1
    ledger.close()


@pytest.mark.parametrize("torn", [1, 20, 200])
def test_a_torn_last_line_is_cut_off_and_the_rest_is_kept(tmp_path: Path, torn: int) -> None:
    path = tmp_path / "journal.jsonl"
    config = SimulatorConfig(journal=path)
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        resend.post("/emails", json=an_email("ana@example.org"))
        resend.post("/emails", json=an_email("bor@example.org"))
    path.write_bytes(path.read_bytes()[:-torn])
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        assert far_side.simulation.ledger.count_by_address() == {"ana@example.org": 1}
        resend.post("/emails", json=an_email("cene@example.org"))
    ledger = Ledger(FileJournal(path))
    assert ledger.count_by_address() == {"ana@example.org": 1, "cene@example.org": 1}
    ledger.close()


def test_a_restart_posts_what_was_not_posted_and_writes_what_was_not_written(
    tmp_path: Path, with_webhooks: Start, receiver: Receiver
) -> None:
    config = SimulatorConfig(journal=tmp_path / "journal.jsonl")
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        resend.post("/emails", json=an_email("ana@example.org"))
    for _ in range(2):
        far_side = with_webhooks(journal=config.journal, outbox=tmp_path / "outbox")
        assert far_side.simulation.poster.wait_until_idle(20)
        far_side.stop()
    assert sorted(event["type"] for event in receiver.events()) == ["email.delivered", "email.sent"]
    assert len(list((tmp_path / "outbox").glob("ana_example.org-*.eml"))) == 1


SERVER = """
import sys, threading
from pathlib import Path
from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
far_side = SimulatorThread(SimulatorConfig(journal=Path(sys.argv[1]))).start()
print(far_side.url, flush=True)
threading.Event().wait()
"""


def test_what_was_answered_survives_kill_9(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(journal)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with (
        process,
        httpx.Client(base_url=process.stdout.readline().strip(), headers=AUTHORIZED, timeout=PATIENCE) as resend,
    ):
        batch = [an_email(f"reader{number}@example.org") for number in range(100)]
        assert resend.post("/emails/batch", json=batch, headers={"Idempotency-Key": "k1"}).status_code == 200
        os.kill(process.pid, signal.SIGKILL)
    with SimulatorThread(SimulatorConfig(journal=journal)) as far_side, client_for(far_side) as resend:
        assert resend.post("/emails/batch", json=batch, headers={"Idempotency-Key": "k1"}).status_code == 200
        assert far_side.simulation.requests == {"repeated": 1}
        assert far_side.simulation.ledger.count() == 100
