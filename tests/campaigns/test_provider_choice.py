"""Campaigns through providers that merge, and a provider that may not have them at all."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from campaigns.automation.run_automations import AutomationRequest, add_automation
from campaigns.sending.pause import resume
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import AutomationMode
from core.errors import InputRefused
from core.settings import Settings
from delivery.errors import ContentRejected, ProviderError, QuotaSpent, TransientProviderError
from delivery.message.outgoing import Accepted, NotSent, OutgoingBatch, SendResult
from delivery.providers import build_provider
from delivery.tables import Sender
from news.sources import add_folder_source
from tests.campaigns.world import World, intake_of
from tests.fakes.mailgun_api import FakeMailgun
from tests.fakes.scripted_api import ScriptedApi
from tests.fakes.sendgrid_api import FakeSendGrid
from tests.fakes.ses_api import FakeSes

PEOPLE = [f"reader{number:02}" for number in range(8)]


@pytest.mark.parametrize(
    ("name", "make_api"), [("mailgun", FakeMailgun), ("sendgrid", FakeSendGrid), ("ses", FakeSes)]
)
def test_a_campaign_in_two_languages_reaches_everybody_once(
    world: World, settings: Settings, name: str, make_api: Callable[[], ScriptedApi]
) -> None:
    api = make_api()
    provider = build_provider(name, settings, transport=api.transport)
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers(PEOPLE[:4])
    world.add_readers(PEOPLE[4:], language="sl")
    campaign_id = world.launched()
    world.run(rounds=3)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert Counter(copy["to"][0] for copy in api.sent) == {f"{person}@example.org": 1 for person in PEOPLE}
    assert all("[[" not in copy["html"] + copy["text"] for copy in api.sent)
    assert len({copy["headers"]["List-Unsubscribe"] for copy in api.sent}) == len(PEOPLE)
    ours = {str(delivery.id) for delivery in world.deliveries(campaign_id)}
    assert {copy["delivery"] for copy in api.sent} == ours
    provider.close()


def _stopped_by(error: ProviderError) -> Callable[[OutgoingBatch], SendResult]:
    def in_the_middle(batch: OutgoingBatch) -> SendResult:
        first, *others = batch.messages
        unsent = (NotSent(message.delivery_id, error.detail) for message in others)
        return SendResult((Accepted(first.delivery_id, "x"), *unsent), stopped_by=error)

    return in_the_middle


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (QuotaSpent("daily quota exceeded"), PauseReason.SENDER_MISCONFIGURED),
        (ContentRejected("missing text"), PauseReason.CONTENT_REJECTED),
    ],
)
def test_a_batch_that_is_stopped_in_the_middle_pauses_with_the_words_and_loses_nobody(
    world: World, error: ProviderError, reason: PauseReason
) -> None:
    world.add_readers(PEOPLE)
    world.provider.faults = [_stopped_by(error)]
    campaign_id = world.launched()
    world.run(rounds=5)
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, reason)
    assert campaign.pause_detail == error.detail
    assert len(world.provider.batches) == 1
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=120)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).accepted == len(PEOPLE)
    assert sum(world.provider.received.values()) == len(PEOPLE) - 1


def test_a_batch_that_is_told_to_wait_in_the_middle_holds_the_sender(world: World) -> None:
    world.add_readers(PEOPLE)
    world.provider.faults = [_stopped_by(TransientProviderError("slow down", timedelta(seconds=40)))]
    campaign_id = world.launched()
    world.run(rounds=39)
    assert len(world.provider.batches) == 1
    world.run(rounds=120)
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_a_provider_that_takes_a_part_each_time_is_not_given_up(world: World) -> None:
    world.add_readers(PEOPLE)
    world.provider.faults = [_stopped_by(TransientProviderError("slow down")) for _ in range(6)]
    campaign_id = world.launched()
    world.run(rounds=400)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.report(campaign_id).accepted == len(PEOPLE)


def _through_scaleway(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(Sender).values(provider="scaleway"))


def test_no_campaign_is_drafted_with_a_sender_for_system_mail(world: World) -> None:
    _through_scaleway(world)
    with pytest.raises(InputRefused) as refused:
        world.draft()
    assert refused.value.code == "delivery-sender-not-for-campaigns"
    assert refused.value.params["provider"] == "scaleway"


def test_no_automation_is_made_with_a_sender_for_system_mail(world: World, tmp_path: Path) -> None:
    _through_scaleway(world)
    request = AutomationRequest(
        name="publications",
        source_name="feed",
        list_slug="bulletin",
        sender_name="main",
        mode=AutomationMode.DRAFT,
    )
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path, now=world.clock.now())
    with pytest.raises(InputRefused):
        add_automation(intake_of(world), request, actor=world.boris, now=world.clock.now())
