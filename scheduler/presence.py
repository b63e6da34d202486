"""Group membership of a process that runs no jobs: the heartbeat of `bilten serve` where others do the sending.

Its pages take unsubscriptions and providers' reports, and write them into this machine's journal. Only a machine
that has joined is counted, so only then is its journal missed when an older database is put back (ADR 31).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from core.errors import Misconfigured
from core.generation.guard import RestoreGuard
from core.logging import get_logger
from scheduler.run_job import is_away

log = get_logger(__name__)

POLL_INTERVAL = 1.0
"""Seconds between two looks. The database is asked only until this machine has joined, and for a beat."""


@contextmanager
def present(guard: RestoreGuard, *, every: float = POLL_INTERVAL) -> Iterator[None]:
    """Joins those who work on the database, and beats, until the block is left. An outage is sat out."""
    stopping = Event()
    thread = Thread(target=_stay, args=(guard, stopping, every), name="presence", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def _stay(guard: RestoreGuard, stopping: Event, every: float) -> None:
    while not stopping.is_set():
        try:
            guard.verdict()
        except Misconfigured as error:
            log.error("presence.failed", reason=str(error))
        except Exception as error:
            if not is_away(error):
                log.exception("presence.failed")
        stopping.wait(every)
