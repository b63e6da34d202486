"""Silence must not look like health: what has to run by itself and does not is on every page of staff's."""

from sqlmodel import Session

from core.generation.verdict import Verdict
from scheduler.heartbeat import silent_jobs
from web.http.app_context import AppContext


def verdict(context: AppContext) -> Verdict:
    """Whether mail may go out from here, as far as that is for this process to say."""
    return context.restore_guard.glance() if context.runs_jobs and context.jobs else Verdict.MAY_SEND


def is_silent(context: AppContext, session: Session) -> bool:
    return bool(context.jobs) and bool(silent_jobs(session, dict(context.jobs), now=context.clock.now()))
