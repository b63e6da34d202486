"""Timeline history: which database was adopted in the place of which, as a file in the older one's folder.

An adopted database has an identity, a mark and a journal of its own. A backup from before is of the older one,
and what has happened since is in the journals of all that came after it, one after the other.
"""

import uuid
from contextlib import suppress
from pathlib import Path

from core.generation.state_dir import locked, sync_folder, write_durably

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
