"""Data retention by itself: once a day, or when somebody says so, what is too old goes in short transactions.

A run is a row. Killed in the middle, it is gone on with: what was counted went, and what did not go is still due.
Nothing goes while the database is held back, or after the clock was set forward: by it, everything would be old.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from campaigns.people.erase_person import check_reports
from campaigns.people.staff_action import StaffAction
from campaigns.retention.rules import RULES, RetentionPart, RetentionRule, RetentionWindow, window_of
from campaigns.retention.tables import RetentionRun
from campaigns.sending.job_context import JobContext
from core.db import Database
from core.errors import Conflict
from core.logging import get_logger
from core.settings import Settings
from staff import audit
from staff.principal import require
from staff.roles import Permission
from subscribers.import_lease import let_others_write

EVERY = timedelta(days=1)
SCHEDULE = "schedule"
"""Who did it, as the audit log has it, where nobody asked for it."""
RUN = "retention.run"
MAX_SHOWN = 20

log = get_logger(__name__)


def run_retention(context: JobContext) -> None:
    """The job: what is due of a run that somebody has asked for, or that a day has gone by since the last."""
    if not context.guard.may_send():
        return  # an older database does not know which campaigns still need what is in it
    now = context.steps.observe(context.clock, context.uptime)
    if not context.steps.is_steady(EVERY, uptime=context.uptime.seconds()):
        return
    run_id = _begin(context.database, now)
    if run_id is not None:
        finish_run(context.database, context.settings, run_id, now=now, is_stopping=context.stopping.is_set)


def ask_for_run(session: Session, act: StaffAction) -> int:
    """The number of the run, which the job carries out. One that waits already is not asked for again. Raises
    NotAllowed, InputRefused for a reason that is missing, Conflict."""
    require(act.actor, Permission.MANAGE_DATA_PROTECTION)
    reason = act.check_reason()
    if _unfinished(session) is not None:
        raise Conflict("campaigns-retention-under-way")
    run = RetentionRun(actor=act.actor.name, reason=reason, started_at=act.now)
    session.add(run)
    session.flush()
    return run.id


def finish_run(
    database: Database,
    settings: Settings,
    run_id: int,
    *,
    now: datetime,
    is_stopping: Callable[[], bool] = lambda: False,
) -> dict[str, int]:
    """Everything that is due, unless it is stopped: then the next one goes on. How many went, by rule."""
    for rule in RULES:
        period = rule.period(settings)
        if period is None:
            continue
        with database.read() as session:
            window = window_of(session, period, now=now)
        for part in rule.parts:
            while not is_stopping() and _take_some(database, run_id, rule, part, window):
                let_others_write(database)
    if is_stopping():
        return {}
    with database.write() as session:
        return _close(session, run_id, now)


def run_now(context: JobContext, act: StaffAction) -> dict[str, int]:
    """A run of its own, to its end. How many went, by rule. Raises as `ask_for_run`, and Conflict where the
    database is held back."""
    if not context.guard.may_send():
        raise Conflict("campaigns-retention-held")
    with context.database.write() as session:
        run_id = ask_for_run(session, act)
    return finish_run(context.database, context.settings, run_id, now=act.now)


def latest_runs(session: Session) -> Sequence[RetentionRun]:
    """The newest first."""
    return session.exec(select(RetentionRun).order_by(col(RetentionRun.id).desc()).limit(MAX_SHOWN)).all()


def next_run_at(session: Session, *, now: datetime) -> datetime:
    """When the job goes over it again by itself: a day after the last time, and in a day where it never has."""
    last = session.exec(select(func.max(col(RetentionRun.started_at)))).one()
    return max(now, last + EVERY) if last is not None else now + EVERY


def _begin(database: Database, now: datetime) -> int | None:
    with database.read() as session:
        if (waiting := _unfinished(session)) is not None:
            return waiting
        last = session.exec(select(func.max(col(RetentionRun.started_at)))).one()
    if last is not None and last + EVERY > now:
        return None
    with database.write() as session:
        # The first time it only says that it has been here: for a day, staff can see what would go.
        is_first = last is None
        run = RetentionRun(actor=SCHEDULE, started_at=now, finished_at=now if is_first else None)
        session.add(run)
        session.flush()
        return None if is_first else run.id


def _unfinished(session: Session) -> int | None:
    waiting = select(RetentionRun.id).where(col(RetentionRun.finished_at).is_(None))
    return session.exec(waiting.order_by(col(RetentionRun.id)).limit(1)).first()


def _take_some(
    database: Database, run_id: int, rule: RetentionRule, part: RetentionPart, window: RetentionWindow
) -> bool:
    """Whether there may be more. They are looked for while others may write, and asked again before they go."""
    with database.read() as session:
        ids = _first(session, part, window)
        if part.names_people:
            window = replace(window, unread=check_reports(session, ids))
    if not ids:
        return False
    with database.write() as session:
        run = session.get(RetentionRun, run_id, with_for_update=True, populate_existing=True)
        if run is None or run.finished_at is not None:
            return False
        still = _first(session, part, window, among=ids)
        taken = part.take(session, still, window) if still else 0
        run.counts = {**run.counts, rule.name: run.counts.get(rule.name, 0) + taken}
        session.add(run)
    # What another process took first, a command beside the job, says nothing of what is behind it.
    return taken > 0 or len(still) < len(ids)


def _first(
    session: Session, part: RetentionPart, window: RetentionWindow, *, among: Sequence[int] | None = None
) -> list[int]:
    rows = part.rows(window)
    number = rows.selected_columns[0]
    if among is not None:
        rows = rows.where(number.in_(among))
    return [row[0] for row in session.execute(rows.order_by(number).limit(part.at_once)).all()]


def _close(session: Session, run_id: int, now: datetime) -> dict[str, int]:
    run = session.get_one(RetentionRun, run_id, with_for_update=True, populate_existing=True)
    if run.finished_at is None:
        run.finished_at = now
        session.add(run)
        detail = {"reason": run.reason} if run.reason else {}
        audit.record(
            session,
            actor=run.actor,
            action=RUN,
            subject=f"retention_run:{run.id}",
            now=now,
            counts=dict(run.counts),
            **detail,
        )
        log.info("retention.run", run_id=run.id, counts=dict(run.counts))
    return dict(run.counts)
