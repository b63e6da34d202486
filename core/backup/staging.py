"""Staging: the database of a backup, made whole and usable beside the present one, which it may then replace.

Everything that can fail has been done before anything of the present database is touched; a rehearsal does the
same and leaves out the last step.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from core.backup import postgresql, schemas, sqlite
from core.backup.archive import ArchiveReader
from core.backup.create import room
from core.backup.verify import unpacked_database
from core.db import Database
from core.errors import InputRefused, Unavailable
from core.replace_lock import replaces
from core.single_instance import lock_path, only_one

SPARE = 2
"""How many times its size a SQLite database needs beside it while it is brought up to date."""


class UpgradeHook(Protocol):
    def __call__(self, database: Database, revision: str = "head") -> None:
        """Brings the schema to that revision."""
        ...


class StagedDatabase:
    def __init__(self, database: Database, replace: Callable[[datetime], str]) -> None:
        self.database = database
        """The restored database, with this program's schema."""
        self._replace = replace

    def take_over(self, *, now: datetime) -> str:
        """Puts it in the place of the present one; returns where that has gone, empty where there was none.

        Raises Conflict while somebody is connected to it (PostgreSQL).
        """
        self.database.dispose()
        return self._replace(now)


def staged(
    archive: ArchiveReader, present: Database, *, upgrade: UpgradeHook, now: datetime
) -> AbstractContextManager[StagedDatabase]:
    """The backup's database beside `present`, gone again at the end of the block if it did not take over.

    Raises InputRefused for a backup of the other kind of database, or a damaged one; Unavailable without room.
    """
    if (archive.manifest.database == "sqlite") != present.is_sqlite:
        raise InputRefused("core-restore-other-database", kind=archive.manifest.database)
    path = present.sqlite_path
    if path is None:
        return _in_a_schema(archive, present, upgrade, now)
    # A link to the file stays, and leads to the restored one.
    return _in_a_file(archive, present, path.resolve(), upgrade)


@contextmanager
def nobody_works_on(database: Database) -> Iterator[None]:
    """While the block runs no `bilten serve` can begin on SQLite, and no command writes; on PostgreSQL nobody is
    connected at its start. Raises Conflict, naming who is there."""
    path = database.sqlite_path
    if path is not None:
        with only_one(lock_path(path)), replaces(path):
            yield
        return
    database.dispose()
    schemas.refuse_others(database.url)
    yield


def refuse_newcomers(stage: StagedDatabase, present: Database) -> None:
    """The last look before anything is said of the restored database outside it. Raises Conflict where somebody
    has connected since (PostgreSQL); on SQLite nobody could."""
    if present.sqlite_path is None:
        stage.database.dispose()
        present.dispose()
        schemas.refuse_others(present.url)


@contextmanager
def _in_a_file(
    archive: ArchiveReader, present: Database, path: Path, upgrade: UpgradeHook
) -> Iterator[StagedDatabase]:
    _refuse_too_large(path.parent, SPARE * archive.manifest.unpacked_size)
    with room(path.parent), unpacked_database(archive, path.parent) as unpacked:
        assert unpacked is not None  # noqa: S101  # it is a SQLite backup
        database = Database(f"sqlite:///{unpacked}", keys=present.keys)
        database.place = present.url
        try:
            upgrade(database)

            def replace(now: datetime) -> str:
                aside = path.with_name(f"{path.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
                sqlite.take_the_place_of(path, by=unpacked, aside=aside)
                return str(aside) if aside.exists() else ""

            yield StagedDatabase(database, replace)
        finally:
            database.dispose()


@contextmanager
def _in_a_schema(
    archive: ArchiveReader, present: Database, upgrade: UpgradeHook, now: datetime
) -> Iterator[StagedDatabase]:
    restored, aside = schemas.schema_name("restoring", now), schemas.schema_name("replaced", now)
    postgresql.check(archive)
    schemas.create_schema(present.url, restored)
    url = schemas.in_schema(present.url, restored).render_as_string(hide_password=False)
    database = Database(url, keys=present.keys)
    database.place = present.url
    try:
        upgrade(database, archive.manifest.revision)
        database.dispose()
        postgresql.load(database.url, archive)
        upgrade(database)

        def replace(_: datetime) -> str:
            present.dispose()
            schemas.change_places(present.url, restored=restored, aside=aside)
            return aside

        yield StagedDatabase(database, replace)
    finally:
        database.dispose()
        schemas.drop_schema(present.url, restored)


def _refuse_too_large(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed:
        raise Unavailable("core-restore-no-room", folder=str(folder), megabytes=needed // 1_000_000 + 1)
