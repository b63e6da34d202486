"""Daily backup: made once a day on whatever machine comes first, read again, and then the oldest ones go."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from campaigns.house import House
from core.backup.create import Backup, Source, create_backup, remove_leftovers
from core.backup.runs import claim_day, due_day, fail_run, finish_run
from core.backup.verify import verify_backup
from core.errors import BiltenError, Unavailable
from core.logging import get_logger

log = get_logger(__name__)
_NAME = re.compile(r"bilten-\d{8}T\d{6}Z\.zip")


def back_up_daily(house: House) -> None:
    """Makes the backup of the day that is due, unless it is made. What goes wrong is shown, and tried again."""
    settings = house.settings
    if not settings.backup_dir:
        return
    now = house.clock.now()
    day = due_day(now, at=settings.backup_time, zone=ZoneInfo(settings.time_zone))
    with house.database.write() as session:
        run_id = claim_day(session, day, now=now)
    if run_id is None:
        return
    try:
        backup = _back_up(house, Path(settings.backup_dir), now)
    except (BiltenError, OSError) as error:
        known = error if isinstance(error, BiltenError) else _in_words(error)
        log.exception("backup.failed", day=day.isoformat())
        with house.database.write() as session:
            fail_run(session, run_id, known, now=house.clock.now())
        return
    with house.database.write() as session:
        finish_run(session, run_id, backup, now=house.clock.now())
    log.info("backup.made", file=str(backup.file), bytes=backup.byte_count)


def _back_up(house: House, folder: Path, now: datetime) -> Backup:
    source = Source(house.database, house.settings.assets_dir, house.settings.secret_key.get_secret_value())
    remove_leftovers(folder, now=now)
    backup = create_backup(source, folder / f"bilten-{now:%Y%m%dT%H%M%SZ}.zip", now=now)
    verify_backup(backup.file)
    for old in _daily_ones(folder)[: -house.settings.backups_kept]:
        old.unlink(missing_ok=True)
    return backup


def _daily_ones(folder: Path) -> list[Path]:
    """The oldest first: their names are their times."""
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def _in_words(error: OSError) -> BiltenError:
    return Unavailable("core-backup-failed", reason=error.strerror or type(error).__name__)
