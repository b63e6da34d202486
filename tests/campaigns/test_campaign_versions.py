"""Version history of a campaign: each edit is kept, any can be undone or brought back, and nothing is lost."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from campaigns.block_content import BlockKind, HeadingText, RichText
from campaigns.editorial import versions as version_history
from campaigns.editorial.arrange_blocks import PlaceEdit, add_items, move_block, remove_block
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.edit import add_variant, remove_variant
from campaigns.editorial.presence import GONE_AFTER, note_presence, others_present
from campaigns.editorial.restore_version import HistoryChoice, RestoreEdit, restore_version
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.editorial.tables import CampaignPresence
from campaigns.editorial.versions import content_version, get_version, present_content, versions_of
from campaigns.queries import variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict, NotFound
from news.tables import NewsItem
from staff.tables import AuditEntry
from tests.campaigns.test_blocks import add, blocks, bulletin, write
from tests.campaigns.test_contributions import edit
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.examples import costly_examples


def content(world: World, campaign_id: int) -> dict[str, object]:
    with world.database.read() as session:
        return present_content(session, campaign_id)


def actions(world: World, campaign_id: int) -> list[str]:
    """Of its versions, the oldest first."""
    with world.database.read() as session:
        return [version.action.partition(".")[2] for version in reversed(versions_of(session, campaign_id))]


def restore(
    world: World, campaign_id: int, version: int | HistoryChoice = HistoryChoice.UNDO, *, actor: str = "ana"
) -> int:
    with world.database.write() as session:
        wanted = RestoreEdit(version, content_version(session, campaign_id))
        return restore_version(session, campaign_id, wanted, actor=getattr(world, actor), now=world.clock.now())


@on_sqlite
def test_what_is_saved_while_somebody_types_is_one_entry_of_the_log_an_hour(world: World) -> None:
    """By person and place; once something else happened to the campaign, it is said anew."""
    campaign_id = bulletin(world, "shipwreck")
    first, second = (add(world, campaign_id, BlockKind.HEADING) for _ in range(2))

    def save(by: str, block_id: int, text: str) -> None:
        world.clock.advance(seconds=5)
        write(world, campaign_id, block_id, {"en": HeadingText(heading=text)}, actor=by)

    def logged() -> list[tuple[str, int]]:
        with world.database.read() as session:
            changed = AuditEntry.action == "campaign.block_changed"
            rows = session.exec(select(AuditEntry).where(changed).order_by(col(AuditEntry.id)))
            return [(row.actor, row.detail["block"]) for row in rows]

    for letter in range(4):
        save("ana", first, f"a{letter}")
        save("boris", first, f"b{letter}")
        save("ana", second, f"c{letter}")
    once = [("user:1", first), ("user:2", first), ("user:1", second)]
    assert logged() == once
    edit(world, campaign_id, world.boris, subject="New")
    save("ana", first, "later")
    assert logged() == once, "somebody else wrote elsewhere"
    world.clock.advance(hours=1)
    save("ana", first, "after an hour")
    assert logged() == [*once, ("user:1", first)]
    with world.database.write() as session:
        remove_block(session, campaign_id, second, actor=world.ana, now=world.clock.now())
    save("ana", first, "after another step")
    assert logged() == [*once, ("user:1", first), ("user:1", first)]


def test_what_one_person_goes_on_writing_in_one_place_is_one_version_for_a_few_minutes(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    for text in ("W", "Wh", "What we do"):
        write(world, campaign_id, block_id, {"en": HeadingText(heading=text)})
    assert actions(world, campaign_id) == ["drafted", "block_added", "block_changed"]
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Boris's")}, actor="boris")
    edit(world, campaign_id, world.boris, subject="New")
    edit(world, campaign_id, world.boris, subject="Newer")
    world.clock.advance(seconds=version_history.ONE_SITTING.total_seconds())
    edit(world, campaign_id, world.boris, subject="Newest")
    assert actions(world, campaign_id)[3:] == ["block_changed", "edited", "edited"]


def test_undoing_walks_back_step_by_step_to_the_beginning_and_loses_nothing(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    seen = [content(world, campaign_id)]
    block_id = add(world, campaign_id, BlockKind.TEXT)
    seen.append(content(world, campaign_id))
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>Written</p>")})
    seen.append(content(world, campaign_id))
    with world.database.write() as session:
        edit_order = PlaceEdit(block_id, -1)
        move_block(session, campaign_id, edit_order, actor=world.ana, now=world.clock.now())
    seen.append(content(world, campaign_id))
    with world.database.write() as session:
        remove_block(session, campaign_id, block_id, actor=world.ana, now=world.clock.now())
    for expected in reversed(seen):
        restore(world, campaign_id)
        assert content(world, campaign_id) == expected
    with pytest.raises(Conflict, match="campaigns-nothing-to-undo"):
        restore(world, campaign_id)
    with world.database.read() as session:
        third = list(reversed(versions_of(session, campaign_id)))[2].id
    restore(world, campaign_id, third)
    assert content(world, campaign_id) == seen[2]


@on_sqlite
def test_redoing_walks_forward_again_until_somebody_writes(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    seen = [content(world, campaign_id)]
    for number, text in enumerate(("First", "Second", "Third")):
        edit(world, campaign_id, world.boris if number % 2 else world.ana, subject=text)
        seen.append(content(world, campaign_id))
    with pytest.raises(Conflict, match="campaigns-nothing-to-redo"):
        restore(world, campaign_id, HistoryChoice.REDO)
    for expected in (2, 1, 0):
        restore(world, campaign_id)
        assert content(world, campaign_id) == seen[expected]
    for expected in (1, 2):
        restore(world, campaign_id, HistoryChoice.REDO, actor="boris")
        assert content(world, campaign_id) == seen[expected]
    restore(world, campaign_id)
    restore(world, campaign_id, HistoryChoice.REDO)
    restore(world, campaign_id, HistoryChoice.REDO)
    assert content(world, campaign_id) == seen[3]
    with pytest.raises(Conflict, match="campaigns-nothing-to-redo"):
        restore(world, campaign_id, HistoryChoice.REDO)
    restore(world, campaign_id)
    edit(world, campaign_id, world.ana, subject="Another way")
    with pytest.raises(Conflict, match="campaigns-nothing-to-redo"):
        restore(world, campaign_id, HistoryChoice.REDO)


@on_sqlite
def test_a_version_that_was_chosen_is_an_edit_and_undone_as_one(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.ana, subject="First")
    edit(world, campaign_id, world.boris, subject="Second")
    second = content(world, campaign_id)
    with world.database.read() as session:
        first = list(reversed(versions_of(session, campaign_id)))[1].id
    restore(world, campaign_id, first)
    chosen = content(world, campaign_id)
    restore(world, campaign_id)
    assert content(world, campaign_id) == second
    restore(world, campaign_id, HistoryChoice.REDO)
    assert content(world, campaign_id) == chosen
    assert actions(world, campaign_id)[-3:] == ["restored", "undone", "redone"]


def test_a_language_that_was_taken_out_comes_back_with_its_texts_in_blocks(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Now"), "sl": HeadingText(heading="Zdaj")})
    before = content(world, campaign_id)
    with world.database.write() as session:
        remove_variant(session, campaign_id, "sl", actor=world.ana, now=world.clock.now())
        add_variant(session, campaign_id, "ar", actor=world.ana, now=world.clock.now())
    restore(world, campaign_id)
    restore(world, campaign_id)
    assert content(world, campaign_id) == before
    with world.database.read() as session:
        assert [variant.language for variant in variants_of(session, campaign_id)] == ["en", "sl"]


def test_who_undoes_a_change_frees_whoever_made_it(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Ana's")})
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Boris's")}, actor="boris")
    restore(world, campaign_id)
    with world.database.read() as session:
        assert world.boris.name not in contributors(session, session.get_one(Campaign, campaign_id))


def test_nothing_is_brought_back_over_a_change_that_nobody_has_seen(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.ana, subject="First")
    with world.database.read() as session:
        seen = content_version(session, campaign_id)
    edit(world, campaign_id, world.boris, subject="A colleague's")
    wanted = RestoreEdit(HistoryChoice.UNDO, seen)
    with world.database.write() as session, pytest.raises(StaleEdit):
        restore_version(session, campaign_id, wanted, actor=world.ana, now=world.clock.now())


def test_news_that_is_gone_or_withdrawn_does_not_come_back_and_is_counted(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    with world.database.write() as session:
        item = blocks_item(world, campaign_id)
        remove_block(session, campaign_id, item, actor=world.ana, now=world.clock.now())
        for row in session.exec(select(NewsItem)):
            row.withdrawn_at = world.clock.now()
            session.add(row)
    assert restore(world, campaign_id) == 1
    assert blocks(world, campaign_id) == []


def blocks_item(world: World, campaign_id: int) -> int:
    return blocks(world, campaign_id)[0].id


def test_an_approved_campaign_is_a_draft_again_when_a_version_comes_back(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.ana, subject="First")
    world.submit(campaign_id)
    world.approve(campaign_id)
    restore(world, campaign_id)
    assert world.status(campaign_id) is CampaignStatus.DRAFT


@on_sqlite
def test_only_so_many_versions_are_kept_and_another_campaigns_is_none_of_this(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_history, "MOST_KEPT", 4)
    campaign_id, other_id = bulletin(world, "shipwreck"), bulletin(world)
    edit(world, other_id, world.ana, subject="Other")
    for number in range(8):
        edit(world, campaign_id, world.ana if number % 2 else world.boris, subject=str(number))
    assert len(actions(world, campaign_id)) == 4
    assert len(actions(world, other_id)) == 2
    with world.database.read() as session:
        newest = versions_of(session, campaign_id)[0].id
        with pytest.raises(NotFound):
            get_version(session, other_id, newest)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 3), st.sampled_from(["a", "b", ""])),
        st.tuples(st.just("move"), st.integers(0, 3), st.sampled_from([-1, 1, 2])),
        st.tuples(st.just("remove"), st.integers(0, 3), st.none()),
        st.tuples(st.just("add"), st.none(), st.none()),
    ),
    min_size=1,
    max_size=6,
)


@on_sqlite
@settings(
    max_examples=costly_examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(steps=STEPS)
def test_whatever_was_done_every_version_can_be_brought_back_as_it_was(
    world: World, steps: list[tuple[str, int, str | int | None]]
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    add(world, campaign_id, BlockKind.HEADING)
    for step in steps:
        _do(world, campaign_id, step)
    with world.database.read() as session:
        ids = [version.id for version in versions_of(session, campaign_id)]
        kept = {version_id: get_version(session, campaign_id, version_id).content for version_id in ids}
    for version_id, expected in kept.items():
        restore(world, campaign_id, version_id)
        assert content(world, campaign_id) == expected


def _do(world: World, campaign_id: int, step: tuple[str, int, str | int | None]) -> None:
    name, number, how = step
    present = blocks(world, campaign_id)
    if name == "add" or not present:
        add(world, campaign_id, BlockKind.HEADING)
        return
    block = present[number % len(present)]
    with world.database.write() as session:
        actor, now = world.ana, world.clock.now()
        if name == "move":
            move_block(session, campaign_id, PlaceEdit(block.id, int(how or 0)), actor=actor, now=now)
        elif name == "remove":
            remove_block(session, campaign_id, block.id, actor=actor, now=now)
    if name == "write" and block.kind is BlockKind.HEADING:
        write(world, campaign_id, block.id, {"en": HeadingText(heading=str(how))})


def test_two_people_in_one_campaign_see_each_other_and_who_is_silent_is_gone(world: World) -> None:
    campaign_id, other_id = bulletin(world, "shipwreck"), bulletin(world)

    def present(campaign: int, actor: str) -> list[str]:
        with world.database.write() as session:
            now = world.clock.now()
            note_presence(session, campaign, actor=getattr(world, actor), now=now)
            return others_present(session, campaign, but=getattr(world, actor), now=now)

    assert present(campaign_id, "ana") == []
    assert present(campaign_id, "boris") == ["Ana"]
    assert present(other_id, "cilka") == []
    world.clock.advance(seconds=GONE_AFTER.total_seconds() - 1)
    assert present(campaign_id, "ana") == ["Boris"]
    world.clock.advance(seconds=1)
    assert present(campaign_id, "ana") == []
    world.clock.advance(seconds=timedelta(hours=1).total_seconds())
    assert present(campaign_id, "boris") == []
    with world.database.read() as session:
        rows = session.exec(select(CampaignPresence).where(CampaignPresence.campaign_id == campaign_id)).all()
        assert len(rows) == 1


def test_items_that_come_together_are_undone_together(world: World) -> None:
    campaign_id = bulletin(world)
    with world.database.write() as session:
        add_items(session, campaign_id, ["shipwreck"], after=None, actor=world.ana, now=world.clock.now())
    before = actions(world, campaign_id)
    assert before == ["drafted", "block_added"]
    restore(world, campaign_id)
    assert blocks(world, campaign_id) == []
