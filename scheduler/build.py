"""Build what the jobs work with: the third of the three places where objects are made."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from campaigns.sending.job_context import JobContext, WakeHook, leave_to_the_next_sweep
from campaigns.services import Services
from core.clock import UptimeClock, machine_uptime
from core.generation.guard_of import guard_of
from core.ids import new_public_id
from core.outbound import OutboundClient
from delivery.providers import build_provider, build_report_parser
from delivery.providers.base import Provider

if TYPE_CHECKING:
    from simulator.serve import SimulatorThread


def build_job_context(
    services: Services,
    *,
    wake: WakeHook = leave_to_the_next_sweep,
    uptime: UptimeClock | None = None,
) -> JobContext:
    """Providers are set up when first needed and kept; nothing connects before that.

    `uptime`: the machine's own unless given.
    """
    return JobContext(
        services=services,
        provider=_kept(lambda name: build_provider(name, services.settings)),
        report_parser=lambda name: build_report_parser(name, services.settings),
        far_side=simulated_far_side,
        guard=guard_of(services.database, services.settings, services.clock),
        worker=worker_name(),
        wake=wake,
        uptime=uptime or machine_uptime(),
        feeds=OutboundClient(site=services.settings.public_url) if services.settings.may_ask_outside else None,
    )


def worker_name() -> str:
    """Machine, process, and a random part: a process number comes back, a worker's name never."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{new_public_id(8)}"


def _kept(build: Callable[[str], Provider]) -> Callable[[str], Provider]:
    kept: dict[str, Provider] = {}
    lock = Lock()

    def provider(name: str) -> Provider:
        with lock:
            if name not in kept:
                kept[name] = build(name)
            return kept[name]

    return provider


class SimulatedServer:
    """The simulator that a rehearsal is sent to, on this machine and a port of its own. It writes no file, posts
    no report, and forgets what it was sent when it is asked how much that was: memory stays the same however long
    the list is."""

    def __init__(self, thread: "SimulatorThread") -> None:
        self.url = thread.url
        self._ledger = thread.simulation.ledger

    def take(self) -> int:
        count = self._ledger.count()
        self._ledger.clear()
        return count


@contextmanager
def simulated_far_side() -> Iterator[SimulatedServer]:
    # A process that rehearses nothing needs none of what it takes to serve.
    from simulator.config import SimulatorConfig
    from simulator.serve import SimulatorThread

    with SimulatorThread(SimulatorConfig()) as thread:
        yield SimulatedServer(thread)
