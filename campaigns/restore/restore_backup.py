"""Restore a backup, or rehearse it: all is made beside the present database, and then takes its place or goes.

What was sent and who said no since the backup was made is read from this machine's journal, and applied before the
restored database is used by anybody (`campaigns.restore.adopt_restored`).
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from campaigns.restore.comparison import Comparison, compare
from core.backup.archive import open_archive
from core.backup.create import Source
from core.backup.manifest import Manifest, key_check
from core.backup.restore_assets import missing_assets, restore_assets
from core.backup.staging import UpgradeHook, nobody_works_on, refuse_newcomers, staged
from core.backup.verify import verify_parts
from core.db import Database
from core.errors import Misconfigured

Adopted = TypeVar("Adopted")


@dataclass(frozen=True, slots=True)
class RestoreReport(Generic[Adopted]):
    manifest: Manifest
    comparison: Comparison
    adopted: Adopted
    """What became, or would become, of what has happened since."""
    new_assets: int
    aside: str | None
    """Where the database that was there lies now; None for a rehearsal, empty where there was none."""


def restore_backup(
    file: Path,
    into: Source,
    *,
    upgrade: UpgradeHook,
    adopt: Callable[[Database, Manifest], Adopted],
    now: datetime,
    apply: bool,
) -> RestoreReport[Adopted]:
    """`adopt` gets the restored database before anybody else does; only with `apply` may it change it.

    Raises InputRefused for a backup that is damaged, of another kind of database or of a newer version;
    Misconfigured for another secret key; Conflict while Bilten runs (with `apply`); Unavailable without room.
    After each of them the present database is as it was. The one that is replaced is kept.
    """
    with open_archive(file) as archive, ExitStack() as stack:
        verify_parts(archive)
        if archive.manifest.key_check != key_check(into.secret):
            code = "core-restore-key-inside" if archive.manifest.has_key else "core-restore-other-key"
            raise Misconfigured(code, file=file.name)
        if apply:
            stack.enter_context(nobody_works_on(into.database))
        stage = stack.enter_context(staged(archive, into.database, upgrade=upgrade, now=now))
        comparison = compare(stage.database, into.database)
        assets = missing_assets(archive, into.assets_dir)
        aside = None
        if apply:
            restore_assets(archive, assets, into.assets_dir)
            refuse_newcomers(stage, into.database)
        adopted = adopt(stage.database, archive.manifest)
        if apply:
            into.database.dispose()
            aside = stage.take_over(now=now)
        return RestoreReport(archive.manifest, comparison, adopted, len(assets), aside)
