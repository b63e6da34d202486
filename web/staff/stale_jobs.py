"""Silence must not look like health: what has to run by itself and does not is on every page of staff's."""

from sqlmodel import Session

from core.generation.verdict import Verdict
from scheduler.heartbeat import silent_jobs
from web.http.app_context import Wiring


def verdict(wiring: Wiring) -> Verdict:
    """Whether mail may go out from here, as far as that is for this process to say."""
    return wiring.restore_guard.glance() if wiring.runs_jobs and wiring.jobs else Verdict.MAY_SEND


def is_silent(wiring: Wiring, session: Session) -> bool:
    return bool(wiring.jobs) and bool(silent_jobs(session, dict(wiring.jobs), now=wiring.clock.now()))
