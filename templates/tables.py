"""Rows of the templates room."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from core.db import NUMBERED_ONCE, BigId, JsonValue, UtcDateTime


class Brand(SQLModel, table=True):
    """How the organisation looks in every mail and page. One row."""

    __tablename__ = "brand"

    id: int = Field(default=1, primary_key=True, sa_type=BigId)
    name: str = Field(max_length=120)
    postal_address: str
    website: str
    logo_sha256: str | None = Field(default=None, max_length=64)
    """An image in the asset store; without one the name stands in its place."""
    logo_dark_sha256: str | None = Field(default=None, max_length=64)
    """The same logo for dark backgrounds; without one it stands on a white plate there."""
    logo_alt: str = ""
    colour: str = Field(default="#8a1c1c", max_length=7)
    """The one accent colour, #rrggbb, dark enough to be read on a mail's palest parts (4.5:1, WCAG 2.2, 1.4.3)."""
    socials: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """Name → address, in the order shown."""
    footer_texts: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    """Language → a few words of the organisation's own, at the end of every mail in that language."""
    updated_at: datetime = Field(sa_type=UtcDateTime)


class Template(SQLModel, table=True):
    """A look of the organisation's own for one kind of campaign. What it looks like lies in its versions."""

    __tablename__ = "template"
    __table_args__ = NUMBERED_ONCE

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    name: str = Field(unique=True, max_length=60)
    kind: str = Field(max_length=40)
    """The design that it stands in for, by its name in `templates.designs`."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class TemplateVersion(SQLModel, table=True):
    """The sources of a template as they once were saved. Nothing ever changes in one."""

    __tablename__ = "template_version"
    __table_args__ = (UniqueConstraint("template_id", "number"), NUMBERED_ONCE)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    template_id: int = Field(foreign_key="template.id", sa_type=BigId)
    number: int
    """From 1, without gaps."""
    html_source: str
    text_source: str
    note: str = ""
    """What is new in it, for those who choose."""
    author: str = Field(max_length=80)
    """The actor who saved it, as in the audit log."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class TemplateInUse(SQLModel, table=True):
    """The version that new campaigns of a kind take. Kinds without a row take the library's design."""

    __tablename__ = "template_in_use"

    kind: str = Field(primary_key=True, max_length=40)
    version_id: int = Field(foreign_key="template_version.id", sa_type=BigId)
