"""A backup holds everything as it was at one moment, and says of itself whether it still does."""

import random
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import text

from core.backup.archive import ArchiveWriter, open_archive
from core.backup.create import create_backup
from core.backup.manifest import FORMAT, SQLITE, Manifest, Part, key_check
from core.backup.verify import verify_backup
from core.db import Database
from core.errors import BiltenError, Conflict, InputRefused, Misconfigured
from core.settings import Settings
from tests.backups import fill, put_asset, secret, source
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "one.zip"


@pytest.fixture(autouse=True)
def folder(file: Path) -> Path:
    file.parent.mkdir()
    return file.parent


def test_a_backup_counts_what_it_holds(world: World, file: Path) -> None:
    fill(world)
    put_asset(world.settings)
    made = create_backup(source(world), file, now=NOON)
    manifest, digest = verify_backup(file)
    assert manifest == made.manifest
    assert digest == made.digest
    assert (manifest.count("subscriber"), manifest.count("campaign"), manifest.count("delivery")) == (3, 2, 3)
    assert manifest.asset_count == 1
    assert manifest.made_at == NOON
    assert manifest.database == ("sqlite" if world.database.is_sqlite else "postgresql")


def test_only_its_owner_can_read_it_and_nothing_else_is_left(world: World, file: Path) -> None:
    create_backup(source(world), file, now=NOON)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_the_key_is_in_it_only_where_that_was_chosen(world: World, file: Path) -> None:
    without = create_backup(source(world), file, now=NOON)
    assert not without.manifest.has_key
    assert secret(world.settings).encode() not in file.read_bytes()
    with_key = file.with_name("two.zip")
    create_backup(source(world), with_key, now=NOON, with_key=True)
    assert verify_backup(with_key)[0].has_key
    assert secret(world.settings).encode() in with_key.read_bytes()


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(world: World, file: Path) -> None:
    file.write_text("something dear")
    with pytest.raises(Conflict):
        create_backup(source(world), file, now=NOON)
    assert file.read_text() == "something dear"
    create_backup(source(world), file, now=NOON, overwrite=True)
    verify_backup(file)


def test_a_folder_that_is_not_there_is_no_defect(world: World, file: Path) -> None:
    with pytest.raises(Misconfigured):
        create_backup(source(world), file.parent / "none" / "one.zip", now=NOON)


def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(world: World, file: Path) -> None:
    """Two tables always change together; in every backup they agree."""
    end = Event()

    def write() -> None:
        while not end.is_set():
            with world.database.write() as session:
                session.execute(text("UPDATE sender SET consecutive_errors = consecutive_errors + 1"))
                session.execute(text("UPDATE mailing_list SET name = (SELECT consecutive_errors FROM sender)"))

    with world.database.write() as session:
        session.execute(text("UPDATE mailing_list SET name = '0'"))
    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            made = file.with_name(f"{number}.zip")
            create_backup(source(world), made, now=NOON)
            assert len(set(_pair(made, world.database.is_sqlite))) == 1
    finally:
        end.set()
        writer.join()


