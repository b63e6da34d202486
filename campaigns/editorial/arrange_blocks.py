"""Arrange the blocks of a campaign: add, move and remove them. Whatever was approved is approved no longer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, delete

from campaigns.audience_lists import audience_topics
from campaigns.block_content import BlockContent, BlockKind, item_content, settings_type
from campaigns.block_tables import CampaignBlock
from campaigns.editorial.block_changes import addition, audit_facts, order_change, removal
from campaigns.editorial.blocks import block_with, blocks_of, insert_blocks, order_version, save_order
from campaigns.editorial.compose import items_of
from campaigns.editorial.draft import MAX_ITEMS, first_variant, refuse_withdrawn
from campaigns.editorial.edit import of_variant, record_edit, reopen
from campaigns.editorial.item_topics import topics_of_items
from campaigns.editorial.stale_edit import expect_seen, text_fields
from campaigns.editorial.versions import lock_to_edit
from campaigns.queries import variants_of
from campaigns.tables import Campaign, Variant
from core.errors import InputRefused
from news.queries import item_by_slug, texts_of
from news.tables import NewsItem
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import first_list
from templates.designs import check_fits

MAX_BLOCKS = 80


@dataclass(frozen=True, slots=True)
class PlaceEdit:
    """A block to another place."""

    block_id: int
    by: int
    """How many places further down; negative: up. It stops at either end."""
    seen: str | None = None
    """The order that the person had before them (`campaigns.editorial.blocks.order_version`)."""


def add_block(
    session: Session, campaign_id: int, kind: BlockKind, *, after: int | None, actor: Principal, now: datetime
) -> int:
    """An empty block, to be written; its id. `after`: the block below which it comes; None: at the end.

    Raises NotFound, IllegalTransition once the campaign is on its way, InputRefused for a news item, which is
    chosen (`add_items`), and for too many blocks.
    """
    require(actor, Permission.EDIT)
    if kind is BlockKind.ITEM:
        raise InputRefused("campaigns-block-of-item")
    campaign = lock_to_edit(session, campaign_id)
    block = BlockContent(kind, None, settings_type(kind)(), {})
    return _insert(session, campaign, [block], after=after, actor=actor, now=now)[0]


def add_items(
    session: Session, campaign_id: int, slugs: Sequence[str], *, after: int | None, actor: Principal, now: datetime
) -> list[int]:
    """News items, one block each; the blocks' ids. The first of a campaign also give it its subjects and topics,
    unless staff have written or chosen some.

    Raises NotFound, IllegalTransition; InputRefused for what is there already, was withdrawn, or does not fit the
    design.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    items, present = [item_by_slug(session, slug) for slug in slugs], items_of(session, campaign_id)
    _refuse_items(campaign, items, present)
    if not present:
        _name_after(session, campaign, items, actor=actor, now=now)
        _take_topics(session, campaign, items, actor=actor, now=now)
    blocks = [item_content(item.id) for item in items]
    return _insert(session, campaign, blocks, after=after, actor=actor, now=now)


def move_block(
    session: Session, campaign_id: int, edit: PlaceEdit, *, actor: Principal, now: datetime
) -> list[BlockContent]:
    """The blocks in their new order. Raises NotFound, IllegalTransition, and StaleEdit where the order is another
    than was seen."""
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    before = blocks_of(session, campaign_id)
    block = block_with(before, edit.block_id)
    others = [each for each in before if each is not block]
    place = min(max(before.index(block) + edit.by, 0), len(others))
    after = [*others[:place], block, *others[place:]]
    expect_seen(edit.seen, order_version(before), is_change=after != before)
    if after != before:
        reopen(session, campaign, order_change(before, after), actor=actor, now=now)
        save_order(session, campaign_id, [each.id for each in after])
        record_edit(
            session, campaign, "campaign.block_moved", actor=actor, now=now, **audit_facts(block), place=place + 1
        )
    return after


