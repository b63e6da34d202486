"""Rows of rehearsals: nothing of a rehearsal is in any table that real sending reads or writes."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime


class RehearsalState(StrEnum):
    """Ends the key of its text."""

    WAITING = "waiting"
    """Asked for, or under way."""
    DONE = "done"
    FAILED = "failed"


class Rehearsal(SQLModel, table=True):
    """One rehearsal of a campaign: how far it is, and in the end its report."""

    __tablename__ = "rehearsal"
    __table_args__ = (
        Index("ix_rehearsal_state", "state"),
        Index("ix_rehearsal_campaign_id_id", "campaign_id", "id"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    campaign_id: int = Field(foreign_key="campaign.id", ondelete="CASCADE", sa_type=BigId)
    state: RehearsalState = Field(default=RehearsalState.WAITING, sa_type=EnumText(RehearsalState))
    actor: str = Field(max_length=80)
    """Who asked for it, as in the audit log."""
    asked_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    worker: str | None = Field(default=None, max_length=120)
    """Who is at it until `lease_until`, or was."""
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    content_digest: str | None = Field(default=None, max_length=64)
    """Of what is rehearsed: a later part is of the same, or the rehearsal fails."""
    after_id: int = Field(default=0, sa_type=BigId)
    """The last subscriber who is counted in `figures`."""
    figures: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """`campaigns.rehearsal.rehearsal_figures`."""
    error: str | None = Field(default=None, max_length=80)
    """The key of the text that says why it failed."""
    error_params: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
