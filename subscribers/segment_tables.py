"""Rows of segments, and of what else a person is filtered by."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, UtcDateTime

MAX_SEGMENT_NAME = 80
MAX_TAG = 60


class Segment(SQLModel, table=True):
    """A condition under a name: whoever meets it now is in it."""

    __tablename__ = "segment"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=MAX_SEGMENT_NAME)
    condition: str
    """As `segment_text.condition_text` writes it."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class Tag(SQLModel, table=True):
    """A word that the organisation puts on people; they never see it."""

    __tablename__ = "tag"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=MAX_TAG)
    created_at: datetime = Field(sa_type=UtcDateTime)


class SubscriberTag(SQLModel, table=True):
    __tablename__ = "subscriber_tag"

    subscriber_id: int = Field(foreign_key="subscriber.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    tag_id: int = Field(foreign_key="tag.id", primary_key=True, ondelete="CASCADE", index=True, sa_type=BigId)
