"""What health is looked at with: the services, and what the program that asks knows of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from campaigns.review.external.probes import Probes
from campaigns.services import HoldsServices
from core.generation.guard import RestoreGuard


@dataclass(frozen=True)
class HealthContext(HoldsServices):
    probes: Probes
    restore_guard: RestoreGuard
    jobs: Mapping[str, timedelta]
    """The jobs that have to run by themselves, here or elsewhere, and how long each may be silent; none: nobody
    waits for any."""
    runs_jobs: bool = True
    """Whether it is for this process to say whether mail may go out from here: it runs the jobs, or is asked by
    somebody at this machine."""
