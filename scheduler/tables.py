"""Rows of the scheduler: proof that it is alive, and when its clock was found wrong."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class Heartbeat(SQLModel, table=True):
    """When each job last ran to its end, and what stopped it where it did not."""

    __tablename__ = "heartbeat"

    job: str = Field(primary_key=True, max_length=60)
    ran_at: datetime = Field(sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None


class ClockFault(SQLModel, table=True):
    """A clock was found wrong, and what it had left behind was put right."""

    __tablename__ = "clock_fault"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    noticed_at: datetime = Field(sa_type=UtcDateTime)
    step_seconds: int = 0
    """How far it was set, backwards where it is negative; 0 where only what it left behind tells."""
    put_right: dict[str, int] = Field(sa_type=JsonValue)
    """How many rows of each column (`scheduler.moments`)."""
