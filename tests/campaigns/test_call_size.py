"""A call carries no more than the provider takes, also if a newsletter is long."""

from dataclasses import replace

import pytest

from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.providers.shared.preflight import how_many_fit
from delivery.status import DeliveryStatus
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.delivery.batches import a_message
from tests.fakes.provider import FakeProvider

PEOPLE = [f"reader{number:02}" for number in range(10)]
CAN = FakeProvider().capabilities


def test_what_does_not_fit_into_one_call_goes_with_the_next(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    provider = FakeProvider()
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    provider.capabilities = replace(CAN, max_call_bytes=1)
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    (message,) = provider.batches[0].messages
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED, DeliveryStatus.QUEUED}
    size = len(message.html.encode()) + len(message.text.encode())
    provider.capabilities = replace(CAN, max_call_bytes=4 * size)
    world.run(rounds=6)
    assert [len(batch.messages) for batch in provider.batches[1:-1]] == [4, 4]
    assert provider.received == {f"{name}@example.org": 1 for name in PEOPLE}
    assert world.status(campaign_id) is CampaignStatus.SENT


@pytest.mark.parametrize(("room", "fitting"), [(None, 3), (0, 1), (9, 1), (19, 1), (20, 2), (29, 2), (30, 3)])
def test_as_many_as_fit_and_one_is_always_worth_a_try(room: int | None, fitting: int) -> None:
    messages = [a_message(number, html="žžž", text="abcd") for number in (1, 2, 3)]
    assert how_many_fit(messages, replace(CAN, max_call_bytes=room)) == fitting


def test_none_are_none() -> None:
    assert how_many_fit([], replace(CAN, max_call_bytes=1)) == 0
