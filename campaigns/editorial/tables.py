"""Rows of the editorial corridor."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class ContentChange(SQLModel, table=True):
    """Who changed a part of what campaigns say, from what to what: written in the transaction that does it, never
    changed. What makes an approval count or not (`campaigns.editorial.content_changes`)."""

    __tablename__ = "content_change"
    __table_args__ = (Index("ix_content_change_subject_id", "subject", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    subject: str = Field(max_length=80)
    """`campaign:<id>`, `news_item:<id>`, `template:<id>`, `mailing_list:<id>`, `automation:<id>`,
    `brand` or `templates_in_use`."""
    part: str = Field(max_length=80)
    actor: str = Field(max_length=80)
    value_before: str | None = Field(default=None, max_length=64)
    value_after: str | None = Field(default=None, max_length=64)
    """SHA-256 (hex) of the part. Both empty: a mark, or a change from before these were kept."""
    at: datetime = Field(sa_type=UtcDateTime)


class CampaignVersion(SQLModel, table=True):
    """What a campaign's texts and blocks were after an edit. The latest grows while one person goes on writing in
    one place; the others are never changed (`campaigns.editorial.versions`)."""

    __tablename__ = "campaign_version"
    __table_args__ = (Index("ix_campaign_version_campaign_id_id", "campaign_id", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(default=None, foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    digest: str = Field(default="", max_length=64)
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """As `campaigns.editorial.versions` writes and reads it."""
    action: str = Field(max_length=40)
    """As in the audit log."""
    actor: str = Field(max_length=80)
    place: str = Field(default="", max_length=80)
    """Where somebody may go on writing: a block or a language; empty of a step that is done."""
    restored_from_id: int | None = Field(default=None, sa_type=BigId)
    """Which version it brought back; that one may be forgotten since."""
    began_at: datetime = Field(default=None, sa_type=UtcDateTime)
    saved_at: datetime = Field(default=None, sa_type=UtcDateTime)


class CampaignPresence(SQLModel, table=True):
    """Somebody has the composer open. Of no use after half a minute (`campaigns.editorial.presence`)."""

    __tablename__ = "campaign_presence"

    campaign_id: int = Field(foreign_key="campaign.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    seen_at: datetime = Field(sa_type=UtcDateTime)
