"""Columns of an email outside campaigns that say since when a call for it is in doubt."""

from datetime import datetime

from sqlalchemy import false
from sqlmodel import Field, SQLModel

from core.db import UtcDateTime


class CallInDoubtRecord(SQLModel):
    """For the tables that `campaigns.system_mail.outbox` sends."""

    called_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the first call was begun of which it is not known that it sent nothing. None: there is none."""
    called_tick: str | None = Field(default=None, max_length=80)
    """The same in monotonic time (`core.clock.UptimeClock`), for its own machine to measure from."""
    is_called_at_wrong: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """A clock that was set told the time: nobody else knows how long ago it was."""
