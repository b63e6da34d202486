"""A call whose answer was lost is repeated without those who have said no since, or not at all (ADR 62)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlmodel import col, select

from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.providers.base import LookUpTerms
from delivery.senders import breaker
from delivery.status import DeliveryStatus
from delivery.tables import Attempt
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.examples import examples
from tests.fakes.provider import FakeProvider

NAMES = ("asja", "bine", "cene", "dana")
NOT_TAKEN = OutcomeUnknown("cut before it arrived")
LOSE = "lose the answer"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(refuses_other_content=True))
    world.add_readers(NAMES)
    return world


def can(world: World, **abilities: Any) -> None:
    world.provider.capabilities = replace(world.provider.capabilities, **abilities)


def leaves(world: World, name: str) -> None:
    with world.database.write() as session:
        reader = session.exec(select(Subscriber.id).where(Subscriber.address == f"{name}@example.org")).one()
        unsubscribe(
            session,
            subscriber_id=reader,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )


def is_suppressed(world: World, name: str) -> None:
    with world.database.write() as session:
        of = select(Subscriber.address_hash).where(Subscriber.address == f"{name}@example.org")
        suppress(
            session,
            address_hash=session.exec(of).one(),
            reason=SuppressionReason.COMPLAINED,
            detail="",
            now=world.clock.now(),
        )


def moves(world: World, name: str) -> None:
    with world.database.write() as session:
        reader = session.exec(select(Subscriber).where(Subscriber.address == f"{name}@example.org")).one()
        reader.address, reader.address_hash = f"{name}@example.net", f"{reader.id:064}"


def is_erased(world: World, name: str) -> None:
    with world.database.write() as session:
        reader = session.exec(select(Subscriber.id).where(Subscriber.address == f"{name}@example.org")).one()
        session.execute(delete(Subscription).where(col(Subscription.subscriber_id) == reader))
        session.execute(delete(Subscriber).where(col(Subscriber.id) == reader))


def _joins_again(world: World, subscriber_id: int) -> None:
    with world.database.write() as session:
        of = select(Subscription).where(Subscription.subscriber_id == subscriber_id)
        session.exec(of).one().status = SubscriptionStatus.CONFIRMED


def cut_off(world: World, *faults: Exception | str) -> int:
    """Launched, and its only call left without an answer."""
    world.provider.faults = list(faults)
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    return campaign_id


def once(*names: str) -> dict[str, int]:
    return {f"{name}@example.org": 1 for name in names}


@pytest.mark.parametrize("says_no", [leaves, is_suppressed, moves, is_erased])
def test_whoever_has_said_no_since_is_left_out_and_the_others_get_it_once(
    world: World, says_no: Callable[[World, str], None]
) -> None:
    campaign_id = cut_off(world, NOT_TAKEN)
    says_no(world, "bine")
    world.run(rounds=10, seconds=60)
    assert world.provider.received == once("asja", "cene", "dana")
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED, DeliveryStatus.SKIPPED}
    assert len({batch.key for batch in world.provider.batches}) == 1


def test_where_the_first_call_had_arrived_a_repeat_of_the_whole_tells_so_and_mails_nobody(world: World) -> None:
    campaign_id = cut_off(world, LOSE)
    leaves(world, "bine")
    world.run(rounds=10, seconds=60)
    assert world.provider.received == once(*NAMES)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    assert [len(batch.messages) for batch in world.provider.batches] == [4, 3, 4]


def test_where_another_smaller_call_had_arrived_it_is_found(world: World) -> None:
    campaign_id = cut_off(world, NOT_TAKEN, LOSE)
    leaves(world, "bine")
    world.clock.advance(seconds=600)
    reconcile_in_doubt(world.context)
    leaves(world, "dana")
    world.run(rounds=10, seconds=60)
    assert world.provider.received == once("asja", "cene", "dana")
    states = {row.subscriber_id: row.status for row in world.deliveries(campaign_id)}
    assert states.pop(2) is DeliveryStatus.SKIPPED
    assert set(states.values()) == {DeliveryStatus.ACCEPTED}


def test_where_it_is_none_that_can_be_made_again_events_or_people_tell(world: World) -> None:
    """Somebody had said no, and has said yes again."""
    campaign_id = cut_off(world, NOT_TAKEN, LOSE)
    leaves(world, "bine")
    world.clock.advance(seconds=600)
    reconcile_in_doubt(world.context)
    _joins_again(world, 2)
    world.run(rounds=20, seconds=600)
    assert world.provider.received == once("asja", "cene", "dana")
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    with world.database.read() as session:
        assert "has arrived" in (session.exec(select(col(Attempt.detail))).one() or "")
    assert len(world.provider.batches) == 3, "after such an answer no other call says more"


def test_the_answer_of_the_smaller_call_may_be_lost_too(world: World) -> None:
    campaign_id = cut_off(world, NOT_TAKEN, LOSE, LOSE)
    leaves(world, "bine")
    world.run(rounds=20, seconds=300)
    assert world.provider.received == once("asja", "cene", "dana")
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert DeliveryStatus.IN_DOUBT not in world.delivery_states(campaign_id)


def test_whoever_says_no_after_a_smaller_call_is_left_out_of_the_next(world: World) -> None:
    cut_off(world, NOT_TAKEN, NOT_TAKEN)
    leaves(world, "bine")
    world.clock.advance(seconds=600)
    reconcile_in_doubt(world.context)
    leaves(world, "dana")
    world.run(rounds=10, seconds=600)
    assert world.provider.received == once("asja", "cene")


def test_where_everybody_has_said_no_nobody_is_called(world: World) -> None:
    campaign_id = cut_off(world, NOT_TAKEN)
    for name in NAMES:
        leaves(world, name)
    world.run(rounds=10, seconds=600)
    assert len(world.provider.batches) == 1
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}


def test_a_provider_that_compares_no_content_is_not_called_again(world: World) -> None:
    can(world, refuses_other_content=False)
    campaign_id = cut_off(world, NOT_TAKEN)
    leaves(world, "bine")
    world.run(rounds=10, seconds=600)
    assert not world.provider.received
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    with world.database.read() as session:
        assert session.exec(select(col(Attempt.detail))).one() == "somebody in it has said no since"


def test_a_no_that_was_taken_back_before_the_repeat_is_none(world: World) -> None:
    campaign_id = cut_off(world, NOT_TAKEN)
    leaves(world, "bine")
    with world.database.write() as session:
        session.exec(
            select(Subscription).where(Subscription.subscriber_id == 2)
        ).one().status = SubscriptionStatus.CONFIRMED
    world.run(rounds=10, seconds=60)
    assert world.provider.received == once(*NAMES)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


steps = st.lists(st.sampled_from(["no", "look", "lose", "cut"]), max_size=7)


@on_sqlite
@hypothesis_settings(
    max_examples=examples(15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=st.sampled_from([NOT_TAKEN, LOSE]), steps=steps)
def test_in_any_order_nobody_is_mailed_after_a_no_or_twice_and_the_rest_is_known(
    world: World, first: Exception | str, steps: list[str]
) -> None:
    with world.database.write() as session:
        for subscription in session.exec(select(Subscription)).all():
            subscription.status = SubscriptionStatus.CONFIRMED
        breaker.record_success(session, 1)
        breaker.unpause_sender(session, 1)
    world.provider.received.clear()
    campaign_id = cut_off(world, first)
    gone: list[str] = []
    mailed_before: dict[str, bool] = {}
    for step in steps:
        if step == "no" and len(gone) < len(NAMES):
            name = NAMES[len(gone)]
            mailed_before[name] = bool(world.provider.received[f"{name}@example.org"])
            leaves(world, name)
            gone.append(name)
            continue
        world.provider.faults = [LOSE] if step == "lose" else [NOT_TAKEN] if step == "cut" else []
        world.clock.advance(seconds=900)
        reconcile_in_doubt(world.context)
    world.provider.faults = []
    world.run(rounds=12, seconds=900)
    received = world.provider.received
    assert set(received.values()) <= {1}
    assert all(bool(received[f"{name}@example.org"]) == mailed_before[name] for name in gone)
    states = {row.subscriber_id: row.status for row in world.deliveries(campaign_id)}
    for number, name in enumerate(NAMES, start=1):
        if states[number] is DeliveryStatus.ACCEPTED:
            assert received[f"{name}@example.org"] == 1
        elif name not in gone:
            assert states[number] is DeliveryStatus.IN_DOUBT
        if states[number] is DeliveryStatus.SKIPPED:
            assert name in gone
            assert not received[f"{name}@example.org"]


def test_a_provider_that_keeps_a_record_is_asked_and_not_called(world: World) -> None:
    terms = LookUpTerms(settles_after=timedelta(minutes=30), kept_for=timedelta(days=2))
    can(world, look_up=terms, refuses_other_content=False)
    cut_off(world, NOT_TAKEN)
    leaves(world, "bine")
    world.clock.advance(seconds=600)
    reconcile_in_doubt(world.context)
    assert len(world.provider.batches) == 1
