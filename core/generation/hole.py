"""Torn log: says that something happened which the journal beside it does not have, and that it may yet come.

An empty file, because a full disk has room for a name. It is there before what it tells of is committed.
"""

from contextlib import suppress
from pathlib import Path

from core.generation.state_dir import sync_folder

_NAME = "journal-has-a-hole"


def open_hole(folder: Path) -> None:
    """Raises OSError."""
    (folder / _NAME).touch(mode=0o600)
    with suppress(OSError):
        sync_folder(folder)


def close_hole(folder: Path) -> None:
    """Raises OSError."""
    (folder / _NAME).unlink(missing_ok=True)
    sync_folder(folder)


def has_hole(folder: Path) -> bool:
    return (folder / _NAME).exists()
