"""Colleagues say something of a block: open until it is settled, warned of, and never part of the content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.block_content import BlockKind
from campaigns.editorial.arrange_blocks import remove_block
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.duplicate import duplicate
from campaigns.review import comments
from campaigns.review.check import check
from campaigns.review.comments import add_comment, comments_of, is_discussed, open_comments, settle_comment
from campaigns.review.delete_draft import delete_draft
from campaigns.review.notes import MAX_REMARK
from campaigns.review.tables import BlockComment
from campaigns.status import CampaignStatus
from core.errors import InputRefused, NotAllowed, NotFound
from core.machine import IllegalTransition
from staff.principal import Principal, PrincipalKind
from staff.tables import AuditEntry
from templates.check import Severity
from tests.campaigns.test_blocks import add, bulletin, mailed
from tests.campaigns.world import World


def say(
    world: World, campaign_id: int, block_id: int = 0, text: str = "Is it 601?", by: Principal | None = None
) -> int:
    with world.database.write() as session:
        now = world.clock.now()
        return add_comment(session, campaign_id, block_id, text, actor=by or world.boris, now=now)


def settle(world: World, campaign_id: int, comment_id: int, *, is_settled: bool = True) -> None:
    with world.database.write() as session:
        now = world.clock.now()
        settle_comment(session, campaign_id, comment_id, is_settled=is_settled, actor=world.ana, now=now)


def warnings(world: World, campaign_id: int) -> list[str]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding.code for finding in findings if finding.severity is Severity.WARNING]


def test_a_comment_has_a_name_and_a_time_and_is_settled_by_somebody_else(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    comment_id = say(world, campaign_id, block_id, "Is it 601?\r\n")
    with world.database.read() as session:
        ((entry,),) = comments_of(session, campaign_id).values()
    assert (entry.by, entry.text, entry.block_id, entry.settled_at) == ("Boris", "Is it 601?", block_id, None)
    settle(world, campaign_id, comment_id)
    settle(world, campaign_id, comment_id)
    with world.database.read() as session:
        ((entry,),) = comments_of(session, campaign_id).values()
        actions = session.exec(select(AuditEntry.action, AuditEntry.actor)).all()
        assert open_comments(session, campaign_id) == {}
    assert (entry.settled_by, entry.settled_at) == ("Ana", world.clock.now())
    assert actions[-2:] == [
        ("campaign.commented", world.boris.name), ("campaign.comment_settled", world.ana.name),
    ]  # fmt: skip
    settle(world, campaign_id, comment_id, is_settled=False)
    with world.database.read() as session:
        assert open_comments(session, campaign_id) == {block_id: 1}


def test_what_is_open_is_warned_of_by_the_check_and_stops_nothing(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    comment_id = say(world, campaign_id)
    assert "campaigns-comments-open" in warnings(world, campaign_id)
    world.submit(campaign_id)
    assert "campaigns-comments-open" in warnings(world, campaign_id)
    world.approve(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED
    settle(world, campaign_id, comment_id)
    assert "campaigns-comments-open" not in warnings(world, campaign_id)


def test_it_is_neither_in_the_hash_nor_in_the_email_and_makes_nobody_a_contributor(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    world.submit(campaign_id)
    digest = world.campaign(campaign_id).content_hash
    say(world, campaign_id, text="A secret remark")
    assert world.campaign(campaign_id).content_hash == digest
    assert "A secret remark" not in mailed(world, campaign_id)
    with world.database.read() as session:
        assert world.boris.name not in contributors(session, world.campaign(campaign_id))
    world.approve(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_a_comment_stays_when_its_block_is_removed_and_goes_with_the_draft(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    say(world, campaign_id, block_id)
    with world.database.write() as session:
        remove_block(session, campaign_id, block_id, actor=world.ana, now=world.clock.now())
    with world.database.write() as session:
        assert list(comments_of(session, campaign_id)) == [block_id]
        copy = duplicate(session, campaign_id, name="Copy", actor=world.ana, now=world.clock.now()).campaign
        assert comments_of(session, copy.id) == {}
        delete_draft(session, campaign_id, actor=world.ana, now=world.clock.now())
    with world.database.read() as session:
        assert not session.exec(select(BlockComment)).all()


@pytest.mark.parametrize("text", ["", " \x00\n ", "a" * (MAX_REMARK + 1)])
def test_an_empty_or_endless_comment_is_refused(world: World, text: str) -> None:
    campaign_id = bulletin(world, "shipwreck")
    with pytest.raises(InputRefused):
        say(world, campaign_id, text=text)


def test_of_another_campaign_nothing_is_said_or_settled(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign_id, other = bulletin(world, "shipwreck"), bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    comment_id = say(world, campaign_id, block_id)
    with pytest.raises(NotFound):
        say(world, other, block_id)
    with pytest.raises(NotFound):
        settle(world, other, comment_id)
    nobody = Principal("user:9", PrincipalKind.PERSON, frozenset(), 9)
    with pytest.raises(NotAllowed):
        say(world, campaign_id, block_id, by=nobody)
    monkeypatch.setattr(comments, "MAX_COMMENTS", 1)
    with pytest.raises(InputRefused, match="too-many"):
        say(world, campaign_id, block_id)


def test_once_it_is_on_its_way_nothing_is_said_any_more(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.launched()
    with pytest.raises(IllegalTransition):
        say(world, campaign_id)


@given(st.sampled_from(CampaignStatus))
def test_comments_are_written_as_long_as_it_can_be_changed(status: CampaignStatus) -> None:
    changeable = {
        CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED, CampaignStatus.SCHEDULED,
    }  # fmt: skip
    assert is_discussed(status) is (status in changeable)
