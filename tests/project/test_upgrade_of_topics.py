"""Migration 0063: campaigns may have topics. What was approved stays approved, and goes on."""

from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.settings import Settings
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.test_topics import NAMES, a_topic, about
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider
from tests.project.kept_revisions import MigratedTo


def test_what_is_in_review_approved_scheduled_and_half_sent_goes_on_after_the_upgrade(
    migrated_to: MigratedTo, clock: StoppedClock, settings: Settings
) -> None:
    world = make_world(migrated_to(), clock, settings, FakeProvider(max_batch=1))
    world.add_readers(NAMES)
    half = world.launched()
    send_next_batch(world.context, half)
    in_review, approved, scheduled = world.draft(), world.draft(), world.draft()
    for campaign_id in (in_review, approved, scheduled):
        world.submit(campaign_id)
    for campaign_id in (approved, scheduled):
        world.approve(campaign_id)
    world.send_now(scheduled)
    campaigns = (half, in_review, approved, scheduled)
    without_list_names(world.database)
    before = {number: (world.status(number), world.campaign(number).content_hash) for number in campaigns}
    downgrade(world.database, str(alembic_scripts().get_revision("0063").down_revision))
    upgrade(world.database)
    after = {number: (world.status(number), world.campaign(number).content_hash) for number in campaigns}
    assert after == before
    about(world, "At sea", "")
    a_topic(world)
    world.approve(in_review)
    for campaign_id in (in_review, approved):
        world.send_now(campaign_id)
    world.run(rounds=60)
    assert {world.status(campaign_id) for campaign_id in campaigns} == {CampaignStatus.SENT}
    assert world.provider.received == {f"{name}@example.org": len(campaigns) for name in NAMES}
    world.database.dispose()
