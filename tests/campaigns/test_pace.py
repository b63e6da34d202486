"""How fast a campaign goes and how long it still takes."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.reporting.pace import WINDOW, PaceView, pace, pace_of
from campaigns.tables import Campaign
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from tests.campaigns.world import World

COUNTS = st.integers(min_value=0, max_value=200_000)
ELAPSED = st.timedeltas(min_value=timedelta(days=-1), max_value=timedelta(days=3))


def test_what_was_sent_in_the_last_two_minutes_says_how_long_the_rest_takes() -> None:
    assert pace(240, elapsed=timedelta(hours=1), waiting=1200) == PaceView(120, 10)
    assert pace(240, elapsed=timedelta(hours=1), waiting=1201) == PaceView(120, 11)
    # Since the launch, where that was not so long ago.
    assert pace(240, elapsed=timedelta(minutes=1), waiting=1200) == PaceView(240, 5)
    assert pace(240, elapsed=WINDOW, waiting=0) == PaceView(120, 0)


def test_of_what_does_not_move_nobody_can_say_when_it_is_done() -> None:
    assert pace(0, elapsed=timedelta(hours=1), waiting=5) == PaceView(0, None)
    assert pace(3, elapsed=timedelta(seconds=1), waiting=5) is None
    assert pace(3, elapsed=timedelta(hours=-1), waiting=5) is None


@given(recent=COUNTS, more=COUNTS, elapsed=ELAPSED, waiting=COUNTS, further=COUNTS)
def test_more_to_send_never_takes_less_and_a_higher_rate_never_more(
    recent: int, more: int, elapsed: timedelta, waiting: int, further: int
) -> None:
    view = pace(recent, elapsed=elapsed, waiting=waiting)
    longer, faster = (
        pace(recent, elapsed=elapsed, waiting=waiting + further),
        pace(recent + more, elapsed=elapsed, waiting=waiting),
    )
    assert (view is None) == (longer is None) == (faster is None)
    if view is None or longer is None or faster is None or view.minutes_left is None:
        return
    assert longer.minutes_left is not None
    assert faster.minutes_left is not None
    assert 0 <= view.minutes_left <= longer.minutes_left
    assert faster.minutes_left <= view.minutes_left
    assert faster.per_minute >= view.per_minute >= 0


def test_only_what_is_being_sent_has_a_pace_and_it_is_that_of_the_last_two_minutes(world: World) -> None:
    world.add_readers([f"reader{number}" for number in range(30)])
    sending, scheduled = world.launched(), world.scheduled()
    world.clock.advance(minutes=10)
    accepted(world, sending, 6, at=world.clock.now() - timedelta(minutes=5))
    accepted(world, sending, 8, at=world.clock.now() - timedelta(minutes=1))
    assert pace_at(world, scheduled, waiting=30) is None
    assert pace_at(world, sending, waiting=16) == PaceView(4, 4)
    world.clock.advance(minutes=10)
    assert pace_at(world, sending, waiting=16) == PaceView(0, None)


def pace_at(world: World, campaign_id: int, *, waiting: int) -> PaceView | None:
    with world.database.read() as session:
        campaign = session.get_one(Campaign, campaign_id)
        return pace_of(session, campaign, waiting=waiting, now=world.clock.now())


def accepted(world: World, campaign_id: int, count: int, *, at: datetime) -> None:
    with world.database.write() as session:
        queued = select(Delivery).where(
            Delivery.campaign_id == campaign_id, Delivery.status == DeliveryStatus.QUEUED
        )
        for delivery in session.exec(queued.limit(count)).all():
            delivery.status, delivery.accepted_at = DeliveryStatus.ACCEPTED, at
