"""Doubt is settled by what the provider has: found is accepted, certainly not there is sent, the rest waits."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from campaigns.sending.cancel import cancel
from campaigns.sending.pause import pause, resume
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.settings import DeliverySettings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.record_keeper import KEPT_FOR, SETTLES_AFTER, RecordKeeper

PEOPLE = [f"reader{number:02}" for number in range(10)]
NOT_TAKEN = OutcomeUnknown("cut before it arrived")


@pytest.fixture
def provider(clock: StoppedClock) -> RecordKeeper:
    return RecordKeeper(clock.now)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings, provider: RecordKeeper) -> World:
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    return world


def everybody_once(world: World) -> bool:
    return world.provider.received == {f"{name}@example.org": 1 for name in PEOPLE}


def in_doubt(world: World, fault: object) -> int:
    world.provider.faults = [fault]  # type: ignore[list-item]  # what the fake takes
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    return campaign_id


def test_what_the_provider_has_was_accepted_and_is_not_sent_again(world: World, provider: RecordKeeper) -> None:
    campaign_id = in_doubt(world, "lose the answer")
    world.run(rounds=3, seconds=20)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).accepted == 10
    assert {delivery.provider_message_id for delivery in world.deliveries(campaign_id)} >= {"id-1", "id-10"}
    assert (len(provider.batches), len(provider.lookups)) == (1, 1)
    assert everybody_once(world)


def test_what_it_certainly_does_not_have_is_sent_but_not_a_moment_before_that_is_certain(
    world: World, provider: RecordKeeper
) -> None:
    campaign_id = in_doubt(world, NOT_TAKEN)
    until_settled = SETTLES_AFTER + DeliverySettings.of(world.settings).lease
    world.run(rounds=int(until_settled.total_seconds() // 120), seconds=120)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    world.run(rounds=7, seconds=180)
    assert everybody_once(world)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(provider.batches) == 2


def test_before_the_time_has_come_nobody_waits_for_a_write(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    in_doubt(world, NOT_TAKEN)
    monkeypatch.setattr(world.database, "write", lambda: pytest.fail("a write"))
    reconcile_in_doubt(world.context)


def test_what_was_half_taken_is_half_sent_again(world: World, provider: RecordKeeper) -> None:
    def take_half(batch: OutgoingBatch) -> SendResult:
        provider.take_only(batch, 4)
        raise NOT_TAKEN

    campaign_id = in_doubt(world, take_half)
    world.run(rounds=15, seconds=240)
    assert everybody_once(world)
    assert len(provider.batches[1].messages) == 6
    assert world.report(campaign_id).accepted == 10


def test_a_record_that_is_slow_to_show_what_it_has_costs_nobody_a_second_copy(
    world: World, provider: RecordKeeper
) -> None:
    provider.lag = SETTLES_AFTER + DeliverySettings.of(world.settings).lease + timedelta(minutes=5)
    campaign_id = in_doubt(world, "lose the answer")
    world.run(rounds=23, seconds=240)
    assert everybody_once(world)
    assert world.report(campaign_id).accepted == 10


def test_where_something_new_appears_the_record_has_not_settled(world: World, provider: RecordKeeper) -> None:
    campaign_id = in_doubt(world, NOT_TAKEN)
    (batch,) = provider.batches
    late = SETTLES_AFTER + DeliverySettings.of(world.settings).lease + timedelta(minutes=1)
    world.run(rounds=int(late.total_seconds() // 60), seconds=60)
    provider.take_only(batch, 1)
    world.run(rounds=11, seconds=60)
    assert sorted(world.delivery_states(campaign_id)) == [DeliveryStatus.ACCEPTED, DeliveryStatus.IN_DOUBT]
    world.run(rounds=10, seconds=180)
    assert everybody_once(world)


@pytest.mark.parametrize(
    "fault", [OutcomeUnknown("cut"), SenderMisconfigured("bad key"), RuntimeError("a defect")], ids=repr
)
def test_a_look_that_fails_says_nothing_and_is_taken_again(
    world: World, provider: RecordKeeper, fault: Exception
) -> None:
    provider.lookup_faults = [fault] * 3
    campaign_id = in_doubt(world, "lose the answer")
    world.run(rounds=20, seconds=20)
    assert len(provider.lookups) == 4
    assert world.report(campaign_id).accepted == 10
    assert everybody_once(world)


def test_a_provider_that_asks_to_wait_is_not_asked_before(world: World, provider: RecordKeeper) -> None:
    provider.lookup_faults = [TransientProviderError("slow down", retry_after=timedelta(minutes=10))]
    in_doubt(world, "lose the answer")
    world.run(rounds=10, seconds=180)
    first, second = provider.lookups
    assert second - first >= timedelta(minutes=10)
    assert everybody_once(world)


def test_while_staff_have_said_stop_it_is_asked_but_nothing_is_sent(world: World, provider: RecordKeeper) -> None:
    def take_half(batch: OutgoingBatch) -> SendResult:
        provider.take_only(batch, 4)
        raise NOT_TAKEN

    campaign_id = in_doubt(world, take_half)
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=15, seconds=240)
    assert len(provider.batches) == 1
    assert sorted(world.delivery_states(campaign_id)) == [DeliveryStatus.ACCEPTED, DeliveryStatus.QUEUED]
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=5, seconds=60)
    assert everybody_once(world)


def test_of_a_cancelled_campaign_nothing_is_queued_again(world: World, provider: RecordKeeper) -> None:
    campaign_id = in_doubt(world, NOT_TAKEN)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=15, seconds=240)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    assert provider.lookups == []


def test_if_what_was_rebuilt_is_not_what_was_sent_only_a_find_is_believed(
    world: World, provider: RecordKeeper
) -> None:
    def take_half(batch: OutgoingBatch) -> SendResult:
        provider.take_only(batch, 4)
        raise NOT_TAKEN

    campaign_id = in_doubt(world, take_half)
    with world.database.write() as session:
        session.execute(update(Attempt).values(request_digest="0" * 64))
    world.run(rounds=23, seconds=240)
    assert (world.report(campaign_id).accepted, world.report(campaign_id).in_doubt) == (4, 6)
    assert len(provider.batches) == 1


def test_what_the_provider_may_have_thrown_away_is_left_to_a_person(world: World, provider: RecordKeeper) -> None:
    campaign_id = in_doubt(world, NOT_TAKEN)
    world.clock.advance(hours=KEPT_FOR.total_seconds() / 3600)
    world.run(rounds=3, seconds=60)
    assert provider.lookups == []
    assert world.report(campaign_id).in_doubt == 10
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_a_key_is_tried_first_and_a_repeat_that_says_nothing_is_followed_by_a_question(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    provider = RecordKeeper(clock.now, idempotency=timedelta(minutes=15))
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    campaign_id = in_doubt(world, "lose the answer")
    provider.faults = [OutcomeUnknown("duplicate_parameter: this key has been used")]
    world.run(rounds=3, seconds=20)
    assert (len(provider.batches), len(provider.lookups)) == (2, 1)
    assert world.report(campaign_id).accepted == 10
    assert everybody_once(world)


def test_after_repeats_the_record_gets_its_time_from_the_last_of_them(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    provider = RecordKeeper(clock.now, idempotency=timedelta(minutes=15))
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    campaign_id = in_doubt(world, NOT_TAKEN)
    provider.faults = [NOT_TAKEN] * 20
    last_call_by = timedelta(minutes=12) + DeliverySettings.of(world.settings).lease
    world.run(rounds=int((last_call_by + SETTLES_AFTER).total_seconds() // 120), seconds=120)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    provider.faults = []
    world.run(rounds=10, seconds=180)
    assert everybody_once(world)


def test_settling_twice_at_once_asks_once(world: World, provider: RecordKeeper) -> None:
    in_doubt(world, "lose the answer")
    world.clock.advance(minutes=1)
    reconcile_in_doubt(world.context)
    reconcile_in_doubt(world.context)
    assert len(provider.lookups) == 1
