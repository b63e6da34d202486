"""Rows of what staff ask for together: who wants to export a protected list, and who grants it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, UtcDateTime


class ExportRequest(SQLModel, table=True):
    """Somebody asks to export a protected list (`campaigns.people.export_requests`). It stays, as a record."""

    __tablename__ = "export_request"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    list_id: int = Field(foreign_key="mailing_list.id", ondelete="CASCADE", index=True, sa_type=BigId)
    asked_by: int = Field(foreign_key="staff_user.id", sa_type=BigId)
    reason: str = Field(max_length=200)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    decided_by: int | None = Field(default=None, foreign_key="staff_user.id", sa_type=BigId)
    """Another holder of the permissions."""
    granted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    refused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the file was taken: once."""
