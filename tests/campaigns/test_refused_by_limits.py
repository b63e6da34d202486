"""Limits of a provider in words that nobody knows: they look as if they were about the last who are asked."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from campaigns.sending.pause import resume
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.settings import Settings
from delivery.errors import CallRefused
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.refusal_history import PATIENCE
from delivery.status import DeliveryStatus
from tests.campaigns.test_refused_calls import WholeCallProvider, resumed, run_on
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


class SlidingLimit(FakeProvider):
    """So many emails at once and so many a second; what is more is refused in words that say nothing."""

    def __init__(self, clock: StoppedClock, *, most: int, per_second: float) -> None:
        super().__init__(max_batch=20)
        self._clock, self._most, self._per_second = clock, most, per_second
        self._left, self._at = float(most), clock.now()

    def send(self, batch: OutgoingBatch) -> SendResult:
        now = self._clock.now()
        grown = (now - self._at).total_seconds() * self._per_second
        self._left, self._at = min(self._most, self._left + grown), now
        if len(batch.messages) > self._left:
            raise CallRefused("HTTP 400 Your request was not processed")
        self._left -= len(batch.messages)
        return self._take(batch)


@on_sqlite
@pytest.mark.parametrize("per_second", [0.3, 0.5, 0.7])
def test_a_limit_that_slides_refuses_nobody_for_good(
    database: Database, clock: StoppedClock, settings: Settings, per_second: float
) -> None:
    """It says yes in between, so that others are taken after somebody's refusal, again and again."""
    provider = SlidingLimit(clock, most=10, per_second=per_second)
    world = make_world(database, clock, settings, provider)
    world.add_readers([f"reader{number:03}" for number in range(80)])
    campaign_id, pauses = world.launched(), 0
    while world.status(campaign_id) is not CampaignStatus.SENT:
        for _ in range(400):
            send_next_batch(world.context, campaign_id)
            clock.advance(seconds=0.7)
        world.run(rounds=2, seconds=1)
        assert DeliveryStatus.REJECTED not in world.delivery_states(campaign_id)
        if world.status(campaign_id) is CampaignStatus.PAUSED:
            pauses += 1
            with world.database.write() as session:
                resume(session, campaign_id, actor=world.boris, now=clock.now())
    assert set(provider.received.values()) == {1}
    assert len(provider.received) == 80
    assert pauses <= PATIENCE


class WindowLimit(FakeProvider):
    """So many emails in any window of time; what is more is refused in words that say nothing."""

    def __init__(self, clock: StoppedClock, *, most: int, window: timedelta) -> None:
        super().__init__(max_batch=10)
        self._clock, self._most, self._window = clock, most, window
        self._taken: list[datetime] = []

    def use_up(self) -> None:
        self._taken = [self._clock.now()] * self._most

    def send(self, batch: OutgoingBatch) -> SendResult:
        now = self._clock.now()
        self._taken = [at for at in self._taken if at > now - self._window]
        if len(self._taken) + len(batch.messages) > self._most:
            raise CallRefused("HTTP 400 Your request was not processed")
        self._taken += [now] * len(batch.messages)
        return self._take(batch)


@on_sqlite
@pytest.mark.parametrize("window", [MINUTE, HOUR, DAY], ids=str)
@pytest.mark.parametrize(("count", "most"), [(1, 0), (2, 1), (5, 3), (12, 8), (31, 30), (60, 56)])
def test_a_limit_that_the_last_readers_reach_costs_none_their_copy(
    world: World, count: int, most: int, window: timedelta
) -> None:
    """`most` are taken before it; before a campaign of one reader, something else has used it up."""
    provider = WindowLimit(world.clock, most=max(most, 1), window=window)
    if not most:
        provider.use_up()
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers([f"reader{number:03}" for number in range(count)])
    campaign_id = world.launched()
    run_on(world, campaign_id, rounds=20)
    if not most and world.status(campaign_id) is CampaignStatus.PAUSED:
        world.clock.advance(seconds=window.total_seconds())
        resumed(world, campaign_id, rounds=8)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert provider.received == {f"reader{number:03}@example.org": 1 for number in range(count)}


@on_sqlite
def test_words_that_others_heard_who_were_taken_later_cost_nobody_a_copy(world: World) -> None:
    """The second campaign's reader is told what the first one's was told in a bad hour of the provider's."""
    provider = WholeCallProvider()
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers(["nada", "omar", "zala"])
    provider.refused = {"zala@example.org": CallRefused("HTTP 400 Your request was not processed")}
    campaign_id = world.launched()
    world.run(rounds=6, seconds=15)
    provider.refused, refused = {}, provider.refused
    run_on(world, campaign_id, rounds=8)
    assert world.status(campaign_id) is CampaignStatus.SENT
    provider.refused = refused
    campaign_id = world.launched()
    run_on(world, campaign_id, rounds=8)
    assert world.campaign(campaign_id).pause_reason is PauseReason.CONTENT_REJECTED
    assert Counter(row.status for row in world.deliveries(campaign_id)) == {
        DeliveryStatus.ACCEPTED: 2,
        DeliveryStatus.QUEUED: 1,
    }
    for _ in range(PATIENCE):
        resumed(world, campaign_id, rounds=8)
    assert world.status(campaign_id) is CampaignStatus.SENT
