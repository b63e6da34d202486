"""A person decides over what stays in doubt: sent again means exactly these readers, and nobody else."""

from datetime import timedelta

import pytest
from sqlmodel import col, select, update

from campaigns.reporting.in_doubt import (
    BulkDecision,
    Choice,
    Decision,
    InDoubtAttempt,
    InDoubtSummary,
    decide,
    decide_all,
    doubts_of,
    waiting_doubts,
)
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.cancel import cancel
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.pause import pause, resume
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

WHY = "The provider's log shows nothing."


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """A provider that remembers no keys: what it leaves open, only an event or a person can settle."""
    world = make_world(database, clock, settings, FakeProvider(max_batch=2, idempotency=None))
    world.add_readers(["asja", "bine", "cene", "dana"])
    return world


def sent_but_for_two(world: World) -> int:
    """A campaign that is over, two of its four readers in doubt: the call broke before it arrived."""
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=4)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).in_doubt == 2
    return campaign_id


def doubts(world: World, campaign_id: int) -> list[InDoubtAttempt]:
    with world.database.read() as session:
        return doubts_of(session, campaign_id, limit=10)


def say(world: World, campaign_id: int, choice: Choice, *, by: Principal | None = None, why: str = WHY) -> int:
    (doubt,) = doubts(world, campaign_id)
    with world.database.write() as session:
        decision = Decision(campaign_id, doubt.attempt_id, choice, why)
        return decide(session, decision, actor=by or world.boris, now=world.clock.now())


def received(world: World) -> dict[str, int]:
    return {address.partition("@")[0]: count for address, count in world.provider.received.items()}


