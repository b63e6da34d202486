"""Heartbeat, so that silence never looks like health: each job leaves a sign of life, and staff see where one is
missing."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from core.clock import STEP
from core.sql import upsert
from scheduler.tables import Heartbeat

BEAT_EVERY = timedelta(seconds=15)
"""Jobs run every second; a row need not be written that often to show it."""


def record_run(session: Session, job: str, *, now: datetime, error: str | None = None) -> None:
    """The row is shared by every process that runs the job, on whatever machine."""
    changes = {"ran_at": now, "error": None} if error is None else {"failed_at": now, "error": error}
    # A job that has only ever failed has the moment of its first failure there: the column knows no "never".
    statement = upsert(session, Heartbeat).values({"job": job, "ran_at": now} | changes)
    session.exec(statement.on_conflict_do_update(index_elements=["job"], set_=changes))


def silent_jobs(session: Session, jobs: dict[str, timedelta], *, now: datetime) -> dict[str, Heartbeat | None]:
    """The jobs that have not run to their end for longer than they may, with what is known of them.

    A sign from the future is none: whoever gave it had another clock, and nobody knows when it was.
    """
    beats = {beat.job: beat for beat in session.exec(select(Heartbeat).order_by(col(Heartbeat.job)))}
    return {
        job: beats.get(job)
        for job, max_silence in jobs.items()
        if job not in beats
        or not now - max_silence <= beats[job].ran_at <= now + STEP
        or beats[job].error is not None
    }
