"""An automation that sends needs as many people's approvals as a campaign does, and never its maker's alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.run_automations import BrakeEdit, change_brake, run_automations
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.standing_approval import approve_automation
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, AutomationMode, Campaign
from core.errors import InputRefused, NotAllowed, NotFound
from news.sources import add_folder_source
from staff.principal import OPERATOR, Principal
from tests.campaigns.test_automation_repeats import CASE, Feed
from tests.campaigns.world import World


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    """Where two approvals are asked for."""
    world.add_readers(["nada", "omar"])
    world.configure(approvals_required=2)
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
    return Feed(world, tmp_path / "feed")


def approve(world: World, by: Principal) -> int:
    with world.database.write() as session:
        now = world.clock.now()
        return approve_automation(session, "publications", actor=by, settings=world.settings, now=now)[1]


def needs(world: World) -> list[str]:
    required = 2
    with world.database.read() as session:
        items = needs_attention(session, now=world.clock.now(), approvals_required=required)
    return [item.code for item in items if item.code == "campaigns-need-automation-approval"]


def test_one_approver_alone_sends_nothing(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("alone.md")
    feed.settle()
    world.run(rounds=3)
    assert not world.provider.received
    assert (feed.states(), feed.why("alone")) == ({"alone": "held"}, ["approvals"])
    assert needs(world) == ["campaigns-need-automation-approval"]


def test_two_do_and_both_are_written_down(feed: Feed, world: World) -> None:
    feed.watch()
    assert approve(world, world.boris) == 1, "the maker's own yes is there already"
    assert approve(world, world.cilka) == 0
    assert approve(world, world.cilka) == 0
    feed.drop("together.md")
    feed.settle()
    assert feed.states() == {"together": "scheduled"}
    with world.database.read() as session:
        approvers = session.exec(select(Approval.user_id).order_by(col(Approval.user_id))).all()
    assert approvers == [world.boris.user_id, world.cilka.user_id]
    assert needs(world) == []


def test_a_change_of_what_it_may_send_is_to_be_approved_again(feed: Feed, world: World) -> None:
    feed.watch()
    approve(world, world.cilka)
    with world.database.write() as session:
        edit = BrakeEdit(most_at_once=100)
        change_brake(session, "publications", edit, actor=world.cilka, now=world.clock.now())
    assert needs(world) == ["campaigns-need-automation-approval"]
    assert approve(world, world.cilka) == 1
    assert approve(world, world.boris) == 0


def test_what_was_scheduled_with_too_few_is_drafted(feed: Feed, world: World) -> None:
    """As an automation from before did, or one from before two were asked for."""
    world.configure(approvals_required=1)
    feed.watch()
    day = world.clock.now().date() + timedelta(days=5)
    feed.drop("embargo.md", CASE.replace("language: en", f"language: en\ndate: {day}"))
    feed.settle()
    assert feed.states() == {"embargo": "scheduled"}
    world.configure(approvals_required=2)
    run_automations(world.context)
    assert (feed.states(), feed.why("embargo")) == ({"embargo": "held"}, ["approvals"])
    with world.database.read() as session:
        states = session.exec(select(Campaign.status).order_by(col(Campaign.id))).all()
    assert states == [CampaignStatus.CANCELLED, CampaignStatus.DRAFT]


def test_only_people_who_may_approve_do(feed: Feed, world: World) -> None:
    feed.watch()
    for actor in (world.ana, OPERATOR):
        with pytest.raises(NotAllowed):
            approve(world, actor)
    with world.database.write() as session, pytest.raises(NotFound):
        approve_automation(session, "none", actor=world.cilka, settings=world.settings, now=world.clock.now())


def test_one_that_drafts_needs_none(feed: Feed, world: World) -> None:
    feed.watch(AutomationMode.DRAFT)
    assert needs(world) == []
    with pytest.raises(InputRefused):
        approve(world, world.cilka)