def test_sending_again_opens_a_sent_campaign_for_just_those_readers(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    missed = {"asja", "bine", "cene", "dana"} - set(received(world))
    world.add_readers(["late"])
    assert say(world, campaign_id, Choice.SEND_AGAIN) == 2
    assert world.status(campaign_id) is CampaignStatus.SENDING
    assert world.campaign(campaign_id).finished_at is None
    world.run(rounds=4)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert received(world) == {"asja": 1, "bine": 1, "cene": 1, "dana": 1}
    assert len(missed) == 2
    assert doubts(world, campaign_id) == []
    assert world.report(campaign_id).accepted == 4


def test_who_has_left_the_list_since_is_not_sent_to_again(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    with world.database.write() as session:
        session.exec(update(Subscription).values(status=SubscriptionStatus.UNSUBSCRIBED))
    say(world, campaign_id, Choice.SEND_AGAIN)
    world.run(rounds=4)
    assert sum(world.provider.received.values()) == 2
    assert world.report(campaign_id).skipped == {"unsubscribed": 2}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_taking_it_as_sent_sends_nothing_and_opens_nothing(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    assert say(world, campaign_id, Choice.ACCEPTED) == 2
    world.run(rounds=4)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert sum(world.provider.received.values()) == 2
    assert world.report(campaign_id).accepted == 4


def test_leaving_it_is_written_down_and_asked_no_more(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    assert "campaigns-need-doubts" in open_needs(world)
    assert say(world, campaign_id, Choice.LEAVE, why="Rather not twice; ask ana@example.org") == 0
    (doubt,) = doubts(world, campaign_id)
    (decision,) = doubt.decisions
    assert (decision.who, decision.choice, decision.why) == (
        "Boris",
        Choice.LEAVE,
        "Rather not twice; ask [address]",
    )
    assert open_needs(world) == []
    assert say(world, campaign_id, Choice.SEND_AGAIN) == 2


def open_needs(world: World) -> list[str]:
    with world.database.read() as session:
        return [need.code for need in needs_attention(session, now=world.clock.now())]


def test_every_decision_says_who_and_why(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    (doubt,) = doubts(world, campaign_id)
    say(world, campaign_id, Choice.SEND_AGAIN, by=world.cilka)
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "doubt.decided")).one()
    assert (entry.actor, entry.subject) == (world.cilka.name, f"campaign:{campaign_id}")
    assert entry.detail == {"attempt": doubt.attempt_id, "choice": "send_again", "why": WHY, "deliveries": 2}


def test_an_editor_may_not_and_the_machine_is_no_person(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    for actor in (world.ana, OPERATOR):
        with pytest.raises(NotAllowed):
            say(world, campaign_id, Choice.SEND_AGAIN, by=actor)
    for why in ("", "  \n", "x" * 501):
        with pytest.raises(InputRefused, match="campaigns-doubt-why"):
            say(world, campaign_id, Choice.SEND_AGAIN, why=why)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).in_doubt == 2


def test_a_cancelled_campaign_sends_nothing_again(world: World) -> None:
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    with pytest.raises(Conflict, match="campaigns-doubt-cancelled"):
        say(world, campaign_id, Choice.SEND_AGAIN)
    assert world.report(campaign_id).in_doubt == 2
    assert say(world, campaign_id, Choice.ACCEPTED) == 2
    world.run(rounds=4)
    assert not world.provider.received


def test_a_paused_campaign_sends_it_again_when_it_is_resumed(world: World) -> None:
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    say(world, campaign_id, Choice.SEND_AGAIN)
    world.run(rounds=4)
    assert world.status(campaign_id) is CampaignStatus.PAUSED
    assert not world.provider.received
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=4)
    assert set(received(world).values()) == {1}
    assert len(received(world)) == 4


def test_nobody_sends_again_while_bilten_is_still_finding_out(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(database, clock, settings, FakeProvider(max_batch=2))
    world.add_readers(["asja", "bine"])
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with pytest.raises(Conflict, match="campaigns-doubt-looked-into"):
        say(world, campaign_id, Choice.SEND_AGAIN)
    assert open_needs(world) == []
    world.run(rounds=90)
    assert received(world) == {"asja": 1, "bine": 1}


def test_after_the_provider_has_forgotten_the_key_a_person_may_send_again(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(database, clock, settings, FakeProvider(max_batch=2, idempotency=timedelta(hours=24)))
    world.add_readers(["asja", "bine"])
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    world.clock.advance(days=2)
    reconcile_in_doubt(world.context)
    finish_drained_campaigns(world.context)
    assert world.status(campaign_id) is CampaignStatus.SENT
    say(world, campaign_id, Choice.SEND_AGAIN)
    world.run(rounds=4)
    assert received(world) == {"asja": 1, "bine": 1}


def test_a_doubt_is_decided_once_and_only_in_its_own_campaign(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    (doubt,) = doubts(world, campaign_id)
    other = world.draft()
    for number in (other, 999):
        elsewhere = Decision(number, doubt.attempt_id, Choice.SEND_AGAIN, WHY)
        with pytest.raises(NotFound), world.database.write() as session:
            decide(session, elsewhere, actor=world.boris, now=world.clock.now())
    say(world, campaign_id, Choice.SEND_AGAIN)
    for choice in Choice:
        again = Decision(campaign_id, doubt.attempt_id, choice, WHY)
        with pytest.raises(Conflict, match="delivery-not-in-doubt"), world.database.write() as session:
            decide(session, again, actor=world.boris, now=world.clock.now())


def test_who_was_erased_meanwhile_is_skipped_and_the_other_one_is_sent_to(world: World) -> None:
    campaign_id = sent_but_for_two(world)
    doubtful = [
        delivery for delivery in world.deliveries(campaign_id) if delivery.status is DeliveryStatus.IN_DOUBT
    ]
    say(world, campaign_id, Choice.SEND_AGAIN)
    with world.database.write() as session:
        session.delete(session.get_one(Subscriber, doubtful[0].subscriber_id))
    world.run(rounds=4)
    assert world.report(campaign_id).skipped == {"erased": 1}
    assert sum(world.provider.received.values()) == 3
    with world.database.read() as session:
        addresses = session.exec(select(Subscriber.address).order_by(col(Subscriber.id))).all()
    assert set(world.provider.received) == set(addresses)


@pytest.fixture
def one_by_one(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """Each reader in a call of their own, all of whose answers are lost."""
    world = make_world(database, clock, settings, FakeProvider(max_batch=1, idempotency=None))
    world.add_readers(["asja", "bine", "cene", "dana"])
    return world


def lost(world: World) -> int:
    """The four calls broke before they arrived; the sender is not to blame."""
    campaign_id = world.launched()
    for _ in range(4):
        world.provider.faults = [OutcomeUnknown("cut off")]
        send_next_batch(world.context, campaign_id)
        with world.database.write() as session:
            session.exec(update(Sender).values(consecutive_errors=0, next_call_at=None))
    finish_drained_campaigns(world.context)
    assert world.status(campaign_id) is CampaignStatus.SENT
    return campaign_id


def waiting(world: World, campaign_id: int) -> InDoubtSummary:
    with world.database.read() as session:
        return waiting_doubts(session, campaign_id, now=world.clock.now())


def say_of_all(
    world: World, campaign_id: int, choice: Choice, *, numbers: str, by: Principal | None = None
) -> int:
    with world.database.write() as session:
        decision = BulkDecision(campaign_id, numbers, choice, WHY)
        return decide_all(session, decision, actor=by or world.boris, now=world.clock.now())


def test_all_that_wait_for_a_person_are_decided_at_once_with_one_reason(one_by_one: World) -> None:
    world, campaign_id = one_by_one, lost(one_by_one)
    shown = waiting(world, campaign_id)
    assert (shown.attempts, shown.deliveries) == (4, 4)
    assert say_of_all(world, campaign_id, Choice.SEND_AGAIN, numbers=shown.numbers) == 4
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "doubt.decided")).one()
    assert entry.detail == {"attempts": shown.numbers, "choice": "send_again", "why": WHY, "deliveries": 4}
    world.run(rounds=6)
    assert received(world) == {"asja": 1, "bine": 1, "cene": 1, "dana": 1}
    assert world.status(campaign_id) is CampaignStatus.SENT
    with pytest.raises(Conflict, match="campaigns-doubts-decided-already"):
        say_of_all(world, campaign_id, Choice.SEND_AGAIN, numbers=shown.numbers)
    assert sum(world.provider.received.values()) == 4


def test_only_what_was_shown_is_decided_however_much_has_come_into_doubt_since(one_by_one: World) -> None:
    world, campaign_id = one_by_one, lost(one_by_one)
    first, *others = [doubt.attempt_id for doubt in doubts(world, campaign_id)]
    assert say_of_all(world, campaign_id, Choice.ACCEPTED, numbers=f"{others[0]}-{others[-1]}") == 3
    assert [doubt.attempt_id for doubt in doubts(world, campaign_id)] == [first]
    for nonsense in ("", "x", "1-2-3", "1;2"):
        with pytest.raises(InputRefused, match="core-number-ranges"):
            say_of_all(world, campaign_id, Choice.ACCEPTED, numbers=nonsense)
    with pytest.raises(Conflict):
        say_of_all(world, world.draft(), Choice.ACCEPTED, numbers=f"{first}")
    assert world.report(campaign_id).in_doubt == 1


def test_what_was_left_by_all_at_once_is_asked_no_more_and_can_be_decided_still(one_by_one: World) -> None:
    world, campaign_id = one_by_one, lost(one_by_one)
    shown = waiting(world, campaign_id)
    assert say_of_all(world, campaign_id, Choice.LEAVE, numbers=shown.numbers) == 0
    assert open_needs(world) == []
    assert {decision.choice for doubt in doubts(world, campaign_id) for decision in doubt.decisions} == {
        Choice.LEAVE
    }
    assert waiting(world, campaign_id) == shown
    assert say_of_all(world, campaign_id, Choice.ACCEPTED, numbers=shown.numbers) == 4


def test_an_editor_decides_nothing_at_once_and_a_cancelled_campaign_sends_nothing(one_by_one: World) -> None:
    world = one_by_one
    campaign_id = world.launched()
    world.provider.faults = [OutcomeUnknown("cut off")]
    send_next_batch(world.context, campaign_id)
    numbers = waiting(world, campaign_id).numbers
    for actor in (world.ana, OPERATOR):
        with pytest.raises(NotAllowed):
            say_of_all(world, campaign_id, Choice.ACCEPTED, numbers=numbers, by=actor)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    with pytest.raises(Conflict, match="campaigns-doubt-cancelled"):
        say_of_all(world, campaign_id, Choice.SEND_AGAIN, numbers=numbers)
    assert world.report(campaign_id).in_doubt == 1
