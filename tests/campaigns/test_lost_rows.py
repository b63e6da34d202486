"""What an upgrade of an earlier version deleted is recognised and said, and nothing false is mailed."""

from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlmodel import SQLModel, col, select

from campaigns.automation.memory import take_for_archive
from campaigns.automation.run_automations import (
    AutomationRequest,
    add_automation,
    list_automations,
    run_automations,
)
from campaigns.block_tables import CampaignBlock
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus
from campaigns.tables import (
    Approval,
    AutomationItem,
    AutomationMode,
    Campaign,
    RenderedVariant,
    Variant,
)
from core.errors import NotFound
from news.sources import add_folder_source
from staff.principal import OPERATOR
from tests.campaigns.world import World, intake_of, put_file
from tests.conftest import NOON

ITEM = "---\nkind: publication\nlanguage: en\ntitle: {title}\nsummary: About it.\n---\nWords.\n"


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    """Watched by an automation that sends, with an archive of two."""
    folder = tmp_path / "feed"
    folder.mkdir()
    for title in ("Old", "Older"):
        _drop(folder, title)
    world.clock.advance(minutes=1)
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=folder, now=world.clock.now())
        request = AutomationRequest(
            name="feed",
            source_name="feed",
            list_slug="bulletin",
            sender_name="main",
            mode=AutomationMode.SEND,
        )
    add_automation(intake_of(world), request, actor=world.boris, now=world.clock.now())
    return folder


def _drop(folder: Path, title: str) -> None:
    put_file(folder / f"{title.lower()}.en.md", ITEM.format(title=title), at=NOON)


def _let_go_round(world: World) -> None:
    world.clock.advance(minutes=1)
    run_automations(world.context)
    world.clock.advance(minutes=5)
    run_automations(world.context)


def _lose(world: World, *tables: type[SQLModel]) -> None:
    """As the upgrades of earlier versions did."""
    with world.database.write() as session:
        for table in tables:
            session.execute(delete(table))


def _campaigns(world: World) -> list[Campaign]:
    with world.database.read() as session:
        return list(session.exec(select(Campaign).order_by(col(Campaign.id))).all())


def _codes(world: World) -> list[str]:
    with world.database.read() as session:
        return [need.code for need in needs_attention(session, now=world.clock.now())]


def test_an_automation_that_has_lost_its_memory_does_not_mail_its_archive(world: World, folder: Path) -> None:
    world.add_readers(["nada"])
    _lose(world, AutomationItem)
    _let_go_round(world)
    assert _campaigns(world) == []
    assert _codes(world) == ["campaigns-need-lost-memory"]


def test_nor_what_it_had_sent_already(world: World, folder: Path) -> None:
    world.add_readers(["nada"])
    _drop(folder, "New")
    _let_go_round(world)
    assert len(_campaigns(world)) == 1
    with world.database.write() as session:
        session.execute(delete(AutomationItem).where(col(AutomationItem.campaign_id).is_not(None)))
    _let_go_round(world)
    assert len(_campaigns(world)) == 1
    assert "campaigns-need-lost-memory" in _codes(world)


def test_when_a_person_has_said_that_the_archive_stays_unsent_it_goes_on(world: World, folder: Path) -> None:
    world.add_readers(["nada"])
    _lose(world, AutomationItem)
    assert take_for_archive(intake_of(world), "feed", actor=OPERATOR, now=world.clock.now()) == 2
    _drop(folder, "New")
    _let_go_round(world)
    assert [campaign.name for campaign in _campaigns(world)] == ["New"]
    assert "campaigns-need-lost-memory" not in _codes(world)
    with pytest.raises(NotFound):
        take_for_archive(intake_of(world), "nobody", actor=OPERATOR, now=world.clock.now())


def test_an_automation_with_nothing_in_its_folder_has_lost_nothing(world: World, folder: Path) -> None:
    with world.database.read() as session:
        assert len(list_automations(session)) == 1
    assert _codes(world) == []


def test_a_campaign_that_has_lost_its_words_is_named_and_never_sent(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    _lose(world, Approval, RenderedVariant, Variant, CampaignBlock)
    assert _codes(world) == ["campaigns-need-lost-words"]
    world.clock.advance(hours=1)
    launch_due_campaigns(world.context)
    with world.database.read() as session:
        assert session.get_one(Campaign, campaign_id).status is CampaignStatus.PAUSED
    assert world.provider.batches == []
    assert "campaigns-need-lost-words" in _codes(world)
