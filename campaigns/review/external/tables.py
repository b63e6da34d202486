"""What was seen out in the world, kept so that neither a page nor a submission has to wait for it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import EnumText, JsonValue, UtcDateTime


class ProbeKind(StrEnum):
    LINK = "link"
    IMAGE = "image"
    SENDER = "sender"
    SPAM = "spam"


class ProbeRecord(SQLModel, table=True):
    """The last look at one thing. Without a row, nothing is known of it."""

    __tablename__ = "outside_look"
    __table_args__ = (Index("ix_outside_look_good_until", "good_until"),)

    kind: ProbeKind = Field(primary_key=True, sa_type=EnumText(ProbeKind))
    key: str = Field(primary_key=True, max_length=64)
    """SHA-256 (hex) of what was looked at."""
    said: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonValue)
    """What is wrong with it, each as a text's key and its values; empty where nothing is."""
    looked_at: datetime = Field(sa_type=UtcDateTime)
    good_until: datetime = Field(sa_type=UtcDateTime)
    """How long it is believed."""
