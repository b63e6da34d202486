"""A backup comes back row for row, the present database is kept, and a rehearsal changes nothing."""

import subprocess
import sys
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from campaigns.restore.restore_backup import RestoreReport, restore_backup
from campaigns.status import CampaignStatus
from core.backup.create import Source, create_backup
from core.db import Database
from core.errors import Conflict, InputRefused, Misconfigured
from core.generation.state_dir import StateDir
from core.generation.successor import read_successor, taken_back_if_it_fails, write_successor
from core.settings import Settings
from core.single_instance import lock_path
from migrations.schema_state import is_current
from migrations.upgrade import upgrade
from tests.backups import PDF, fill, put_asset, rows, secret, source
from tests.campaigns.stored_backup import nothing_aside_is_left, schemas_aside
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock

__all__ = ["nothing_aside_is_left"]


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    new_world = make_world(database, clock, settings)
    fill(new_world)
    return new_world


@pytest.fixture
def file(world: World, tmp_path: Path) -> Path:
    put_asset(world.settings)
    made = tmp_path / "one.zip"
    create_backup(source(world), made, now=NOON)
    return made


def restore(
    world: World, file: Path, *, apply: bool = True, adopt: Callable[[Database], None] = lambda _: None
) -> RestoreReport[None]:
    return restore_backup(
        file,
        source(world),
        upgrade=upgrade,
        adopt=lambda restored, _: adopt(restored),
        now=world.clock.now(),
        apply=apply,
    )


def go_on(world: World) -> None:
    """What happens after the backup: more readers, another campaign, and the one that waited goes out."""
    world.add_readers(["dana"])
    world.clock.advance(seconds=60)
    world.run(rounds=5)
    world.draft()


def test_every_row_comes_back(world: World, file: Path) -> None:
    before = rows(world.database)
    go_on(world)
    assert rows(world.database) != before
    restore(world, file)
    assert rows(world.database) == before
    assert is_current(world.database)


def test_new_rows_get_numbers_that_nobody_had(world: World, file: Path) -> None:
    restore(world, file)
    world.add_readers(["ema"])
    with world.database.read() as session:
        assert session.execute(text("SELECT max(id) FROM subscriber")).scalar_one() == 4


def test_the_database_that_was_there_is_kept(world: World, file: Path) -> None:
    go_on(world)
    before = rows(world.database)
    aside = restore(world, file).aside
    assert aside
    if world.database.is_sqlite:
        kept = Database(f"sqlite:///{aside}")
        assert rows(kept) == before
        kept.dispose()
    else:
        assert schemas_aside(world.database) == {aside}
        with world.database.read() as session:
            assert len(session.execute(text(f"TABLE {aside}.subscriber")).all()) == 4


def test_a_rehearsal_says_what_would_be_lost_and_changes_nothing(world: World, file: Path, tmp_path: Path) -> None:
    go_on(world)
    before, files = rows(world.database), sorted(tmp_path.iterdir())
    report = restore(world, file, apply=False)
    assert report.aside is None
    assert report.comparison.restored.subscribers == 3
    assert report.comparison.present is not None
    assert report.comparison.present.subscribers == 4
    assert [line.status_now for line in report.comparison.under_way] == [CampaignStatus.SENT]
    assert [line.status for line in report.comparison.lost] == [CampaignStatus.DRAFT]
    assert rows(world.database) == before
    assert sorted(tmp_path.iterdir()) == files
    assert world.database.is_sqlite or schemas_aside(world.database) == set()


def test_pictures_that_are_gone_or_damaged_come_back_and_others_stay(world: World, file: Path) -> None:
    store = world.context.assets
    sha256 = put_asset(world.settings)
    younger = put_asset(world.settings, b"younger than the backup")
    store.path(sha256).write_bytes(b"x" * len(PDF))
    assert restore(world, file).new_assets == 1
    assert store.read(sha256) == PDF
    assert store.read(younger)
    assert restore(world, file, apply=False).new_assets == 0


