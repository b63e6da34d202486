"""Rows of the news room."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, EnumText, JsonValue, UtcDateTime
from core.errors import Param
from kinds.registry import NewsKind
from news.fingerprints import FingerprintKind


class AssetRole(StrEnum):
    IMAGE = "image"
    LOGO = "logo"
    FUNDER_LOGO = "funder_logo"
    """Of whoever paid: funders ask that it stands beside the funding line."""
    PDF = "pdf"


class OriginKind(StrEnum):
    """How an item was written, and so where it is changed (ADR 58)."""

    FILE = "file"
    """Of a watched folder, or one that a person brought in."""
    BROWSER = "browser"
    FEED = "feed"
    """Of a website's feed (ADR 76)."""


class SourceKind(StrEnum):
    FOLDER = "folder"
    FEED = "feed"


class Source(SQLModel, table=True):
    """A place that new publications appear in by themselves: a watched folder, or a website's feed."""

    __tablename__ = "news_source"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=80)
    kind: SourceKind = Field(sa_type=EnumText(SourceKind))
    location: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Nobody watches it any more, since then."""
    last_error: str | None = None
    """What was wrong at the last reading, as JSON (`news.sources.last_refusals`), so that everyone reads it in
    their own language; empty when all was well."""


class NewsItem(SQLModel, table=True):
    __tablename__ = "news_item"
    __table_args__ = (Index("ix_news_item_kind_id", "kind", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    slug: str = Field(unique=True, max_length=120)
    """Which item a file is about: several files (one a language) with one slug are texts of one item."""
    kind: NewsKind = Field(sa_type=EnumText(NewsKind))
    url: str | None = None
    """The item's page, for the languages whose own text names none."""
    published_on: date
    source_id: int | None = Field(default=None, foreign_key="news_source.id", sa_type=BigId)
    origin: OriginKind = Field(default=OriginKind.FILE, sa_type=EnumText(OriginKind))
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when no new campaign takes it. Those that have it keep it."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class NewsText(SQLModel, table=True):
    """An item in one language. `body_html` is sanitised and well-formed; the other fields are plain text."""

    __tablename__ = "news_text"
    __table_args__ = (UniqueConstraint("item_id", "language"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    item_id: int = Field(foreign_key="news_item.id", ondelete="CASCADE", sa_type=BigId)
    language: str = Field(max_length=20)
    title: str
    summary: str = ""
    body_html: str = ""
    quote: str = ""
    quote_source: str = ""
    quote_language: str = ""
    """The quotation's own language where it differs from the text's (an English call quoted in Slovenian)."""
    url: str | None = None
    """The item's page in this language."""
    topic: str = Field(default="", max_length=80)
    """What it is about, in a word or two: a digest puts together what has the same."""
    partners: str = ""
    """Who else is in the project, parted by semicolons."""
    funding: str = ""
    """The words in which the funder wants to be named."""
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """What only its kind says, with that kind's name and the version of their shape (`kinds.registry.stored`)."""
    digest: str = Field(default="", max_length=64)
    """Of the file and its assets as they were read: what tells an unchanged file from a changed one."""
    fingerprint_version: int = Field(default=0, index=True)
    """With which version of `news.fingerprints` it was last compared; 0 when its words have changed since."""
    came_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the item was first told in this language; None of what came before this was kept."""
    missing_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when its watched folder holds no file that says this: the file is gone, was refused, or is being
    written. None while it does, and of what no folder brought in (`news.folder_texts`)."""
    file_digest: str | None = Field(default=None, max_length=64)
    """Of the watched folder's file that it was before people edited it in the browser: while the file stays like
    this, it is left alone (`news.held_files`)."""
    search_words: str = ""
    """Title, summary and topic as the list of news is searched (`core.fold_text`); nobody is shown them."""


class NewsVersion(SQLModel, table=True):
    """A text as it was saved at some time, with its item's facts and its assets; written once, never changed."""

    __tablename__ = "news_version"
    __table_args__ = (Index("ix_news_version_item_id_language_id", "item_id", "language", "id"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    item_id: int = Field(foreign_key="news_item.id", ondelete="CASCADE", sa_type=BigId)
    language: str = Field(max_length=20)
    digest: str = Field(max_length=64)
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    """As `news.versions` writes and reads it."""
    origin: OriginKind = Field(sa_type=EnumText(OriginKind))
    is_held: bool = False
    """What a watched folder's file says now, of a text that people took over: kept for them to decide, and not
    in force. The next change of the file takes its place."""
    actor: str = Field(default="", max_length=80)
    """Who saved it; empty where a watched folder brought it, or nobody knows."""
    saved_at: datetime = Field(sa_type=UtcDateTime)


class Fingerprint(SQLModel, table=True):
    """Content that an item has, or had at some time: what tells it when it comes back as another item."""

    __tablename__ = "news_fingerprint"
    __table_args__ = (Index("ix_news_fingerprint_item_id", "item_id"),)

    kind: FingerprintKind = Field(primary_key=True, sa_type=EnumText(FingerprintKind))
    digest: str = Field(primary_key=True, max_length=64)
    language: str = Field(primary_key=True, max_length=20)
    item_id: int = Field(foreign_key="news_item.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    seen_at: datetime = Field(sa_type=UtcDateTime)


class Asset(SQLModel, table=True):
    """An image, logo or PDF of an item. The file itself lies in the asset store under `sha256`."""

    __tablename__ = "news_asset"
    __table_args__ = (UniqueConstraint("item_id", "role", "language"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    item_id: int = Field(foreign_key="news_item.id", ondelete="CASCADE", sa_type=BigId)
    role: AssetRole = Field(sa_type=EnumText(AssetRole))
    language: str = Field(max_length=20)
    """The language of the text that the asset came with; alt text is in that language."""
    sha256: str = Field(max_length=64, index=True)
    media_type: str = Field(max_length=40)
    byte_count: int
    file_name: str
    alt: str = ""
    caption: str = ""
    """What stands under an image: who took it, where."""
    width: int | None = None
    height: int | None = None
    page_count: int | None = None
    mail_sha256: str | None = Field(default=None, max_length=64)
    """What mails show of an image, or of a PDF its cover, in the size of mails. None of what came before mails had
    pictures of their own, until `bilten news prepare`; and of a PDF whose cover cannot be drawn."""
    mail_media_type: str | None = Field(default=None, max_length=40)
    mail_width: int | None = None
    mail_height: int | None = None
    words: str = ""
    """What a PDF says, for those who cannot open it; empty of images."""


class MediaFile(SQLModel, table=True):
    """A picture or PDF that an item or a block of a campaign has, or had (`news.media_library`)."""

    __tablename__ = "news_media_file"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    sha256: str = Field(unique=True, max_length=64)
    media_type: str = Field(max_length=40)
    byte_count: int
    page_count: int | None = None
    file_name: str
    """As it was called when it first came."""
    mail_sha256: str | None = Field(default=None, max_length=64)
    mail_media_type: str | None = Field(default=None, max_length=40)
    search_words: str
    """Its names and alternative texts as they are searched (`core.fold_text`); nobody is shown them."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class RefusedAsset(SQLModel, table=True):
    """A file that could not be decoded, by its content: it is not tried again until the decoders are others."""

    __tablename__ = "news_refused_asset"

    sha256: str = Field(primary_key=True, max_length=64)
    decoder: str = Field(max_length=120)
    """Which decoders gave it up (`news.refused_assets.decoder_version`)."""
    code: str = Field(max_length=80)
    params: dict[str, Param] = Field(default_factory=dict, sa_type=JsonValue)
    file_name: str
    at: datetime = Field(sa_type=UtcDateTime)


class CleanedAsset(SQLModel, table=True):
    """A file of the asset store that has been looked at for its maker's traces, or was there before these went."""

    __tablename__ = "news_cleaned_asset"

    sha256: str = Field(primary_key=True, max_length=64)
    """Its address, which mails that were sent may name."""
    clean_sha256: str = Field(max_length=64, index=True)
    """What is shown there: itself, if nothing had to go."""
    decoder: str = Field(max_length=120)
    """Which decoders found it clean (`news.refused_assets.decoder_version`)."""


class Download(SQLModel, table=True):
    """How often a file was downloaded on a day, and nothing else: not by whom, from where, or when that day."""

    __tablename__ = "news_download"

    sha256: str = Field(primary_key=True, max_length=64)
    day: date = Field(primary_key=True)
    count: int = 0
