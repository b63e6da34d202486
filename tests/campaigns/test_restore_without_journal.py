"""The journal is lost with the database: whatever may have gone out since the backup waits for people's word."""

import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from campaigns.reporting.in_doubt import BulkDecision, Choice, decide_all, waiting_doubts
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.schedule import schedule, send_now, unschedule
from campaigns.sending.pause import resume
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.errors import Conflict
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from tests.campaigns.stored_backup import READERS, StoredBackup, adopted, copies
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def approved(world: World) -> int:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    return campaign_id


def scheduled_for_later(world: World) -> int:
    campaign_id = approved(world)
    later = (world.clock.now() + timedelta(days=40)).replace(tzinfo=None)
    with world.database.write() as session:
        schedule(session, campaign_id, local=later, zone="UTC", actor=world.boris, now=world.clock.now())
    return campaign_id


def send_since(world: World, campaign_id: int) -> None:
    """Whatever its time was."""
    if world.status(campaign_id) is CampaignStatus.SCHEDULED:
        with world.database.write() as session:
            unschedule(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run()
    assert sum(copies(world).values()) == READERS


def lose_everything(world: World, backup: StoredBackup) -> None:
    shutil.rmtree(world.settings.state_path)
    backup.put_back()


@pytest.mark.parametrize("prepared", [approved, scheduled_for_later])
def test_what_was_only_approved_or_had_a_later_time_may_have_gone_out(
    world: World, backup: StoredBackup, prepared: Callable[[World], int]
) -> None:
    campaign_id = prepared(world)
    backup.back_up()
    send_since(world, campaign_id)
    lose_everything(world, backup)
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.in_doubt == READERS
    assert adoption.replay.paused == [world.campaign(campaign_id).name]
    assert world.campaign(campaign_id).pause_reason is PauseReason.RESTORED
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    with pytest.raises(Conflict), world.database.write() as session:
        send_now(session, campaign_id, actor=world.boris, settings=world.settings, now=world.clock.now())
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.clock.advance(seconds=timedelta(days=41).total_seconds())
    world.run()
    assert set(copies(world).values()) == {1}


def test_staff_decide_all_at_once_that_it_had_not_gone_out(world: World, backup: StoredBackup) -> None:
    campaign_id = approved(world)
    backup.back_up()
    lose_everything(world, backup)
    adopted(world)
    with world.database.write() as session:
        doubts = waiting_doubts(session, campaign_id, now=world.clock.now())
        order = BulkDecision(campaign_id, doubts.numbers, Choice.SEND_AGAIN, "nothing in the provider's log")
        assert decide_all(session, order, actor=world.boris, now=world.clock.now()) == READERS
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(copies(world)) == READERS


def test_an_audience_that_comes_back_by_an_import_is_not_sent_to_by_a_resume(
    world: World, backup: StoredBackup
) -> None:
    with world.database.write() as session:
        for subscription in session.exec(select(Subscription)):
            subscription.status = SubscriptionStatus.PENDING
    campaign_id = approved(world)
    backup.back_up()
    confirm_all(world)
    send_since(world, campaign_id)
    lose_everything(world, backup)
    adopted(world)
    assert world.campaign(campaign_id).pause_reason is PauseReason.RESTORED
    confirm_all(world)
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run()
    assert set(copies(world).values()) == {1}


def confirm_all(world: World) -> None:
    with world.database.write() as session:
        for subscription in session.exec(select(Subscription)):
            subscription.status = SubscriptionStatus.CONFIRMED


def test_what_is_not_what_was_approved_any_more_is_cancelled(world: World, backup: StoredBackup) -> None:
    """Whoever puts the sender's name right again must not set off what may have been sent under it."""
    campaign_id = approved(world)
    name_sender(world, "Another name")
    backup.back_up()
    name_sender(world, "Odprta pot")
    send_since(world, campaign_id)
    lose_everything(world, backup)
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.cancelled == [world.campaign(campaign_id).name]
    assert world.status(campaign_id) is CampaignStatus.CANCELLED


def name_sender(world: World, from_name: str) -> None:
    with world.database.write() as session:
        session.exec(select(Sender)).one().from_name = from_name


@pytest.mark.parametrize("is_submitted", [False, True], ids=["draft", "in review"])
def test_drafts_that_may_have_gone_out_are_named_to_whoever_adopts_and_to_staff(
    world: World, backup: StoredBackup, *, is_submitted: bool
) -> None:
    campaign_id = world.draft()
    if is_submitted:
        world.submit(campaign_id)
    backup.back_up()
    lose_everything(world, backup)
    adoption = adopted(world)
    name = world.campaign(campaign_id).name
    assert adoption.replay is not None
    assert adoption.replay.perhaps_sent == [name]
    with world.database.read() as session:
        items = needs_attention(session, now=world.clock.now())
    [item] = [item for item in items if item.code == "campaigns-need-adopted"]
    assert [(why.code, why.params) for why in item.why] == [("campaigns-adopted-perhaps-sent", {"name": name})]
