"""Rows of the scheduler: proof that it is alive."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import UtcDateTime


class Heartbeat(SQLModel, table=True):
    """When each job last ran to its end, and what stopped it where it did not."""

    __tablename__ = "heartbeat"

    job: str = Field(primary_key=True, max_length=60)
    ran_at: datetime = Field(sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
