"""The backup from before an upgrade, put back after it: it has no identity, and is not taken for the latest."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.restore.restore_backup import restore_backup
from campaigns.status import CampaignStatus, PauseReason
from core.backup.create import create_backup
from core.generation.state_dir import StateDir
from core.generation.verdict import SendingHeld, Verdict
from migrations.upgrade import downgrade, upgrade
from staff.principal import OPERATOR
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from tests.backups import source
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.stored_backup import (
    copies,
    leave,
    nothing_aside_is_left,
    restored_by_command,
    start_anew,
    world,
)
from tests.campaigns.world import World

__all__ = ["nothing_aside_is_left", "world"]

BEFORE_IDENTITIES = "0024"
LEFT, STAYED = 1, 2


@pytest.fixture
def campaign_id(world: World) -> int:
    """Waits for its time in the backup."""
    return world.scheduled()


@pytest.fixture
def old_backup(world: World, campaign_id: int, tmp_path: Path) -> Path:
    """Made by the version before; then the database is brought up to date, and life goes on."""
    without_list_names(world.database)
    downgrade(world.database, BEFORE_IDENTITIES)
    file = tmp_path / "before-the-upgrade.zip"
    assert create_backup(source(world), file, now=world.clock.now()).manifest.identity is None
    # That version kept no state of a machine, either.
    shutil.rmtree(world.settings.state_path)
    upgrade(world.database)
    start_anew(world)
    world.context.guard.take_as_own()
    world.clock.advance(seconds=60)
    world.run(rounds=9)
    assert len(copies(world)) > 1
    leave(world, LEFT)
    return file


def _by_hand(world: World, file: Path) -> AdoptReport:
    """What `bilten init` does with a file that was copied back, then what `bilten adopt` does."""
    restore_backup(file, source(world), upgrade=upgrade, adopt=lambda *_: None, now=world.clock.now(), apply=True)
    start_anew(world)
    assert world.context.guard.local.hold_as_older(world.database, now=world.clock.now())
    with pytest.raises(SendingHeld):
        world.run(rounds=3)
    return adopt(world.context, apply=True, actor=OPERATOR, now=world.clock.now())


@pytest.mark.parametrize("put_back", [restored_by_command, _by_hand])
def test_a_no_since_the_upgrade_holds_and_nobody_is_mailed_again(
    world: World, campaign_id: int, old_backup: Path, put_back: Callable[[World, Path], AdoptReport]
) -> None:
    before = copies(world)
    report = put_back(world, old_backup)
    assert report.before is Verdict.QUARANTINED
    assert report.replay is not None
    assert report.replay.noes == 1
    assert not report.replay.is_whole, "the older version may have sent something that no journal knows"
    world.run(rounds=9)
    assert copies(world) == before
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.RESTORED)
    assert _status(world, LEFT) is SubscriptionStatus.UNSUBSCRIBED
    assert _status(world, STAYED) is SubscriptionStatus.CONFIRMED


def test_what_happened_in_each_database_that_was_adopted_in_its_place_holds_as_well(
    world: World, old_backup: Path
) -> None:
    restored_by_command(world, old_backup)
    leave(world, STAYED)
    world.clock.advance(seconds=1)
    report = restored_by_command(world, old_backup)
    assert report.replay is not None
    assert (_status(world, LEFT), _status(world, STAYED)) == (SubscriptionStatus.UNSUBSCRIBED,) * 2


def test_a_database_of_another_line_in_the_same_place_is_left_to_a_person(world: World, old_backup: Path) -> None:
    """Somebody tried Bilten out in this place before: which of the two it comes from, nobody can know."""
    with world.database.read() as session:
        own = world.context.guard.local.identify(session)
    other = StateDir(world.settings.state_path).folder("another")
    mark = StateDir(world.settings.state_path).folder(own) / "mark.json"
    (other / "mark.json").write_bytes(mark.read_bytes())
    now = world.clock.now()
    assert not world.context.guard.local.hold_as_older(world.database, now=now)
    assert world.context.guard.local.hold_as_older(world.database, now=now, present=own)


def _status(world: World, subscriber_id: int) -> SubscriptionStatus:
    with world.database.read() as session:
        return session.exec(select(Subscription).where(Subscription.subscriber_id == subscriber_id)).one().status
