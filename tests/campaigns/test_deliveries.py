"""Who did not get it, and why: one reader after another, with what the provider said of theirs."""

import pytest
from sqlmodel import col, select, update

from campaigns.reporting.deliveries import ReaderDelivery, deliveries_page, reasons_to_choose
from core.db import Database
from core.i18n import Texts
from core.settings import Settings
from delivery.attempts.attempts import deliveries_of
from delivery.errors import OutcomeUnknown, TransientProviderError
from delivery.events.events import apply_events
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import EventType, Outcome, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.reporting.history import AttemptResult, attempts_for, events_for
from delivery.reporting.listing import DeliveryFilter, get_delivery
from delivery.status import DeliveryStatus
from delivery.tables import Attempt
from staff.principal import OPERATOR
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

EVERYBODY = DeliveryFilter()
TEXTS = Texts(["campaigns", "delivery"])


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider())
    world.add_readers(["asja", "bine", "cene"], language="sl")
    world.add_readers(["dana"], language="en")
    return world


def page(
    world: World, campaign_id: int, wanted: DeliveryFilter = EVERYBODY, *, after_id: int = 0, limit: int = 50
) -> list[ReaderDelivery]:
    with world.database.read() as session:
        return deliveries_page(session, campaign_id, wanted, viewer=OPERATOR, after_id=after_id, limit=limit)


def who(deliveries: list[ReaderDelivery]) -> list[str]:
    return [(delivery.address or "").partition("@")[0] for delivery in deliveries]


def refuse_first(batch: OutgoingBatch) -> SendResult:
    first, *others = batch.messages
    refused = Rejected(first.delivery_id, RejectReason.INVALID, "no such user")
    return SendResult(
        (refused, *(Accepted(delivery.delivery_id, f"id-{delivery.delivery_id}") for delivery in others))
    )


def hear(world: World, delivery_id: int, *events: tuple[EventType, RejectReason | None, str | None]) -> None:
    for number, (kind, reason, reason_text) in enumerate(events):
        world.clock.advance(minutes=1)
        event = IncomingEvent(
            event_id=f"{delivery_id}-{kind}-{number}",
            type=kind,
            occurred_at=world.clock.now(),
            delivery_id=delivery_id,
            provider_message_id=None,
            reject_reason=reason,
            is_permanent=True,
            detail=reason_text,
        )
        with world.database.write() as session:
            apply_events(session, 1, [event], now=world.clock.now())


def send_to_each_state(world: World) -> int:
    """Asja's address was refused, Bine's mailbox bounced it, Cene left in time, Dana got it after a delay."""
    with world.database.write() as session:
        cene = session.exec(select(Subscriber.id).where(Subscriber.name == "Cene")).one()
    world.provider.faults = [refuse_first]
    campaign_id = world.launched()
    with world.database.write() as session:
        left = update(Subscription).where(col(Subscription.subscriber_id) == cene)
        session.exec(left.values(status=SubscriptionStatus.UNSUBSCRIBED))
    world.run(rounds=3)
    ids = {(delivery.address or "").partition("@")[0]: delivery.id for delivery in page(world, campaign_id)}
    hear(world, ids["bine"], (EventType.BOUNCED, RejectReason.BOUNCED, "mailbox full"))
    hear(world, ids["dana"], (EventType.DEFERRED, None, "greylisted"), (EventType.DELIVERED, None, None))
    return campaign_id


