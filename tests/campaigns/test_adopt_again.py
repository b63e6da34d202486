"""Adoption, once more: what an adopted database and its journals know of the one before."""

import shutil
from typing import Any

import pytest

from campaigns.restore.journals import all_journals
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus
from core.errors import Conflict, Misconfigured
from core.generation.counter import read_generation
from core.generation.verdict import Verdict
from tests.campaigns.stored_backup import (
    READERS,
    StoredBackup,
    adopted,
    backup,
    copies,
    leave,
    send_one_batch,
    world,
)
from tests.campaigns.world import World

__all__ = ["backup", "world"]


def test_the_old_copy_is_held_back_again_after_an_adoption(world: World, backup: StoredBackup) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adopted(world)
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}


def test_what_went_out_after_an_adoption_is_known_when_the_same_backup_is_put_back_once_more(
    world: World, backup: StoredBackup
) -> None:
    """It stands in the journal of the database that was adopted, not in that of the one in the backup."""
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    for left in (1, READERS):
        backup.put_back()
        assert world.context.guard.verdict() is Verdict.QUARANTINED
        adopted(world)
        send_one_batch(world, campaign_id)
        leave(world, left)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.is_whole
    assert (adoption.replay.noes, adoption.replay.in_doubt) == (2, 0)
    world.run()
    assert set(copies(world).values()) == {1}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_the_database_that_a_restore_has_set_aside_is_an_older_one_when_it_is_put_back(
    world: World, backup: StoredBackup
) -> None:
    """However far it had come: the work has gone on in another since."""
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    aside = StoredBackup(world)
    aside.back_up()
    backup.put_back()
    adopted(world)
    world.run()
    aside.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}
    assert len(copies(world)) == READERS


def test_a_journal_of_what_came_after_an_adoption_is_missed_when_it_is_gone(
    world: World, backup: StoredBackup
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        identity = read_generation(session).identity
    send_one_batch(world, campaign_id)
    shutil.rmtree(world.settings.state_path / identity)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert not adoption.replay.is_whole
    world.run()
    assert set(copies(world).values()) == {1}


def test_nothing_is_adopted_while_this_machine_cannot_write_down_that_it_was(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.QUARANTINED

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("core.generation.local_state.write_mark", full)
        with pytest.raises(Misconfigured) as refused:
            adopted(world)
    assert refused.value.code == "core-state-dir-unusable"
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    assert adopted(world).is_done


def test_who_adopts_what_somebody_else_has_just_adopted_is_refused(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()

    def meanwhile(*arguments: Any) -> Any:
        monkeypatch.undo()
        adopted(world)
        return all_journals(*arguments)

    monkeypatch.setattr("campaigns.restore.adopt.all_journals", meanwhile)
    with pytest.raises(Conflict):
        adopted(world)
    world.run()
    assert set(copies(world).values()) == {1}
