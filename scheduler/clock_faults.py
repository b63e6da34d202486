"""Clock faults: notice that the clock was wrong, put right what it left in the database, and say so.

A clock that was ahead leaves moments in the future. Signs of life from the future prove it, whatever the size of
the step and whoever was running: then nothing that lies ahead is believed. Without that proof, a moment further
ahead than the longest wait that is ever granted (`scheduler.moments`) is put right by itself. A clock that is set
forward leaves nothing of the kind; the process that sees it says so, and lets nothing end before its time that
could make somebody be mailed twice (ADR 35).
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import exists, func, tuple_, update
from sqlmodel import Session, col, select

from campaigns.reporting.attention_item import AttentionItem
from campaigns.sending.job_context import JobContext
from campaigns.staff_mail.tables import StaffMail
from campaigns.tables import SubscriptionMail
from core.clock import STEP
from core.db import Database, rows_changed
from core.logging import get_logger
from delivery.attempts.close_attempts import UNSETTLED
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.tables import Attempt
from scheduler.moments import TimeColumn, is_called, moments
from scheduler.tables import ClockFault, Heartbeat

SHOWN_FOR = timedelta(days=3)
ALARM_FOR = timedelta(hours=1)
"""For how long whoever watches /readyz is told."""
REPORT_INTERVAL = timedelta(minutes=2)
"""Every process sees a step ahead for itself; of those on one database, one writes it down."""

log = get_logger(__name__)


def watch_clock(context: JobContext) -> None:
    """The job: whether the clock was set back or forward since a job last gave a sign of life."""
    latest = _latest_sign_of_life(context.database)
    # Asked afterwards: what was written before it is in the future only if the clock was set.
    now = context.steps.observe(context.clock, context.uptime)
    behind, ahead = latest - now if latest else timedelta(0), context.steps.take_step()
    if behind > STEP:
        _doubt_ages(context.database)
        put_right = _put_all_right(context, now, after_a_step_back=True)
        _write_down(context, -behind, put_right, now=now)
    elif ahead:
        _forget_absences(context.database)
        _write_down(context, ahead, {}, now=now)


def clamp_moments(context: JobContext) -> None:
    """The job: what lies further ahead than any wait that is granted."""
    latest = _latest_sign_of_life(context.database)
    now = context.clock.now()
    if latest is not None and latest - now > STEP:
        return  # `watch_clock` is at it, and believes less
    put_right = _put_all_right(context, now, after_a_step_back=False)
    if put_right:
        _write_down(context, timedelta(0), put_right, now=now)


def how_far_behind(session: Session, now: datetime) -> timedelta:
    """How far the clock is behind the last sign of life that anybody gave; zero or less where it is not."""
    latest = session.exec(select(func.max(col(Heartbeat.ran_at)))).one()
    return latest - now if latest is not None else timedelta(0)


def is_clock_alarming(session: Session, *, now: datetime) -> bool:
    """Whether the clock was found wrong a short while ago, or is behind at this moment."""
    return bool(latest_faults(session, since=now - ALARM_FOR, limit=1)) or how_far_behind(session, now) > STEP


def latest_faults(session: Session, *, since: datetime, limit: int) -> list[ClockFault]:
    """The latest first."""
    statement = select(ClockFault).where(col(ClockFault.noticed_at) >= since).order_by(col(ClockFault.id).desc())
    return list(session.exec(statement.limit(limit)).all())


def clock_needs(session: Session, *, now: datetime, zone: str) -> list[AttentionItem]:
    """For the list of what needs somebody: the last fault."""
    faults = latest_faults(session, since=now - SHOWN_FOR, limit=1)
    if not faults:
        return []
    latest = faults[0]
    happened, advice = _texts(latest)
    return [
        AttentionItem(
            happened,
            {
                "time": f"{latest.noticed_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}",
                "minutes": round(abs(latest.step_seconds) / 60),
            },
            advice=advice,
            stops_mail=False,
        )
    ]


def _texts(fault: ClockFault) -> tuple[str, str]:
    """What happened, and what to do."""
    if fault.step_seconds == 0:
        return "scheduler-need-clock", "scheduler-do-clock"
    if fault.step_seconds > 0:
        return "scheduler-need-clock-ahead", "scheduler-do-clock-ahead"
    return "scheduler-need-clock-back", "scheduler-do-clock-back"


def _latest_sign_of_life(database: Database) -> datetime | None:
    with database.read() as session:
        return session.exec(select(func.max(col(Heartbeat.ran_at)))).one()


def _put_all_right(context: JobContext, now: datetime, *, after_a_step_back: bool) -> dict[str, int]:
    """How many rows of each column. Signs of life, the proof, come last: what is interrupted is done again."""
    limits = {
        moment: moment.limit_after_a_step_back(now) if after_a_step_back else moment.limit(now)
        for moment in moments(context.settings)
    }
    counts = {
        moment.name: _put_right(context.database, moment, limits[moment], now)
        for moment in _with_wrong_rows(context.database, limits, now)
    }
    return {name: count for name, count in counts.items() if count}


def _with_wrong_rows(database: Database, limits: dict[TimeColumn, datetime], now: datetime) -> list[TimeColumn]:
    """Of the columns, those in which something lies beyond its limit: nearly always none, seen by one question."""
    beyond = [exists().where(moment.column > limit, moment.only(now)) for moment, limit in limits.items()]
    with database.read() as session:
        answers = session.execute(select(*(condition.label(None) for condition in beyond))).one()
    return [moment for moment, is_wrong in zip(limits, answers, strict=True) if is_wrong]


def _put_right(database: Database, moment: TimeColumn, limit: datetime, now: datetime) -> int:
    """A transaction for each column, so that no two tables' rows are held at once."""
    keys = list(moment.column.class_.__table__.primary_key)
    rows = select(*keys).where(moment.column > limit, moment.only(now)).order_by(*keys)
    wrong = rows.with_for_update(key_share=True).cte("wrong")
    changes: dict[str, Any] = {moment.column.key: moment.put_right(now), **dict(moment.marks)}
    statement = update(moment.column.class_).where(tuple_(*keys).in_(select(*wrong.c))).values(changes)
    with database.write() as session:
        return rows_changed(session.exec(statement, execution_options=UNSYNCHRONISED))


