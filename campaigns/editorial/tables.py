"""Rows of the editorial corridor."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, UtcDateTime


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
