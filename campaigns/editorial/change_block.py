"""Change what a block of a campaign says, in any of its languages. Whatever was approved is approved no longer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from campaigns.block_content import BlockContent, BlockSettings, BlockText
from campaigns.block_tables import CampaignBlock
from campaigns.editorial.block_changes import audit_facts, content_change
from campaigns.editorial.blocks import block_with, blocks_of, save_texts
from campaigns.editorial.edit import record_edit, reopen
from campaigns.editorial.stale_edit import expect_seen
from campaigns.editorial.versions import lock_to_edit
from campaigns.editorial.written_block import media_records
from news.media_library import keep_media
from staff.principal import Principal, require
from staff.roles import Permission


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """What a block is to say. Languages that `texts` does not name stay as they are."""

    block_id: int
    settings: BlockSettings
    texts: Mapping[str, BlockText]
    seen: str | None = None
    """The version that the person had before them (`BlockContent.version`)."""


def change_block(
    session: Session, campaign_id: int, edit: BlockEdit, *, actor: Principal, now: datetime
) -> BlockContent:
    """The block as it is now. Raises NotFound, IllegalTransition once the campaign is on its way, StaleEdit where
    it no longer says what was seen."""
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    before = block_with(blocks_of(session, campaign_id), edit.block_id)
    texts = {**before.texts, **edit.texts}
    written = {language: text for language, text in texts.items() if text != type(text)()}
    after = replace(before, settings=edit.settings, texts=written)
    is_change = after.version != before.version
    expect_seen(edit.seen, before.version, is_change=is_change)
    if is_change:
        reopen(session, campaign, content_change(before, after), actor=actor, now=now)
        _save(session, after)
        keep_media(session, media_records(after), now=now)
        languages = sorted(edit.texts)
        record_edit(
            session,
            campaign,
            "campaign.block_changed",
            actor=actor,
            now=now,
            **audit_facts(after),
            languages=languages,
        )
    return after


def _save(session: Session, block: BlockContent) -> None:
    row = session.get_one(CampaignBlock, block.id)
    row.settings = block.settings.to_store()
    session.add(row)
    save_texts(session, block.id, block.texts)
