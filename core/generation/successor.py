"""Timeline history: which database was adopted in the place of which, as a file in the older one's folder.

An adopted database has an identity, a mark and a journal of its own. A backup from before is of the older one,
and what has happened since is in the journals of all that came after it, one after the other.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.generation.state_dir import StateDir, locked, sync_folder, write_durably

_NAME = "successor"


def read_successor(folder: Path) -> str | None:
    with suppress(FileNotFoundError, NotADirectoryError, ValueError):
        return str(uuid.UUID((folder / _NAME).read_text(encoding="ascii").strip()))
    return None


def write_successor(folder: Path, identity: str) -> None:
    """In place as a whole, and on the disk, when this returns. Raises OSError."""
    with locked(folder):
        made = folder / f"{_NAME}.new"
        write_durably(made, f"{identity}\n".encode("ascii"))
        made.replace(folder / _NAME)
        sync_folder(folder)


@contextmanager
def taken_back_if_it_fails(state_dir: StateDir) -> Iterator[None]:
    """Around what puts a database in the place of another. Where it raises, what it said of a successor is unsaid:
    the database that it was said of is still the one in use."""
    before = {folder for folder in state_dir.folders() if read_successor(folder)}
    try:
        yield
    except BaseException:
        for folder in state_dir.folders():
            if folder not in before and read_successor(folder):
                (folder / _NAME).unlink()
                sync_folder(folder)
        raise
