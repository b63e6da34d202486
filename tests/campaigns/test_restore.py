"""A database that was put back: nobody twice, nobody forgotten unseen."""

import shutil

import pytest
from sqlmodel import col, select

from campaigns.sending.cancel import cancel
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus, PauseReason
from core.generation.verdict import SendingHeld, Verdict
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from tests.campaigns.stored_backup import READERS, StoredBackup, adopted, backup, copies, send_one_batch, world
from tests.campaigns.world import World

__all__ = ["backup", "world"]


def test_nothing_is_sent_from_a_database_that_was_put_back(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    assert sum(copies(world).values()) == READERS
    backup.put_back()
    with pytest.raises(SendingHeld):
        launch_due_campaigns(world.context)
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    assert world.campaign(campaign_id).status is not CampaignStatus.SENDING
    assert sum(copies(world).values()) == READERS


def test_a_campaign_backed_up_while_scheduled_is_known_to_have_been_sent(
    world: World, backup: StoredBackup
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.is_whole
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert set(copies(world).values()) == {1}


def test_entries_from_when_a_campaign_had_one_list_are_replayed_to_the_byte(
    world: World, backup: StoredBackup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campaigns.journal._past_row", lambda reader: reader[:4])
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    world.provider.faults = ["lose the answer"]
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    assert {delivery.list_id for delivery in world.deliveries(campaign_id)} == {1}
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}


def test_those_who_were_not_called_yet_are_simply_sent(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    assert world.status(campaign_id) is CampaignStatus.SENDING
    world.run()
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_a_campaign_backed_up_in_the_middle_goes_on_where_it_was(world: World, backup: StoredBackup) -> None:
    campaign_id = world.launched()
    send_one_batch(world, campaign_id)
    backup.back_up()
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    world.run()
    assert len(copies(world)) == READERS
    assert set(copies(world).values()) == {1}


def test_a_call_without_an_answer_is_in_doubt_and_settled_by_its_key(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    world.provider.faults.append("lose the answer")
    send_one_batch(world, campaign_id)
    backup.put_back()
    adopted(world)
    in_doubt = [
        delivery for delivery in world.deliveries(campaign_id) if delivery.status is DeliveryStatus.IN_DOUBT
    ]
    assert len(in_doubt) == 10
    world.run(rounds=60, seconds=30)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


def test_without_a_journal_everybody_is_in_doubt_and_staff_decide(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    shutil.rmtree(world.settings.state_path)
    backup.put_back()
    assert world.context.guard.verdict() is Verdict.UNKNOWN_HERE
    adoption = adopted(world)
    assert adoption.replay is not None
    assert not adoption.replay.is_whole
    assert adoption.replay.in_doubt == READERS
    world.run()
    assert world.campaign(campaign_id).pause_reason is PauseReason.RESTORED
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    assert set(copies(world).values()) == {1}


def test_a_dry_run_changes_nothing_and_says_the_same(world: World, backup: StoredBackup) -> None:
    world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    preview = adopted(world, apply=False)
    assert not preview.is_done
    assert world.context.guard.verdict() is Verdict.QUARANTINED
    done = adopted(world)
    assert (preview.replay, done.is_done) == (done.replay, True)
    assert world.context.guard.verdict() is Verdict.MAY_SEND


def test_what_was_cancelled_since_stays_so(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.cilka, now=world.clock.now())
    backup.put_back()
    adopted(world)
    world.clock.advance(seconds=60)
    world.run()
    assert world.status(campaign_id) is CampaignStatus.CANCELLED
    assert not copies(world)


def test_a_draft_that_went_out_since_does_not_go_out_again(world: World, backup: StoredBackup) -> None:
    campaign_id = world.draft()
    backup.back_up()
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run()
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.cancelled
    assert world.status(campaign_id) is CampaignStatus.CANCELLED


def test_numbers_that_have_left_the_house_are_not_given_out_again(world: World, backup: StoredBackup) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    [batch] = world.provider.batches
    named = {message.delivery_id: message.to_hash for message in batch.messages}
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        rows = session.exec(select(Delivery).where(col(Delivery.id).in_(named))).all()
    assert {row.id: row.address_hash for row in rows} == named
