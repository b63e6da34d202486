"""A look for evidence keeps to the sender's rate, and gets its place beside a campaign that is being sent.

One that did not come about does not count as one in vain.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlmodel import Session, col, select, update

from campaigns.sending.pause import pause, resume
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from core.db import Database
from core.settings import Settings
from delivery.attempts.attempts import due_for_reconciliation
from delivery.errors import OutcomeUnknown
from delivery.senders import rate
from delivery.settings import DeliverySettings
from delivery.tables import Attempt, Sender
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider
from tests.fakes.record_keeper import RecordKeeper

PEOPLE = [f"reader{number}" for number in range(6)]
SPACING = timedelta(seconds=0.25)


class Waiting(Event):
    """Lets time pass instead of waiting, in steps; in each, somebody else does something."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.places_of_others = 0
        self.is_busy = False

    def wait(self, timeout: float | None = None) -> bool:
        until = self.world.clock.now() + timedelta(seconds=timeout or 0)
        while self.world.clock.now() < until and not self.is_set():
            self._others_call()
            self.world.clock.advance(seconds=min(0.05, (until - self.world.clock.now()).total_seconds()))
        return self.is_set()

    def _others_call(self) -> None:
        """As a campaign does that takes each place the moment it is free."""
        if self.is_busy:
            with self.world.database.write() as session:
                self.places_of_others += rate.reserve_call(session, 1, now=self.world.clock.now()) is None


@pytest.fixture
def provider(clock: StoppedClock) -> RecordKeeper:
    return RecordKeeper(clock.now)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings, provider: RecordKeeper) -> World:
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    return world


def in_doubt(world: World, *, calls: int = 1) -> int:
    campaign_id = world.launched()
    for _ in range(calls):
        world.provider.faults = ["lose the answer"]
        send_next_batch(world.context, campaign_id)
        world.clock.advance(seconds=1)
        with world.database.write() as session:
            session.exec(update(Sender).values(consecutive_errors=0, next_call_at=None))
    with world.database.write() as session:
        session.exec(update(Attempt).values(settle_at=world.clock.now()))
        session.exec(update(Sender).values(calls_per_second=1 / SPACING.total_seconds(), next_call_at=None))
    return campaign_id


def attempts(world: World) -> list[Attempt]:
    with world.database.read() as session:
        return list(session.exec(select(Attempt).order_by(col(Attempt.id))).all())


def hold(world: World, until: datetime) -> None:
    with world.database.write() as session:
        session.exec(update(Sender).values(next_call_at=until))


def test_a_look_that_did_not_get_its_turn_is_none_in_vain(world: World, provider: RecordKeeper) -> None:
    in_doubt(world)
    for _ in range(5):
        until = world.clock.now() + timedelta(minutes=1)
        hold(world, until)
        reconcile_in_doubt(world.context)
        (attempt,) = attempts(world)
        assert (attempt.settle_at, attempt.look_count, attempt.lease_until) == (until, 0, None)
        world.clock.advance(minutes=1)
    provider.lookup_faults = [OutcomeUnknown("cut")]
    reconcile_in_doubt(world.context)
    (attempt,) = attempts(world)
    assert attempt.look_count == 1
    assert attempt.settle_at is not None
    assert attempt.settle_at - world.clock.now() < timedelta(minutes=1)


def test_looks_get_their_places_beside_a_campaign_at_full_rate_and_leave_it_its_own(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    provider = FakeProvider(max_batch=1)
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    in_doubt(world, calls=len(PEOPLE))
    waiting = Waiting(world)
    waiting.is_busy = True
    world.context = replace(world.context, stopping=waiting)
    hold(world, world.clock.now() + SPACING / 2)
    reconcile_in_doubt(world.context)
    assert {attempt.state.value for attempt in attempts(world)} == {"settled"}
    assert waiting.places_of_others >= len(PEOPLE) - 1
    assert all(count == 1 for count in provider.received.values())


def test_who_is_told_to_stop_while_waiting_leaves_the_look_to_the_next(
    world: World, provider: RecordKeeper
) -> None:
    in_doubt(world)
    hold(world, world.clock.now() + SPACING)
    waiting = Waiting(world)
    world.context = replace(world.context, stopping=waiting)

    def stop() -> None:
        waiting.set()

    waiting._others_call = stop  # type: ignore[method-assign]  # somebody ends the process meanwhile
    reconcile_in_doubt(world.context)
    (attempt,) = attempts(world)
    assert (attempt.lease_until, attempt.look_count, provider.lookups) == (None, 0, [])


def test_a_look_that_was_cut_off_does_not_count(world: World, provider: RecordKeeper) -> None:
    in_doubt(world)
    lease = DeliverySettings.of(world.settings).lease
    for _ in range(5):
        with world.database.write() as session:
            assert due_for_reconciliation(session, now=world.clock.now(), limit=9, worker="killed", lease=lease)
        world.clock.advance(seconds=lease.total_seconds())
    provider.lookup_faults = [OutcomeUnknown("cut")]
    reconcile_in_doubt(world.context)
    (attempt,) = attempts(world)
    assert attempt.settle_at is not None
    assert attempt.settle_at - world.clock.now() < timedelta(minutes=1)


def test_standing_still_is_no_look_in_vain(database: Database, clock: StoppedClock, settings: Settings) -> None:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers(PEOPLE)
    campaign_id = in_doubt(world)
    with database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=clock.now())
    for _ in range(5):
        reconcile_in_doubt(world.context)
        clock.advance(minutes=10)
    assert [attempt.look_count for attempt in attempts(world)] == [0]
    with database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=clock.now())
    world.run(rounds=2)
    assert world.report(campaign_id).accepted == len(PEOPLE)


def test_one_that_cannot_be_settled_holds_up_no_other(
    database: Database, clock: StoppedClock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world(database, clock, settings, FakeProvider(max_batch=1))
    world.add_readers(PEOPLE)
    in_doubt(world, calls=3)
    broken = attempts(world)[0].id
    monkeypatch.setattr("campaigns.sending.reconcile._rebuilt", _breaking_for(broken))
    with pytest.raises(RuntimeError, match="a defect"):
        reconcile_in_doubt(world.context)
    assert [attempt.state.value for attempt in attempts(world)] == ["in_doubt", "settled", "settled"]


def _breaking_for(broken: int) -> object:
    from campaigns.sending.reconcile import _rebuilt

    def rebuilt(context: object, session: Session, attempt: Attempt) -> object:
        if attempt.id == broken:
            raise RuntimeError("a defect")
        return _rebuilt(context, session, attempt)  # type: ignore[arg-type]  # passed through

    return rebuilt
