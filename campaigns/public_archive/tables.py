"""Rows of what is behind a campaign's links, and of what its web version says above it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import BigId, EnumText, UtcDateTime


class PublicationPage(SQLModel, table=True):
    """What the page of a publication shows in one language, frozen with the campaign whose mails lead to it."""

    __tablename__ = "publication_page"
    __table_args__ = (Index("ix_publication_page_item_id", "item_id"),)

    campaign_id: int = Field(foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    item_id: int = Field(foreign_key="news_item.id", primary_key=True, sa_type=BigId)
    language: str = Field(primary_key=True, max_length=20)
    title: str
    summary: str
    pdf_sha256: str = Field(max_length=64)
    pdf_media_type: str = Field(max_length=40)
    pdf_language: str = Field(max_length=20)
    page_count: int | None = None
    byte_count: int
    words: str
    cover_sha256: str | None = Field(default=None, max_length=64)
    cover_media_type: str | None = Field(default=None, max_length=40)
    cover_width: int | None = None
    cover_height: int | None = None
    is_found_by_slug: bool = False
    """Frozen before links named their campaign: its mails, which are out or approved, name only the item."""
    shown_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When an approver published it in the place of what went out; none for what did."""


class NoticeKind(StrEnum):
    CORRECTION = "correction"
    """Something in it was wrong."""
    RECALL = "recall"
    """It is taken back as a whole."""


class CampaignNotice(SQLModel, table=True):
    """A campaign that went out and was recalled or corrected (`campaigns.sending.recall`)."""

    __tablename__ = "campaign_notice"

    campaign_id: int = Field(foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    kind: NoticeKind = Field(sa_type=EnumText(NoticeKind))
    actor: str = Field(max_length=80)
    at: datetime = Field(sa_type=UtcDateTime)
    follow_up_id: int | None = Field(
        default=None, foreign_key="campaign.id", ondelete="SET NULL", sa_type=BigId, index=True
    )
    """The campaign to those who got this one."""
