"""Test double in the process: the simulator that a rehearsal is sent to, on this machine and a port of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.serve import SimulatorThread


class SimulatedFarSide:
    """It writes no file, posts no report, and forgets what it was sent when it is asked how much that was: memory
    stays the same however long the list is."""

    def __init__(self, thread: "SimulatorThread") -> None:
        self.url = thread.url
        self._ledger = thread.simulation.ledger

    def take(self) -> int:
        count = self._ledger.count()
        self._ledger.clear()
        return count


@contextmanager
def simulated_far_side() -> Iterator[SimulatedFarSide]:
    # A process that rehearses nothing needs none of what it takes to serve.
    from simulator.config import SimulatorConfig
    from simulator.serve import SimulatorThread

    with SimulatorThread(SimulatorConfig()) as thread:
        yield SimulatedFarSide(thread)
