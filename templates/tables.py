"""Rows of the templates room."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from core.db import BigId, JsonValue, UtcDateTime


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