def test_each_reader_stands_there_with_state_reason_and_the_providers_words(world: World) -> None:
    campaign_id = send_to_each_state(world)
    asja, bine, cene, dana = page(world, campaign_id)
    assert (asja.address, asja.language, asja.status) == ("asja@example.org", "sl", DeliveryStatus.REJECTED)
    assert (asja.reason_key, asja.detail, asja.outcome) == ("delivery-reason-invalid", "no such user", None)
    assert (bine.status, bine.outcome) == (DeliveryStatus.ACCEPTED, Outcome.BOUNCED)
    assert (bine.reason_key, bine.detail) == ("delivery-reason-bounced", "mailbox full")
    assert (cene.status, cene.reason_key) == (DeliveryStatus.SKIPPED, "campaigns-skipped-unsubscribed")
    assert (dana.language, dana.outcome, dana.reason, dana.detail) == ("en", Outcome.DELIVERED, None, None)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (DeliveryFilter(is_missed=True), ["asja", "bine", "cene"]),
        (DeliveryFilter(status=DeliveryStatus.ACCEPTED), ["bine", "dana"]),
        (DeliveryFilter(outcome=Outcome.DELIVERED), ["dana"]),
        (DeliveryFilter(outcome=Outcome.PENDING), []),
        (DeliveryFilter(reason="invalid"), ["asja"]),
        (DeliveryFilter(reason="bounced"), ["bine"]),
        (DeliveryFilter(reason="unsubscribed"), ["cene"]),
        (DeliveryFilter(reason="nobody-knows"), []),
        (DeliveryFilter(status=DeliveryStatus.ACCEPTED, is_missed=True), ["bine"]),
    ],
)
def test_they_can_be_narrowed_down(world: World, wanted: DeliveryFilter, expected: list[str]) -> None:
    assert who(page(world, send_to_each_state(world), wanted)) == expected


def test_the_reasons_that_occur_can_be_chosen(world: World) -> None:
    campaign_id = send_to_each_state(world)
    with world.database.read() as session:
        reasons = reasons_to_choose(session, campaign_id)
    assert reasons == {
        "bounced": "delivery-reason-bounced",
        "invalid": "delivery-reason-invalid",
        "unsubscribed": "campaigns-skipped-unsubscribed",
    }


def test_pages_follow_each_other_without_gaps(world: World) -> None:
    campaign_id = world.launched()
    first = page(world, campaign_id, limit=3)
    assert who(first) == ["asja", "bine", "cene"]
    assert who(page(world, campaign_id, after_id=first[-1].id, limit=3)) == ["dana"]


def test_an_erased_reader_stands_there_without_an_address(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        session.delete(session.exec(select(Subscriber).where(Subscriber.name == "Bine")).one())
    assert [delivery.address for delivery in page(world, campaign_id)][1] is None


def test_the_story_tells_every_attempt_and_event(world: World) -> None:
    world.provider.faults = [TransientProviderError("busy"), OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=1)
    assert results(world, campaign_id) == [AttemptResult.NOT_TAKEN]
    world.clock.advance(minutes=30)
    world.run(rounds=1)
    assert results(world, campaign_id) == [AttemptResult.NOT_TAKEN, AttemptResult.IN_DOUBT]
    world.run(rounds=60)
    assert results(world, campaign_id) == [AttemptResult.NOT_TAKEN, AttemptResult.TAKEN]
    first = page(world, campaign_id)[0]
    hear(world, first.id, (EventType.DELIVERED, None, None), (EventType.COMPLAINED, RejectReason.SPAM, None))
    with world.database.read() as session:
        event_types = [event.type for event in events_for(session, first.id)]
    assert event_types == [EventType.DELIVERED, EventType.COMPLAINED]


def results(world: World, campaign_id: int) -> list[AttemptResult]:
    with world.database.read() as session:
        first = session.exec(select(Attempt.id).order_by(col(Attempt.id))).first()
        assert first is not None
        delivery = get_delivery(session, campaign_id, deliveries_of(session, first)[0].id)
        return [attempt.result for attempt in attempts_for(session, delivery)]


def test_every_state_reason_and_event_has_its_words() -> None:
    keys = [
        *(f"delivery-status-{status}" for status in DeliveryStatus),
        *(f"delivery-outcome-{outcome}" for outcome in Outcome),
        *(f"delivery-event-{kind}" for kind in EventType),
        *(f"delivery-reason-{reason}" for reason in [*RejectReason, "too_many_attempts", "no_answer"]),
        *(f"delivery-attempt-{result}" for result in AttemptResult),
    ]
    for key in keys:
        assert TEXTS.text("en", key, detail="")
