"""Generation counter: the one row that only rises, and the machines that work on this database."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class DatabaseState(SQLModel, table=True):
    """Which database this is, and how far it has come."""

    __tablename__ = "database_state"

    identity: str = Field(primary_key=True, max_length=36)
    """A UUID. A copy has the same; `bilten adopt` gives a new one."""
    counter: int = Field(default=0, sa_type=BigId)
    """Rises with every intent, every no and every heartbeat, and never falls unless an older state is put back."""
    last_machine: str | None = Field(default=None, max_length=36)
    """Who raised the counter last."""
    machines: int = 0
    """How many machines have ever raised it."""
    quarantined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when nothing is sent, because an older state seems to have been put back."""
    quarantine_reason: str | None = Field(default=None, max_length=40)
    quarantined_counter: int | None = Field(default=None, sa_type=BigId)
    """Where the counter stood when that was noticed: what the journal holds beyond it is forgotten here."""


class Machine(SQLModel, table=True):
    """A machine that works on this database: one state directory."""

    __tablename__ = "machine"

    id: str = Field(primary_key=True, max_length=36)
    host: str = Field(max_length=255)
    """Its name when it was last seen; for people, and never compared."""
    beats: int = Field(default=0, sa_type=BigId)
    """Rises while it works. Seen rising is a sign of life; a moment is none, because clocks are wrong."""
    seen_at: datetime = Field(sa_type=UtcDateTime)


class UnwrittenFact(SQLModel, table=True):
    """A line that the journal does not have yet, because the disk was full when it should have been written."""

    __tablename__ = "unwritten_fact"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    line: dict[str, Any] = Field(sa_type=JsonValue)
