"""A scheduled campaign goes out once, at the time that staff chose, or is held and shown."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from campaigns.review.schedule import schedule, unschedule
from campaigns.sending.cancel import cancel
from campaigns.sending.launch import fall_due, launch, launch_due_campaigns
from campaigns.sending.pause import pause, resume
from campaigns.status import CampaignStatus, PauseReason
from core.errors import BiltenError, InputRefused, NotAllowed
from core.machine import IllegalTransition
from subscribers.status import SubscriptionStatus
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite


def _approved(world: World) -> int:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    return campaign_id


@on_sqlite
def test_staff_choose_a_local_time(world: World) -> None:
    campaign_id = _approved(world)
    with world.database.write() as session:
        schedule(
            session,
            campaign_id,
            local=datetime(2026, 11, 23, 9, 0),  # noqa: DTZ001  a local time
            zone="Europe/Ljubljana",
            actor=world.boris,
            now=NOON,
        )
    campaign = world.campaign(campaign_id)
    assert campaign.scheduled_at == NOON.replace(day=23, hour=8)
    assert campaign.scheduled_zone == "Europe/Ljubljana"


@on_sqlite
def test_a_time_that_has_passed_is_refused(world: World) -> None:
    campaign_id = _approved(world)
    with pytest.raises(InputRefused, match="time-past"), world.database.write() as session:
        schedule(
            session,
            campaign_id,
            local=datetime(2026, 11, 22, 12, 59),  # noqa: DTZ001  a local time
            zone="Europe/Ljubljana",
            actor=world.boris,
            now=NOON,
        )


@on_sqlite
def test_an_editor_cannot_send(world: World) -> None:
    campaign_id = _approved(world)
    world.boris = world.ana
    with pytest.raises(NotAllowed):
        world.send_now(campaign_id)


@on_sqlite
def test_nothing_can_be_scheduled_before_it_is_approved(world: World) -> None:
    campaign_id = world.draft()
    with pytest.raises(IllegalTransition):
        world.send_now(campaign_id)


def test_send_now_can_be_taken_back_within_the_undo_window(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    world.clock.advance(seconds=29)
    launch_due_campaigns(world.context)
    with world.database.write() as session:
        unschedule(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.clock.advance(hours=1)
    launch_due_campaigns(world.context)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_what_fell_due_while_nothing_ran_goes_out_at_the_next_start_once(world: World) -> None:
    world.add_readers(["nada", "omar"])
    campaign_id = world.scheduled()
    world.clock.advance(hours=11)
    world.run(rounds=3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_what_is_later_than_allowed_is_held_and_shown(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    world.clock.advance(hours=12, minutes=1)
    world.run(rounds=2)
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.TOO_LATE)
    assert not world.provider.received


def test_what_was_held_goes_out_when_a_person_says_so(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    world.clock.advance(days=2)
    world.run(rounds=1)
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=2)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.campaign(campaign_id).pause_reason is None


def test_what_was_paused_before_its_time_waits_for_it_again(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.clock.advance(seconds=29)
    launch_due_campaigns(world.context)
    assert world.status(campaign_id) is CampaignStatus.SCHEDULED
    world.run(rounds=3)
    assert world.provider.received == {"nada@example.org": 1}


def test_resuming_what_is_not_paused_sends_nothing_early(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    with pytest.raises(IllegalTransition), world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    assert world.status(campaign_id) is CampaignStatus.SCHEDULED


def test_a_campaign_that_nobody_may_get_stops_and_says_so(world: World) -> None:
    world.add_readers(["nada"], status=SubscriptionStatus.PENDING)
    campaign_id = world.launched()
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.AUDIENCE_EMPTY)


def test_a_launch_interrupted_between_its_two_steps_is_taken_further(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    now = world.clock.advance(seconds=60)
    with world.database.write() as session:
        fall_due(session, campaign_id, max_lateness=timedelta(hours=12), now=now)
    assert world.status(campaign_id) is CampaignStatus.PREPARING
    world.run(rounds=2)
    assert world.provider.received == {"nada@example.org": 1}


def test_launching_twice_changes_nothing(world: World) -> None:
    world.add_readers(["nada", "omar"])
    campaign_id = world.launched()
    before = [delivery.model_dump() for delivery in world.deliveries(campaign_id)]
    with world.database.write() as session:
        launch(session, campaign_id, now=world.clock.now())
    launch_due_campaigns(world.context)
    assert [delivery.model_dump() for delivery in world.deliveries(campaign_id)] == before


def test_two_clicks_and_two_launchers_make_one_campaign(world: World) -> None:
    world.add_readers([f"reader{number}" for number in range(40)])
    campaign_id = _approved(world)

    def click(_: int) -> bool:
        try:
            world.send_now(campaign_id)
        except BiltenError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(click, range(8)))
        world.clock.advance(seconds=60)
        list(threads.map(lambda _: launch_due_campaigns(world.context), range(8)))
        list(threads.map(lambda _: world.run(rounds=1), range(8)))
    assert len(world.deliveries(campaign_id)) == 40
    assert set(world.provider.received.values()) == {1}
    assert sum(world.provider.received.values()) == 40


def test_a_cancelled_campaign_never_goes_out(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.clock.advance(hours=1)
    world.run(rounds=2)
    assert world.status(campaign_id) is CampaignStatus.CANCELLED
    assert not world.provider.received