def test_what_happened_since_is_applied_before_anybody_sees_the_database(world: World, file: Path) -> None:
    go_on(world)

    def adopt(restored: Database) -> None:
        assert restored.url != world.database.url
        with restored.write() as session:
            session.execute(text("UPDATE sender SET name = 'adopted'"))

    restore(world, file, adopt=adopt)
    with world.database.read() as session:
        assert session.execute(text("SELECT name FROM sender")).scalars().all() == ["adopted"]


def test_where_that_fails_everything_is_as_it_was(world: World, file: Path, tmp_path: Path) -> None:
    before, files = rows(world.database), sorted(tmp_path.iterdir())

    def adopt(_: Database) -> None:
        raise Conflict("core-illegal-transition")

    with pytest.raises(Conflict):
        restore(world, file, adopt=adopt)
    assert rows(world.database) == before
    assert {path.name for path in tmp_path.iterdir()} - {path.name for path in files} <= {
        "bilten.sqlite3.lock",
        "bilten.sqlite3.writers",
    }
    assert world.database.is_sqlite or schemas_aside(world.database) == set()


def test_a_damaged_file_changes_nothing(world: World, file: Path) -> None:
    before = rows(world.database)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(InputRefused):
        restore(world, file)
    assert rows(world.database) == before


def test_another_secret_key_is_refused(world: World, file: Path) -> None:
    other = Source(world.database, world.settings.assets_dir, "another" * 6)
    for apply in (False, True):
        with pytest.raises(Misconfigured, match="core-restore-other-key"):
            restore_backup(file, other, upgrade=upgrade, adopt=lambda *_: None, now=NOON, apply=apply)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_a_process_serves_it_is_refused(world: World, file: Path) -> None:
    path = world.database.sqlite_path
    assert path is not None
    program = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX);"
        "print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, lock_path(path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        with pytest.raises(Conflict, match="core-already-running"):
            restore(world, file)
        restore(world, file, apply=False)
    finally:
        holder.kill()
        holder.communicate()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_a_command_writes_it_is_refused_and_nothing_is_lost(world: World, file: Path) -> None:
    other = Database(world.database.url.render_as_string(hide_password=False))
    with other.write() as session:
        session.execute(text("UPDATE sender SET name = 'written meanwhile'"))
        with pytest.raises(Conflict, match="core-database-being-written"):
            restore(world, file)
    restore(world, file, apply=False)
    with world.database.read() as session:
        assert session.execute(text("SELECT name FROM sender")).scalars().all() == ["written meanwhile"]
    other.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_command_that_goes_on_writing_is_refused_during_the_restore_and_after_it(
    world: World, file: Path
) -> None:
    """Its connection leads to the file that was put aside: nobody would read there what it says it has done."""
    before = rows(world.database)
    other = Database(world.database.url.render_as_string(hide_password=False))
    statement = text("UPDATE sender SET name = 'lost'")
    with other.write() as session:
        session.execute(text("UPDATE sender SET name = 'in the journal'"))

    def adopt(_: Database) -> None:
        with pytest.raises(Conflict, match="core-database-being-replaced"), other.write() as session:
            session.execute(statement)

    report = restore(world, file, adopt=adopt)
    with pytest.raises(Conflict, match="core-database-replaced"), other.write() as session:
        session.execute(statement)
    other.dispose()
    assert rows(world.database) == before
    kept = Database(f"sqlite:///{report.aside}")
    with kept.read() as session:
        assert session.execute(text("SELECT name FROM sender")).scalars().all() == ["in the journal"]
    kept.dispose()
    with other.write() as session:  # what begins anew has the restored database
        session.execute(text("UPDATE sender SET name = 'new'"))
    with world.database.read() as session:
        assert session.execute(text("SELECT name FROM sender")).scalars().all() == ["new"]
    other.dispose()


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_while_anybody_is_connected_it_is_refused(world: World, file: Path) -> None:
    other = Database(world.database.url.render_as_string(hide_password=False))
    before = rows(world.database)
    with other.read() as session:
        session.execute(text("SELECT 1"))
        with pytest.raises(Conflict, match="core-restore-in-use"):
            restore(world, file)
        restore(world, file, apply=False)
    other.dispose()
    assert rows(world.database) == before


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_where_somebody_connects_meanwhile_nothing_is_said_of_the_restored_database(
    world: World, file: Path
) -> None:
    other = Database(world.database.url.render_as_string(hide_password=False))
    before = rows(world.database)
    adopted: list[Database] = []

    def upgrade_and_be_joined(database: Database, revision: str = "head") -> None:
        upgrade(database, revision)
        stack.enter_context(other.read()).execute(text("SELECT 1"))

    with ExitStack() as stack, pytest.raises(Conflict, match="core-restore-in-use"):
        restore_backup(
            file,
            source(world),
            upgrade=upgrade_and_be_joined,
            adopt=lambda restored, _: adopted.append(restored),
            now=NOON,
            apply=True,
        )
    other.dispose()
    assert adopted == []
    assert rows(world.database) == before
    assert schemas_aside(world.database) == set()


