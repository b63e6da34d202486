"""Rows of what a campaign is made of: its blocks in their order, and what each says in each language."""

from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from campaigns.block_content import BlockKind
from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue


class CampaignBlock(SQLModel, table=True):
    """A news item or anything else in a campaign, in its place. No item is in a campaign twice."""

    __tablename__ = "campaign_block"
    __table_args__ = (
        UniqueConstraint("campaign_id", "item_id"),
        Index("ix_campaign_block_campaign_id_position", "campaign_id", "position"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    position: int
    kind: BlockKind = Field(sa_type=EnumText(BlockKind))
    item_id: int | None = Field(default=None, foreign_key="news_item.id", index=True, sa_type=BigId)
    """Of a block that is a news item."""
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """What is the same in all languages (`campaigns.block_content`)."""


class CampaignBlockText(SQLModel, table=True):
    """What a block says in a language."""

    __tablename__ = "campaign_block_text"

    block_id: int = Field(foreign_key="campaign_block.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    language: str = Field(primary_key=True, max_length=20)
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
