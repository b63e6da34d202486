"""What a campaign is made of: blocks that people add, write, move and take out, each in its languages."""

from collections.abc import Mapping
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.block_content import (
    TEXTS,
    AppealSettings,
    BlockContent,
    BlockKind,
    BlockSettings,
    BlockText,
    ButtonText,
    HeadingText,
    ItemSettings,
    QuotationText,
    RichText,
    item_content,
    settings_type,
)
from campaigns.editorial.arrange_blocks import (
    MAX_BLOCKS,
    PlaceEdit,
    add_block,
    add_items,
    move_block,
    remove_block,
)
from campaigns.editorial.blocks import block_with, blocks_of, order_version
from campaigns.editorial.change_block import BlockEdit, change_block
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.contributions import Matter
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.edit import add_variant, remove_variant
from campaigns.editorial.preview import preview
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.queries import variants_of
from campaigns.review.check import check, check_blocks
from campaigns.status import CampaignStatus
from campaigns.tables import CampaignKind
from core.errors import InputRefused, NotAllowed, NotFound
from core.machine import IllegalTransition
from staff.tables import AuditEntry
from templates.content import ItemMode
from tests.campaigns.world import World
from tests.databases import on_sqlite


def bulletin(world: World, *slugs: str) -> int:
    request = DraftRequest(CampaignKind.BULLETIN, "", slugs, "bulletin", "main", "en", ("en", "sl"))
    with world.database.write() as session:
        return draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id


def add(world: World, campaign_id: int, kind: BlockKind, *, after: int | None = None) -> int:
    with world.database.write() as session:
        return add_block(session, campaign_id, kind, after=after, actor=world.ana, now=world.clock.now())


def write(
    world: World,
    campaign_id: int,
    block_id: int,
    texts: Mapping[str, BlockText],
    *,
    settings: BlockSettings | None = None,
    seen: str | None = None,
    actor: str = "ana",
) -> BlockContent:
    with world.database.write() as session:
        block = block_with(blocks_of(session, campaign_id), block_id)
        edit = BlockEdit(block_id, settings or block.settings, texts, seen)
        return change_block(session, campaign_id, edit, actor=getattr(world, actor), now=world.clock.now())


def blocks(world: World, campaign_id: int) -> list[BlockContent]:
    with world.database.read() as session:
        return blocks_of(session, campaign_id)


def mailed(world: World, campaign_id: int, language: str = "en") -> str:
    with world.database.read() as session:
        mail = preview(session, campaign_id, language=language, settings=world.settings)
    return mail.html + mail.text


