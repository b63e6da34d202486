"""What the far side says becomes outcomes and suppressions, in any order, however often it is said."""

import pytest
from sqlmodel import select

from campaigns.sending.feedback import act_on, suppress_soft_bounced, suppression_for
from core.db import Database
from delivery.events.events import AppliedEvent, apply_events
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent
from delivery.status import DeliveryStatus
from subscribers.tables import Subscription, Suppression, SuppressionReason
from tests.campaigns.world import World
from tests.conftest import NOON


@pytest.mark.parametrize(
    ("event", "is_permanent", "reason"),
    [
        (EventType.BOUNCED, True, SuppressionReason.BOUNCED),
        (EventType.BOUNCED, False, None),
        (EventType.REJECTED, True, SuppressionReason.BOUNCED),
        (EventType.COMPLAINED, False, SuppressionReason.COMPLAINED),
        (EventType.UNSUBSCRIBED, False, SuppressionReason.PROVIDER_UNSUBSCRIBED),
    ],
)
def test_what_suppresses_an_address(
    event: EventType, is_permanent: bool, reason: SuppressionReason | None
) -> None:
    assert suppression_for(event, is_permanent=is_permanent) is reason


def test_nothing_else_suppresses() -> None:
    harmless = set(EventType) - {
        EventType.BOUNCED,
        EventType.REJECTED,
        EventType.COMPLAINED,
        EventType.UNSUBSCRIBED,
    }
    assert {suppression_for(event, is_permanent=True) for event in harmless} == {None}


def _say(world: World, delivery_id: int, *reports: tuple[str, EventType]) -> list[AppliedEvent]:
    events = [
        IncomingEvent(event_id, kind, NOON, delivery_id, None, is_permanent=True) for event_id, kind in reports
    ]
    with world.database.write() as session:
        applied = apply_events(session, 1, events, now=NOON)
        for event in applied:
            act_on(session, event, now=NOON)
    return applied


def _bounce_softly(world: World, *, times: int, then: EventType | None = None) -> None:
    """As many campaigns to one reader, each of which bounces; perhaps one more that fares otherwise."""
    for number in range(times + (then is not None)):
        campaign_id = world.launched()
        world.run(rounds=3)
        deliveries = world.deliveries(campaign_id)
        kind = EventType.BOUNCED if number < times or then is None else then
        for delivery in deliveries:
            moment = world.clock.now()
            # Twice: a provider may say of one delivery more than once that the mailbox is full.
            incoming = [
                IncomingEvent(f"{delivery.id}-{again}", kind, moment, delivery.id, None, is_permanent=False)
                for again in range(2)
            ]
            with world.database.write() as session:
                applied = apply_events(session, 1, incoming, now=moment)
                suppress_soft_bounced(session, applied, limit=3, now=moment)


def test_soft_bounces_in_a_row_suppress_at_the_limit_and_not_before(world: World) -> None:
    world.add_readers(["nada"])
    _bounce_softly(world, times=2)
    assert _suppressions(world.database) == []
    _bounce_softly(world, times=1)
    assert _suppressions(world.database) == [SuppressionReason.BOUNCED]


def test_a_delivery_between_soft_bounces_begins_the_count_anew(world: World) -> None:
    world.add_readers(["nada"])
    _bounce_softly(world, times=2, then=EventType.DELIVERED)
    _bounce_softly(world, times=2)
    assert _suppressions(world.database) == []
    _bounce_softly(world, times=1)
    assert _suppressions(world.database) == [SuppressionReason.BOUNCED]


def _suppressions(database: Database) -> list[SuppressionReason]:
    with database.read() as session:
        return [row.reason for row in session.exec(select(Suppression)).all()]


def test_a_complaint_suppresses_once_and_leaves_consent_as_it_is(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.launched()
    world.run(rounds=3)
    delivery = world.deliveries(campaign_id)[0]
    for _ in range(2):
        _say(world, delivery.id, ("e1", EventType.COMPLAINED), ("e2", EventType.DELIVERED))
    assert _suppressions(world.database) == [SuppressionReason.COMPLAINED]
    with world.database.read() as session:
        assert session.exec(select(Subscription.status)).one() == "confirmed"
    known = world.report(campaign_id)
    assert (known.delivered, known.complained) == (1, 1)


def test_whoever_bounced_is_not_mailed_by_the_next_campaign(world: World) -> None:
    world.add_readers(["nada", "omar"])
    first = world.launched()
    world.run(rounds=3)
    bounced = world.deliveries(first)[0]
    _say(world, bounced.id, ("e1", EventType.BOUNCED))
    second = world.launched()
    world.run(rounds=3)
    assert len(world.deliveries(second)) == 1
    assert sorted(world.provider.received.values()) == [1, 2]


def test_an_event_is_evidence_for_a_delivery_in_doubt(world: World) -> None:
    world.add_readers(["nada"])
    world.provider.capabilities = type(world.provider)(idempotency=None).capabilities
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    world.run(rounds=3)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}
    _say(world, world.deliveries(campaign_id)[0].id, ("e1", EventType.DELIVERED))
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    assert world.report(campaign_id).in_doubt == 0
