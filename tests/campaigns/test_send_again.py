"""Staff have it sent again to the refused and given up: to just these, once, and only if they may be mailed."""

from datetime import datetime

import pytest
from sqlmodel import col, select, update

from campaigns.reporting.delivery_history import story_of
from campaigns.sending.cancel import cancel
from campaigns.sending.manage_sender import SenderEdit, change_sender
from campaigns.sending.send import send_next_batch
from campaigns.sending.send_again import SendAgainRequest, send_again
from campaigns.status import CampaignStatus
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed
from core.settings import Settings
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.refusals import RefusalSubject
from delivery.reporting.listing import DeliveryFilter
from delivery.senders.senders import SenderIdentityDetails
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.status import SubscriptionStatus
from subscribers.suppress import suppress
from subscribers.tables import Subscriber, Subscription, SuppressionReason
from tests.campaigns.world import World, as_admin, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

WHY = "The daily limit is over."
EVERYBODY = DeliveryFilter()


def all_but_the_last_are_refused(batch: OutgoingBatch) -> SendResult:
    """The last by address: without an index in use, PostgreSQL promises no order of rows."""
    *refused, last = sorted(batch.messages, key=lambda message: message.to)
    reasons = [RejectReason.INVALID, *[RejectReason.BLOCKED] * len(refused)]
    return SendResult(
        (
            *(
                Rejected(message.delivery_id, why, "not today", RefusalSubject.READER)
                for message, why in zip(refused, reasons, strict=False)
            ),
            Accepted(last.delivery_id, "m"),
        )
    )


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(idempotency=None))
    world.add_readers(["asja", "bine", "cene", "dana"])
    return world


@pytest.fixture
def refused(world: World) -> int:
    """Sent, but refused for three of the four."""
    world.provider.faults = [all_but_the_last_are_refused]
    campaign_id = world.launched()
    world.run(rounds=3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).rejected == 3
    return campaign_id


def again(
    world: World,
    campaign_id: int,
    wanted: DeliveryFilter = EVERYBODY,
    *,
    seen_at: datetime | None = None,
    by: Principal | None = None,
    why: str = WHY,
) -> int:
    now = world.clock.now()
    with world.database.write() as session:
        order = SendAgainRequest(campaign_id, wanted, seen_at or now, why)
        return send_again(session, order, actor=by or world.boris, now=now)


def received(world: World) -> dict[str, int]:
    return {address.partition("@")[0]: count for address, count in world.provider.received.items()}


def test_a_sent_campaign_goes_on_with_just_these(world: World, refused: int) -> None:
    world.add_readers(["late"])
    assert again(world, refused) == 3
    assert world.status(refused) is CampaignStatus.SENDING
    world.run(rounds=3)
    assert world.status(refused) is CampaignStatus.SENT
    assert world.report(refused).accepted == 4
    assert received(world) == {"asja": 1, "bine": 1, "cene": 1}


def test_a_second_press_finds_nobody_also_when_they_were_refused_again_meanwhile(
    world: World, refused: int
) -> None:
    seen_at = world.clock.now()
    again(world, refused, seen_at=seen_at)
    with pytest.raises(Conflict, match="campaigns-refused-nobody"):
        again(world, refused, seen_at=seen_at)
    world.clock.advance(seconds=1)
    world.provider.faults = [all_but_the_last_are_refused]
    world.run(rounds=3)
    assert world.report(refused).rejected == 2
    with pytest.raises(Conflict, match="campaigns-refused-nobody"):
        again(world, refused, seen_at=seen_at)
    assert again(world, refused) == 2


def test_they_can_be_chosen_by_reason_and_state(world: World, refused: int) -> None:
    assert again(world, refused, DeliveryFilter(reason="blocked")) == 2
    for nobody in (DeliveryFilter(status=DeliveryStatus.FAILED), DeliveryFilter(status=DeliveryStatus.ACCEPTED)):
        with pytest.raises(Conflict):
            again(world, refused, nobody)
    world.run(rounds=3)
    assert (world.report(refused).accepted, world.report(refused).rejected) == (3, 1)


def test_the_policy_is_asked_anew(world: World, refused: int) -> None:
    asja, bine, cene, _ = sorted(world.deliveries(refused), key=lambda delivery: delivery.id)
    again(world, refused)
    with world.database.write() as session:
        reason = SuppressionReason.BOUNCED
        suppress(session, address_hash=asja.address_hash, reason=reason, detail="", now=world.clock.now())
        left = update(Subscription).where(col(Subscription.subscriber_id) == bine.subscriber_id)
        session.exec(left.values(status=SubscriptionStatus.UNSUBSCRIBED))
        session.delete(session.get_one(Subscriber, cene.subscriber_id))
    world.run(rounds=3)
    assert received(world) == {}
    assert world.report(refused).skipped == {"suppressed": 1, "unsubscribed": 1, "erased": 1}
    assert world.status(refused) is CampaignStatus.SENT


def test_who_was_given_up_has_all_attempts_again(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        given_up = {"status": DeliveryStatus.FAILED, "reason": "too_many_attempts", "attempt_count": 8}
        session.exec(update(Delivery).values(given_up))
    world.run(rounds=1)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert again(world, campaign_id) == 4
    assert {delivery.attempt_count for delivery in world.deliveries(campaign_id)} == {0}
    world.run(rounds=3)
    assert world.report(campaign_id).accepted == 4


def test_it_takes_an_approver_and_a_reason_and_is_written_down(world: World, refused: int) -> None:
    for actor in (world.ana, OPERATOR):
        with pytest.raises(NotAllowed):
            again(world, refused, by=actor)
    with pytest.raises(InputRefused, match="campaigns-doubt-why"):
        again(world, refused, why=" ")
    assert world.report(refused).rejected == 3
    again(world, refused, by=world.cilka)
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "refused.sent_again")).one()
        accepted = DeliveryStatus.ACCEPTED
        first, *_, last = sorted(world.deliveries(refused), key=lambda delivery: delivery.status is accepted)
        texts_of_story = [moment.more for moment in story_of(session, session.get_one(Delivery, first.id))]
        of_another = [moment.more for moment in story_of(session, session.get_one(Delivery, last.id))]
    assert (entry.actor, entry.subject) == (world.cilka.name, f"campaign:{refused}")
    assert (entry.detail["deliveries"], entry.detail["why"]) == (3, WHY)
    assert "campaigns-refused-sent-again" in texts_of_story
    assert "campaigns-refused-sent-again" not in of_another


def test_a_cancelled_campaign_sends_nothing_again(world: World) -> None:
    world.provider.faults = [all_but_the_last_are_refused]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    with pytest.raises(Conflict, match="campaigns-doubt-cancelled"):
        again(world, campaign_id)
    assert world.report(campaign_id).rejected == 3


def test_nobody_is_sent_again_from_somebody_else(world: World, refused: int) -> None:
    world.clock.advance(minutes=1)
    edit = SenderEdit(SenderIdentityDetails("Somebody else", "else@example.org"))
    boss, now = as_admin(world.boris), world.clock.now()
    with world.database.write() as session:
        change_sender(session, 1, edit, actor=boss, settings=world.settings, now=now)
    with pytest.raises(Conflict, match="campaigns-reopen-sender-changed"):
        again(world, refused)
    assert received(world) == {}
