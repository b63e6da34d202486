"""What a mail says, as plain values: the contract between those who compose and the renderer.

`subject`, `preheader` and `intro` are staff's own words and may hold merge fields (`[[recipient_name|friend]]`).
Whoever fills them from outside text (an item's title as the subject) passes it through `merge.escape_literal`.
Everything else is outside text: it reaches the reader as exactly the characters it has, never as template code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class ImageBlock:
    url: str
    alt: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class PdfBlock:
    url: str
    title: str
    page_count: int | None
    byte_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsBlock:
    """One news item. `body_html` is sanitised and well-formed; the other texts are plain."""

    kind: str
    language: str
    title: str
    summary: str = ""
    body_html: str = ""
    quote: str = ""
    quote_source: str = ""
    quote_language: str = ""
    image: ImageBlock | None = None
    logo: ImageBlock | None = None
    pdf: PdfBlock | None = None
    url: str | None = None
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandView:
    name: str
    postal_address: str
    website: str
    logo_url: str | None = None
    logo_alt: str = ""
    colour: str = "#8a1c1c"
    socials: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A campaign in one language, with all that its rendering needs."""

    template: str
    language: str
    subject: str
    preheader: str
    intro: str
    blocks: tuple[NewsBlock, ...]
    brand: BrandView
    list_name: str
    web_version_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationDocument:
    """The mail that asks whether it was really this person who signed up (double opt-in)."""

    language: str
    brand: BrandView
    list_name: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail as it is frozen: everything is final but the merge fields."""

    subject: str
    preheader: str
    html: str
    text: str
