"""What `bilten doctor` says of backups."""

from collections.abc import Iterator

from cli.checks import Check, Level
from cli.context import CliContext
from core.errors import Param


def check_backup(context: CliContext) -> Iterator[Check]:
    """A good one only: what is wrong with backups stands among what staff see, too."""
    from core.backup.manifest import age_in_hours
    from core.backup.runs import BackupHealth, backup_status

    now = context.clock.now()
    with context.database.read() as session:
        status = backup_status(session, now=now)
    if status.health is BackupHealth.GOOD and status.made_at is not None:
        params: dict[str, Param] = {"hours": age_in_hours(status.made_at, now), "file": status.file}
        yield Check(Level.GOOD, "cli-doctor-backup", params)
