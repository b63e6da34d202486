"""Rows of feeds: how each fares, which entries it has had, and by what they are recognised."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from kinds.registry import NewsKind


class EntryState(StrEnum):
    BEFORE = "before"
    """It was there when the feed was connected: an archive, and not news."""
    NEW = "new"
    """News since, for staff to look at."""
    SKIPPED = "skipped"
    """Somebody has said that nothing comes of it."""


class ReaderKind(StrEnum):
    """How a website is read (`news.feeds.readers`)."""

    FEED = "feed"
    WORDPRESS = "wordpress"
    PAGES = "pages"
    WEBHOOK = "webhook"
    """It sends by itself."""


class Feed(SQLModel, table=True):
    """A source that is a feed: how it is read. Its name and its address are those of its source."""

    __tablename__ = "news_feed"

    source_id: int = Field(primary_key=True, foreign_key="news_source.id", ondelete="CASCADE", sa_type=BigId)
    reader: ReaderKind = Field(default=ReaderKind.FEED, sa_type=EnumText(ReaderKind))
    host: str = Field(max_length=255, index=True)
    """One reading at a time asks it."""
    title: str = ""
    """What it calls itself."""
    language: str = Field(default="", max_length=20)
    """Of its texts, as staff have said; empty: as each entry says."""
    kind: NewsKind = Field(sa_type=EnumText(NewsKind))
    """What its entries are, unless a rule says otherwise."""
    kind_rules: list[dict[str, str]] = Field(default_factory=list, sa_type=JsonValue)
    """As `news.feeds.kind_rules` reads them."""
    every_minutes: int
    next_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    """When it is read next; None of one that is over."""
    reading_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Lease of whoever reads it now."""
    readings: int = 0
    """A reading that another one has overtaken is dropped."""
    read_well_at: datetime = Field(sa_type=UtcDateTime)
    """The last reading that succeeded."""
    failures: int = 0
    """In a row."""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when its site says that there is no such feed any more, for good (410)."""
    etag: str = ""
    last_modified: str = ""
    """What the site called its last state, to be asked only for another one (RFC 9110, 13.1)."""
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """The moment for which its hub last had it read (`news.feeds.websub`); perhaps a few seconds ahead."""
    token_hash: str | None = Field(default=None, max_length=64, unique=True)
    """Of the token with which it sends; None of what is asked instead."""
    cursor: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """How far the last reading came, as its reader writes and reads it."""


class FeedEntry(SQLModel, table=True):
    __tablename__ = "news_feed_entry"
    __table_args__ = (
        Index("ix_news_feed_entry_source_id_id", "source_id", "id"),
        Index("ix_news_feed_entry_state_id", "state", "id"),
        NUMBERED_ONCE,
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    source_id: int = Field(foreign_key="news_source.id", ondelete="CASCADE", sa_type=BigId)
    state: EntryState = Field(sa_type=EnumText(EntryState))
    title: str
    address: str = ""
    language: str = Field(default="", max_length=20)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    digest: str = Field(max_length=64)
    """Of what it said when it was last read."""
    item_id: int | None = Field(
        default=None, foreign_key="news_item.id", ondelete="SET NULL", sa_type=BigId, index=True
    )
    """None also where staff have deleted it."""
    came_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When its site last changed it, since it came; when it came, of a language that joined an item."""
    gone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when its site no longer shows it, although it shows older ones."""
    problem: dict[str, Any] | None = Field(default=None, sa_type=JsonValue)
    """What could not be had of it, as a `Refusal`."""


class FeedEntryKey(SQLModel, table=True):
    """What an entry is recognised by: its guid, its address, its content; and each that it had before."""

    __tablename__ = "news_feed_entry_key"

    source_id: int = Field(primary_key=True, foreign_key="news_source.id", ondelete="CASCADE", sa_type=BigId)
    key: str = Field(primary_key=True, max_length=80)
    entry_id: int = Field(foreign_key="news_feed_entry.id", ondelete="CASCADE", sa_type=BigId, index=True)


class HubRequest(StrEnum):
    """What a hub was asked for, and has not yet come back about."""

    NONE = "none"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"


class FeedHub(SQLModel, table=True):
    """What was agreed with the hub of a feed (WebSub). One that is being left stays until that is agreed, too."""

    __tablename__ = "news_feed_hub"
    __table_args__ = (NUMBERED_ONCE,)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    source_id: int = Field(foreign_key="news_source.id", ondelete="CASCADE", sa_type=BigId, index=True)
    hub: str
    topic: str
    token: str = Field(max_length=64, unique=True)
    """Ends the address that it comes to: nobody else knows it."""
    is_left: bool = False
    """It is to tell of nothing any more."""
    pending: HubRequest = Field(default=HubRequest.NONE, sa_type=EnumText(HubRequest))
    told_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When its promise ends; None where there is none."""
    next_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    """When it is asked next; None of one that is not."""
    failures: int = 0
    """Requests since the last one that it agreed to."""
    problem: dict[str, Any] | None = Field(default=None, sa_type=JsonValue)
    """Why it does not tell, as a `Refusal`."""
    ignored_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When something came to its address that it had not signed."""


class FeedPost(SQLModel, table=True):
    """What a website sent, until it is read."""

    __tablename__ = "news_feed_post"
    __table_args__ = (Index("ix_news_feed_post_source_id_id", "source_id", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    source_id: int = Field(foreign_key="news_source.id", ondelete="CASCADE", sa_type=BigId)
    body: str
    came_at: datetime = Field(sa_type=UtcDateTime)
