"""Health of what runs by itself: whether each job gives signs of life, and who runs them."""

from collections.abc import Iterator

from sqlmodel import Session

from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck
from scheduler.health.rules import judge_jobs, judge_machines
from scheduler.heartbeat import silent_jobs
from scheduler.wake_ups import machines


def are_jobs_silent(context: HealthContext, session: Session) -> bool:
    """Whether what has to run by itself does not. Silence must not look like health."""
    return bool(silent_jobs(session, dict(context.jobs), now=context.clock.now()))


def check_jobs(context: HealthContext) -> Iterator[HealthCheck]:
    with context.database.read() as session:
        silent = silent_jobs(session, dict(context.jobs), now=context.clock.now())
    judged = judge_jobs(silent, context.jobs, in_one_process=context.database.is_sqlite)
    if judged is not None:
        yield judged


def check_machines(context: HealthContext) -> Iterator[HealthCheck]:
    """Only where work is spread."""
    if context.database.is_sqlite:
        return
    with context.database.read() as session:
        at_work = machines(session)
        is_silent = are_jobs_silent(context, session)
    judged = judge_machines(leads=at_work.leads, workers=at_work.workers, are_jobs_silent=is_silent)
    if judged is not None:
        yield judged
