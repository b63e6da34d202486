"""Whatever readers a provider refuses whole calls for, in whatever words: each is found, and nobody else pays."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from math import ceil, log2

import pytest
from hypothesis import HealthCheck, Phase, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import select, update

from campaigns.sending.pause import resume
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.settings import Settings
from delivery.errors import AddressesRefused, CallRefused
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers.shared.alone_verdict import FIRST_PAUSE, LAST_PAUSE
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.verdict import OUTBREAK, ROW
from delivery.senders.rate import EmailLimit, set_email_limit
from delivery.status import DeliveryStatus
from delivery.tables import LimitInterval, Sender
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.examples import examples
from tests.fakes.provider import FakeProvider

MAX_BATCH = 6
COUNT = 14
NAMES = [f"reader{number:02}" for number in range(COUNT)]
REPLIES = ("HTTP 400 no", "HTTP 422 Invalid recipient domain", "HTTP 400 to[{place}].email must not be so")


class WholeCallProvider(FakeProvider):
    """Takes a call as a whole or not at all; says nothing of whom a refusal is about."""

    def __init__(self) -> None:
        super().__init__(max_batch=MAX_BATCH)
        self.refused: dict[str, CallRefused] = {}

    def send(self, batch: OutgoingBatch) -> SendResult:
        self.batches.append(batch)
        for place, message in enumerate(batch.messages):
            if error := self.refused.get(message.to):
                raise type(error)(error.detail.replace("{place}", str(place)))
        return self._take(batch)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, WholeCallProvider())
    world.add_readers(NAMES)
    return world


def provider_of(world: World) -> WholeCallProvider:
    assert isinstance(world.provider, WholeCallProvider)
    return world.provider


def refuse(world: World, refused: dict[int, CallRefused]) -> int:
    """The campaign, launched."""
    provider = provider_of(world)
    provider.received.clear()
    provider.batches.clear()
    provider.refused = {f"{NAMES[number]}@example.org": error for number, error in refused.items()}
    return world.launched()


def resumed(world: World, campaign_id: int, *, rounds: int = 60) -> None:
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    run_on(world, campaign_id, rounds=rounds)


def run_on(world: World, campaign_id: int, *, rounds: int = 60) -> None:
    """Until it is over or paused: the last whom a provider refuses are asked again after an hour and a day."""
    world.run(rounds=rounds, seconds=15)
    for pause in (FIRST_PAUSE, LAST_PAUSE):
        if world.status(campaign_id) is CampaignStatus.SENDING:
            world.clock.advance(seconds=pause.total_seconds())
            world.run(rounds=8, seconds=15)


errors = st.builds(
    lambda kind, reply: kind(reply), st.sampled_from([CallRefused, AddressesRefused]), st.sampled_from(REPLIES)
)
refusals = st.dictionaries(st.integers(0, COUNT - 1), errors) | st.builds(
    lambda error: dict.fromkeys(range(COUNT), error), errors
)


@on_sqlite
@hypothesis_settings(
    max_examples=examples(6),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(refused=refusals)
@example(refused={})
@example(refused={COUNT - 1: CallRefused("HTTP 400 no")})
@example(refused={number: CallRefused(f"HTTP 400 {'no ' * number}") for number in range(COUNT)})
@example(refused=dict.fromkeys(range(3, COUNT), AddressesRefused("HTTP 400 email is not valid in to")))
def test_good_readers_get_it_once_and_refused_ones_are_refused(
    world: World, refused: dict[int, CallRefused]
) -> None:
    campaign_id, pauses = refuse(world, refused), 0
    run_on(world, campaign_id)
    while world.status(campaign_id) is CampaignStatus.PAUSED and pauses < 6:
        if not pauses:
            assert world.campaign(campaign_id).pause_reason is PauseReason.SENDER_MISCONFIGURED
            assert len(refused) >= ROW
        if len(refused) == COUNT and not pauses:
            assert world.delivery_states(campaign_id) == {DeliveryStatus.QUEUED}
        pauses += 1
        resumed(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert bool(pauses) or len(refused) < COUNT
    good = {f"{name}@example.org": 1 for number, name in enumerate(NAMES) if number not in refused}
    assert provider_of(world).received == good
    states = Counter(row.status for row in world.deliveries(campaign_id))
    assert states[DeliveryStatus.REJECTED] == len(refused)
    assert len({batch.key for batch in provider_of(world).batches}) == len(provider_of(world).batches)
    if not pauses:
        calls = ceil(COUNT / MAX_BATCH) + len(refused) * (2 * ceil(log2(MAX_BATCH)) + 1 + 2)
        assert len(provider_of(world).batches) <= calls


@pytest.mark.parametrize(
    ("error", "most_alone"),
    [(CallRefused("HTTP 400 no"), ROW), (AddressesRefused("HTTP 400 email is not valid in to"), OUTBREAK)],
)
def test_what_is_said_to_everybody_pauses_with_its_words_and_refuses_nobody(
    world: World, error: CallRefused, most_alone: int
) -> None:
    campaign_id = refuse(world, dict.fromkeys(range(COUNT), error))
    world.run(rounds=60, seconds=15)
    campaign = world.campaign(campaign_id)
    assert campaign.status is CampaignStatus.PAUSED
    assert error.detail in (campaign.pause_detail or "")
    assert {(row.status, row.attempt_count) for row in world.deliveries(campaign_id)} == {
        (DeliveryStatus.QUEUED, 0)
    }
    alone = {batch.messages[0].to for batch in provider_of(world).batches if len(batch.messages) == 1}
    assert len(alone) == most_alone
    provider_of(world).refused = {}  # whatever it was, it is over
    resumed(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert set(provider_of(world).received.values()) == {1}
    assert len(provider_of(world).received) == COUNT


@on_sqlite
@pytest.mark.parametrize("is_first", [True, False])
def test_one_reader_alone_in_a_call_is_refused_where_others_are_taken(world: World, is_first: bool) -> None:
    number = 0 if is_first else COUNT - 1
    campaign_id = refuse(world, {number: CallRefused("HTTP 400 no")})
    world.run(rounds=60, seconds=15)
    assert world.status(campaign_id) is CampaignStatus.SENDING
    assert DeliveryStatus.REJECTED not in world.delivery_states(campaign_id), "it may be a limit"
    run_on(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert Counter(row.status for row in world.deliveries(campaign_id)) == {
        DeliveryStatus.ACCEPTED: COUNT - 1,
        DeliveryStatus.REJECTED: 1,
    }


@on_sqlite
def test_who_is_refused_while_nobody_is_taken_any_more_gets_it_when_that_is_over(world: World) -> None:
    """An account that is closed in the middle, in words that say nothing: nobody pays with their copy."""
    campaign_id = refuse(world, {})
    for _ in range(2):
        send_next_batch(world.context, campaign_id)
        world.clock.advance(seconds=1)
    provider_of(world).refused = {f"{name}@example.org": CallRefused("HTTP 400 no") for name in NAMES}
    world.run(rounds=10, seconds=1)
    assert DeliveryStatus.REJECTED not in world.delivery_states(campaign_id)
    provider_of(world).refused = {}
    world.run(rounds=60, seconds=15)
    if world.status(campaign_id) is CampaignStatus.PAUSED:
        resumed(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert provider_of(world).received == {f"{name}@example.org": 1 for name in NAMES}


@on_sqlite
def test_a_message_that_cannot_be_written_costs_its_reader_only(world: World) -> None:
    """Refused by ourselves, before the call (`preflight.py`): a name that no header can have."""
    provider = provider_of(world)

    class Checking(WholeCallProvider):
        def send(self, batch: OutgoingBatch) -> SendResult:
            bad = next((message for message in batch.messages if message.to.startswith(NAMES[3])), None)
            messages = tuple(
                replace(message, to_name="a\r\nBcc: x") if message is bad else message
                for message in batch.messages
            )
            check_batch(replace(batch, messages=messages), provider.capabilities)
            return super().send(batch)

    checking = Checking()
    world.context = replace(world.context, provider=lambda _: checking)
    campaign_id = world.launched()
    run_on(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(checking.received) == COUNT - 1
    (refused,) = [row for row in world.deliveries(campaign_id) if row.status is not DeliveryStatus.ACCEPTED]
    assert (refused.status, "delivery-header-refused" in (refused.detail or "")) == (DeliveryStatus.REJECTED, True)


def test_a_campaign_whose_only_reader_is_refused_stops_no_other(world: World) -> None:
    provider = provider_of(world)
    provider.refused = {f"{NAMES[0]}@example.org": CallRefused("HTTP 400 no")}
    with world.database.write() as session:
        others = select(Subscription).join(Subscriber).where(Subscriber.address != f"{NAMES[0]}@example.org")
        for subscription in session.exec(others).all():
            subscription.status = SubscriptionStatus.PENDING
    alone = world.launched()
    with world.database.write() as session:
        session.execute(update(Subscription).values(status=SubscriptionStatus.CONFIRMED))
    to_all = world.launched()
    run_on(world, to_all)
    assert world.campaign(to_all).pause_detail is None
    assert world.status(to_all) is CampaignStatus.SENT
    assert len(provider.received) == COUNT - 1
    assert world.campaign(alone).pause_reason is PauseReason.CONTENT_REJECTED
    assert world.delivery_states(alone) == {DeliveryStatus.QUEUED}


def test_a_refused_call_uses_up_none_of_the_limit_for_emails(world: World) -> None:
    with world.database.write() as session:
        sender = session.exec(select(Sender)).one()
        set_email_limit(session, sender, EmailLimit(60, LimitInterval.HOUR))
    # Everybody: whose call comes first is the database's to say.
    campaign_id = refuse(world, dict.fromkeys(range(COUNT), CallRefused("HTTP 400 no")))
    before = world.clock.now()
    send_next_batch(world.context, campaign_id)
    with world.database.read() as session:
        next_call_at = session.exec(select(Sender.next_call_at)).one()
    assert next_call_at is not None
    assert next_call_at - before <= timedelta(minutes=1)
