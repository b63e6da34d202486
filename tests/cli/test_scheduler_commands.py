"""The commands of many machines, as real processes on PostgreSQL."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from campaigns.settings import CampaignSettings
from campaigns.status import CampaignStatus
from cli.context import CliContext
from cli.main import run
from core.clock import DatabaseClock, SystemClock
from core.db import Database
from core.generation.counter import read_generation
from core.generation.tables import Machine
from delivery.tables import Sender
from scheduler.wake_ups import machines
from tests.campaigns.world import World, make_world
from tests.cli.conftest import SECRET, Bilten
from tests.conftest import StoppedClock
from tests.kill.patience import PATIENCE, until

pytestmark = pytest.mark.slow  # each starts processes of its own

BILTEN = Path(sys.executable).with_name("bilten")
Process = subprocess.Popen[str]
Start = Callable[..., tuple[Process, dict[str, Any]]]
on_postgresql = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


@pytest.fixture
def start(database_url: str, tmp_path: Path) -> Iterator[Start]:
    """Starts `bilten …`; returns the process and what it said when it was ready."""
    processes: list[Process] = []
    own = {
        "BILTEN_DATABASE_URL": database_url,
        "BILTEN_SECRET_KEY": SECRET,
        "BILTEN_VAR_DIR": str(tmp_path / "var"),
    }

    def started(*arguments: str) -> tuple[Process, dict[str, Any]]:
        process = subprocess.Popen(
            [BILTEN, *arguments, "--json"], cwd=tmp_path, env=os.environ | own,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        processes.append(process)
        assert process.stdout is not None
        return process, json.loads(process.stdout.readline())

    yield started
    for process in processes:
        process.kill()
        process.communicate()


def _ends_in_order(process: Process) -> str:
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in logged
    return logged


@on_postgresql
def test_a_scheduler_and_a_worker_send_a_campaign_and_end_in_order(
    database: Database, clock: StoppedClock, start: Start, tmp_path: Path
) -> None:
    world = _world(database, clock, tmp_path)
    world.add_readers(["nada", "omar"])
    world.scheduled()
    worker, _ = start("worker")
    scheduler, _ = start("scheduler")
    until(lambda: world.status(1) is CampaignStatus.SENT)
    with database.read() as session:
        state = machines(session)
    assert (state.leads, state.workers) == (True, 1)
    assert "worker.stopped" in _ends_in_order(worker)
    assert "scheduler.stopped" in _ends_in_order(scheduler)
    assert len(list((tmp_path / "var" / "outbox").rglob("*.eml"))) == 2


def _world(database: Database, clock: StoppedClock, tmp_path: Path) -> World:
    from core.settings import load_settings

    clock.moment = database.now()
    settings = load_settings(env_file=None, secret_key=SECRET, var_dir=tmp_path / "var")
    world = make_world(database, clock, settings)
    world.configure(undo_window=CampaignSettings.of(settings).undo_window * 0)
    with database.write() as session:
        session.exec(select(Sender).where(col(Sender.name) == "main")).one().provider = "outbox"
    return world


@on_postgresql
def test_serve_shows_pages_only_unless_it_is_told_to_send(start: Start) -> None:
    pages, answer = start("serve", "--port", "0")
    ready = httpx.get(f"{answer['url']}/readyz", timeout=PATIENCE)
    assert (ready.status_code, ready.json()["scheduler"]) == (200, False)
    assert "engine.started" not in _ends_in_order(pages)
    sending, answer = start("serve", "--port", "0", "--with-engine")
    until(lambda: httpx.get(f"{answer['url']}/readyz", timeout=PATIENCE).json()["scheduler"])
    assert "engine.stopped" in _ends_in_order(sending)


@pytest.mark.parametrize("command", ["scheduler", "worker"])
def test_on_sqlite_there_is_nothing_to_spread(bilten: Bilten, command: str) -> None:
    ran = bilten(command)
    assert ran.code == 78
    assert "bilten serve" in ran.err


def test_on_sqlite_procrastinate_is_never_loaded(bilten: Bilten, env_file: Path) -> None:
    assert bilten("lists", "list").code == 0
    script = (
        "import sys; from cli.context import CliContext; from cli.main import run;"
        "from scheduler.build import build_job_context; from scheduler.embedded import Engine;"
        "context = CliContext(); run(['init'], context); context = CliContext();"
        "jobs = build_job_context(context.services);"
        "engine = Engine(jobs); engine.start(); engine.stop();"
        "print('procrastinate' in sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=env_file.parent, capture_output=True, text=True, check=False
    )
    assert ran.stderr.splitlines()[-1] == "False"


@on_postgresql
def test_doctor_says_what_is_missing(
    database: Database, database_url: str, env_file: Path, capsys: pytest.CaptureFixture[str], start: Start
) -> None:
    def codes() -> set[str]:
        text = env_file.read_text() + f"BILTEN_DATABASE_URL={database_url}\n"
        other = env_file.with_name("machines.env")
        other.write_text(text)
        run(["doctor", "--json"], CliContext(env_file=other))
        return {check["code"] for check in json.loads(capsys.readouterr().out)["checks"]}

    assert "cli-doctor-nobody-leads" in codes()
    start("scheduler")
    until(lambda: "cli-doctor-no-worker" in codes())
    start("worker")
    until(lambda: "cli-doctor-machines" in codes())
    until(lambda: "cli-doctor-scheduler" in codes())


@pytest.mark.parametrize(
    ("database_url", "kind"), [("sqlite", SystemClock), ("postgres", DatabaseClock)], indirect=["database_url"]
)
def test_everybody_goes_by_the_clock_of_the_database(database_url: str, kind: type, env_file: Path) -> None:
    env_file.write_text(f"BILTEN_DATABASE_URL={database_url}\n")
    context = CliContext(env_file=env_file)
    assert isinstance(context.clock, kind)
    context.close()


@on_postgresql
def test_a_machine_that_only_serves_pages_is_one_whose_journal_a_restore_asks_for(
    database: Database, clock: StoppedClock, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who left did so on its pages: without its journal a restore forgets it, and would not even say so."""
    _world(database, clock, tmp_path)
    home = tmp_path / "of the machine with the pages"
    monkeypatch.setenv("BILTEN_STATE_DIR", str(home))
    start("serve", "--port", "0")

    def joined() -> bool:
        with database.read() as session:
            return read_generation(session).machines == 2

    until(joined)
    with database.read() as session:
        assert (home / "machine-id").read_text().strip() in session.exec(select(Machine.id)).all()
