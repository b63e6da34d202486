"""What an automation has scheduled goes out only while its folder holds, byte for byte, what was approved."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.run_automations import run_automations
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.pause import resume
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign
from news.sources import add_folder_source
from tests.campaigns.test_automation_repeats import CASE, Feed
from tests.campaigns.world import World
from tests.databases import on_sqlite

DATED = CASE.replace("language: en", "language: en\ndate: {day}")
REFUSED = DATED.replace('"One"', "Corrected: do not go there")
"""A colon that is not quoted: the title cannot be read."""
DAYS = 3


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    """An embargo that is scheduled for its day."""
    world.add_readers(["nada", "omar"])
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
    feed = Feed(world, tmp_path / "feed")
    feed.watch()
    feed.drop("embargo.md", on(world, DATED))
    feed.settle()
    assert feed.states() == {"embargo": "scheduled"}
    return feed


def on(world: World, text: str, days: int = DAYS) -> str:
    return text.format(day=world.clock.now().date() + timedelta(days=days))


def until_after_its_day(world: World) -> None:
    """Read once a day; on its day the jobs run."""
    for _ in range(DAYS):
        world.clock.advance(days=1)
        run_automations(world.context)
        world.run(rounds=2)
    world.run(rounds=6)


def campaigns(world: World) -> list[Campaign]:
    with world.database.read() as session:
        return list(session.exec(select(Campaign).order_by(col(Campaign.id))).all())


def test_it_goes_out_on_its_day_by_itself(feed: Feed, world: World) -> None:
    until_after_its_day(world)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_a_refused_correction_keeps_the_old_words_from_going_out(feed: Feed, world: World) -> None:
    feed.drop("embargo.md", on(world, REFUSED, days=DAYS * 2))
    until_after_its_day(world)
    assert not world.provider.received
    (campaign,) = campaigns(world)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.SOURCE_CHANGED)
    with world.database.read() as session:
        needs = {need.code: need for need in needs_attention(session, now=world.clock.now())}
    assert [why.code for why in needs["campaigns-need-campaign"].why] == ["campaigns-pause-source_changed"]
    assert needs["campaigns-need-campaign"].stops_mail
    assert "campaigns-need-news" in needs


def test_a_file_that_is_deleted_keeps_its_words_from_going_out(feed: Feed, world: World) -> None:
    (feed.folder / "embargo.md").unlink()
    until_after_its_day(world)
    assert not world.provider.received
    assert [campaign.pause_reason for campaign in campaigns(world)] == [PauseReason.SOURCE_CHANGED]


def test_so_does_one_that_is_deleted_while_nothing_ran(feed: Feed, world: World) -> None:
    """The launch comes before the first reading after the start."""
    (feed.folder / "embargo.md").unlink()
    world.clock.moment = (campaigns(world)[0].scheduled_at or world.clock.now()) + timedelta(hours=1)
    launch_due_campaigns(world.context)
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.SCHEDULED]
    run_automations(world.context)
    world.run(rounds=3)
    assert not world.provider.received
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.PAUSED]


@on_sqlite
def test_one_language_that_is_gone_holds_the_whole(feed: Feed, world: World) -> None:
    text = on(world, DATED).replace("language: en", "language: sl").replace("One", "Eno")
    feed.drop("embargo.sl.md", text)
    feed.settle()
    (feed.folder / "embargo.sl.md").unlink()
    feed.settle()
    assert [campaign.status for campaign in campaigns(world)] == [CampaignStatus.CANCELLED, CampaignStatus.PAUSED]


def test_what_comes_back_as_it_was_waits_for_its_day_again(feed: Feed, world: World) -> None:
    """A share that was not mounted for an hour."""
    away = feed.folder.rename(feed.folder.parent / "away")
    feed.settle()
    assert campaigns(world)[0].status is CampaignStatus.PAUSED
    away.rename(feed.folder)
    feed.settle()
    assert campaigns(world)[0].status is CampaignStatus.SCHEDULED
    until_after_its_day(world)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


@on_sqlite
def test_a_correction_that_can_be_read_takes_its_place(feed: Feed, world: World) -> None:
    feed.drop("embargo.md", on(world, REFUSED))
    feed.settle()
    feed.drop("embargo.md", on(world, DATED).replace('"One"', '"Corrected: do not go there"'))
    feed.settle()
    before, after = campaigns(world)
    assert (before.status, after.status) == (CampaignStatus.CANCELLED, CampaignStatus.SCHEDULED)
    assert after.name == "Corrected: do not go there"


def test_what_a_person_resumes_is_not_held_again(feed: Feed, world: World) -> None:
    (feed.folder / "embargo.md").unlink()
    feed.settle()
    with world.database.write() as session:
        resume(session, campaigns(world)[0].id, actor=world.boris, now=world.clock.now())
    until_after_its_day(world)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


@on_sqlite
@pytest.mark.parametrize("is_deleted", [True, False])
def test_what_waits_to_come_to_rest_is_not_acted_on(feed: Feed, world: World, is_deleted: bool) -> None:
    path = feed.drop("today.md", CASE.replace("One", "Today"))
    world.clock.advance(minutes=1)
    run_automations(world.context)
    if is_deleted:
        path.unlink()
    else:
        feed.drop("today.md", CASE.replace('"One"', "Today: corrected"))
    feed.settle()
    feed.settle()
    assert feed.states() == {"embargo": "scheduled"}
