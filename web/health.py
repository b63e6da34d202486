"""For supervisors: is the process up, and can it do its work."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from core.db import Database
from migrations.upgrade import is_current
from scheduler.clock_faults import is_clock_alarming
from scheduler.heartbeat import silent_jobs
from web.page import READING
from web.wiring import Wired, Wiring

router = APIRouter(include_in_schema=False)


@router.api_route("/healthz", methods=READING)
def healthz() -> Response:
    return PlainTextResponse("ok\n")


@router.api_route("/readyz", methods=READING)
def readyz(wiring: Wired) -> Response:
    state = _schema_state(wiring.database)
    if state["schema"]:
        state |= _scheduler_state(wiring)
    # Where the jobs run elsewhere, their silence must not take the pages away: people go on to unsubscribe.
    # A clock that was wrong is told, and has been put right.
    needed = [
        is_well for part, is_well in state.items() if part != "clock" and (part != "scheduler" or wiring.runs_jobs)
    ]
    return JSONResponse(state, status_code=200 if all(needed) else 503)


def _schema_state(database: Database) -> dict[str, bool]:
    try:
        return {"database": True, "schema": is_current(database)}
    except SQLAlchemyError:
        return {"database": False, "schema": False}


def _scheduler_state(wiring: Wiring) -> dict[str, bool]:
    if not wiring.jobs:
        return {}
    with wiring.database.read() as session:
        now = wiring.clock.now()
        return {
            "scheduler": not silent_jobs(session, dict(wiring.jobs), now=now),
            "clock": not is_clock_alarming(session, now=now),
        }
