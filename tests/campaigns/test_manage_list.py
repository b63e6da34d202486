"""A list is named, protected, closed, archived and deleted: not under whoever uses it."""

import pytest
from sqlmodel import select

from campaigns.editorial.manage_list import (
    ListDetails,
    add_list,
    change_list,
    change_list_status,
    is_deletable,
    remove_list,
)
from campaigns.editorial.preview import preview
from campaigns.editorial.stale_edit import StaleEdit, list_version
from campaigns.review.approve import approve
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, AutomationMode
from core.errors import Conflict, InputRefused, NotAllowed
from news.sources import add_folder_source
from staff import audit
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.list_state import ListStatus
from subscribers.lists import find_list, list_by_slug
from tests.campaigns.world import World, as_admin
from tests.conftest import NOON
from tests.databases import on_sqlite

ARCHIVED = ListStatus.ARCHIVED


@pytest.fixture
def boss(world: World) -> Principal:
    return as_admin(world.boris)


def put_in(world: World, status: ListStatus, boss: Principal) -> None:
    with world.database.write() as session:
        change_list_status(session, "bulletin", status, actor=boss, now=NOON)


def add_automation_row(world: World, *, is_enabled: bool) -> None:
    world.settings.var_dir.mkdir(exist_ok=True)
    with world.database.write() as session:
        source = add_folder_source(session, name="inbox", folder=world.settings.var_dir, now=NOON)
        session.add(
            Automation(
                name="inbox", source_id=source.id, list_id=1, sender_id=1, mode=AutomationMode.DRAFT,
                is_enabled=is_enabled, created_at=NOON,
            )
        )  # fmt: skip


def test_only_who_may_manage_lists_does_and_it_is_written_down(world: World, boss: Principal) -> None:
    with world.database.write() as session:
        for act in (
            lambda: add_list(session, "press", ListDetails("Press"), actor=world.boris, now=NOON),
            lambda: change_list(session, "bulletin", ListDetails("X"), actor=world.boris, now=NOON),
            lambda: change_list_status(session, "bulletin", ARCHIVED, actor=world.boris, now=NOON),
            lambda: remove_list(session, "bulletin", actor=world.boris, now=NOON),
        ):
            with pytest.raises(NotAllowed):
                act()
    with world.database.write() as session:
        add_list(session, "press", ListDetails("Press", {"sl": "Mediji"}, True), actor=boss, now=NOON)
    put_in(world, ListStatus.CLOSED, boss)
    with world.database.write() as session:
        remove_list(session, "press", actor=boss, now=NOON)
    with world.database.read() as session:
        actions = [entry.action for entry in session.exec(select(AuditEntry).order_by(AuditEntry.id))]  # type: ignore[arg-type]  # sqlmodel
    assert actions[-3:] == ["list.created", "list.closed", "list.deleted"]


def test_no_campaign_and_no_automation_goes_to_an_archived_list(world: World, boss: Principal) -> None:
    drafted = world.draft()
    put_in(world, ARCHIVED, boss)
    with pytest.raises(Conflict, match="subscribers-list-archived-campaign"):
        world.draft()
    with pytest.raises(Conflict, match="subscribers-list-archived-campaign"):
        world.submit(drafted)
    put_in(world, ListStatus.OPEN, boss)
    world.submit(drafted)
    assert world.status(drafted) is CampaignStatus.IN_REVIEW


def test_a_closed_list_is_written_to(world: World, boss: Principal) -> None:
    world.add_readers(["rosa"])
    put_in(world, ListStatus.CLOSED, boss)
    sent = world.launched()
    world.run()
    assert world.status(sent) is CampaignStatus.SENT


def test_a_list_is_not_archived_or_protected_under_a_campaign_that_is_under_way(
    world: World, boss: Principal
) -> None:
    world.submit(world.draft())
    with pytest.raises(Conflict, match="campaigns-list-campaign-under-way"):
        put_in(world, ARCHIVED, boss)
    with pytest.raises(Conflict, match="campaigns-list-campaign-under-way"):
        protect(world, boss)


def protect(world: World, boss: Principal) -> None:
    with world.database.write() as session:
        change_list(session, "bulletin", ListDetails(is_protected=True), actor=boss, now=NOON)


@on_sqlite
def test_a_list_of_an_automation_is_archived_when_that_is_off_and_never_deleted(
    world: World, boss: Principal
) -> None:
    add_automation_row(world, is_enabled=True)
    with pytest.raises(Conflict, match="campaigns-list-has-automation"):
        put_in(world, ARCHIVED, boss)
    with world.database.write() as session:
        session.exec(select(Automation)).one().is_enabled = False
    put_in(world, ARCHIVED, boss)
    with world.database.write() as session, pytest.raises(Conflict, match="campaigns-list-used-by-automation"):
        remove_list(session, "bulletin", actor=boss, now=NOON)


def test_a_list_of_a_campaign_is_not_deleted(world: World, boss: Principal) -> None:
    world.draft()
    with world.database.write() as session:
        assert not is_deletable(session, list_by_slug(session, "bulletin"))
        with pytest.raises(Conflict, match="campaigns-list-has-campaign"):
            remove_list(session, "bulletin", actor=boss, now=NOON)


def test_an_empty_list_is_deleted(world: World, boss: Principal) -> None:
    with world.database.write() as session:
        made = add_list(session, "press", ListDetails("Press"), actor=boss, now=NOON)
        assert is_deletable(session, made)
        remove_list(session, "press", actor=boss, now=NOON)
        assert find_list(session, "press") is None


def test_emails_have_the_lists_name_in_their_language_and_whoever_named_it_does_not_approve(
    world: World, boss: Principal
) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    with world.database.write() as session:
        change_list(session, "bulletin", ListDetails(names={"sl": "Novice"}), actor=boss, now=NOON)
    with world.database.read() as session:
        texts = {
            code: preview(session, campaign_id, language=code, settings=world.settings).text
            for code in ("en", "sl")
        }
    assert "»Novice«" in texts["sl"]
    assert "Novice" not in texts["en"]
    world.submit(campaign_id)
    seen_hash = world.campaign(campaign_id).content_hash or ""
    with world.database.write() as session, pytest.raises(NotAllowed, match="audience"):
        approve(session, campaign_id, seen_hash=seen_hash, actor=boss, settings=world.settings, now=NOON)


@on_sqlite
def test_a_name_is_changed_by_who_saw_which_there_was(world: World, boss: Principal) -> None:
    with world.database.write() as session:
        seen = list_version(list_by_slug(session, "bulletin"))
        change_list(session, "bulletin", ListDetails("First", seen=seen), actor=boss, now=NOON)
        change_list(session, "bulletin", ListDetails("First", seen=seen), actor=boss, now=NOON)
        with pytest.raises(StaleEdit):
            change_list(session, "bulletin", ListDetails("Second", seen=seen), actor=boss, now=NOON)
        (entry,) = audit.entries(session, action="list.changed", since=NOON)
    assert (entry.detail["before"], entry.detail["name"]) == ("Bilten", "First")


@on_sqlite
def test_a_new_list_with_a_name_that_cannot_be_leaves_nothing_behind(world: World) -> None:
    for slug, details in (
        ("press", ListDetails("")),
        ("press", ListDetails("P", {"zz9": "X"})),
        ("", ListDetails("P")),
    ):
        with world.database.write() as session, pytest.raises(InputRefused):
            add_list(session, slug, details, actor=OPERATOR, now=NOON)
    with world.database.read() as session:
        assert find_list(session, "press") is None
