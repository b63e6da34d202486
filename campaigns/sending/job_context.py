"""What the jobs that run by themselves work with. Built once, by the scheduler's engine builder."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from sqlmodel import Session

from campaigns.merging.compiled_variants import CompiledVariantCache
from campaigns.services import HoldsServices
from core.clock import ClockStepDetector, UptimeClock, machine_uptime
from core.generation.guard import RestoreGuard
from core.outbound import OutboundClient
from delivery.providers.base import Provider, ReportParser
from news.unchanged_files import FolderCacheStore


class WakeHook(Protocol):
    def __call__(self, session: Session, job: "Callable[[JobContext], None]") -> None:
        """Has `job` run when the session's transaction commits, and not at all if it does not."""
        ...


class FarSideServer(Protocol):
    """A provider that is played on this machine, for rehearsals."""

    url: str

    def take(self) -> int:
        """How many emails have come since the last time; it keeps none of them."""


def leave_to_the_next_sweep(session: Session, job: "Callable[[JobContext], None]") -> None:
    """Where every job looks each second for what is due, nobody needs waking."""


@dataclass(frozen=True)
class JobContext(HoldsServices):
    provider: Callable[[str], Provider]
    """The provider of that name, set up and ready to take batches."""
    report_parser: Callable[[str], ReportParser]
    """What reads that provider's reports, by webhook or by email."""
    far_side: Callable[[], AbstractContextManager[FarSideServer]]
    """Starts one beside the caller, as long as it is asked for."""
    guard: RestoreGuard
    """Whether anything may be sent from this database, here and now."""
    worker: str
    """This process among all that may work on the same database; never used by another."""
    wake: WakeHook = leave_to_the_next_sweep
    """Calls for a job whose work has just become due. It may get lost: the rows say what is due."""
    uptime: UptimeClock = field(default_factory=machine_uptime)
    """Monotonic time, for how long something takes or has taken: the clock may be set meanwhile."""
    steps: ClockStepDetector = field(default_factory=ClockStepDetector)
    """Whether it was set forward, as this process has seen it."""
    variants: CompiledVariantCache = field(default_factory=CompiledVariantCache)
    folder_caches: FolderCacheStore = field(default_factory=FolderCacheStore)
    """What the files of watched folders said, as long as nothing writes to them."""
    feeds: OutboundClient | None = None
    """What feeds are read with; None: the web is left alone."""
    stopping: Event = field(default_factory=Event)
    """Set when the process is asked to end: what is in flight is finished, nothing new is claimed."""
