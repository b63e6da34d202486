"""Readiness: whether this process can do its work, for supervisors that take it away where it cannot."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from core.db import Database
from core.generation.counter import read_generation
from core.generation.verdict import Verdict
from migrations.schema_state import is_current
from scheduler.clock_faults import is_clock_alarming
from scheduler.health.attention import sending_verdict
from scheduler.health.context import HealthContext
from scheduler.health.free_space import free_space
from scheduler.health.jobs import are_jobs_silent
from scheduler.health.rules import is_enough_to_write

_SHOWN_ONLY = {True: {"sending", "clock"}, False: {"sending", "clock", "scheduler"}}
"""By whether the jobs run here. A clock that was wrong has been put right."""


@dataclass(frozen=True, slots=True)
class Readiness:
    parts: dict[str, bool]
    """Part → whether it is well."""
    is_ready: bool


def readiness(context: HealthContext) -> Readiness:
    parts = _schema_state(context.database) | {"disk": _has_space(context)}
    if parts["schema"] and context.jobs:
        parts |= _state_of_jobs(context) | _sending_state(context)
    return Readiness(parts, judge_readiness(parts, runs_jobs=context.runs_jobs))


def judge_readiness(parts: dict[str, bool], *, runs_jobs: bool) -> bool:
    """Where the jobs run elsewhere, their silence must not take the pages away: people go on to unsubscribe. Nor
    must a database that is held back, wherever: another server would be none the better."""
    return all(is_well for part, is_well in parts.items() if part not in _SHOWN_ONLY[runs_jobs])


def _has_space(context: HealthContext) -> bool:
    """Wherever this process writes: where it cannot, no unsubscription and no report is kept."""
    return all(is_enough_to_write(space) for space in free_space(context.settings, context.database).values())


def _schema_state(database: Database) -> dict[str, bool]:
    try:
        return {"database": True, "schema": is_current(database)}
    except SQLAlchemyError:
        return {"database": False, "schema": False}


def _state_of_jobs(context: HealthContext) -> dict[str, bool]:
    with context.database.read() as session:
        return {
            "scheduler": not are_jobs_silent(context, session),
            "clock": not is_clock_alarming(session, now=context.clock.now()),
        }


def _sending_state(context: HealthContext) -> dict[str, bool]:
    """Whether mail may go out: not from an older state of the database, nor from a copy (ADR 30)."""
    with context.database.read() as session:
        is_held = read_generation(session).is_quarantined
    return {"sending": not is_held and sending_verdict(context) is Verdict.MAY_SEND}
