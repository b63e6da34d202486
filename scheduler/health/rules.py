"""Health rules: what facts mean, decided without looking at anything."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from core.backup.manifest import age_in_hours
from core.backup.runs import BackupHealth, BackupStatus
from core.clock import STEP
from core.errors import Param
from core.settings import DEVELOPMENT_SECRET, Environment, Settings
from scheduler.health.health_check import HealthCheck, Level
from scheduler.tables import Heartbeat

LITTLE_SPACE = 1_000_000_000
"""Bytes."""
NO_SPACE = 200_000_000
CANNOT_WRITE = 20_000_000
"""What a database needs for its journal while it writes: with less, a process is not ready for anybody."""
CLOCKS_MAY_DIFFER_BY = timedelta(minutes=1)


def judge_settings(settings: Settings) -> Iterator[HealthCheck]:
    is_production = settings.environment is Environment.PRODUCTION
    level = Level.GOOD if is_production else Level.WARNING
    yield HealthCheck(level, f"scheduler-health-{settings.environment.value}")
    if settings.secret_key.get_secret_value() == DEVELOPMENT_SECRET:
        yield HealthCheck(Level.WARNING, "scheduler-health-secret-shared")
    is_https = settings.public_url.startswith("https://")
    code = "scheduler-health-public-url" if is_https else "scheduler-health-public-url-open"
    yield HealthCheck(Level.GOOD if is_https else Level.WARNING, code, {"url": settings.public_url})


def is_enough_to_write(free: int) -> bool:
    return free >= CANNOT_WRITE


def judge_space(free: int) -> HealthCheck:
    """`free`: bytes on the disk."""
    params: dict[str, Param] = {"megabytes": free // 1_000_000}
    if free < NO_SPACE:
        return HealthCheck(Level.PROBLEM, "scheduler-health-space-none", params)
    if free < LITTLE_SPACE:
        return HealthCheck(Level.WARNING, "scheduler-health-space-little", params)
    return HealthCheck(Level.GOOD, "scheduler-health-space", params)


def judge_jobs(
    silent: Mapping[str, Heartbeat | None], jobs: Mapping[str, timedelta], *, in_one_process: bool
) -> HealthCheck | None:
    """`silent`: with the last that is known of each; `jobs`: how long each may be silent. `in_one_process`: all of
    them run there. Elsewhere, that all are silent is told with the machines."""
    if not silent:
        return HealthCheck(Level.GOOD, "scheduler-health-scheduler")
    shortest = min(jobs.values())
    often = {name for name, longest in jobs.items() if longest == shortest}
    if often <= silent.keys() and not any(beat and beat.error for beat in silent.values()):
        return HealthCheck(Level.PROBLEM, "scheduler-health-scheduler-silent") if in_one_process else None
    is_new = all(beat is None for beat in silent.values())
    code = "scheduler-health-jobs-new" if is_new else "scheduler-health-jobs-silent"
    return HealthCheck(Level.PROBLEM, code, {"jobs": ", ".join(sorted(silent))})


def judge_machines(*, leads: bool, workers: int, are_jobs_silent: bool) -> HealthCheck | None:
    """One process that serves and sends (--with-engine) shows as heartbeats alone."""
    if leads and workers:
        return HealthCheck(Level.GOOD, "scheduler-health-machines", {"workers": workers})
    if leads:
        return HealthCheck(Level.PROBLEM, "scheduler-health-no-worker")
    if workers or are_jobs_silent:
        return HealthCheck(Level.PROBLEM, "scheduler-health-nobody-leads")
    return None


def judge_lag(behind: timedelta) -> HealthCheck | None:
    """`behind`: how far the clock is behind the last sign of life."""
    if behind <= STEP:
        return None
    minutes = round(behind / timedelta(minutes=1))
    return HealthCheck(Level.PROBLEM, "scheduler-health-clock-behind", {"minutes": minutes})


def judge_synchronisation(is_kept: bool | None) -> HealthCheck | None:
    """None: the system does not say."""
    if is_kept is None:
        return None
    code = "scheduler-health-clock" if is_kept else "scheduler-health-clock-unsynchronised"
    return HealthCheck(Level.GOOD if is_kept else Level.WARNING, code)


def judge_difference(off: timedelta) -> HealthCheck | None:
    """Between the database server's clock, which counts, and this machine's."""
    if abs(off) <= CLOCKS_MAY_DIFFER_BY:
        return None
    minutes = round(abs(off) / timedelta(minutes=1))
    return HealthCheck(Level.WARNING, "scheduler-health-clock-differs", {"minutes": minutes})


def judge_backup(status: BackupStatus, *, now: datetime) -> HealthCheck | None:
    """A good one only: what is wrong with backups is among what needs attention."""
    if status.health is not BackupHealth.GOOD or status.made_at is None:
        return None
    params: dict[str, Param] = {"hours": age_in_hours(status.made_at, now), "file": status.file}
    return HealthCheck(Level.GOOD, "scheduler-health-backup", params)
