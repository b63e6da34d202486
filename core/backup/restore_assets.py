"""Pictures and PDFs of a backup, put where they belong. Each lies under its checksum: nothing there is overwritten
by anything else, and nothing is taken away."""

import hashlib
from pathlib import Path

from core.backup.archive import CHUNK, ArchiveReader
from core.backup.create import WORKING, room
from core.backup.manifest import Part
from core.backup.sqlite import sync_folder

_FOLDER = "assets/"


def missing_assets(archive: ArchiveReader, folder: Path) -> list[Part]:
    """Those that are not in the folder, or not whole. A part that is not what its name says was damaged when the
    backup was made, and is left out."""
    return [
        part
        for part in archive.manifest.parts
        if part.name == f"{_FOLDER}{part.sha256[:2]}/{part.sha256}" and not _is_there(part, folder)
    ]


def restore_assets(archive: ArchiveReader, parts: list[Part], folder: Path) -> None:
    """Raises InputRefused for one that is damaged, Unavailable on a full disk."""
    with room(folder):
        for part in parts:
            to = folder / part.name.removeprefix(_FOLDER)
            to.parent.mkdir(parents=True, exist_ok=True)
            passing = to.with_name(f"{WORKING}{to.name}")
            passing.unlink(missing_ok=True)
            archive.extract(part, passing)
            # The web server of the same machine may be another user.
            passing.chmod(0o644)
            passing.replace(to)
            sync_folder(to.parent)


def _is_there(part: Part, folder: Path) -> bool:
    path = folder / part.name.removeprefix(_FOLDER)
    if not path.is_file() or path.stat().st_size != part.size:
        return False
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest() == part.sha256
