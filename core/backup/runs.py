"""Backup status: recorded by whoever makes or verifies one, read by whoever shows how old the last one is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from core.backup.create import Backup
from core.backup.tables import BackupRun
from core.errors import BiltenError, Param
from core.sql import upsert

MAX_AGE = timedelta(days=2)
"""A daily backup that is older has been missed."""
LEASE = timedelta(hours=2)
"""For how long a machine may be busy with the day's backup before another one tries."""
RETRY_AFTER = timedelta(minutes=30)
AHEAD = timedelta(hours=1)
"""How much the clocks of two machines may differ. What began later than that from now was made under a clock that
was ahead, and nothing is believed of when it was."""


def due_day(now: datetime, *, at: time, zone: ZoneInfo) -> date:
    """The local date whose backup should be there by now; one that was missed is made up for."""
    local = now.astimezone(zone)
    return local.date() if local.time() >= at else local.date() - timedelta(days=1)


def claim_day(session: Session, day: date, *, now: datetime) -> int | None:
    """The number of the run that is the caller's to make; None where it was made, or somebody is at it."""
    begun = {"began_at": now, "retry_at": now + LEASE, "finished_at": None, "verified_at": None}
    statement = upsert(session, BackupRun).values({"day": day.isoformat(), "file": "", "error_params": {}} | begun)
    is_free = col(BackupRun.finished_at).is_(None) & (col(BackupRun.retry_at) <= now)
    is_free |= col(BackupRun.began_at) > now + AHEAD
    claimed = statement.on_conflict_do_update(index_elements=["day"], set_=begun, where=is_free)
    return session.execute(claimed.returning(col(BackupRun.id))).scalar_one_or_none()


def begin_run(session: Session, *, now: datetime) -> int:
    """For a backup that somebody asked for."""
    run = BackupRun(began_at=now)
    session.add(run)
    session.flush()
    return run.id


def finish_run(session: Session, run_id: int, backup: Backup, *, now: datetime) -> None:
    """It is written, and it was found whole."""
    run = session.get_one(BackupRun, run_id)
    run.finished_at = run.verified_at = now
    run.file, run.digest, run.byte_count = str(backup.file), backup.digest, backup.byte_count
    run.error, run.error_params = None, {}


def fail_run(session: Session, run_id: int, error: BiltenError, *, now: datetime) -> None:
    run = session.get_one(BackupRun, run_id)
    run.error, run.error_params = error.code, dict(error.params)
    run.retry_at = now + RETRY_AFTER if run.day else None


def record_verification(
    session: Session, *, file: str, digest: str | None, error: BiltenError | None, now: datetime
) -> None:
    """Of a backup that this database has made; of another one nothing is known here."""
    known = update(BackupRun).where(or_(col(BackupRun.digest) == digest, col(BackupRun.file) == file))
    if error is None:
        known = known.where(col(BackupRun.digest) == digest)
        session.execute(known.values(verified_at=now, error=None, error_params={}))
    else:
        session.execute(known.values(error=error.code, error_params=dict(error.params)))


class BackupHealth(StrEnum):
    GOOD = "good"
    NONE = "none"
    """There has never been one."""
    OLD = "old"
    FAILED = "failed"
    """The last one could not be made, or is damaged."""


@dataclass(frozen=True, slots=True)
class BackupStatus:
    health: BackupHealth
    made_at: datetime | None
    """When the last good one was made."""
    verified_at: datetime | None
    file: str = ""
    error: str | None = None
    error_params: dict[str, Param] | None = None


def backup_status(session: Session, *, now: datetime) -> BackupStatus:
    runs = (
        select(BackupRun)
        .where(col(BackupRun.began_at) <= now + AHEAD)
        .order_by(col(BackupRun.began_at).desc(), col(BackupRun.id).desc())
    )
    good = session.exec(
        runs.where(col(BackupRun.finished_at).is_not(None), col(BackupRun.error).is_(None))
    ).first()
    bad = session.exec(runs.where(col(BackupRun.error).is_not(None))).first()
    made_at = good.began_at if good else None
    verified_at, file = (good.verified_at, good.file) if good else (None, "")
    if bad is not None and (made_at is None or bad.began_at >= made_at):
        return BackupStatus(BackupHealth.FAILED, made_at, verified_at, bad.file, bad.error, bad.error_params)
    if made_at is None:
        return BackupStatus(BackupHealth.NONE, None, None)
    health = BackupHealth.OLD if now - made_at > MAX_AGE else BackupHealth.GOOD
    return BackupStatus(health, made_at, verified_at, file)
