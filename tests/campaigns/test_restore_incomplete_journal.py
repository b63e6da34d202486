"""A journal that has lost something, or could not be written for a while: a restore knows, or has it all."""

import shutil
from pathlib import Path

import pytest
from sqlmodel import select

from campaigns.restore.history import lacks_end
from campaigns.restore.journals import all_journals
from core.backup.create import create_backup
from core.db import Database
from core.generation.counter import read_generation
from core.generation.journal import Journal
from core.generation.local_state import LocalState
from core.generation.state_dir import StateDir
from core.generation.verdict import Verdict
from core.settings import Settings
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from tests.backups import source
from tests.campaigns.stored_backup import (
    StoredBackup,
    adopted,
    copies,
    leave,
    nothing_aside_is_left,
    restored_by_command,
    start_anew,
)
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

__all__ = ["nothing_aside_is_left"]

READERS = 12


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def who_left(world: World) -> list[int]:
    left = select(Subscription.subscriber_id).where(Subscription.status == SubscriptionStatus.UNSUBSCRIBED)
    with world.database.read() as session:
        return sorted(session.exec(left))


def set_back(world: World, snapshot: Path) -> None:
    """The state folder alone, as when its disk comes back from a snapshot."""
    shutil.rmtree(world.settings.state_path)
    shutil.copytree(snapshot, world.settings.state_path)
    start_anew(world)


def full(*_: object, **__: object) -> int:
    raise OSError(28, "No space left on device")


def test_who_left_while_the_disk_was_full_has_left_after_a_restore(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.back_up()
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        for subscriber_id in (1, 2):
            leave(world, subscriber_id)
    assert world.context.guard.verdict() is Verdict.MAY_SEND
    leave(world, 3)
    backup.put_back()
    report = adopted(world).replay
    assert report is not None
    assert (report.is_whole, who_left(world)) == (True, [1, 2, 3])


def test_what_the_database_took_along_when_it_was_lost_makes_the_journal_incomplete(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        leave(world, 1)
    backup.put_back()
    report = adopted(world).replay
    assert report is not None
    assert not report.is_whole
    world.run()
    assert set(copies(world).values()) == {1}
    assert world.campaign(campaign_id).pause_reason == "restored"


def test_a_journal_that_was_deleted_while_bilten_ran_proves_nothing_of_an_older_backup(
    world: World, backup: StoredBackup
) -> None:
    """However many lines have been written since."""
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    assert set(copies(world).values()) == {1}
    world.context.guard.take_as_own()
    for path in world.settings.state_path.glob("*/journal-*.jsonl"):
        path.unlink()
    for subscriber_id in range(1, READERS):
        leave(world, subscriber_id)
    world.context.guard.take_as_own()
    backup.put_back()
    report = adopted(world).replay
    assert report is not None
    assert not report.is_whole
    world.run()
    assert set(copies(world).values()) == {1}, "nobody twice"
    assert world.campaign(campaign_id).pause_reason == "restored"


def test_a_backup_from_after_the_loss_goes_by_the_new_journal(world: World, backup: StoredBackup) -> None:
    leave(world, 1)
    world.context.guard.take_as_own()
    for path in world.settings.state_path.glob("*/journal-*.jsonl"):
        path.unlink()
    leave(world, 2)
    backup.back_up()
    leave(world, 3)
    backup.put_back()
    report = adopted(world).replay
    assert report is not None
    assert (report.is_whole, who_left(world)) == (True, [1, 2, 3])


@pytest.mark.parametrize("is_latest", [False, True])
def test_a_state_folder_that_was_set_back_proves_nothing_of_a_backup_from_before(
    world: World, backup: StoredBackup, tmp_path: Path, is_latest: bool
) -> None:
    """Its disk came back from a snapshot; the database is the latest, and somebody adopts it."""
    campaign_id = world.scheduled()
    backup.back_up()
    shutil.copytree(world.settings.state_path, tmp_path / "snapshot")
    world.clock.advance(seconds=60)
    world.run()
    assert set(copies(world).values()) == {1}
    start_anew(world)
    assert world.context.guard.verdict() is Verdict.MAY_SEND  # with a heartbeat
    set_back(world, tmp_path / "snapshot")
    report = adopted(world, is_latest=is_latest)
    assert report.before is Verdict.FOLDER_COPIED
    assert report.replay is not None
    assert report.replay.is_whole is is_latest
    leave(world, 1)
    backup.put_back()
    restored = adopted(world).replay
    assert restored is not None
    assert not restored.is_whole
    world.run()
    assert set(copies(world).values()) == {1}, "nobody twice"
    assert world.campaign(campaign_id).pause_reason == "restored"
    assert who_left(world) == [1]


def test_a_database_that_was_moved_with_its_folder_takes_all_that_is_known_along(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    backup.back_up()
    leave(world, 1)
    moved = tmp_path / "moved"
    shutil.copytree(world.settings.state_path, moved)
    local = LocalState(StateDir(moved), place="another")
    with world.database.read() as session:
        generation = read_generation(session)
    journals = all_journals(local, generation.identity, ())
    assert not lacks_end(journals, counter=generation.counter)
    leave(world, 2)
    with world.database.read() as session:
        later = read_generation(session)
    assert lacks_end(journals, counter=later.counter)


def test_where_it_was_set_back_the_database_that_is_replaced_says_how_much_is_lost(
    world: World, tmp_path: Path
) -> None:
    """Nobody adopts it first: the backup is restored at once."""
    campaign_id = world.scheduled()
    file = tmp_path / "backup.zip"
    create_backup(source(world), file, now=world.clock.now())
    shutil.copytree(world.settings.state_path, tmp_path / "snapshot")
    world.clock.advance(seconds=60)
    world.run()
    leave(world, 1)
    assert set(copies(world).values()) == {1}
    set_back(world, tmp_path / "snapshot")
    report = restored_by_command(world, file).replay
    assert report is not None
    assert not report.is_whole
    world.run()
    assert set(copies(world).values()) == {1}, "nobody twice"
    assert world.campaign(campaign_id).pause_reason == "restored"


def test_a_folder_that_was_seen_to_be_set_back_proves_nothing_of_what_is_put_back_by_hand(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    shutil.copytree(world.settings.state_path, tmp_path / "snapshot")
    world.clock.advance(seconds=60)
    world.run()
    start_anew(world)
    assert world.context.guard.verdict() is Verdict.MAY_SEND  # with a heartbeat
    set_back(world, tmp_path / "snapshot")
    assert world.context.guard.verdict() is Verdict.FOLDER_COPIED
    backup.put_back()
    report = adopted(world).replay
    assert report is not None
    assert not report.is_whole
    world.run()
    assert set(copies(world).values()) == {1}, "nobody twice"
    assert world.campaign(campaign_id).pause_reason == "restored"