def test_blocks_stand_where_they_are_put_and_are_mailed_in_that_order(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    item = blocks(world, campaign_id)[0].id
    last = add(world, campaign_id, BlockKind.HEADING)
    middle = add(world, campaign_id, BlockKind.TEXT, after=item)
    write(world, campaign_id, last, {"en": HeadingText(heading="At the end")})
    write(world, campaign_id, middle, {"en": RichText(body_html="<p>In the <strong>middle</strong></p>")})
    assert [block.id for block in blocks(world, campaign_id)] == [item, middle, last]
    html = mailed(world, campaign_id)
    assert html.index("In the <strong>middle</strong>") < html.index("At the end")


@on_sqlite
def test_an_empty_campaign_takes_its_subject_from_the_first_news_that_comes_into_it(world: World) -> None:
    campaign_id = bulletin(world)
    with world.database.write() as session:
        before = {variant.language: variant.subject for variant in variants_of(session, campaign_id)}
        add_items(session, campaign_id, ["shipwreck"], after=None, actor=world.ana, now=world.clock.now())
    with world.database.read() as session:
        variants = {variant.language: variant for variant in variants_of(session, campaign_id)}
    assert variants["sl"].subject == "Pogrešanih je 600 ljudi"
    assert variants["en"].preheader
    assert before["en"] not in variants["en"].subject


def test_news_is_in_a_campaign_once_and_only_where_its_design_has_a_place_for_it(world: World) -> None:
    with world.database.write() as session:
        now = world.clock.now()
        with pytest.raises(InputRefused, match="campaigns-item-twice"):
            add_items(session, bulletin_in(session, world), ["shipwreck"], after=None, actor=world.ana, now=now)
        with pytest.raises(InputRefused, match="campaigns-no-items-chosen"):
            add_items(session, bulletin_in(session, world), [], after=None, actor=world.ana, now=now)
        with pytest.raises(InputRefused, match="campaigns-block-of-item"):
            add_block(session, bulletin_in(session, world), BlockKind.ITEM, after=None, actor=world.ana, now=now)
        with pytest.raises(NotFound):
            add_items(session, bulletin_in(session, world), ["nothing"], after=None, actor=world.ana, now=now)


def bulletin_in(session: object, world: World) -> int:
    request = DraftRequest(CampaignKind.BULLETIN, "", ["shipwreck"], "bulletin", "main", "en")
    return draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id  # type: ignore[arg-type]  # a session


@on_sqlite
def test_there_is_an_end_to_blocks(world: World) -> None:
    campaign_id = bulletin(world)
    for _ in range(MAX_BLOCKS):
        add(world, campaign_id, BlockKind.DIVIDER)
    with pytest.raises(InputRefused, match="campaigns-too-many-blocks"):
        add(world, campaign_id, BlockKind.DIVIDER)


def test_any_change_of_blocks_takes_the_approval_back(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    first, second = blocks(world, campaign_id)[0].id, add(world, campaign_id, BlockKind.DIVIDER)
    now = world.clock.now()

    def moved() -> None:
        with world.database.write() as session:
            move_block(session, campaign_id, PlaceEdit(second, -1), actor=world.ana, now=now)

    def removed() -> None:
        with world.database.write() as session:
            remove_block(session, campaign_id, second, actor=world.ana, now=now)

    def changed() -> None:
        write(world, campaign_id, first, {}, settings=ItemSettings(mode=ItemMode.TEASER))

    for change in (moved, changed, removed, lambda: add(world, campaign_id, BlockKind.DIVIDER)):
        world.submit(campaign_id)
        world.approve(campaign_id)
        assert world.status(campaign_id) is CampaignStatus.APPROVED
        change()
        assert world.status(campaign_id) is CampaignStatus.DRAFT
        assert world.campaign(campaign_id).content_hash is None
    with world.database.read() as session:
        actions = set(session.exec(select(AuditEntry.action)))
    assert actions >= {f"campaign.block_{name}" for name in ("added", "changed", "moved", "removed")}


@on_sqlite
def test_what_changes_nothing_is_no_change(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    (block,) = blocks(world, campaign_id)
    world.submit(campaign_id)
    with world.database.write() as session:
        move_block(session, campaign_id, PlaceEdit(block.id, -1), actor=world.ana, now=world.clock.now())
    write(world, campaign_id, block.id, {})
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


def test_once_it_is_on_its_way_nothing_changes(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.launched()
    (block,) = blocks(world, campaign_id)
    with pytest.raises(IllegalTransition):
        add(world, campaign_id, BlockKind.TEXT)
    with pytest.raises(IllegalTransition):
        write(world, campaign_id, block.id, {}, settings=ItemSettings(has_picture=False))
    assert blocks(world, campaign_id) == [block]


def test_of_two_who_write_at_once_the_second_overwrites_nothing(world: World) -> None:
    campaign_id = bulletin(world)
    block_id = add(world, campaign_id, BlockKind.HEADING)
    seen = blocks(world, campaign_id)[0].version
    order = order_version(blocks(world, campaign_id))
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Ours")}, seen=seen)
    with pytest.raises(StaleEdit):
        write(world, campaign_id, block_id, {"en": HeadingText(heading="Theirs")}, seen=seen)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Ours")}, seen=seen)  # pressed twice
    add(world, campaign_id, BlockKind.DIVIDER)
    with world.database.write() as session:
        now = world.clock.now()
        with pytest.raises(StaleEdit):
            move_block(session, campaign_id, PlaceEdit(block_id, 1, order), actor=world.ana, now=now)
        with pytest.raises(StaleEdit):
            remove_block(session, campaign_id, block_id, actor=world.ana, now=now, seen=seen)
    texts = blocks(world, campaign_id)[0].texts
    assert texts == {"en": HeadingText(heading="Ours")}


def test_who_changed_a_block_does_not_approve_it_until_it_is_as_it_was(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Before")})
    write(world, campaign_id, block_id, {"en": HeadingText(heading="By Boris")}, actor="boris")
    with world.database.read() as session:
        matters = contributors(session, world.campaign(campaign_id))
    assert matters[world.boris.name] == {Matter.WORDS}
    world.submit(campaign_id)
    with pytest.raises(NotAllowed):
        world.approve(campaign_id, world.boris)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="Before")}, actor="cilka")
    with world.database.read() as session:
        assert {world.boris.name, world.cilka.name}.isdisjoint(contributors(session, world.campaign(campaign_id)))


def test_who_put_a_block_elsewhere_has_a_hand_in_the_campaign(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.DIVIDER)
    with world.database.write() as session:
        now = world.clock.now()
        move_block(session, campaign_id, PlaceEdit(block_id, -1), actor=world.boris, now=now)
        assert world.boris.name in contributors(session, world.campaign(campaign_id))
        move_block(session, campaign_id, PlaceEdit(block_id, 1), actor=world.cilka, now=now)
        assert {world.boris.name, world.cilka.name}.isdisjoint(contributors(session, world.campaign(campaign_id)))


@on_sqlite
def test_a_block_without_a_text_in_a_language_is_shown_in_another_one_and_the_check_says_which(
    world: World,
) -> None:
    world.add_readers(["rosa"])
    campaign_id = bulletin(world, "shipwreck")
    empty = add(world, campaign_id, BlockKind.QUOTATION)
    block_id = add(world, campaign_id, BlockKind.BUTTON)
    button = ButtonText(label="Sign", url="https://example.org/sign")
    write(world, campaign_id, block_id, {"en": button, "sl": ButtonText()})
    assert '<span lang="en"' in mailed(world, campaign_id, "sl").replace('dir="ltr" ', "")
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    of_blocks = {(f.code, f.block, f.language) for f in findings if f.block}
    assert of_blocks == {
        ("campaigns-block-empty", empty, ""),
        ("campaigns-block-language-missing", block_id, "sl"),
    }


def test_a_language_that_goes_takes_its_texts_of_blocks_with_it(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.HEADING)
    write(world, campaign_id, block_id, {"en": HeadingText(heading="A"), "sl": HeadingText(heading="B")})
    with world.database.write() as session:
        remove_variant(session, campaign_id, "sl", actor=world.ana, now=world.clock.now())
    assert set(blocks(world, campaign_id)[1].texts) == {"en"}
    with world.database.write() as session:
        add_variant(session, campaign_id, "sl", actor=world.ana, now=world.clock.now())
    assert set(blocks(world, campaign_id)[1].texts) == {"en"}


def test_a_stranger_to_the_campaign_is_no_block_of_it(world: World) -> None:
    campaign_id, other = bulletin(world), bulletin(world)
    block_id = add(world, other, BlockKind.TEXT)
    with world.database.write() as session:
        now = world.clock.now()
        with pytest.raises(NotFound):
            remove_block(session, campaign_id, block_id, actor=world.ana, now=now)
        with pytest.raises(NotFound):
            add_block(session, campaign_id, BlockKind.TEXT, after=block_id, actor=world.ana, now=now)


@on_sqlite
def test_a_picture_is_left_out_of_a_campaign_and_stays_with_its_news(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    (block,) = blocks(world, campaign_id)
    assert block.settings == ItemSettings()
    write(world, campaign_id, block.id, {}, settings=ItemSettings(mode=ItemMode.WHOLE, has_picture=False))
    assert blocks(world, campaign_id)[0].settings == ItemSettings(mode=ItemMode.WHOLE, has_picture=False)
    assert "cid:" not in mailed(world, campaign_id)


@pytest.mark.parametrize("kind", BlockKind)
def test_what_is_stored_of_a_block_is_what_is_read(kind: BlockKind) -> None:
    settings = settings_type(kind)()
    assert settings_type(kind).from_stored(settings.to_store()) == settings
    if kind in TEXTS:
        text = TEXTS[kind]()
        assert not text.is_shown
        assert TEXTS[kind].from_stored(text.to_store()) == text
    later = {"version": 99}
    with pytest.raises(ValueError, match="99"):
        settings_type(kind).from_stored(later)


@given(st.sets(st.sampled_from(["en", "sl", "ar", "fa"])), st.sampled_from(["en", "sl", "ar", "fa"]))
def test_a_block_is_missing_exactly_in_the_languages_in_which_nothing_is_written(
    written: set[str], main: str
) -> None:
    texts = {code: QuotationText(quote="x") for code in written}
    quotation = BlockContent(BlockKind.QUOTATION, None, BlockSettings(), texts, 7)
    appeal = BlockContent(BlockKind.APPEAL, None, AppealSettings(), {}, 8)
    languages = ["ar", "en", "fa", "sl"]
    findings = list(check_blocks([item_content(1), quotation, appeal], languages, chain=["en"], main=main))
    missing_params = [f.params for f in findings if f.code == "campaigns-block-language-missing"]
    missing = sorted(chain.from_iterable(str(params["missing"]).split() for params in missing_params))
    assert missing == ([code for code in languages if code not in written] if written else [])
    assert len(missing_params) == len({params["instead"] for params in missing_params})
    assert [f.params["number"] for f in findings if f.code == "campaigns-block-empty"] == (
        [3] if written else [2, 3]
    )
