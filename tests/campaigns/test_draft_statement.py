"""A news item becomes a statement to all confirmed readers in one step: open lists, each of its languages."""

from dataclasses import replace

import pytest

from campaigns.block_content import BlockKind
from campaigns.editorial.draft_statement import SAME_AGAIN, draft_statement
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.queries import variants_of
from campaigns.review.reach import reach
from campaigns.status import CampaignStatus
from campaigns.tables import CampaignKind
from core.errors import InputRefused, NotAllowed, NotFound
from staff.principal import Principal
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscription
from tests.campaigns.test_blocks import add
from tests.campaigns.world import World
from tests.conftest import NOON


def statement(world: World, item_id: int = 1, by: Principal | None = None) -> int:
    with world.database.write() as session:
        now = world.clock.now()
        return draft_statement(session, item_id, staff_language="en", actor=by or world.ana, now=now).id


def _add_lists(world: World) -> None:
    """One more that is open, one protected, one archived, with the same reader."""
    with world.database.write() as session:
        for slug, protected, archived in (
            ("abroad", False, None),
            ("witnesses", True, None),
            ("old", False, NOON),
        ):
            row = MailingList(
                slug=slug, name=slug.title(), is_protected=protected, archived_at=archived, created_at=NOON
            )
            session.add(row)
            session.flush()
            session.add(
                Subscription(subscriber_id=1, list_id=row.id, status=SubscriptionStatus.CONFIRMED, changed_at=NOON)
            )


def test_it_goes_to_everybody_on_open_lists_once_in_all_languages(world: World) -> None:
    world.add_readers(["rosa", "miha"])
    world.add_readers(["eva"], status=SubscriptionStatus.PENDING)
    _add_lists(world)
    campaign = world.campaign(statement(world))
    assert (campaign.kind, campaign.status) == (CampaignKind.STATEMENT, CampaignStatus.DRAFT)
    assert set(campaign.audience.lists) == {1, 2}
    with world.database.read() as session:
        assert [variant.language for variant in variants_of(session, campaign.id)] == ["en", "sl"]
        assert reach(session, campaign, now=world.clock.now()).total == 2
    world.submit(campaign.id)
    world.approve(campaign.id)
    world.send_now(campaign.id)
    world.clock.advance(minutes=1)
    world.run()
    assert world.report(campaign.id).accepted == 2


def test_whoever_presses_twice_gets_one_draft_and_later_another(world: World) -> None:
    first = statement(world)
    assert statement(world) == first
    assert statement(world, by=world.boris) != first
    world.clock.advance(seconds=SAME_AGAIN.total_seconds() + 1)
    assert statement(world) != first


@pytest.mark.parametrize("change", ["words", "block"])
def test_a_draft_in_which_somebody_has_written_is_not_taken_for_it(world: World, change: str) -> None:
    first = statement(world)
    if change == "words":
        with world.database.write() as session:
            edit = VariantEdit({"intro_html": "<p>For our members.</p>"})
            edit_variant(session, first, "en", edit, actor=world.ana, now=world.clock.now())
    else:
        add(world, first, BlockKind.TEXT)
    again = statement(world)
    assert again != first
    assert statement(world) == again


def test_what_belongs_to_a_protected_list_is_not_sent_to_everybody_in_one_step(world: World) -> None:
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
        session.add(MailingList(slug="abroad", name="Abroad", created_at=NOON))
    world.draft()
    with pytest.raises(InputRefused, match="statement-protected"):
        statement(world)


def test_without_an_open_list_nothing_is_drafted(world: World) -> None:
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    with pytest.raises(InputRefused, match="no-list"):
        statement(world)


def test_nobody_drafts_what_is_not_there_or_without_permission(world: World) -> None:
    with pytest.raises(NotFound):
        statement(world, 999)
    with pytest.raises(NotAllowed):
        statement(world, by=replace(world.ana, permissions=frozenset()))
