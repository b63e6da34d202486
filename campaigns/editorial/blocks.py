"""Blocks of a campaign, read and written: each with its texts, in their order."""

from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import Session, col, delete, select

from campaigns.block_content import BlockContent, BlockText, read_settings, read_text
from campaigns.block_tables import CampaignBlock, CampaignBlockText
from core.errors import NotFound
from core.json_digest import json_digest


def blocks_of(session: Session, campaign_id: int) -> list[BlockContent]:
    """In their order. Two queries. Raises Misconfigured for what a later version of the program has written."""
    rows = session.exec(
        select(CampaignBlock)
        .where(CampaignBlock.campaign_id == campaign_id)
        .order_by(col(CampaignBlock.position), col(CampaignBlock.id))
    ).all()
    texts: dict[int, dict[str, BlockText]] = {row.id: {} for row in rows}
    kinds = {row.id: row.kind for row in rows}
    for text in session.exec(
        select(CampaignBlockText)
        .where(col(CampaignBlockText.block_id).in_(list(kinds)))
        .order_by(col(CampaignBlockText.language))
    ):
        texts[text.block_id][text.language] = read_text(kinds[text.block_id], text.content)
    return [
        BlockContent(row.kind, row.item_id, read_settings(row.kind, row.settings), texts[row.id], row.id)
        for row in rows
    ]


def block_with(blocks: Sequence[BlockContent], block_id: int) -> BlockContent:
    """Raises NotFound for one that is not, or no longer, among them."""
    block = next((block for block in blocks if block.id == block_id), None)
    if block is None:
        raise NotFound("campaigns-block-unknown")
    return block


def order_version(blocks: Iterable[BlockContent]) -> str:
    """A digest of the order in which they stand (`campaigns.editorial.stale_edit`)."""
    return json_digest([block.id for block in blocks])


def insert_blocks(
    session: Session, campaign_id: int, blocks: Sequence[BlockContent], *, at: int = 0
) -> list[CampaignBlock]:
    """`at`: the place of the first, from 0; what stands from there on comes after them. One that has a
    number, since it was in the campaign before, keeps it."""
    for row in _rows_from(session, campaign_id, at):
        row.position += len(blocks)
        session.add(row)
    session.flush()
    rows = [
        CampaignBlock(
            campaign_id=campaign_id,
            position=position,
            kind=block.kind,
            item_id=block.item_id,
            settings=block.settings.to_store(),
        )
        for position, block in enumerate(blocks, at)
    ]
    for row, block in zip(rows, blocks, strict=True):
        if block.id:
            row.id = block.id
    session.add_all(rows)
    session.flush()
    for row, block in zip(rows, blocks, strict=True):
        save_texts(session, row.id, block.texts)
    return rows


def save_order(session: Session, campaign_id: int, block_ids: Sequence[int]) -> None:
    for row in _rows_from(session, campaign_id, 0):
        row.position = block_ids.index(row.id)
        session.add(row)
    session.flush()


def save_texts(session: Session, block_id: int, texts: Mapping[str, BlockText]) -> None:
    """Instead of what there was. Languages in which nothing is written have no row."""
    session.execute(delete(CampaignBlockText).where(col(CampaignBlockText.block_id) == block_id))
    session.add_all(
        CampaignBlockText(block_id=block_id, language=language, content=text.to_store())
        for language, text in texts.items()
        if text != type(text)()
    )
    session.flush()


def _rows_from(session: Session, campaign_id: int, at: int) -> Sequence[CampaignBlock]:
    return session.exec(
        select(CampaignBlock).where(CampaignBlock.campaign_id == campaign_id, CampaignBlock.position >= at)
    ).all()
