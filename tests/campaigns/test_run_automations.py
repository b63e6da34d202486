"""New publications go out by themselves: once, never the archive, never unchecked."""

import json
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.run_automations import AutomationRequest, add_automation, run_automations
from campaigns.queries import variants_of
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import Automation, AutomationItem, AutomationMode, Campaign, CampaignKind
from core.errors import InputRefused, NotAllowed
from news.sources import add_folder_source
from staff.principal import OPERATOR
from tests.campaigns.world import World, intake_of, put_file
from tests.conftest import NOON

NEW = """---
kind: {kind}
language: {language}
title: {title}
summary: What it is about.
---
Some words about it.
"""


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    folder = tmp_path / "feed"
    folder.mkdir()
    _drop(folder, "old.en.md", title="From the archive")
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=folder, now=world.clock.now())
    world.clock.advance(minutes=10)
    return folder


def _drop(folder: Path, name: str, *, title: str, language: str = "en", kind: str = "publication") -> None:
    put_file(folder / name, NEW.format(kind=kind, title=title, language=language), at=NOON)


def _watch(world: World, mode: AutomationMode = AutomationMode.SEND) -> None:
    request = AutomationRequest(
        name="publications", source_name="feed", list_slug="bulletin", sender_name="main", mode=mode
    )
    add_automation(intake_of(world), request, actor=world.boris, now=world.clock.now())


def _campaigns(world: World) -> list[Campaign]:
    with world.database.read() as session:
        return list(session.exec(select(Campaign).order_by(col(Campaign.id))).all())


def _settle(world: World) -> None:
    """The folder is read, time passes, and it is read again."""
    world.clock.advance(minutes=1)
    run_automations(world.context)
    world.clock.advance(minutes=5)
    run_automations(world.context)


def test_a_new_publication_goes_out_by_itself_once(world: World, folder: Path) -> None:
    world.add_readers(["nada", "omar"])
    _watch(world)
    _drop(folder, "new.en.md", title="A new publication")
    _settle(world)
    run_automations(world.context)
    (campaign,) = _campaigns(world)
    assert (campaign.name, campaign.status) == ("A new publication", CampaignStatus.SCHEDULED)
    assert campaign.kind is CampaignKind.PUBLICATION
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.status(campaign.id) is CampaignStatus.SENT
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_the_archive_is_not_news(world: World, folder: Path) -> None:
    _watch(world)
    _settle(world)
    assert _campaigns(world) == []
    with world.database.read() as session:
        assert session.exec(select(AutomationItem.state)).all() == [AutomationItemState.IRRELEVANT]


def test_an_item_is_left_alone_until_it_has_come_to_rest(world: World, folder: Path) -> None:
    _watch(world)
    _drop(folder, "new.en.md", title="A new publication")
    world.clock.advance(minutes=1)
    run_automations(world.context)
    world.clock.advance(seconds=60)
    run_automations(world.context)
    assert _campaigns(world) == []
    _drop(folder, "new.sl.md", title="Nova publikacija", language="sl")
    _settle(world)
    (campaign,) = _campaigns(world)
    with world.database.read() as session:
        assert [variant.language for variant in variants_of(session, campaign.id)] == ["en", "sl"]


def test_an_automation_may_leave_a_draft_to_staff(world: World, folder: Path) -> None:
    _watch(world, AutomationMode.DRAFT)
    _drop(folder, "new.en.md", title="A new publication")
    _settle(world)
    (campaign,) = _campaigns(world)
    assert campaign.status is CampaignStatus.DRAFT


def test_what_the_check_refuses_is_left_to_staff_with_the_reason(world: World, folder: Path) -> None:
    world.add_readers(["nada"])
    _watch(world)
    _drop(folder, "new.en.md", title="TODO title")
    _settle(world)
    _settle(world)
    with world.database.read() as session:
        rows = session.exec(
            select(AutomationItem).where(AutomationItem.state == AutomationItemState.REFUSED)
        ).all()
    assert [json.loads(row.detail or "")["code"] for row in rows] == ["campaigns-check-failed"]
    world.run(rounds=3)
    assert not world.provider.received


def test_one_that_sends_by_itself_needs_a_person_who_answers_for_it(world: World, folder: Path) -> None:
    world.boris = OPERATOR
    with pytest.raises(NotAllowed, match="needs-a-person"):
        _watch(world)


def test_a_name_is_taken_once(world: World, folder: Path) -> None:
    _watch(world)
    with pytest.raises(InputRefused, match="exists"):
        _watch(world)


def test_a_disabled_automation_does_nothing(world: World, folder: Path) -> None:
    _watch(world)
    with world.database.write() as session:
        session.exec(select(Automation)).one().is_enabled = False
    _drop(folder, "new.en.md", title="A new publication")
    _settle(world)
    assert _campaigns(world) == []


def test_a_bad_file_in_the_folder_does_not_keep_a_good_one_back(world: World, folder: Path) -> None:
    _watch(world)
    (folder / "broken.en.md").write_text("---\nkind: poem\n", encoding="utf-8")
    _drop(folder, "new.en.md", title="A new publication")
    _settle(world)
    assert [campaign.name for campaign in _campaigns(world)] == ["A new publication"]
