"""Backup: everything that Bilten is, in one file, consistent while it sends.

The database is one moment; pictures and PDFs are read after it, and as none is ever changed, or taken away while a
row names it, each that it speaks of is there. The file has its name only when it is whole and on the disk.
"""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO

from core.backup import postgresql, sqlite
from core.backup.archive import CHUNK, ArchiveWriter, new_private
from core.backup.manifest import FORMAT, SECRET_KEY, SQLITE, Manifest, key_check
from core.db import Database
from core.errors import Conflict, Misconfigured, Unavailable

WORKING = ".bilten-backup-"
"""What the folder begins with that a backup is made in, beside where it will lie."""
_ASSET = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up."""

    database: Database
    assets_dir: Path
    secret: str


@dataclass(frozen=True, slots=True)
class Backup:
    file: Path
    manifest: Manifest
    digest: str
    """The checksum of the whole file."""
    byte_count: int


def create_backup(
    source: Source, file: Path, *, now: datetime, with_key: bool = False, overwrite: bool = False
) -> Backup:
    """Writes a backup to `file`, readable for its owner only. `now` stands in it as the moment it was made.

    Raises Conflict where the file exists and `overwrite` is not set; Unavailable on a full disk; Misconfigured
    where there is no database yet or no folder to write in. After each of them a file that was there is as it was.
    """
    if file.exists() and not overwrite:
        raise Conflict("core-backup-exists", file=str(file))
    if not file.parent.is_dir():
        raise Misconfigured("core-backup-no-folder", folder=str(file.parent))
    with room(file.parent), tempfile.TemporaryDirectory(prefix=WORKING, dir=file.parent) as folder:
        working = Path(folder) / file.name
        with new_private(working) as opened, ArchiveWriter(opened) as archive:
            facts = _add_database(source.database, archive, Path(folder))
            for name, file_of_asset in _assets(source.assets_dir):
                archive.add(f"assets/{name}", _chunks_of(file_of_asset))
            if with_key:
                archive.add(SECRET_KEY, [source.secret.encode()])
            manifest = _manifest(source, facts, archive, now=now, with_key=with_key)
            digest = archive.finish(manifest)
        byte_count = working.stat().st_size
        _give_name(working, file, overwrite=overwrite)
    return Backup(file, manifest, digest, byte_count)


def _add_database(database: Database, archive: ArchiveWriter, folder: Path) -> "sqlite.Facts | postgresql.Dump":
    path = database.sqlite_path
    if path is None:
        return postgresql.dump(database.url, archive)
    if not path.exists():
        raise Misconfigured("core-backup-no-database", file=str(path))
    snapshot = folder / SQLITE
    snapshot.touch(mode=0o600)
    sqlite.take_snapshot(path, snapshot)
    archive.add(SQLITE, _chunks(snapshot))
    return sqlite.facts(snapshot)


def _manifest(
    source: Source,
    facts: "sqlite.Facts | postgresql.Dump",
    archive: ArchiveWriter,
    *,
    now: datetime,
    with_key: bool,
) -> Manifest:
    if facts.revision is None:
        raise Misconfigured("core-backup-no-database", file=source.database.url.database or "")
    return Manifest(
        format=FORMAT,
        program=version("bilten"),
        database="sqlite" if source.database.is_sqlite else "postgresql",
        revision=facts.revision,
        identity=facts.identity,
        generation=facts.generation,
        made_at=now,
        has_key=with_key,
        key_check=key_check(source.secret),
        tables=facts.tables,
        sequences=facts.sequences if isinstance(facts, postgresql.Dump) else {},
        parts=archive.parts,
    )


def _assets(folder: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Whole ones only: what is being written has another name until it is. One that is collected meanwhile is
    named nowhere, and is left out."""
    for path in sorted(folder.glob("??/*")):
        name = path.relative_to(folder).as_posix()
        if _ASSET.fullmatch(name) and path.is_file():
            with suppress(FileNotFoundError), path.open("rb") as file:
                yield name, file


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from _chunks_of(file)


def _chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk


def _give_name(working: Path, file: Path, *, overwrite: bool) -> None:
    if overwrite:
        working.replace(file)
    else:
        try:
            # Unlike a rename it fails where somebody has made such a file meanwhile.
            os.link(working, file)
        except FileExistsError:
            raise Conflict("core-backup-exists", file=str(file)) from None
        except OSError:
            # A file system without links, as on many a memory stick.
            shutil.move(working, file)
    sqlite.sync_folder(file.parent)


@contextmanager
def room(folder: Path) -> Iterator[None]:
    """Has words for a disk that is full, or a folder that is closed."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise Unavailable("core-backup-disk-full") from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise Misconfigured("core-backup-no-folder", folder=str(folder)) from error
        raise


def remove_leftovers(folder: Path, *, now: datetime) -> None:
    """What backups that were killed have left in the folder, a day ago or longer."""
    for left in folder.glob(f"{WORKING}*"):
        if left.is_dir() and not left.is_symlink() and now.timestamp() - left.stat().st_mtime > _LEFT_AFTER:
            shutil.rmtree(left, ignore_errors=True)


_LEFT_AFTER = 24 * 3600.0
