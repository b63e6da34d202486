"""While a database is held back, staff order nothing that could send; and what the journal proves counts for more
than what they did meanwhile."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, col

from campaigns.reporting.in_doubt import BulkDecision, Choice, Decision, decide, decide_all, waiting_doubts
from campaigns.review.schedule import schedule, send_now, unschedule
from campaigns.sending.cancel import cancel
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.pause import pause, resume
from campaigns.sending.send_again import SendAgainRequest, send_again
from campaigns.status import CampaignStatus
from core.db import Database
from core.generation.verdict import SendingHeld
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.reporting.listing import DeliveryFilter
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from tests.campaigns.stored_backup import READERS, StoredBackup, adopted, copies, send_one_batch
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

Act = Callable[[Session, World, int], object]


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10, idempotency=None))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def sent_but_for_doubts(world: World) -> int:
    """Ten readers of whom the provider has told nothing, and keeps no record."""
    campaign_id = world.launched()
    world.provider.faults = [OutcomeUnknown("cut off")]
    send_one_batch(world, campaign_id)
    world.provider.faults = []
    world.run()
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT, DeliveryStatus.ACCEPTED}
    return campaign_id


def decide_about_all(session: Session, world: World, campaign_id: int, choice: Choice) -> int:
    now = world.clock.now()
    numbers = waiting_doubts(session, campaign_id, now=now).numbers
    return decide_all(
        session, BulkDecision(campaign_id, numbers, choice, "asked them"), actor=world.boris, now=now
    )


def decide_about_one(session: Session, world: World, campaign_id: int, choice: Choice) -> int:
    numbers = waiting_doubts(session, campaign_id, now=world.clock.now()).numbers
    decision = Decision(campaign_id, int(numbers.split("-")[0]), choice, "asked them")
    return decide(session, decision, actor=world.boris, now=world.clock.now())


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("decide_how", [decide_about_all, decide_about_one])
def test_no_doubt_is_decided_from_an_older_state(
    world: World, backup: StoredBackup, decide_how: Callable[..., int], choice: Choice
) -> None:
    campaign_id = sent_but_for_doubts(world)
    backup.back_up()
    with world.database.write() as session:
        decide_about_all(session, world, campaign_id, Choice.ACCEPTED)
    backup.put_back()
    with pytest.raises(SendingHeld), world.database.write() as session:
        decide_how(session, world, campaign_id, choice)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT, DeliveryStatus.ACCEPTED}
    adopted(world)
    world.run()
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


def approved(world: World) -> int:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    return campaign_id


def paused(world: World) -> int:
    campaign_id = world.launched()
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    return campaign_id


def refused(world: World) -> int:
    campaign_id = world.launched()
    world.run()
    with world.database.write() as session:
        session.execute(update(Delivery).values(status=DeliveryStatus.REJECTED))
    return campaign_id


def do_schedule(session: Session, world: World, campaign_id: int) -> object:
    now = world.clock.now()
    later = (now + timedelta(days=1)).replace(tzinfo=None)
    return schedule(session, campaign_id, local=later, zone="UTC", actor=world.boris, now=now)


def do_send_now(session: Session, world: World, campaign_id: int) -> object:
    return send_now(session, campaign_id, actor=world.boris, settings=world.settings, now=world.clock.now())


def do_resume(session: Session, world: World, campaign_id: int) -> object:
    return resume(session, campaign_id, actor=world.boris, now=world.clock.now())


def do_send_again(session: Session, world: World, campaign_id: int) -> object:
    now = world.clock.now() + timedelta(seconds=1)
    return send_again(
        session, SendAgainRequest(campaign_id, DeliveryFilter(), now, "asked them"), actor=world.boris, now=now
    )


@pytest.mark.parametrize(
    ("prepared", "act"),
    [(approved, do_schedule), (approved, do_send_now), (paused, do_resume), (refused, do_send_again)],
)
def test_nothing_is_ordered_that_could_send_from_an_older_state(
    world: World, backup: StoredBackup, prepared: Callable[[World], int], act: Act
) -> None:
    campaign_id = prepared(world)
    before = world.status(campaign_id), world.delivery_states(campaign_id)
    backup.back_up()
    with world.database.write() as session:
        act(session, world, campaign_id)
    backup.put_back()
    with pytest.raises(SendingHeld), world.database.write() as session:
        act(session, world, campaign_id)
    assert (world.status(campaign_id), world.delivery_states(campaign_id)) == before


@pytest.mark.parametrize("stop", ["pause", "cancel", "unschedule"])
def test_what_stops_mail_is_possible_all_the_same(world: World, backup: StoredBackup, stop: str) -> None:
    campaign_id = world.scheduled() if stop == "unschedule" else world.launched()
    backup.back_up()
    with world.database.write() as session:
        pause_or_leave(session, world, campaign_id, stop)
    backup.put_back()
    with world.database.write() as session:
        pause_or_leave(session, world, campaign_id, stop)
    adopted(world)
    world.run()
    assert not copies(world)


def pause_or_leave(session: Session, world: World, campaign_id: int, stop: str) -> None:
    stops = {"pause": pause, "cancel": cancel, "unschedule": unschedule}
    stops[stop](session, campaign_id, actor=world.boris, now=world.clock.now())


def test_that_a_copy_was_accepted_counts_for_more_than_what_is_queued_in_an_older_state(
    world: World, backup: StoredBackup
) -> None:
    campaign_id = sent_but_for_doubts(world)
    backup.back_up()
    with world.database.write() as session:
        decide_about_all(session, world, campaign_id, Choice.ACCEPTED)
    received = copies(world).copy()
    backup.put_back()
    in_doubt = col(Delivery.status) == DeliveryStatus.IN_DOUBT
    with world.database.write() as session:
        session.execute(update(Delivery).where(in_doubt).values(status=DeliveryStatus.QUEUED))
    adopted(world)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    world.run()
    assert copies(world) == received


@pytest.mark.parametrize("was_launched", [False, True], ids=["before its launch", "in the middle"])
@pytest.mark.parametrize("is_answered", [True, False], ids=["answered", "without an answer"])
def test_what_staff_have_cancelled_meanwhile_stays_so_and_is_known_to_have_gone_out(
    world: World, backup: StoredBackup, *, was_launched: bool, is_answered: bool
) -> None:
    campaign_id = world.scheduled()
    world.clock.advance(seconds=60)
    if was_launched:
        launch_due_campaigns(world.context)
    backup.back_up()
    launch_due_campaigns(world.context)
    world.provider.faults = [] if is_answered else [OutcomeUnknown("cut off")]
    send_one_batch(world, campaign_id)
    backup.put_back()
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    adoption = adopted(world)
    assert adoption.is_done
    assert adoption.replay is not None
    assert adoption.replay.cancelled == [world.campaign(campaign_id).name]
    received = copies(world).copy()
    world.run()
    assert world.status(campaign_id) is CampaignStatus.CANCELLED
    assert copies(world) == received
    known = [delivery.status for delivery in world.deliveries(campaign_id)]
    assert known.count(DeliveryStatus.ACCEPTED if is_answered else DeliveryStatus.IN_DOUBT) == 10
    assert DeliveryStatus.QUEUED not in known


@pytest.mark.parametrize("is_changed", [True, False], ids=["edited", "paused"])
def test_whatever_status_staff_have_given_it_meanwhile_a_database_can_be_adopted(
    world: World, backup: StoredBackup, *, is_changed: bool
) -> None:
    campaign_id = world.scheduled()
    backup.back_up()
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    send_one_batch(world, campaign_id)
    backup.put_back()
    with world.database.write() as session:
        if is_changed:
            unschedule(session, campaign_id, actor=world.boris, now=world.clock.now())
        else:
            pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    assert adopted(world).is_done
    world.run()
    assert world.status(campaign_id) is CampaignStatus.PAUSED
    assert set(copies(world).values()) == {1}
    assert len(copies(world)) == 10
