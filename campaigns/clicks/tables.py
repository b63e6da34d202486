"""Rows of what is counted when a link in an email is followed: no reader, no moment, nothing of who asked."""

from datetime import date

from sqlmodel import Field, SQLModel

from core.db import BigId


class ClickSetting(SQLModel, table=True):
    """Whether the organisation counts clicks: one row, none before anybody has said so."""

    __tablename__ = "click_setting"

    name: str = Field(primary_key=True, max_length=20)
    is_on: bool = False


class ClickLink(SQLModel, table=True):
    """An outside address in a campaign's emails, frozen with them. Its code is a digest of campaign and target."""

    __tablename__ = "click_link"

    code: str = Field(primary_key=True, max_length=32)
    campaign_id: int = Field(foreign_key="campaign.id", index=True, ondelete="CASCADE", sa_type=BigId)
    target: str
    reader_count: int = 0
    """Who were to get an email with it when the campaign was launched; before that nothing is counted."""


class ClickCount(SQLModel, table=True):
    """How often a link was followed on a day, and nothing else: not by whom, from where, or when that day."""

    __tablename__ = "click_count"

    code: str = Field(foreign_key="click_link.code", primary_key=True, ondelete="CASCADE", max_length=32)
    day: date = Field(primary_key=True)
    """By the organisation's clock."""
    count: int = 0
