"""Promise 1: nobody is mailed twice, nobody is forgotten, whatever is killed at whatever moment.

The engine runs in a process of its own, over real HTTP to the simulator, and is killed with SIGKILL again and
again at random moments, while the far side loses answers, cuts connections and refuses calls. Then it is let be,
and the simulator is asked what every address really received.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from sqlalchemy import update

from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from simulator.config import SimulatorConfig
from simulator.faults import FaultKind
from simulator.serve import SimulatorThread
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock

READERS = 300
KILLS = 25
LONGEST_LIFE = 0.35
PATIENCE = 60.0
CLOCK_FACTOR = 40
FAULT_RATES = {
    FaultKind.LOST_ANSWER: 0.1,
    FaultKind.CUT: 0.05,
    FaultKind.ERROR_ACCEPTED: 0.05,
    FaultKind.ERROR: 0.03,
    FaultKind.RATE_LIMIT: 0.02,
    FaultKind.GARBAGE_ACCEPTED: 0.03,
}


class Worker:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._stdin: IO[str] = process.stdin  # type: ignore[assignment]  # opened as a pipe
        self._stdout: IO[str] = process.stdout  # type: ignore[assignment]  # opened as a pipe

    def say(self, order: dict[str, Any]) -> None:
        self._stdin.write(json.dumps(order) + "\n")
        self._stdin.flush()

    def hear(self) -> dict[str, Any]:
        return dict(json.loads(self._stdout.readline()))

    def live_and_die(self, after: float) -> bool:
        """Begins a life and kills it `after` seconds. Whether the kill came before its end."""
        self.say({"seconds": PATIENCE})
        child = self.hear()["pid"]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        return bool(self.hear()["killed"])

    def live_on(self) -> None:
        self.say({"seconds": PATIENCE})
        self.hear()
        assert self.hear()["code"] == 0


@contextmanager
def worker(order: dict[str, Any]) -> Iterator[Worker]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.kill.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        found = Worker(process)
        found.say(order)
        yield found
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """A campaign that is due, to readers who wait."""
    clock.moment = clock.moment.fromtimestamp(time.time(), clock.moment.tzinfo)
    world = make_world(database, clock, settings)
    with database.write() as session:
        session.execute(update(Sender).values(provider="resend", calls_per_second=10_000.0))
    world.configure(undo_window=settings.undo_window * 0)
    world.add_readers([f"reader{number:04}" for number in range(READERS)])
    world.scheduled()
    return world


def test_killed_at_random_moments_everybody_gets_exactly_one(
    world: World, database_url: str, tmp_path: Path
) -> None:
    chance = random.Random()
    with SimulatorThread(SimulatorConfig(fault_rates=FAULT_RATES, seed=chance.randrange(10**6))) as far_side:
        order = {
            "database_url": database_url,
            "var_dir": str(tmp_path / "var"),
            "far_side": far_side.url,
            "start": time.time(),
            "factor": CLOCK_FACTOR,
        }
        with worker(order) as process:
            kills = sum(process.live_and_die(chance.uniform(0, LONGEST_LIFE)) for _ in range(KILLS))
            process.live_on()
        received = far_side.simulation.ledger.count_by_address()
    assert kills > 0, "no process was alive to be killed: the test proves nothing"
    assert Counter(received.values()) == {1: READERS}
    assert world.status(1) is CampaignStatus.SENT
    assert world.delivery_states(1) == {DeliveryStatus.ACCEPTED}
