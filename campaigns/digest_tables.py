"""Rows of digests: how each is made, what it has taken, and what became of each of its days."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel

from campaigns.tables import CampaignKind
from core.db import BigId, EnumText, JsonValue, UtcDateTime


class Pattern(StrEnum):
    WEEKLY = "weekly"
    """On chosen days of each week."""
    FORTNIGHTLY = "fortnightly"
    """On chosen days of every second week, from the week of the first day on."""
    FIRST_OF_MONTH = "first_of_month"
    LAST_WORKING_DAY = "last_working_day"
    """Of the month."""
    ON_PUBLICATION = "on_publication"
    """Whenever something comes, which goes out by itself: no calendar, and no days (ADR 85)."""


class Digest(SQLModel, table=True):
    """An automation that a calendar or a publication starts: when, of what, and for whom. What all automations
    have is in its row there: name, first list, senders, mode, approvals, and how old an item may be."""

    __tablename__ = "digest"

    automation_id: int = Field(primary_key=True, foreign_key="automation.id", ondelete="CASCADE", sa_type=BigId)
    pattern: Pattern = Field(sa_type=EnumText(Pattern))
    weekdays: list[int] = Field(default_factory=list, sa_type=JsonValue)
    starts_on: date
    at: str = Field(max_length=5)
    zone: str = Field(max_length=60)
    moves_for_holidays: bool = True
    next_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    """None before it was first turned on; on publication, None but while an item is at hand."""
    next_local: str = Field(default="", max_length=16)
    """What clocks show then, or which item it is: the name of that firing (`DigestFiring.local`)."""
    looked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """On publication: when nothing was waiting any more. Only what has changed since can be new."""
    chosen: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """Which news are for it, as `campaigns.news_filter` reads it."""
    takes_sent: bool = False
    """Whether it also takes what the same readers have had in a mail of its own."""
    least: int = 1
    most: int = 10
    newest_first: bool = True
    lead_kind: str = Field(default="", max_length=40)
    """News of this kind come first; empty for no kind."""
    kind: CampaignKind = Field(sa_type=EnumText(CampaignKind))
    more_lists: list[int] = Field(default_factory=list, sa_type=JsonValue)
    segments: list[int] = Field(default_factory=list, sa_type=JsonValue)
    languages: list[str] = Field(default_factory=list, sa_type=JsonValue)
    """Empty: those of its news."""
    introductions: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """Plain text by language."""
    subjects: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """By language, what stands around the titles in its subject (`campaigns.editorial.digest_subject`)."""

    @property
    def is_on_publication(self) -> bool:
        return self.pattern is Pattern.ON_PUBLICATION


class SeenState(StrEnum):
    BEFORE = "before"
    """It was there when the digest was turned on: an archive, and not news."""
    TAKEN = "taken"
    """A digest has it. Where that was deleted, or cancelled before it reached anybody, it is for the next one; but
    not where each item goes out by itself: whoever stops one does not want it made again."""
    RESTORED = "restored"
    """Perhaps sent already, after the state to which the database was set back: left to staff."""


class DigestItem(SQLModel, table=True):
    """An item that a digest has seen: in one campaign at a time, by its key. Of what waits there is no row."""

    __tablename__ = "digest_item"

    automation_id: int = Field(primary_key=True, foreign_key="automation.id", ondelete="CASCADE", sa_type=BigId)
    item_id: int = Field(
        primary_key=True, foreign_key="news_item.id", ondelete="CASCADE", sa_type=BigId, index=True
    )
    seen_as: SeenState = Field(sa_type=EnumText(SeenState))
    campaign_id: int | None = Field(
        default=None, foreign_key="campaign.id", ondelete="SET NULL", sa_type=BigId, index=True
    )
    at: datetime = Field(sa_type=UtcDateTime)


class FiringOutcome(StrEnum):
    DRAFTED = "drafted"
    ASKED = "asked"
    """Approvers were asked."""
    SCHEDULED = "scheduled"
    HELD = "held"
    """Drafted, and the reason says why it was not sent by itself."""
    EMPTY = "empty"
    FAILED = "failed"


class DigestFiring(SQLModel, table=True):
    """One of a digest's days, or one publication, over: its key is what makes it happen once."""

    __tablename__ = "digest_firing"

    automation_id: int = Field(primary_key=True, foreign_key="automation.id", ondelete="CASCADE", sa_type=BigId)
    local: str = Field(primary_key=True, max_length=16)
    at: datetime = Field(sa_type=UtcDateTime)
    outcome: FiringOutcome = Field(sa_type=EnumText(FiringOutcome))
    item_count: int
    campaign_id: int | None = Field(
        default=None, foreign_key="campaign.id", ondelete="SET NULL", sa_type=BigId, index=True
    )
    reasons: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonValue)
    """Why, as `Refusal`s."""
