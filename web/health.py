"""For supervisors: is the process up, and can it do its work."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from core.db import Database
from core.generation.counter import read_generation
from core.generation.verdict import Verdict
from migrations.upgrade import is_current
from scheduler.clock_faults import is_clock_alarming
from scheduler.heartbeat import silent_jobs
from web.http.app_context import AppContext, Context
from web.http.templates import READING
from web.staff.stale_jobs import verdict

router = APIRouter(include_in_schema=False)


@router.api_route("/healthz", methods=READING)
def healthz() -> Response:
    return PlainTextResponse("ok\n")


@router.api_route("/readyz", methods=READING)
def readyz(context: Context) -> Response:
    state = _schema_state(context.database)
    if state["schema"]:
        state |= _scheduler_state(context) | _sending_state(context)
    # Where the jobs run elsewhere, their silence must not take the pages away: people go on to unsubscribe. Nor
    # must a database that is held back, wherever: another server would be none the better.
    needed = [is_well for part, is_well in state.items() if part not in _SHOWN_ONLY[context.runs_jobs]]
    return JSONResponse(state, status_code=200 if all(needed) else 503)


_SHOWN_ONLY = {True: {"sending", "clock"}, False: {"sending", "clock", "scheduler"}}
"""By whether the jobs run here. A clock that was wrong has been put right."""


def _sending_state(context: AppContext) -> dict[str, bool]:
    """Whether mail may go out: not from an older state of the database, nor from a copy (ADR 30)."""
    if not context.jobs:
        return {}
    with context.database.read() as session:
        is_held = read_generation(session).is_quarantined
    return {"sending": not is_held and verdict(context) is Verdict.MAY_SEND}


def _schema_state(database: Database) -> dict[str, bool]:
    try:
        return {"database": True, "schema": is_current(database)}
    except SQLAlchemyError:
        return {"database": False, "schema": False}


def _scheduler_state(context: AppContext) -> dict[str, bool]:
    if not context.jobs:
        return {}
    with context.database.read() as session:
        now = context.clock.now()
        return {
            "scheduler": not silent_jobs(session, dict(context.jobs), now=now),
            "clock": not is_clock_alarming(session, now=now),
        }