def _pair(file: Path, is_sqlite: bool) -> Iterator[str]:
    with open_archive(file) as archive:
        if is_sqlite:
            part = archive.manifest.part(SQLITE)
            assert part is not None
            archive.extract(part, file.with_suffix(".sqlite3"))
            copy = Database(f"sqlite:///{file.with_suffix('.sqlite3')}")
            with copy.read() as session:
                yield str(session.execute(text("SELECT consecutive_errors FROM sender")).scalar_one())
                yield str(session.execute(text("SELECT name FROM mailing_list")).scalar_one())
            copy.dispose()
            return
        for name, column in (("sender", "consecutive_errors"), ("mailing_list", "name")):
            part = archive.manifest.part(f"tables/{name}.copy")
            table = next(dump for dump in archive.manifest.tables if dump.name == name)
            assert part is not None
            row = b"".join(archive.read(part)).decode().rstrip("\n").split("\t")
            yield row[table.columns.index(column)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_erased_people_are_in_no_backup_made_later(world: World, file: Path) -> None:
    """A copy of the file's pages would still hold them."""
    world.add_readers([f"forget-me-{number}" for number in range(50)])
    with world.database.write() as session:
        session.execute(text("DELETE FROM subscription"))
        session.execute(text("DELETE FROM subscriber"))
    create_backup(source(world), file, now=NOON)
    with open_archive(file) as archive:
        part = archive.manifest.part(SQLITE)
        assert part is not None
        assert b"forget-me" not in b"".join(archive.read(part))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_byte_counts(world: World, file: Path) -> None:
    put_asset(world.settings)
    create_backup(source(world), file, now=NOON, with_key=True)
    whole = file.read_bytes()
    chance = random.Random(11)
    places = [
        *range(40),
        *range(len(whole) - 400, len(whole)),
        *(chance.randrange(len(whole)) for _ in range(300)),
    ]
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
        with pytest.raises(InputRefused):
            verify_backup(file)
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(InputRefused):
            verify_backup(file)
    file.write_bytes(whole)
    verify_backup(file)


def _archive(path: Path, parts: dict[str, bytes], manifest: Manifest | None = None) -> None:
    """A file whose checksum is right: made by somebody who knows how."""
    with path.open("wb+") as opened, ArchiveWriter(opened) as archive:
        for name, content in parts.items():
            with archive._zip.open(zipfile.ZipInfo(name), "w") as part:
                part.write(content)
        archive.finish(manifest or _manifest())


def _manifest(*parts: Part) -> Manifest:
    return Manifest(
        format=FORMAT, program="1", database="sqlite", revision="0001", made_at=NOON, has_key=False,
        key_check=key_check("x"), tables=[], parts=list(parts),
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["../../etc/cron.d/x", "/etc/passwd", "assets/../../x", "tables/a.copy/../../x", "C:\\x", "assets/ab/x"],
)
def test_a_name_that_leads_out_is_refused(file: Path, name: str) -> None:
    _archive(file, {name: b"x"})
    with pytest.raises(InputRefused, match="core-backup-strange"):
        verify_backup(file)
    assert list(file.parent.iterdir()) == [file]


def test_a_link_is_refused(file: Path) -> None:
    part = Part(name=SQLITE, size=11, sha256="0" * 64)
    with file.open("wb+") as opened, ArchiveWriter(opened) as archive:
        entry = zipfile.ZipInfo(SQLITE)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive._zip.writestr(entry, "/etc/passwd")
        archive.finish(_manifest(part))
    with pytest.raises(InputRefused, match="core-backup-strange"):
        verify_backup(file)


def test_what_unpacks_to_more_than_it_says_is_refused_early(file: Path) -> None:
    """A bomb: a gigabyte of zeros in a megabyte."""
    part = Part(name=SQLITE, size=1000, sha256="0" * 64)
    with file.open("wb+") as opened, ArchiveWriter(opened) as archive:
        archive.add(SQLITE, (bytes(1 << 20) for _ in range(100)))
        archive.finish(_manifest(part))
    with pytest.raises(InputRefused, match="core-backup-broken"):
        verify_backup(file)


def test_a_backup_of_a_later_format_says_so(file: Path) -> None:
    _archive(file, {}, _manifest().model_copy(update={"format": FORMAT + 1}))
    with pytest.raises(InputRefused, match="core-backup-newer"):
        verify_backup(file)


@given(content=st.binary(max_size=3000))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_a_file_holds_it_is_refused_in_words(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(BiltenError):
        verify_backup(file)


class _ForeignManifest(Manifest):
    """A manifest of somebody else's."""

    def model_dump_json(self, **_: Any) -> str:
        return self.program


@given(program=st.text(max_size=199) | st.just(_manifest().model_dump_json()))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_so_is_one_whose_checksum_is_right(program: str, file: Path) -> None:
    _archive(file, {}, _ForeignManifest.model_construct(program=program))
    with pytest.raises(BiltenError):
        verify_backup(file)
