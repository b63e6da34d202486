"""Sending: everybody once, whatever the provider does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from campaigns.merging.personalise import BatchValues, CompiledVariant, build_batch
from campaigns.reporting.in_doubt import open_doubts
from campaigns.sending.cancel import cancel, cancel_leftovers
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.pause import pause, resume
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import BatchOutcome, send_campaigns, send_next_batch
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.settings import Settings
from delivery.errors import (
    ContentRejected,
    OutcomeUnknown,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, NotSent, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.base import WebhookProof
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Sender
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscription
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

PEOPLE = [f"reader{number:03}" for number in range(25)]


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers(PEOPLE)
    return world


def _everybody_once(world: World) -> bool:
    return world.provider.received == {f"{name}@example.org": 1 for name in PEOPLE}


def test_everybody_gets_it_once_and_then_it_is_sent(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=6)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert _everybody_once(world)
    assert world.report(campaign_id).accepted == 25


def test_each_reader_gets_their_own_language(world: World) -> None:
    world.add_readers(["sava"], language="sl")
    world.add_readers(["drava"], language="sl-SI")
    world.add_readers(["leyla"], language="fa")
    world.launched()
    world.run(rounds=6)
    subjects = {message.to: message.subject for batch in world.provider.batches for message in batch.messages}
    assert subjects["sava@example.org"] == subjects["drava@example.org"] == "Pogrešanih je 600 ljudi"
    assert subjects["leyla@example.org"] == subjects["reader000@example.org"] == "600 people are missing"


def test_what_arrives_is_what_was_approved_but_for_the_merge_fields(world: World) -> None:
    world.launched()
    world.run(rounds=1)
    message = world.provider.batches[0].messages[0]
    assert "[[" not in message.html + message.text + message.subject
    assert "600 people are missing" in message.html
    links = [value for name, value in message.headers if name == "List-Unsubscribe"]
    assert links[0].strip("<>") in message.text


def test_a_lost_answer_is_settled_by_the_same_request_with_the_same_key(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    assert DeliveryStatus.IN_DOUBT in world.delivery_states(campaign_id)
    world.run(rounds=90)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert _everybody_once(world)


def test_a_campaign_is_not_sent_while_a_delivery_can_still_be_settled(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_campaigns(world.context)
    world.run(rounds=1, seconds=0)
    assert world.status(campaign_id) is CampaignStatus.SENDING


def test_without_a_key_a_lost_answer_stays_in_doubt_and_is_never_repeated(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10, idempotency=None))
    world.add_readers(PEOPLE)
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    world.run(rounds=90)
    assert _everybody_once(world)
    assert world.report(campaign_id).in_doubt == 10
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_where_events_tell_staff_are_asked_only_when_none_has_come(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    provider = FakeProvider(max_batch=10, idempotency=None, webhooks=WebhookProof.SIGNATURE)
    world = make_world(database, clock, settings, provider)
    world.add_readers(PEOPLE)
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    world.run(rounds=3)
    with database.read() as session:
        assert open_doubts(session) == {}
    clock.advance(minutes=16)
    world.run(rounds=3)
    with database.read() as session:
        assert open_doubts(session) == {campaign_id: 10}
    assert _everybody_once(world)


def test_a_key_that_the_provider_may_have_forgotten_is_not_trusted(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    world.clock.advance(hours=20)
    world.run(rounds=5)
    assert _everybody_once(world)
    assert world.report(campaign_id).in_doubt == 10
    calls_with_first_key = [
        batch for batch in world.provider.batches if batch.key == world.provider.batches[0].key
    ]
    assert len(calls_with_first_key) == 1


def test_a_repeat_that_would_not_be_the_same_request_is_not_made(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        session.execute(update(Attempt).values(request_digest="0" * 64))
    world.run(rounds=60)
    assert world.report(campaign_id).in_doubt == 10
    assert _everybody_once(world)


def test_what_a_repeat_needs_is_wiped_when_the_attempt_is_settled(world: World) -> None:
    world.launched()
    world.run(rounds=6)
    with world.database.read() as session:
        attempts = session.exec(select(Attempt)).all()
    assert attempts
    assert {attempt.state for attempt in attempts} == {AttemptState.SETTLED}
    assert {attempt.merge_values for attempt in attempts} == {None}


def test_a_provider_that_asks_to_wait_is_not_called_before(world: World) -> None:
    world.provider.faults = [TransientProviderError("slow down", retry_after=timedelta(seconds=40))]
    campaign_id = world.launched()
    assert send_next_batch(world.context, campaign_id) is BatchOutcome.SENT
    world.run(rounds=39)
    assert len(world.provider.batches) == 1
    world.run(rounds=60)
    assert _everybody_once(world)
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_each_result_of_a_batch_is_honoured_by_itself(world: World) -> None:
    def partly(batch: OutgoingBatch) -> SendResult:
        first, second, *others = batch.messages
        return SendResult(
            (
                Rejected(first.delivery_id, RejectReason.INVALID, "no such domain"),
                NotSent(second.delivery_id, "try later", timedelta(seconds=5)),
                *(Accepted(message.delivery_id, "x") for message in others),
            )
        )

    world.provider.faults = [partly]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    assert (
        sorted(delivery.status for delivery in world.deliveries(campaign_id))[:10]
        == [DeliveryStatus.ACCEPTED] * 8 + [DeliveryStatus.QUEUED] * 2
    )
    world.run(rounds=60)
    report = world.report(campaign_id)
    assert (report.accepted, report.rejected, report.queued) == (24, 1, 0)
    assert world.status(campaign_id) is CampaignStatus.SENT


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (SenderMisconfigured("invalid API key"), PauseReason.SENDER_MISCONFIGURED),
        (QuotaSpent("daily quota exceeded"), PauseReason.SENDER_MISCONFIGURED),
        (ContentRejected("missing subject"), PauseReason.CONTENT_REJECTED),
    ],
)
def test_what_more_calls_would_not_mend_pauses_with_the_providers_words(
    world: World, error: Exception, reason: PauseReason
) -> None:
    world.provider.faults = [error]
    campaign_id = world.launched()
    world.run(rounds=20)
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, reason)
    assert campaign.pause_detail == str(error)
    assert len(world.provider.batches) == 1
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=60)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert _everybody_once(world)


def test_a_provider_that_is_away_for_a_minute_stops_nothing(world: World) -> None:
    world.provider.faults = [TransientProviderError("no")] * 4
    campaign_id = world.launched()
    world.run(rounds=60)
    assert world.status(campaign_id) is CampaignStatus.SENDING
    world.run(rounds=200)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert _everybody_once(world)


def test_a_row_of_failures_pauses_and_nobody_is_lost(world: World) -> None:
    world.provider.faults = [TransientProviderError("no")] * 5
    campaign_id = world.launched()
    world.run(rounds=200)
    assert world.campaign(campaign_id).pause_reason is PauseReason.ERROR_THRESHOLD
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=200)
    assert _everybody_once(world)


def test_what_fails_for_everybody_again_and_again_gives_nobody_up(world: World) -> None:
    world.configure(error_threshold=1000, max_attempts=3)
    world.provider.faults = [TransientProviderError("no")] * 12
    campaign_id = world.launched()
    world.run(rounds=12, seconds=3600)
    assert {(delivery.status, delivery.attempt_count) for delivery in world.deliveries(campaign_id)} == {
        (DeliveryStatus.QUEUED, 0)
    }
    world.run(rounds=6, seconds=3600)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert _everybody_once(world)


def test_a_delivery_that_is_put_off_by_itself_again_and_again_is_given_up_and_shown(world: World) -> None:
    def put_off(batch: OutgoingBatch) -> SendResult:
        return SendResult(
            tuple(
                NotSent(message.delivery_id, "451 4.3.0 later")
                if message.to.startswith("reader003@")
                else Accepted(message.delivery_id, "x")
                for message in batch.messages
            )
        )

    world.configure(max_attempts=3)
    world.provider.faults = [put_off] * 100
    campaign_id = world.launched()
    world.run(rounds=30, seconds=60)
    report = world.report(campaign_id)
    assert (report.accepted, report.failed) == (24, 1)
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_whoever_unsubscribes_after_the_launch_is_skipped_with_the_reason(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        session.execute(
            update(Subscription)
            .where(col(Subscription.subscriber_id).in_([1, 2]))
            .values(status=SubscriptionStatus.UNSUBSCRIBED)
        )
    world.run(rounds=6)
    assert "reader000@example.org" not in world.provider.received
    report = world.report(campaign_id)
    assert (report.accepted, report.skipped) == (23, {"unsubscribed": 2})
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_pausing_stops_sending_and_resuming_goes_on_with_the_others(world: World) -> None:
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=6)
    assert sum(world.provider.received.values()) == 10
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=6)
    assert _everybody_once(world)


def test_a_doubt_is_not_settled_by_a_repeat_while_staff_have_said_stop(world: World) -> None:
    world.provider.faults = [OutcomeUnknown("cut before it arrived")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=60)
    assert not world.provider.received
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=6)
    assert _everybody_once(world)


def test_cancelling_halfway_sends_nothing_more_not_even_a_repeat(world: World) -> None:
    world.provider.faults = [OutcomeUnknown("cut before it arrived")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=60)
    assert not world.provider.received
    assert world.report(campaign_id).cancelled == 15


def test_what_comes_back_after_the_campaign_was_cancelled_is_cancelled(world: World) -> None:
    campaign_id = world.launched()

    def cancelled_meanwhile(_: OutgoingBatch) -> SendResult:
        with world.database.write() as session:
            cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
        raise TransientProviderError("not now")

    world.provider.faults = [cancelled_meanwhile]
    send_next_batch(world.context, campaign_id)
    assert DeliveryStatus.QUEUED in world.delivery_states(campaign_id)
    for _ in range(2):
        cancel_leftovers(world.context)
        assert world.delivery_states(campaign_id) == {DeliveryStatus.CANCELLED}


def test_an_unexpected_error_inside_a_provider_leaves_the_outcome_unknown(world: World) -> None:
    world.provider.faults = [RuntimeError("a defect")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT, DeliveryStatus.QUEUED}
    world.run(rounds=90)
    assert _everybody_once(world)


def test_many_workers_at_once_send_to_everybody_once(world: World) -> None:
    campaign_id = world.launched()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: send_next_batch(world.context, campaign_id), range(24)))
    world.run(rounds=6)
    assert _everybody_once(world)


def test_a_sender_paused_for_one_campaign_pauses_the_next_one_too(world: World) -> None:
    with world.database.write() as session:
        session.execute(
            update(Sender).values(paused_reason="delivery-provider-misconfigured", paused_detail="bad key")
        )
    campaign_id = world.launched()
    world.run(rounds=6)
    campaign = world.campaign(campaign_id)
    assert (campaign.pause_reason, campaign.pause_detail) == (PauseReason.SENDER_MISCONFIGURED, "bad key")


def test_running_every_job_again_on_a_finished_campaign_changes_nothing(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=6)
    before = _everything(world, campaign_id)
    launch_due_campaigns(world.context)
    send_campaigns(world.context)
    reconcile_in_doubt(world.context)
    finish_drained_campaigns(world.context)
    assert _everything(world, campaign_id) == before


def _everything(world: World, campaign_id: int) -> list[dict[str, object]]:
    return [row.model_dump() for row in [world.campaign(campaign_id), *world.deliveries(campaign_id)]]


def test_a_defect_in_one_campaign_holds_up_no_other_and_is_not_hidden(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = world.launched(), world.launched()
    reference = world.campaign(broken).public_id

    def breaks_for_the_first(
        key: str, values: BatchValues, variant_of: Callable[[int], CompiledVariant]
    ) -> OutgoingBatch:
        if values.reference == reference:
            world.clock.advance(seconds=0.01)  # the two share a sender, and its rate
            raise RuntimeError("a defect")
        return build_batch(key, values, variant_of)

    monkeypatch.setattr("campaigns.sending.send.build_batch", breaks_for_the_first)
    with pytest.raises(RuntimeError, match="a defect"):
        send_campaigns(world.context)
    assert world.report(sound).accepted > 0, "the sound one had its turn in the same run"
    for _ in range(6):
        world.clock.advance(seconds=1)
        with suppress(RuntimeError):
            send_campaigns(world.context)
    assert world.report(sound).accepted == 25
    assert world.report(broken).accepted == 0


def test_a_delivery_rendered_for_somebody_else_stops_the_campaign(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mixed_up(key: str, values: BatchValues, variant_of: Callable[[int], CompiledVariant]) -> OutgoingBatch:
        batch = build_batch(key, values, variant_of)
        first, second, *others = batch.messages
        swapped = replace(first, rendered_for=second.to_hash)
        return replace(batch, messages=(swapped, second, *others))

    campaign_id = world.launched()
    monkeypatch.setattr("campaigns.sending.send.build_batch", mixed_up)
    send_campaigns(world.context)
    assert world.campaign(campaign_id).pause_reason is PauseReason.WRONG_RECIPIENT
    assert not world.provider.batches
    assert world.delivery_states(campaign_id) == {DeliveryStatus.QUEUED}
