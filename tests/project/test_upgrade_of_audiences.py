"""Migrations 0038 (the list of a campaign becomes its audience) and 0064 (segments): what was approved stays
approved, and goes on."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from campaigns.active_sender import senders_of
from campaigns.audience_lists import AudienceList
from campaigns.review.approve import approval_count
from campaigns.review.content_hash import variant_hash
from campaigns.review.submit import identity
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, RenderedVariant
from core.json_digest import json_digest
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from subscribers.audience import Audience
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider
from tests.project.kept_revisions import MigratedTo

READERS = ("asja", "bine", "cene", "dana", "edo", "fani")


@pytest.fixture
def world(migrated_to: MigratedTo, clock: StoppedClock, settings: Settings) -> Iterator[World]:
    world = make_world(migrated_to(), clock, settings, FakeProvider(max_batch=2))
    world.add_readers(READERS)
    yield world
    world.database.dispose()


def upgraded_from_before(world: World, revision: str = "0038") -> None:
    downgrade(world.database, str(alembic_scripts().get_revision(revision).down_revision))
    if revision != "0038":
        upgrade(world.database)
        return
    with world.database.write() as session:
        for attempt_id, stored in session.execute(select(Attempt.id, Attempt.merge_values)).all():
            if stored is not None:
                change = update(Attempt).where(col(Attempt.id) == attempt_id)
                session.execute(change.values(merge_values=older(stored)))
    upgrade(world.database)


def older(stored: dict[str, Any]) -> dict[str, Any]:
    """What a repeat needs, as revision 0037 kept it: the list once for the whole batch."""
    addressees = [dict(addressee) for addressee in stored["addressees"]]
    lists = {(addressee.pop("list_name"), addressee.pop("list_slug")) for addressee in addressees}
    ((name, slug),) = lists
    return {**stored, "addressees": addressees, "list_name": name, "list_slug": slug}


def half_sent(world: World) -> int:
    """Two have their copy, of two nobody knows it, and two wait."""
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    world.clock.advance(seconds=1)
    world.provider.faults = ["lose the answer"]
    send_next_batch(world.context, campaign_id)
    counts = sorted(delivery.status for delivery in world.deliveries(campaign_id))
    assert counts == [DeliveryStatus.ACCEPTED] * 2 + [DeliveryStatus.IN_DOUBT] * 2 + [DeliveryStatus.QUEUED] * 2
    return campaign_id


def hash_as_it_was(world: World, campaign: Campaign, list_id: int) -> str:
    """As revision 0037 counted it, when a campaign had one list, by its number."""
    with world.database.read() as session:
        variants = session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign.id)).all()
        senders = [identity(sender) for sender in senders_of(session, campaign)]
    hashes = sorted([variant.language, variant_hash(variant)] for variant in variants)
    return json_digest([hashes, list_id, list(chain.from_iterable(senders))])


@pytest.mark.parametrize("revision", ["0038", "0064"])
def test_campaigns_of_every_stage_go_on_and_reach_everybody_once(world: World, revision: str) -> None:
    half = half_sent(world)
    in_review, approved, scheduled = world.draft(), world.draft(), world.draft()
    for campaign_id in (in_review, approved, scheduled):
        world.submit(campaign_id)
    for campaign_id in (approved, scheduled):
        world.approve(campaign_id)
    world.send_now(scheduled)
    campaigns = (in_review, approved, scheduled, half)
    without_list_names(world.database)
    before = {campaign_id: world.campaign(campaign_id) for campaign_id in campaigns}

    upgraded_from_before(world, revision)

    with world.database.read() as session:
        rows = session.exec(select(AudienceList).order_by(col(AudienceList.campaign_id))).all()
        assert {(row.campaign_id, row.list_id, row.is_excluded) for row in rows} == {
            (c, 1, False) for c in campaigns
        }
        assert approval_count(session, world.campaign(approved)) == 1
    assert {delivery.list_id for delivery in world.deliveries(half)} == {1}
    for campaign_id in campaigns:
        campaign = world.campaign(campaign_id)
        assert campaign.audience == Audience((1,))
        assert (campaign.status, campaign.content_hash) == (
            before[campaign_id].status,
            before[campaign_id].content_hash,
        )
        assert campaign.content_hash == hash_as_it_was(world, campaign, 1)
    world.approve(in_review)
    for campaign_id in (in_review, approved):
        world.send_now(campaign_id)
    world.run(rounds=120)
    assert {world.status(campaign_id) for campaign_id in campaigns} == {CampaignStatus.SENT}
    assert world.provider.received == {f"{name}@example.org": len(campaigns) for name in READERS}
