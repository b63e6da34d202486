"""A clock that is set while it is not known whether an email outside campaigns was sent: it is not sent again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from campaigns.opt_in.send_opt_in_mail import ask
from campaigns.review.submit import submit
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.tables import SubscriptionMail, SubscriptionMailState
from core.db import Database
from core.settings import Settings
from subscribers.status import SubscriptionStatus
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.scheduler.test_clock_faults import life

REMEMBERS = timedelta(minutes=15)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main", staff_sender="main")
    world.provider.capabilities = replace(world.provider.capabilities, idempotency=REMEMBERS)
    return world


def sign_up(world: World) -> None:
    world.add_readers(["nada"], status=SubscriptionStatus.PENDING)
    with world.database.write() as session:
        ask(session, subscriber_id=1, list_ids=[1], language="sl", now=world.clock.now())


def submit_a_campaign(world: World) -> None:
    world.add_readers(["rosa"])
    submit(world.database, world.draft(), actor=world.ana, settings=world.settings, now=world.clock.now())


def given_up(world: World) -> bool:
    with world.database.read() as session:
        questions = [mail.state for mail in session.exec(select(SubscriptionMail))]
        mails = [mail.state for mail in session.exec(select(StaffMail))]
    return SubscriptionMailState.GIVEN_UP in questions or StaffMailState.GIVEN_UP in mails


@pytest.mark.parametrize("begin", [sign_up, submit_a_campaign])
@pytest.mark.parametrize(
    ("ahead", "away", "later_boot"),
    [
        # Seen at the next start: what was written lies ahead of the clock.
        (timedelta(days=10), timedelta(minutes=20), "this boot"),
        (timedelta(days=10), timedelta(minutes=20), "another boot"),
        # Not seen: the clock has caught up meanwhile. Only the machine itself can tell.
        (timedelta(minutes=20), timedelta(minutes=22), "this boot"),
    ],
)
@on_sqlite
def test_a_call_of_a_clock_that_was_ahead_is_not_made_again(
    world: World, begin: Callable[[World], None], later_boot: str, ahead: timedelta, away: timedelta
) -> None:
    live = life(world)
    live(1)
    world.clock.step(seconds=ahead.total_seconds())
    begin(world)
    world.provider.faults = ["lose the answer"] * 2
    live(1)
    called = [batch.key for batch in world.provider.batches]
    assert called

    world.provider.forget_keys()
    world.clock.step(seconds=-ahead.total_seconds())
    world.clock.advance(seconds=away.total_seconds())
    live = life(world, boot=later_boot)
    for _ in range(4):
        live(1)
        world.clock.advance(minutes=10)
    # Staff hear of the clock by other emails.
    assert [batch.key for batch in world.provider.batches if batch.key in called] == called
    assert given_up(world)


def test_an_hour_in_the_queue_takes_nothing_from_what_the_provider_remembers(world: World) -> None:
    """The first call counts, not the moment at which it was queued: nobody is given up for having waited."""
    sign_up(world)
    world.clock.advance(minutes=60)
    world.provider.faults = ["lose the answer"]
    live = life(world)
    live(60)
    assert world.provider.received == {"nada@example.org": 1}
    with world.database.read() as session:
        assert session.exec(select(SubscriptionMail.state)).one() is SubscriptionMailState.ASKED
