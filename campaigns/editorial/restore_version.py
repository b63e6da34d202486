"""Bring back a version of a campaign's content. That is an edit like any other, and a version of its own.

Blocks that were removed come back under their own numbers, so that to the ledger (ADR 38) their parts become what
they were: who undoes a change frees whoever made it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, delete, select

from campaigns.block_content import BlockContent
from campaigns.block_tables import CampaignBlock
from campaigns.editorial.block_changes import Parts, addition, content_change, order_change, removal
from campaigns.editorial.blocks import blocks_of, insert_blocks, save_order, save_texts
from campaigns.editorial.edit import NO_WORDS, of_variant, reopen
from campaigns.editorial.stale_edit import expect_seen, text_fields
from campaigns.editorial.tables import CampaignVersion
from campaigns.editorial.versions import (
    REDONE,
    RESTORED,
    UNDONE,
    content_version,
    get_version,
    keep_version,
    lock_to_edit,
    read_content,
    redone_by,
    undone_by,
)
from campaigns.queries import variants_of
from campaigns.tables import Campaign, Variant
from core.errors import Conflict
from news.tables import NewsItem
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


class HistoryChoice(StrEnum):
    UNDO = "undo"
    """To the version before the latest, or before the one that was undone to last."""
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class RestoreEdit:
    """Which version is to come back."""

    version: int | HistoryChoice
    """By its number, or by a step."""
    seen: str | None = None
    """The content that the person had before them (`campaigns.editorial.versions.content_version`)."""


def restore_version(
    session: Session, campaign_id: int, edit: RestoreEdit, *, actor: Principal, now: datetime
) -> int:
    """How many of its blocks could not come back, because their news item was deleted or withdrawn since.

    The campaign is a draft again, and its approvals are void. Raises NotFound, IllegalTransition once it is on its
    way, StaleEdit where it no longer says what was seen, Conflict where nothing is left to undo or to redo.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    expect_seen(edit.seen, content_version(session, campaign_id))
    version, action = _version(session, campaign_id, edit.version)
    wanted = read_content(version.content)
    before = blocks_of(session, campaign_id)
    after = _still_possible(session, before, wanted.blocks)
    variants = {variant.language: text_fields(variant) for variant in variants_of(session, campaign_id)}
    parts = _text_parts(variants, wanted.variants) | _block_parts(before, after)
    reopen(session, campaign, parts, actor=actor, now=now)
    _save_variants(session, campaign, wanted.variants)
    _save_blocks(session, campaign_id, before, after)
    subject = f"campaign:{campaign_id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, version=version.id)
    step = CampaignVersion(action=action, actor=actor.name, restored_from_id=version.id)
    keep_version(session, campaign, step, now=now)
    return len(wanted.blocks) - len(after)


def _version(session: Session, campaign_id: int, asked: int | HistoryChoice) -> tuple[CampaignVersion, str]:
    """With the action that bringing it back is."""
    match asked:
        case HistoryChoice.UNDO:
            version, action = undone_by(session, campaign_id), UNDONE
        case HistoryChoice.REDO:
            version, action = redone_by(session, campaign_id), REDONE
        case int():
            version, action = get_version(session, campaign_id, asked), RESTORED
    if version is None:
        raise Conflict(f"campaigns-nothing-to-{asked}")
    return version, action


def _still_possible(
    session: Session, before: Sequence[BlockContent], wanted: Sequence[BlockContent]
) -> list[BlockContent]:
    """Without news that is gone, or that new campaigns may not have; what is in the campaign now stays in it."""
    present = {block.item_id for block in before}
    ids = [block.item_id for block in wanted if block.item_id is not None]
    usable = set(
        session.exec(select(NewsItem.id).where(col(NewsItem.id).in_(ids), col(NewsItem.withdrawn_at).is_(None)))
    )
    return [
        block for block in wanted if block.item_id is None or block.item_id in usable or block.item_id in present
    ]


def _text_parts(before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]) -> Parts:
    parts: Parts = {}
    for language in sorted({*before, *after}):
        parts |= of_variant(language, before.get(language, NO_WORDS), after.get(language, NO_WORDS))
    return parts


def _block_parts(before: Sequence[BlockContent], after: Sequence[BlockContent]) -> Parts:
    was, becomes = {block.id: block for block in before}, {block.id: block for block in after}
    parts = order_change(before, after)
    for block_id in dict.fromkeys([*was, *becomes]):
        if block_id not in becomes:
            parts |= removal(was[block_id])
        elif block_id not in was:
            parts |= addition(becomes[block_id])
        else:
            parts |= content_change(was[block_id], becomes[block_id])
    return parts


def _save_variants(session: Session, campaign: Campaign, wanted: Mapping[str, Mapping[str, str]]) -> None:
    present = {variant.language: variant for variant in variants_of(session, campaign.id)}
    for language, variant in present.items():
        if language not in wanted:
            session.delete(variant)
    for language, texts in wanted.items():
        variant = present.get(language) or Variant(campaign_id=campaign.id, language=language, subject="")
        variant.subject, variant.preheader = texts["subject"], texts["preheader"]
        variant.intro_html = texts["intro_html"]
        session.add(variant)
    session.flush()


def _save_blocks(
    session: Session, campaign_id: int, before: Sequence[BlockContent], after: Sequence[BlockContent]
) -> None:
    kept = {block.id for block in before} & {block.id for block in after}
    gone = [block.id for block in before if block.id not in kept]
    session.execute(delete(CampaignBlock).where(col(CampaignBlock.id).in_(gone)))
    insert_blocks(session, campaign_id, [block for block in after if block.id not in kept])
    for block in after:
        if block.id in kept:
            row = session.get_one(CampaignBlock, block.id)
            row.settings = block.settings.to_store()
            session.add(row)
            save_texts(session, block.id, block.texts)
    save_order(session, campaign_id, [block.id for block in after])
