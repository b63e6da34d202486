"""Rows of welcome series: what each new reader of a list gets, some days after the own yes."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, UtcDateTime

SERIES_EMAIL_ID = "series_email.id"
"""For whoever names one by a foreign key: who has this name has the table, too."""


class WelcomeSeries(SQLModel, table=True):
    """It has no queue of its own: whom an email of it is due to is worked out from consent and deliveries."""

    __tablename__ = "welcome_series"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=80)
    list_id: int = Field(foreign_key="mailing_list.id", sa_type=BigId)
    sender_id: int = Field(foreign_key="sender.id", sa_type=BigId)
    """Of the emails that are drafted for it."""
    is_enabled: bool = False
    since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was last turned on: it is for whoever said yes after that."""
    turned_on_by: str = Field(default="", max_length=80)
    """As in the audit log."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class SeriesEmail(SQLModel, table=True):
    """One email of a series. Its texts are campaigns, one after another (`Campaign.series_email_id`): a new text
    is approved like the first. The row stays when the email is taken out, because deliveries say who had it."""

    __tablename__ = "series_email"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    series_id: int = Field(foreign_key="welcome_series.id", sa_type=BigId, index=True)
    days: int
    """After the yes."""
    campaign_id: int | None = Field(default=None, sa_type=BigId)
    """The approved text that goes out now. Not a foreign key: campaigns name their email by one."""
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
