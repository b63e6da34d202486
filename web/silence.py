"""Silence must not look like health: what has to run by itself and does not is on every page of staff's."""

from sqlmodel import Session

from scheduler.heartbeat import silent_jobs
from web.wiring import Wiring


def is_silent(wiring: Wiring, session: Session) -> bool:
    return bool(wiring.jobs) and bool(silent_jobs(session, dict(wiring.jobs), now=wiring.clock.now()))
