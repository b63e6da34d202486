"""An approver says no with a remark: the campaign is a draft again, and everybody sees who wrote what when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.review.notes import MAX_REMARK, clean_remark, review_history
from campaigns.review.send_back import send_back
from campaigns.review.submit import submit
from campaigns.status import CampaignStatus
from campaigns.tables import RenderedVariant
from core.errors import InputRefused, NotAllowed
from core.machine import IllegalTransition
from staff.principal import Principal
from staff.tables import AuditEntry
from tests.campaigns.world import World
from tests.databases import on_sqlite


def _send_back(world: World, campaign_id: int, remark: str = "Too long.", by: Principal | None = None) -> None:
    with world.database.write() as session:
        actor, now = by or world.boris, world.clock.now()
        send_back(session, campaign_id, remark=remark, actor=actor, settings=world.settings, now=now)


def _history(world: World, campaign_id: int) -> list[tuple[str, str, str]]:
    with world.database.read() as session:
        return [(entry.kind, entry.by, entry.remark) for entry in review_history(session, campaign_id)]


def _in_review(world: World, remark: str = "") -> int:
    campaign_id = world.draft()
    now = world.clock.now()
    submit(world.database, campaign_id, actor=world.ana, settings=world.settings, now=now, remark=remark)
    world.clock.advance(minutes=1)
    return campaign_id


def test_what_is_sent_back_is_a_draft_with_its_remark(world: World) -> None:
    campaign_id = _in_review(world, "By noon, please.")
    _send_back(world, campaign_id, "The number is wrong.\nIt is 601.")
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    assert _history(world, campaign_id) == [
        ("sent_back", "Boris", "The number is wrong.\nIt is 601."),
        ("submitted", "Ana", "By noon, please."),
    ]
    with world.database.read() as session:
        actions = session.exec(select(AuditEntry.action, AuditEntry.actor)).all()
        assert not session.exec(select(RenderedVariant)).all()
    assert ("campaign.sent_back", world.boris.name) in actions


def test_it_can_be_submitted_and_approved_again(world: World) -> None:
    campaign_id = _in_review(world)
    _send_back(world, campaign_id)
    world.submit(campaign_id)
    world.clock.advance(minutes=1)
    world.approve(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED
    kinds = [kind for kind, _, _ in _history(world, campaign_id)]
    assert kinds == ["approved", "submitted", "sent_back", "submitted"]


def test_an_approval_that_a_change_has_ended_is_said_to_count_no_longer(world: World) -> None:
    campaign_id = _in_review(world)
    world.approve(campaign_id)
    world.clock.advance(minutes=1)
    with world.database.write() as session:
        edit = VariantEdit({"subject": "Another subject"})
        edit_variant(session, campaign_id, "en", edit, actor=world.ana, now=world.clock.now())
    kinds = [(kind, by) for kind, by, _ in _history(world, campaign_id)]
    assert kinds == [("voided", "Boris"), ("approved", "Boris"), ("submitted", "Ana")]


def test_approvals_from_before_it_was_sent_back_do_not_count(world: World) -> None:
    world.configure(approvals_required=2)
    campaign_id = _in_review(world)
    world.approve(campaign_id, by=world.boris)
    _send_back(world, campaign_id, by=world.cilka)
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.cilka)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


@on_sqlite
def test_without_a_remark_nothing_is_sent_back(world: World) -> None:
    campaign_id = _in_review(world)
    for empty in ("", " \r\n\t\x00 "):
        with pytest.raises(InputRefused, match="remark-missing"):
            _send_back(world, campaign_id, empty)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


@on_sqlite
def test_an_editor_sends_nothing_back(world: World) -> None:
    campaign_id = _in_review(world)
    with pytest.raises(NotAllowed):
        _send_back(world, campaign_id, by=world.ana)


def test_only_what_is_in_review_is_sent_back(world: World) -> None:
    campaign_id = world.draft()
    with pytest.raises(IllegalTransition):
        _send_back(world, campaign_id)
    world.submit(campaign_id)
    world.approve(campaign_id)
    with pytest.raises(IllegalTransition):
        _send_back(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_a_remark_that_is_too_long_is_refused_before_anything_is_frozen(world: World) -> None:
    campaign_id = world.draft()
    with pytest.raises(InputRefused, match="too-long"):
        _ = submit(
            world.database, campaign_id, actor=world.ana, settings=world.settings, now=world.clock.now(),
            remark="a" * (MAX_REMARK + 1),
        )  # fmt: skip
    assert world.status(campaign_id) is CampaignStatus.DRAFT


@given(st.text(max_size=MAX_REMARK))
def test_every_letter_of_a_remark_is_kept_and_nothing_that_no_page_can_show(text: str) -> None:
    remark = clean_remark(text)
    assert clean_remark(remark) == remark
    assert "".join(remark.split()) == "".join(
        char for char in "".join(text.split()) if char.isprintable() or ord(char) > 159
    )
