"""The two commands that stay: as real processes, with real signals."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
import uvicorn

from cli import entry
from cli.serve import StopRequest
from tests.cli.conftest import Bilten
from tests.kill.patience import PATIENCE

pytestmark = pytest.mark.slow  # each starts processes of its own

BILTEN = Path(sys.executable).with_name("bilten")
Process = subprocess.Popen[str]
Start = Callable[..., tuple[Process, str]]


@pytest.fixture
def start(bilten: Bilten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts `bilten …` where it has been set up; returns the process and the address that it tells."""
    assert bilten("lists", "list").code == 0
    processes: list[Process] = []
    # With it, output that was never flushed would arrive all the same.
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)

    def started(*arguments: str) -> tuple[Process, str]:
        process = subprocess.Popen(
            [BILTEN, *arguments, "--json"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        processes.append(process)
        assert process.stdout is not None
        return process, json.loads(process.stdout.readline())["url"]

    yield started
    for process in processes:
        process.kill()
        process.communicate()


def _run(tmp_path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([BILTEN, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)


def test_serve_runs_alone_on_its_database_and_ends_in_order(start: Start, tmp_path: Path) -> None:
    process, url = start("serve", "--port", "0")
    assert httpx.get(f"{url}/healthz", timeout=PATIENCE).text == "ok\n"
    second = _run(tmp_path, "serve", "--port", "0")
    assert second.returncode == 5
    assert f"process {process.pid}" in second.stderr
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate()
    assert process.returncode == 0
    assert "engine.stopped" in logged
    assert "Traceback" not in logged


def test_a_killed_server_leaves_the_way_free(start: Start) -> None:
    process, _ = start("serve", "--port", "0")
    process.kill()
    process.communicate()
    _, url = start("serve", "--port", "0")
    assert httpx.get(f"{url}/healthz", timeout=PATIENCE).status_code == 200


def test_ctrl_c_during_the_first_imports_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "cli.main", SimpleNamespace(main=interrupt))
    with pytest.raises(SystemExit) as ended:
        entry.main()
    assert ended.value.code == 130


def test_a_signal_that_comes_before_the_server_runs_ends_it_at_once() -> None:
    """And one that comes while the engine ends does not break that off."""
    before, during = StopRequest(), StopRequest()
    servers = [uvicorn.Server(uvicorn.Config("no app")) for _ in range(2)]
    before.make(signal.SIGINT, None)
    before.ends(servers[0])
    during.ends(servers[1])
    assert [server.should_exit for server in servers] == [True, False]
    during.make(signal.SIGTERM, None)
    during.make(signal.SIGTERM, None)
    assert [server.should_exit for server in servers] == [True, True]


def test_a_port_that_is_taken_is_named(bilten: Bilten) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for command in ("serve", "simulator"):
            ran = bilten(command, "--port", port)
            assert ran.code == 75
            assert port in ran.err


def test_the_simulator_speaks_and_ends_with_ctrl_c(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process, url = start("simulator", "--port", str(port), "--fault", "none", "--fault", "rate_limit:30")
    assert url == f"http://127.0.0.1:{port}"
    asked = httpx.get(f"{url}/simulator/state", timeout=PATIENCE).json()["misbehaviour"]["queue"]
    assert asked == [None, "rate_limit"]
    answer = httpx.post(f"{url}/emails", json={}, headers={"Authorization": "Bearer wrong"}, timeout=PATIENCE)
    assert answer.status_code in (401, 403)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode in (0, 130)


def test_the_simulator_posts_webhooks_for_a_sender_that_exists(bilten: Bilten, env_file: Path) -> None:
    assert bilten("simulator", "--sender", "nobody").code == 3
    assert bilten("simulator", "--fault", "sulk").code == 2
    env_file.write_text(env_file.read_text() + "BILTEN_RESEND_WEBHOOK_SECRET=nonsense\n")
    ran = bilten("simulator")
    assert ran.code == 2
    assert "whsec_" in ran.err