def remove_block(
    session: Session,
    campaign_id: int,
    block_id: int,
    *,
    actor: Principal,
    now: datetime,
    seen: str | None = None,
) -> None:
    """What is written in it is gone; a news item stays among the news. `seen`: the block's version.

    Raises NotFound, IllegalTransition, StaleEdit.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    before = blocks_of(session, campaign_id)
    block = block_with(before, block_id)
    expect_seen(seen, block.version)
    after = [each for each in before if each is not block]
    reopen(session, campaign, order_change(before, after) | removal(block), actor=actor, now=now)
    session.execute(delete(CampaignBlock).where(col(CampaignBlock.id) == block_id))
    save_order(session, campaign_id, [each.id for each in after])
    record_edit(session, campaign, "campaign.block_removed", actor=actor, now=now, **audit_facts(block))


def _insert(
    session: Session,
    campaign: Campaign,
    blocks: Sequence[BlockContent],
    *,
    after: int | None,
    actor: Principal,
    now: datetime,
) -> list[int]:
    before = blocks_of(session, campaign.id)
    if len(before) + len(blocks) > MAX_BLOCKS:
        raise InputRefused("campaigns-too-many-blocks", limit=MAX_BLOCKS)
    at = len(before) if after is None else before.index(block_with(before, after)) + 1
    rows = insert_blocks(session, campaign.id, blocks, at=at)
    present = blocks_of(session, campaign.id)
    added = [block for block in present if block.id in {row.id for row in rows}]
    parts = order_change(before, present)
    for block in added:
        parts |= addition(block)
    reopen(session, campaign, parts, actor=actor, now=now)
    for block in added:
        record_edit(session, campaign, "campaign.block_added", actor=actor, now=now, **audit_facts(block))
    return [row.id for row in rows]


def _refuse_items(campaign: Campaign, items: Sequence[NewsItem], present: Sequence[NewsItem]) -> None:
    ids = [item.id for item in (*present, *items)]
    if not items:
        raise InputRefused("campaigns-no-items-chosen")
    if len(ids) > MAX_ITEMS:
        raise InputRefused("campaigns-too-many-items", count=len(ids), limit=MAX_ITEMS)
    if len(set(ids)) != len(ids):
        raise InputRefused("campaigns-item-twice")
    refuse_withdrawn(items)
    check_fits(campaign.kind.value, [item.kind.value for item in (*present, *items)])


def _take_topics(
    session: Session, campaign: Campaign, items: Sequence[NewsItem], *, actor: Principal, now: datetime
) -> None:
    """Those that the campaign would have been drafted with."""
    before = campaign.audience
    after = replace(before, topics=topics_of_items(session, texts_of(session, [item.id for item in items])))
    if not before.topics and after.topics:
        reopen(session, campaign, {"audience": (before.hashed, after.hashed)}, actor=actor, now=now)
        campaign.audience_topics = audience_topics(after)
        session.add(campaign)


def _name_after(
    session: Session, campaign: Campaign, items: Sequence[NewsItem], *, actor: Principal, now: datetime
) -> None:
    """The subjects of a campaign that was drafted without items, as it would have had them with these."""
    texts = texts_of(session, [item.id for item in items])
    mailing_list = first_list(session, campaign.audience)

    def first(language: str, of_items: Sequence[NewsItem]) -> Variant:
        item_texts = [texts[item.id] for item in of_items]
        return first_variant(campaign, language, item_texts, mailing_list=mailing_list, now=campaign.created_at)

    for variant in variants_of(session, campaign.id):
        before = text_fields(variant)
        if before != text_fields(first(variant.language, [])):
            continue
        made = first(variant.language, items)
        parts = of_variant(variant.language, before, text_fields(made))
        reopen(session, campaign, parts, actor=actor, now=now)
        variant.subject, variant.preheader = made.subject, made.preheader
        session.add(variant)
