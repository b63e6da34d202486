"""Migration 0052: items become blocks, the introduction a rich text, and no byte of any mail changes (ADR 60)."""

import pytest
from sqlmodel import text

from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.compose import items_of
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.editorial.preview import preview
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus
from core.rich_text import rich_text_of
from core.settings import Settings
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from templates.content import RenderedMail
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.project.kept_revisions import MigratedTo

PLAIN = 'Dear [[recipient_name|friend]],\n**this** is 5 < 6 & "so" {{ 7*7 }}\n\n  A second  paragraph. '
BEFORE = str(alembic_scripts().get_revision("0052").down_revision)


@pytest.fixture
def world(migrated_to: MigratedTo, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(migrated_to(), clock, settings)
    world.add_readers(["rosa", "nada"])
    return world


def with_introduction(world: World) -> int:
    campaign_id = world.draft()
    edit = VariantEdit({"intro_html": rich_text_of(PLAIN)})
    with world.database.write() as session:
        edit_variant(session, campaign_id, "en", edit, actor=world.ana, now=world.clock.now())
    return campaign_id


def campaigns_in_every_state(world: World) -> dict[CampaignStatus, int]:
    ids = [with_introduction(world) for _ in range(5)]
    for campaign_id in ids[1:]:
        world.submit(campaign_id)
    for campaign_id in ids[2:]:
        world.approve(campaign_id)
    for campaign_id in ids[4:]:
        world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    world.send_now(ids[3])
    return {world.status(campaign_id): campaign_id for campaign_id in ids}


def facts(world: World, campaign_id: int) -> tuple[str | None, RenderedMail, list[int]]:
    with world.database.read() as session:
        mail = preview(session, campaign_id, language="en", settings=world.settings)
        return world.campaign(campaign_id).content_hash, mail, [item.id for item in items_of(session, campaign_id)]


def test_what_was_written_and_approved_before_says_the_same_byte_by_byte_and_goes_out(world: World) -> None:
    campaigns = campaigns_in_every_state(world)
    assert {*campaigns} == {"draft", "in_review", "approved", "scheduled", "sending"}
    without_list_names(world.database)
    before = {campaign_id: facts(world, campaign_id) for campaign_id in campaigns.values()}
    downgrade(world.database, BEFORE)
    with world.database.read() as session:
        introductions = session.exec(text("SELECT intro FROM variant WHERE intro <> ''")).all()  # type: ignore[call-overload]  # SQL of another schema
        assert {row[0] for row in introductions} == {PLAIN.strip().replace("\n\n  A", "\n\nA")}
    upgrade(world.database)
    assert {campaign_id: facts(world, campaign_id) for campaign_id in campaigns.values()} == before
    with world.database.read() as session:
        assert all(len(blocks_of(session, campaign_id)) == 1 for campaign_id in campaigns.values())
    world.clock.advance(seconds=60)
    world.run(rounds=5)
    for status in (CampaignStatus.SCHEDULED, CampaignStatus.SENDING):
        assert world.status(campaigns[status]) is CampaignStatus.SENT
    world.submit(campaigns[CampaignStatus.DRAFT])
    _, mail, _ = facts(world, campaigns[CampaignStatus.DRAFT])
    assert mail == before[campaigns[CampaignStatus.DRAFT]][1]