def _doubt_ages(database: Database) -> None:
    """What was called while the clock was ahead is longer ago than it says; how much, only its own machine can
    tell."""
    calls: tuple[Any, ...] = (
        update(Attempt).where(col(Attempt.state).in_(UNSETTLED)).values(is_opened_at_wrong=True),
        update(SubscriptionMail).where(is_called(SubscriptionMail)).values(is_called_at_wrong=True),
        update(StaffMail).where(is_called(StaffMail)).values(is_called_at_wrong=True),
    )
    for marked in calls:
        with database.write() as session:
            session.exec(marked, execution_options=UNSYNCHRONISED)


def _forget_absences(database: Database) -> None:
    """Two looks into a provider's record count only if time went by between them."""
    remembered = update(Attempt).where(col(Attempt.absent_since).is_not(None)).values(absent_since=None)
    with database.write() as session:
        session.exec(remembered, execution_options=UNSYNCHRONISED)


def _write_down(context: JobContext, step: timedelta, put_right: dict[str, int], *, now: datetime) -> None:
    seconds = round(step.total_seconds())
    with context.database.write() as session:
        lately = latest_faults(session, since=now - REPORT_INTERVAL, limit=1)
        if seconds > 0 and lately and lately[0].step_seconds > 0:
            return
        session.add(ClockFault(noticed_at=now, step_seconds=seconds, put_right=put_right))
    log.warning("clock.wrong", step_seconds=seconds, put_right=put_right)
