"""An automation that sends needs as many people's approvals as a campaign does, and never its maker's alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.change_automation import AutomationEdit, change_automation
from campaigns.automation.run_automations import run_automations
from campaigns.editorial.change_brand import change_brand
from campaigns.editorial.custom_templates import save_template, use_template
from campaigns.editorial.list_languages import ListLanguagesEdit, choose_list_languages
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.standing_approval import approve_automation
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, AutomationMode, Campaign
from core.errors import InputRefused, NotAllowed, NotFound
from news.sources import add_folder_source
from staff.principal import OPERATOR, Principal
from staff.tables import User
from templates.versions import TemplateDraft, library_design
from tests.campaigns.test_automation_repeats import CASE, Feed
from tests.campaigns.world import World, as_admin, join_staff
from tests.conftest import NOON
from tests.databases import on_postgres_once, on_sqlite
from tests.people_roles import APPROVER, AUTHOR


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
        return approve_automation(session, "publications", actor=by, settings=world.context.settings, now=now)[1]


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
        edit = AutomationEdit(most_at_once=100)
        change_automation(
            session, "publications", edit, actor=world.cilka, settings=world.settings, now=world.clock.now()
        )
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


@on_sqlite
def test_only_people_who_may_approve_do(feed: Feed, world: World) -> None:
    feed.watch()
    for actor in (world.ana, OPERATOR):
        with pytest.raises(NotAllowed):
            approve(world, actor)
    with world.database.write() as session, pytest.raises(NotFound):
        approve_automation(session, "none", actor=world.cilka, settings=world.settings, now=world.clock.now())


@on_sqlite
def test_one_that_drafts_needs_none(feed: Feed, world: World) -> None:
    feed.watch(AutomationMode.DRAFT)
    assert needs(world) == []
    with pytest.raises(InputRefused):
        approve(world, world.cilka)


def change_footer(world: World, text: str, by: Principal) -> None:
    with world.database.write() as session:
        change_brand(session, {"footer_texts": {"en": text}}, actor=as_admin(by), now=world.clock.now())


def use_own_template(world: World, name: str, *, writer: Principal, chooser: Principal) -> None:
    draft = TemplateDraft(name=name, sources=library_design("statement"), kind="statement")
    draft = replace(draft, sources=replace(draft.sources, text=draft.sources.text + name))
    settings, now = world.settings, world.clock.now()
    save_template(world.database, draft, actor=as_admin(writer), settings=settings, now=now)
    use_template(world.database, name, actor=as_admin(chooser), settings=settings, now=now)


def change_languages(world: World, chain: list[str], by: Principal) -> None:
    edit = ListLanguagesEdit(chain=chain)
    with world.database.write() as session:
        choose_list_languages(session, "bulletin", edit, actor=as_admin(by), now=world.clock.now())


CHANGES: dict[str, Callable[[World], None]] = {
    "brand": lambda world: change_footer(world, "Vote for Boris.", world.boris),
    "template": lambda world: use_own_template(world, "his", writer=world.boris, chooser=world.boris),
    "template-by-another": lambda world: use_own_template(world, "his", writer=world.boris, chooser=world.ana),
    "audience": lambda world: change_languages(world, ["de", "en"], world.boris),
}


@on_postgres_once("matter", sorted(CHANGES))
def test_an_approver_does_not_change_alone_what_it_sends_with(feed: Feed, world: World, matter: str) -> None:
    feed.watch()
    approve(world, world.cilka)
    CHANGES[matter](world)
    feed.drop("after.md")
    feed.settle()
    world.run(rounds=3)
    assert not world.provider.received
    assert (feed.states(), feed.why("after")) == (
        {"after": "held"},
        ["approvals", "campaigns-approval-lost"],
    )
    [need] = attention(world)
    assert [why.params for why in need.why] == [{"name": "Boris", "matter": matter.partition("-")[0]}]


def test_somebody_else_approves_or_the_change_is_undone_and_it_sends_again(feed: Feed, world: World) -> None:
    feed.watch()
    approve(world, world.cilka)
    change_footer(world, "Vote for Boris.", world.boris)
    with pytest.raises(NotAllowed) as refused:
        approve(world, world.boris)
    assert refused.value.params == {"name": "publications", "matter": "brand"}
    with world.database.write() as session:
        change_brand(session, {"footer_texts": {}}, actor=as_admin(world.boris), now=world.clock.now())
    assert needs(world) == []
    change_footer(world, "Vote for Boris.", world.boris)
    assert needs(world)
    assert approve(world, join_staff(world, "dana", APPROVER)) == 0
    feed.drop("two-others.md")
    feed.settle()
    assert feed.states() == {"two-others": "scheduled"}


def test_who_changed_it_does_not_take_the_hand_off_by_setting_it_up(feed: Feed, world: World) -> None:
    feed.watch()
    join_staff(world, "dana", APPROVER)
    change_footer(world, "Vote for Boris.", world.boris)
    set_up(world, world.boris, most_at_once=5)
    assert approve(world, world.cilka) == 1


def test_where_too_few_are_left_it_is_set_up_anew_and_seen_by_the_others(feed: Feed, world: World) -> None:
    """In a team of two, where two are asked for."""
    feed.watch()
    approve(world, world.cilka)
    change_footer(world, "Here you find us.", world.boris)
    [need] = attention(world)
    assert need.advice == "campaigns-do-set-up-anew"
    set_up(world, world.boris)
    assert attention(world)[0].advice == "campaigns-do-approve-automation"
    assert approve(world, world.cilka) == 0


def test_who_is_alone_sets_it_up_anew(feed: Feed, world: World) -> None:
    """A team of one, where one is asked for."""
    world.configure(approvals_required=1)
    with world.database.write() as session:
        session.get_one(User, world.cilka.user_id).roles = AUTHOR
    feed.watch()
    change_footer(world, "Here you find us.", world.boris)
    assert attention(world, required=1)
    set_up(world, world.boris)
    feed.drop("alone.md")
    feed.settle()
    assert feed.states() == {"alone": "scheduled"}


def set_up(world: World, by: Principal, *, most_at_once: int | None = None) -> None:
    settings, now = world.context.settings, world.clock.now()
    with world.database.write() as session:
        change_automation(
            session, "publications", AutomationEdit(most_at_once), actor=by, settings=settings, now=now
        )


def attention(world: World, required: int = 2) -> list[AttentionItem]:
    with world.database.read() as session:
        items = needs_attention(session, now=world.clock.now(), approvals_required=required)
    return [item for item in items if item.code == "campaigns-need-automation-approval"]


@pytest.mark.parametrize("change", [{"disabled_at": NOON}, {"roles": AUTHOR}])
def test_the_yes_of_somebody_who_may_not_approve_any_more_does_not_count(
    feed: Feed, world: World, change: dict[str, object]
) -> None:
    feed.watch()
    approve(world, world.cilka)
    with world.database.write() as session:
        cilka = session.get_one(User, world.cilka.user_id)
        for name, value in change.items():
            setattr(cilka, name, value)
        session.add(cilka)
    feed.drop("gone.md")
    feed.settle()
    world.run(rounds=3)
    assert not world.provider.received
    assert (feed.states(), feed.why("gone")) == ({"gone": "held"}, ["approvals", "campaigns-approval-lost"])
    assert needs(world) == ["campaigns-need-automation-approval"]
