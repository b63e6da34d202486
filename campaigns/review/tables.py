"""Rows of review: what authors and approvers have written to each other about a campaign, and what it said."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from news.fingerprints import FingerprintKind


class ReviewNoteKind(StrEnum):
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"


class ReviewNote(SQLModel, table=True):
    """A campaign was submitted or sent back: by whom, when, and what they wrote. Never changed. An approval is a
    row of its own (`campaigns.tables.Approval`)."""

    __tablename__ = "review_note"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", index=True, sa_type=BigId)
    kind: ReviewNoteKind = Field(sa_type=EnumText(ReviewNoteKind))
    actor: str = Field(max_length=80)
    """As in the audit log."""
    remark: str = ""
    """Plain text; empty where a campaign was submitted without a word."""
    at: datetime = Field(sa_type=UtcDateTime)


class SubmittedContent(SQLModel, table=True):
    """What a campaign said when it was submitted, in words (`campaigns.review.readable_content`): whoever reviews
    it the next time sees what is different. What was sent is in `RenderedVariant`, and this is never sent."""

    __tablename__ = "submitted_content"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", index=True, sa_type=BigId)
    content_hash: str = Field(max_length=64)
    content: dict[str, Any] = Field(sa_type=JsonValue)
    at: datetime = Field(sa_type=UtcDateTime)


class BlockComment(SQLModel, table=True):
    """What somebody who works here says of a block of a campaign, or of the email as a whole. No reader gets it,
    and no approval is bound to it."""

    __tablename__ = "block_comment"
    __table_args__ = (Index("ix_block_comment_campaign_id_settled_at", "campaign_id", "settled_at"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    block_id: int = Field(default=0, sa_type=BigId)
    """0: the email as a whole. Not a foreign key: a block may be removed, and what was said of it stays."""
    actor: str = Field(max_length=80)
    """As in the audit log."""
    text: str
    """Plain text."""
    at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """None while it is open."""
    settled_by: str | None = Field(default=None, max_length=80)


class RememberedContent(SQLModel, table=True):
    """What was acted on after the state to which the database was set back: nothing else here knows of it. Under
    whatever name the same content comes again, it is known (`campaigns.review.repeats`)."""

    __tablename__ = "remembered_content"

    kind: FingerprintKind = Field(primary_key=True, sa_type=EnumText(FingerprintKind))
    digest: str = Field(primary_key=True, max_length=64)
    language: str = Field(primary_key=True, max_length=20)
    slug: str = Field(max_length=120)
    """What the item was called then."""
    at: datetime = Field(sa_type=UtcDateTime)
    """When it was learned."""


class RememberedTitle(SQLModel, table=True):
    """What such an item was called by its readers: where some of its words are others when it comes again, this
    is all that there is left to compare."""

    __tablename__ = "remembered_title"

    slug: str = Field(primary_key=True, max_length=120)
    language: str = Field(primary_key=True, max_length=20)
    title: str
    at: datetime = Field(sa_type=UtcDateTime)


class AutomationApproval(SQLModel, table=True):
    """Another person's standing yes to an automation as it is set; a change of it takes the row away."""

    __tablename__ = "automation_approval"

    automation_id: int = Field(foreign_key="automation.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    user_id: int = Field(foreign_key="staff_user.id", primary_key=True, sa_type=BigId)
    at: datetime = Field(sa_type=UtcDateTime)