@pytest.mark.parametrize("name", ["earlier", None])
def test_a_restore_that_fails_at_its_end_names_no_successor(tmp_path: Path, name: str | None) -> None:
    state = StateDir(tmp_path / "state")
    earlier, present = (str(uuid.uuid4()) for _ in range(2))
    if name:
        write_successor(state.folder(earlier), present)

    def fail() -> None:
        with taken_back_if_it_fails(state):
            write_successor(state.folder(present), str(uuid.uuid4()))
            raise Conflict("core-restore-in-use", count=1, who="")

    with pytest.raises(Conflict):
        fail()
    assert read_successor(state.folder(present)) is None
    assert read_successor(state.folder(earlier)) == (present if name else None)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_of_a_database_that_is_damaged_everything_that_is_left_is_kept(
    world: World, file: Path, tmp_path: Path
) -> None:
    before = rows(world.database)
    world.database.dispose()
    path = tmp_path / "bilten.sqlite3"
    path.write_bytes(b"no database any more" * 100)
    path.with_name("bilten.sqlite3-wal").write_bytes(b"nor is this a log")
    aside = restore(world, file).aside
    assert rows(world.database) == before
    assert aside is not None
    assert Path(aside).read_bytes().startswith(b"no database")
    assert Path(f"{aside}-wal").read_bytes() == b"nor is this a log"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_link_to_the_database_stays_and_what_is_kept_is_the_file(
    world: World, file: Path, tmp_path: Path
) -> None:
    path = world.database.sqlite_path
    assert path is not None
    before = rows(world.database)
    world.database.dispose()
    link = tmp_path / "link.sqlite3"
    link.symlink_to(path)
    linked = Database(f"sqlite:///{link}")
    into = Source(linked, world.settings.assets_dir, secret(world.settings))
    aside = restore_backup(file, into, upgrade=upgrade, adopt=lambda *_: None, now=NOON, apply=True).aside
    assert aside is not None
    assert (link.is_symlink(), Path(aside).is_symlink(), Path(aside).parent) == (True, False, path.parent)
    assert rows(linked) == before
    linked.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_a_new_machine_there_is_nothing_to_put_aside(
    world: World, file: Path, tmp_path: Path, settings: Settings
) -> None:
    before = rows(world.database)
    new = Database(f"sqlite:///{tmp_path}/new/bilten.sqlite3")
    into = Source(new, tmp_path / "new" / "assets", secret(settings))
    report = restore_backup(file, into, upgrade=upgrade, adopt=lambda *_: None, now=NOON, apply=True)
    assert report.aside == ""
    assert report.comparison.present is None
    assert rows(new) == before
    new.dispose()
