"""Rows of retention runs: what went by its age, when, and at whose word. They say how many, and never who."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class RetentionRun(SQLModel, table=True):
    """One run over all rules. Unfinished, it is gone on with by whichever process comes next."""

    __tablename__ = "retention_run"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    actor: str = Field(max_length=80)
    """As in the audit log; `SCHEDULE` for the daily one."""
    reason: str = Field(default="", max_length=200)
    started_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    counts: dict[str, int] = Field(default_factory=dict, sa_type=JsonValue)
    """How many went, by the name of the rule; written with what went."""


class RegisterText(SQLModel, table=True):
    """What staff write into the record of processing (`campaigns.retention.register`)."""

    __tablename__ = "register_text"

    part: str = Field(primary_key=True, max_length=40)
    language: str = Field(primary_key=True, max_length=20)
    text: str
