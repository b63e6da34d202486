"""Disk space where Bilten writes: its files, its state and an SQLite database, each perhaps on its own disk."""

import shutil
from pathlib import Path

from core.db import Database
from core.settings import Settings


def free_space(settings: Settings, database: Database | None = None) -> dict[Path, int]:
    """Folder → bytes that are free on its disk, one folder a disk. Without what is not there (yet)."""
    folders = [settings.var_dir, settings.state_path]
    if database is not None and database.sqlite_path is not None:
        folders.append(database.sqlite_path.parent)
    by_disk = {folder.stat().st_dev: folder for folder in reversed(folders) if folder.is_dir()}
    return {folder: shutil.disk_usage(folder).free for folder in by_disk.values()}
