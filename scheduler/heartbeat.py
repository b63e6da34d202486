"""Silence must never look like health: each job leaves a sign of life, and staff see where one is missing."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from scheduler.tables import Heartbeat

BEAT_EVERY = timedelta(seconds=15)
"""Jobs run every second; a row need not be written that often to show it."""


def record_run(session: Session, job: str, *, now: datetime, error: str | None = None) -> None:
    beat = session.get(Heartbeat, job)
    if beat is None:
        beat = Heartbeat(job=job, ran_at=now)
        session.add(beat)
    if error is None:
        beat.ran_at, beat.error = now, None
    else:
        beat.failed_at, beat.error = now, error


def silent_jobs(session: Session, jobs: dict[str, timedelta], *, now: datetime) -> dict[str, Heartbeat | None]:
    """The jobs that have not run to their end for longer than they may, with what is known of them."""
    beats = {beat.job: beat for beat in session.exec(select(Heartbeat).order_by(col(Heartbeat.job)))}
    return {
        job: beats.get(job)
        for job, patience in jobs.items()
        if job not in beats or now - beats[job].ran_at > patience or beats[job].error is not None
    }
