"""Wake-ups for workers on any number of machines: rows of procrastinate's, written here in SQL.

Its public API raises where a wake-up waits already, which undoes the transaction of whoever wakes (ADR 14).

Written in the session of whoever has made work due, they commit with that work or not at all. At most one for each
job waits (its queueing lock), so they do not pile up where no worker is. A wake-up carries nothing: the rows of
the other tables say what is due, and a wake-up that got lost costs one sweep. A sweep is one wake-up for all the
jobs that are looked after equally often (`jobs.sweeps`): one for each of them cost twenty rows a second.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import text
from sqlmodel import Session

from campaigns.sending.job_context import JobContext
from scheduler.advisory_lock import does_anybody_lead
from scheduler.jobs import JOBS

QUEUE = "bilten"
SILENT_AFTER = timedelta(seconds=60)
"""A worker that has not shown itself for so long is dead, or cut off; its heart beats every ten seconds. One
whose sign of life lies as far ahead gave it by a clock that was wrong."""

_NAMES: dict[Callable[[JobContext], None], str] = {job.run: job.name for job in JOBS}
_DEFER = text(
    "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock) VALUES (:queue, :job, :lock)"
    " ON CONFLICT (queueing_lock) WHERE status = 'todo' DO NOTHING"
)
_FORGET = text(
    "DELETE FROM procrastinate_jobs WHERE status <> 'todo' AND NOT EXISTS"
    " (SELECT 1 FROM procrastinate_workers worker"
    " WHERE worker.id = worker_id AND worker.last_heartbeat BETWEEN now() - :patience AND now() + :patience)"
)
_WORKERS = text(
    "SELECT count(*) FROM procrastinate_workers"
    " WHERE last_heartbeat BETWEEN now() - :patience AND now() + :patience"
)


def wake(session: Session, job: Callable[[JobContext], None]) -> None:
    """Has a worker run `job` as soon as the session's transaction has been committed."""
    defer(session, [_NAMES[job]])


def defer(session: Session, names: Iterable[str]) -> None:
    """One wake-up for each of these jobs or sweeps, unless one is waiting already."""
    # In one order everywhere: two who write the same ones wait for each other, but never in a circle.
    session.execute(_DEFER, [{"queue": QUEUE, "job": name, "lock": name} for name in sorted(names)])


def forget_stalled(session: Session) -> None:
    """What workers that died had begun. Nothing waits for it; it would only lie there."""
    session.execute(_FORGET, {"patience": SILENT_AFTER})


@dataclass(frozen=True, slots=True)
class MachineSummary:
    leads: bool
    """Whether a `bilten scheduler` defers wake-ups."""
    workers: int
    """How many `bilten worker` have shown themselves lately."""


def machines(session: Session) -> MachineSummary:
    """Who is at work on this database, as far as it can tell (PostgreSQL only)."""
    workers = session.scalar(_WORKERS, {"patience": SILENT_AFTER})
    return MachineSummary(leads=does_anybody_lead(session), workers=int(workers or 0))
