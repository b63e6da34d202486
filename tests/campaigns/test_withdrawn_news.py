"""Whoever withdraws a news item takes it out of no campaign; those who answer for one with it are told."""

from campaigns.editorial.write_news import readmit_news, withdraw_news
from campaigns.review.check import check
from campaigns.status import CampaignStatus
from tests.campaigns.test_needs_attention import items_shown
from tests.campaigns.world import World
from tests.databases import on_sqlite

FOUND = "campaigns-has-withdrawn-news"


def titles_found(world: World, campaign_id: int) -> list[str]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding.item for finding in findings if finding.code == FOUND]


def test_a_scheduled_campaign_with_it_needs_attention_until_the_item_is_back(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.scheduled()
    assert items_shown(world) == []
    with world.database.write() as session:
        withdraw_news(session, 1, actor=world.ana, now=world.clock.now())
    (need,) = items_shown(world)
    assert (need.code, need.campaign_id) == ("campaigns-need-withdrawn-news", campaign_id)
    assert need.params["title"] == "600 people are missing"
    assert world.status(campaign_id) is CampaignStatus.SCHEDULED
    with world.database.write() as session:
        readmit_news(session, 1, actor=world.ana, now=world.clock.now())
    assert items_shown(world) == []


@on_sqlite
def test_the_check_of_a_draft_asks_about_it(world: World) -> None:
    campaign_id = world.draft()
    assert titles_found(world, campaign_id) == []
    with world.database.write() as session:
        withdraw_news(session, 1, actor=world.ana, now=world.clock.now())
    assert titles_found(world, campaign_id) == ["600 people are missing"]
    assert items_shown(world) == [], "nobody waits for a draft"
