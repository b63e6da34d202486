"""Rows of backups: which were made, and whether they were found whole."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class BackupRun(SQLModel, table=True):
    """One backup, by the daily job or by a person's command."""

    __tablename__ = "backup_run"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    day: str | None = Field(default=None, unique=True, max_length=10)
    """The local date whose daily backup this is: one for all machines. None where somebody asked for it."""
    began_at: datetime = Field(sa_type=UtcDateTime)
    retry_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When another may try the day's backup, if it has not been finished by then."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    file: str = ""
    digest: str | None = Field(default=None, max_length=64)
    """The checksum of the whole file: by it a verification finds its row."""
    byte_count: int | None = Field(default=None, sa_type=BigId)
    verified_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = Field(default=None, max_length=80)
    """The key of the text that says why it failed, or what its verification found, with the values for it."""
    error_params: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
