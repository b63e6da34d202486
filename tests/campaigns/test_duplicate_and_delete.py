"""A draft from an earlier campaign, another name for one, and what becomes of one that is deleted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from campaigns.block_content import BlockKind
from campaigns.editorial.arrange_blocks import add_block, remove_block
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.compose import items_of
from campaigns.editorial.contributions import Change, Matter, carried_over, hands
from campaigns.editorial.duplicate import DuplicateResult, duplicate, original_of
from campaigns.editorial.rename import rename
from campaigns.editorial.stale_edit import StaleEdit, draft_version, name_version
from campaigns.queries import variants_of
from campaigns.review.check import check
from campaigns.review.delete_draft import delete_draft, may_be_deleted
from campaigns.review.send_test import MailTestRequest, send_test
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import Automation, AutomationItem, AutomationMode, Campaign
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from news.tables import NewsItem, Source, SourceKind
from staff.principal import Principal
from staff.tables import AuditEntry
from subscribers.tables import MailingList
from tests.campaigns.test_contributions import contributors_of, edit
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.examples import examples


def copied(world: World, campaign_id: int, by: Principal | None = None, *, name: str = "Copy") -> DuplicateResult:
    with world.database.write() as session:
        return duplicate(session, campaign_id, name=name, actor=by or world.ana, now=world.clock.now())


def deleted(world: World, campaign_id: int, *, by: Principal | None = None, seen: str | None = None) -> None:
    with world.database.write() as session:
        delete_draft(session, campaign_id, actor=by or world.ana, now=world.clock.now(), seen=seen)


def texts_of_campaign(world: World, campaign_id: int) -> list[tuple[str, str, str, str]]:
    with world.database.read() as session:
        rows = variants_of(session, campaign_id)
        return [(row.language, row.subject, row.preheader, row.intro_html) for row in rows]


def test_a_copy_of_a_sent_campaign_is_a_draft_with_its_texts_that_says_what_it_was_made_from(world: World) -> None:
    world.add_readers(["rosa"])
    draft = world.draft()
    edit(world, draft, world.ana, subject="Nobody came", intro_html="<p>Dear readers</p>")
    world.submit(draft)
    world.approve(draft)
    world.send_now(draft)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert world.status(draft) is CampaignStatus.SENT
    copy = copied(world, draft, name="Again").campaign
    assert (copy.status, copy.name, copy.author) == (CampaignStatus.DRAFT, "Again", world.ana.name)
    assert (copy.scheduled_at, copy.launched_at, copy.content_hash) == (None, None, None)
    assert copy.public_id != world.campaign(draft).public_id
    assert texts_of_campaign(world, copy.id) == texts_of_campaign(world, draft)
    with world.database.read() as session:
        original = original_of(session, session.get_one(Campaign, copy.id))
        findings = check(session, copy.id, settings=world.settings, now=world.clock.now())
    assert original is not None
    assert original.id == draft
    (repeat,) = [finding for finding in findings if finding.code == "campaigns-repeats-sent"]
    assert (repeat.params["count"], repeat.params["name"]) == (1, world.campaign(draft).name)
    assert world.report(draft).recipients == 1
    assert world.report(copy.id).recipients == 0


def test_what_is_in_a_first_draft_has_not_gone_out(world: World) -> None:
    world.draft()
    campaign_id = world.draft()
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    assert "campaigns-repeats-sent" not in {finding.code for finding in findings}


def test_who_wrote_the_original_does_not_approve_its_copy(world: World) -> None:
    original = world.draft()
    edit(world, original, world.boris, subject="First try")
    edit(world, original, world.cilka, subject="Boris's try, put right")
    copy = copied(world, original).campaign.id
    assert contributors_of(world, original).keys() == {
        actor.name for actor in (world.ana, world.boris, world.cilka)
    }
    # Of what Boris wrote nothing is left.
    assert contributors_of(world, copy) == {
        world.ana.name: frozenset({Matter.DRAFT}),
        world.cilka.name: frozenset({Matter.WORDS}),
    }
    world.submit(copy)
    with pytest.raises(NotAllowed, match="approver-contributed"):
        world.approve(copy, by=world.cilka)
    world.approve(copy, by=world.boris)
    assert world.status(copy) is CampaignStatus.APPROVED


@settings(max_examples=examples(200))
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("012"), st.booleans()).map(
            lambda step: (step[0], step[1], step[2])
        ),
        max_size=8,
    )
)
def test_a_copy_of_a_copy_carries_the_same_hands(steps: list[tuple[str, str, bool]]) -> None:
    """And never anybody who had none in the original."""
    value: str = "0"
    changes = []
    for actor, after, is_unknown in steps:
        if is_unknown:
            changes.append(Change("campaign:1", "variant:en:subject", actor, None, None))
        elif after != value:
            changes.append(Change("campaign:1", "variant:en:subject", actor, value, after))
            value = after
    once = carried_over(changes)
    assert hands(once) <= hands(changes)
    assert hands(carried_over(once)) == hands(once)
    last = next((change for change in reversed(changes) if change.after is not None), None)
    is_first_again = last is not None and last.after == "0"
    if last is not None and not is_first_again:
        assert hands(once) & {change.actor for change in changes if change.after == last.after}


def test_what_was_withdrawn_since_is_not_copied(world: World) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        item = session.exec(select(NewsItem).where(NewsItem.slug == "shipwreck")).one()
        item.withdrawn_at = NOON
        session.add(item)
    result = copied(world, campaign_id)
    assert result.left_out == 1
    with world.database.read() as session:
        assert items_of(session, result.campaign.id) == []
        assert len(items_of(session, campaign_id)) == 1


def test_a_copy_says_which_of_its_lists_is_archived_as_submitting_it_will(world: World) -> None:
    campaign_id = world.draft()
    assert copied(world, campaign_id).archived == ()
    with world.database.write() as session:
        mailing_list = session.get_one(MailingList, 1)
        mailing_list.archived_at, name = NOON, mailing_list.name
    result = copied(world, campaign_id)
    assert result.archived == (name,)
    with pytest.raises(Conflict, match="subscribers-list-archived-campaign"):
        world.submit(result.campaign.id)


def test_blocks_are_copied_in_their_order_with_the_hands_in_them(world: World) -> None:
    original = world.draft()
    with world.database.write() as session:
        add_block(session, original, BlockKind.DIVIDER, after=None, actor=world.cilka, now=world.clock.now())
    copy = copied(world, original).campaign.id
    with world.database.read() as session:
        before, after = blocks_of(session, original), blocks_of(session, copy)
    assert [(block.kind, block.item_id, block.texts) for block in after] == [
        (block.kind, block.item_id, block.texts) for block in before
    ]
    assert {block.id for block in after}.isdisjoint({block.id for block in before})
    assert contributors_of(world, copy)[world.cilka.name] == {Matter.WORDS}
    with world.database.write() as session:
        remove_block(session, copy, after[1].id or 0, actor=world.boris, now=world.clock.now())
    with world.database.read() as session:
        assert len(blocks_of(session, original)) == 2


def test_a_draft_has_another_name_and_nothing_else_has(world: World) -> None:
    campaign_id = world.draft()
    seen = name_version(world.campaign(campaign_id))
    with world.database.write() as session:
        rename(session, campaign_id, "  Bulletin,\n December ", actor=world.boris, now=NOON, seen=seen)
    assert world.campaign(campaign_id).name == "Bulletin, December"
    for name, code in (("  ", "name-empty"), ("x" * 201, "name-too-long")):
        with pytest.raises(InputRefused, match=code), world.database.write() as session:
            rename(session, campaign_id, name, actor=world.ana, now=NOON)
    with pytest.raises(StaleEdit), world.database.write() as session:
        rename(session, campaign_id, "Another", actor=world.ana, now=NOON, seen=seen)
    # Whoever names it has no hand in what it says.
    assert contributors_of(world, campaign_id).keys() == {world.ana.name}
    world.submit(campaign_id)
    with pytest.raises(Conflict, match="rename-no-draft"), world.database.write() as session:
        rename(session, campaign_id, "Another", actor=world.ana, now=NOON)


def test_a_draft_is_deleted_with_its_texts_and_its_number_is_never_given_again(world: World) -> None:
    campaign_id = world.draft()
    seen = draft_version(world.campaign(campaign_id))
    deleted(world, campaign_id, by=world.boris, seen=seen)
    with world.database.read() as session:
        assert session.get(Campaign, campaign_id) is None
        assert variants_of(session, campaign_id) == []
        assert session.exec(select(func.count(col(NewsItem.id)))).one() > 0
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "campaign.deleted")).one()
    assert (entry.actor, entry.subject) == (world.boris.name, f"campaign:{campaign_id}")
    assert entry.detail["author"] == world.ana.name
    with pytest.raises(NotFound):
        deleted(world, campaign_id)
    assert world.draft() > campaign_id


def test_a_draft_that_a_colleague_has_changed_meanwhile_is_not_deleted(world: World) -> None:
    campaign_id = world.draft()
    seen = draft_version(world.campaign(campaign_id))
    world.clock.advance(seconds=1)
    edit(world, campaign_id, world.boris, subject="Better")
    with pytest.raises(StaleEdit):
        deleted(world, campaign_id, seen=seen)
    assert world.status(campaign_id) is CampaignStatus.DRAFT


def test_what_others_have_had_before_them_is_not_deleted(world: World) -> None:
    in_review, was_in_review, tested = world.draft(), world.draft(), world.draft()
    for campaign_id in (in_review, was_in_review):
        world.submit(campaign_id)
    world.clock.advance(seconds=1)
    edit(world, was_in_review, world.ana, subject="Once more")
    send_test(
        world.database,
        tested,
        MailTestRequest(["boris@example.org"], ["en"]),
        actor=world.ana,
        settings=world.settings,
        now=world.clock.now(),
    )
    for campaign_id in (in_review, was_in_review, tested):
        with world.database.read() as session:
            assert not may_be_deleted(session, session.get_one(Campaign, campaign_id))
        with pytest.raises(Conflict, match="delete-not-possible"):
            deleted(world, campaign_id)


def test_an_automation_remembers_the_item_whose_draft_was_deleted(world: World) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.add(Source(id=1, name="feed", kind=SourceKind.FOLDER, location="/nowhere", created_at=NOON))
        session.flush()
        session.add(
            Automation(
                id=1, name="feed", source_id=1, list_id=1, sender_id=1, mode=AutomationMode.DRAFT, created_at=NOON
            )
        )
        session.flush()
        session.get_one(Campaign, campaign_id).automation_id = 1
        session.add(
            AutomationItem(
                automation_id=1, item_id=1, state=AutomationItemState.HELD, campaign_id=campaign_id, at=NOON
            )
        )
    deleted(world, campaign_id)
    with world.database.read() as session:
        row = session.exec(select(AutomationItem)).one()
    assert (row.item_id, row.state, row.campaign_id) == (1, AutomationItemState.HELD, None)


def test_a_copy_whose_original_was_deleted_is_made_from_nothing(world: World) -> None:
    original = world.draft()
    copy = copied(world, original).campaign.id
    deleted(world, original)
    with world.database.read() as session:
        assert original_of(session, session.get_one(Campaign, copy)) is None
