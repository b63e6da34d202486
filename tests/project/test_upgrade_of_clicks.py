"""The migration that brings clicks: what was submitted before keeps its hash and its links, and goes out."""

import pytest

from campaigns.editorial.preview import preview
from campaigns.status import CampaignStatus
from core.settings import Settings
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.test_clicks import switch
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.project.kept_revisions import MigratedTo

BEFORE = str(alembic_scripts().get_revision("0059").down_revision)


@pytest.fixture
def world(migrated_to: MigratedTo, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(migrated_to(), clock, settings)
    world.add_readers(["rosa", "nada"])
    return world


def test_what_was_submitted_before_keeps_its_hash_and_its_links_and_goes_out(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)

    def facts() -> tuple[object, object]:
        with world.database.read() as session:
            mail = preview(session, campaign_id, language="en", settings=world.settings)
        return world.campaign(campaign_id).content_hash, mail

    without_list_names(world.database)
    before = facts()
    downgrade(world.database, BEFORE)
    upgrade(world.database)
    switch(world, is_on=True)
    assert facts() == before
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.run(seconds=30)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert facts() == before
