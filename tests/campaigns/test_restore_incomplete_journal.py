"""A journal that has lost something, or could not be written for a while: a restore knows, or has it all."""

import pytest
from sqlmodel import select

from core.db import Database
from core.generation.journal import Journal
from core.generation.verdict import Verdict
from core.settings import Settings
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, Subscription
from tests.campaigns.stored_backup import StoredBackup, adopted, copies
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

READERS = 12


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def leave(world: World, subscriber_id: int) -> None:
    with world.database.write() as session:
        now = world.clock.now()
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=now,
        )


def who_left(world: World) -> list[int]:
    left = select(Subscription.subscriber_id).where(Subscription.status == SubscriptionStatus.UNSUBSCRIBED)
    with world.database.read() as session:
        return sorted(session.exec(left))


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
