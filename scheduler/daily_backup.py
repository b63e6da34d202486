"""Daily backup: made once a day on whatever machine comes first, read again, and then the oldest ones go."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from campaigns.sending.job_context import JobContext
from core.backup.create import Backup, Source, create_backup, remove_leftovers
from core.backup.runs import claim_day, due_day, fail_run, finish_run
from core.backup.verify import verify_backup
from core.clock import Clock
from core.errors import BiltenError, Unavailable
from core.generation.verdict import Verdict
from core.logging import get_logger
from core.settings import Settings

log = get_logger(__name__)
_NAME = re.compile(r"bilten-\d{8}T\d{6}Z\.zip")


def back_up_daily(context: JobContext) -> None:
    """The job: in the folder of the settings, if there is one. What goes wrong is shown, and tried again."""
    settings = context.settings
    if not settings.backup_dir or context.guard.verdict() is Verdict.QUARANTINED:
        # Backups of an older state would push out those of the one that was lost.
        return
    source = Source(context.database, settings.assets_dir, settings.secret_key.get_secret_value())
    try:
        make_daily_backup(source, Path(settings.backup_dir), settings=settings, clock=context.clock)
    except BiltenError as error:
        log.error("backup.failed", reason=error.code)


def make_daily_backup(source: Source, folder: Path, *, settings: Settings, clock: Clock) -> Backup | None:
    """The backup of the day that is due; None where it is made, or somebody is at it.

    Verified before the oldest ones beyond BILTEN_BACKUPS_KEPT go. Raises what `create_backup` and `verify_backup`
    raise, after that has been recorded.
    """
    now = clock.now()
    day = due_day(now, at=settings.backup_time, zone=ZoneInfo(settings.time_zone))
    with source.database.write() as session:
        run_id = claim_day(session, day, now=now)
    if run_id is None:
        return None
    try:
        made = _make(source, folder, keep=settings.backups_kept, now=now)
    except (BiltenError, OSError) as error:
        known = error if isinstance(error, BiltenError) else _to_bilten_error(error)
        with source.database.write() as session:
            fail_run(session, run_id, known, now=clock.now())
        raise known from error
    with source.database.write() as session:
        finish_run(session, run_id, made, now=clock.now())
    log.info("backup.made", file=str(made.file), bytes=made.byte_count)
    return made


def _make(source: Source, folder: Path, *, keep: int, now: datetime) -> Backup:
    remove_leftovers(folder, now=now)
    backup = create_backup(source, folder / f"bilten-{now:%Y%m%dT%H%M%SZ}.zip", now=now)
    verify_backup(backup.file)
    for old in _daily_ones(folder, until=backup.file)[:-keep]:
        old.unlink(missing_ok=True)
    return backup


def _daily_ones(folder: Path, *, until: Path) -> list[Path]:
    """The oldest first: their names are their times. One that is later than `until`, which has just been made, is
    from a clock that was ahead: it counts for nothing, and stays, because this clock may be the wrong one."""
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.name <= until.name)


def _to_bilten_error(error: OSError) -> BiltenError:
    return Unavailable("core-backup-failed", reason=error.strerror or type(error).__name__)
