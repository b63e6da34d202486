"""Verification of a backup: read whole, each checksum compared, its database opened and looked through."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.backup import postgresql, sqlite
from core.backup.archive import ArchiveReader, open_archive
from core.backup.create import WORKING, room
from core.backup.manifest import SECRET_KEY, SQLITE, Manifest, key_check
from core.errors import InputRefused


def verify_backup(file: Path) -> tuple[Manifest, str]:
    """What the backup holds, and the checksum of the file. Raises InputRefused where anything of it is damaged,
    Unavailable where there is no room for its database beside it."""
    with open_archive(file) as archive:
        verify_parts(archive)
        with unpacked_database(archive, file.parent):
            return archive.manifest, archive.digest


def verify_parts(archive: ArchiveReader) -> None:
    """Everything but the database."""
    for part in archive.manifest.parts:
        if part.name.startswith("assets/"):
            for _ in archive.read(part):
                pass
    if archive.manifest.has_key != (archive.manifest.part(SECRET_KEY) is not None):
        raise InputRefused("core-backup-broken", part=SECRET_KEY)
    if archive.manifest.has_key and key_check(secret_key(archive)) != archive.manifest.key_check:
        raise InputRefused("core-backup-broken", part=SECRET_KEY)


def secret_key(archive: ArchiveReader) -> str:
    part = archive.manifest.part(SECRET_KEY)
    if part is None or part.size > 10_000:
        raise InputRefused("core-backup-broken", part=SECRET_KEY)
    return b"".join(archive.read(part)).decode(errors="replace")


@contextmanager
def unpacked_database(archive: ArchiveReader, beside: Path) -> Iterator[Path | None]:
    """A SQLite database, checked, in a folder that goes with the block; None for PostgreSQL's, counted only."""
    if archive.manifest.database == "postgresql":
        postgresql.check(archive)
        yield None
        return
    part = archive.manifest.part(SQLITE)
    if part is None:
        raise InputRefused("core-backup-broken", part=SQLITE)
    with room(beside), tempfile.TemporaryDirectory(prefix=WORKING, dir=beside) as folder:
        database = Path(folder) / SQLITE
        archive.extract(part, database)
        sqlite.check(database)
        _compare(sqlite.facts(database), archive.manifest)
        yield database


def _compare(facts: sqlite.Facts, manifest: Manifest) -> None:
    if (facts.tables, facts.revision) != (manifest.tables, manifest.revision):
        raise InputRefused("core-backup-broken", part=SQLITE)
    if (facts.identity, facts.generation) != (manifest.identity, manifest.generation):
        raise InputRefused("core-backup-broken", part=SQLITE)
