"""What a mail says, as plain values: the contract between those who compose and the renderer.

`subject`, `preheader` and `intro` are staff's own words and may hold merge fields (`[[recipient_name|friend]]`).
Whoever fills them from outside text (an item's title as the subject) passes it through `merge.escape_literal`.
Everything else is outside text: it reaches the reader as exactly the characters it has, never as template code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True)
class ImageBlock:
    url: str
    alt: str
    width: int | None = None
    height: int | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PdfBlock:
    url: str
    title: str
    page_count: int | None
    byte_count: int
    cover: ImageBlock | None = None
    """Its first page. What it shows is said by the library, in the mail's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBlock:
    """When, by the clock at the place, and where. Without an hour it is the whole day."""

    starts_on: date
    starts_at: time | None = None
    ends_on: date | None = None
    ends_at: time | None = None
    place: str
    directions: str = ""


@dataclass(frozen=True, slots=True)
class CounterBlock:
    """How many had followed a call on one day, and how many are wanted."""

    count: int
    goal: int | None
    counted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealBlock:
    """One call to action. `action` is what the button says; empty: the library's own word."""

    url: str
    action: str = ""
    deadline: date | None = None
    counter: CounterBlock | None = None


@dataclass(frozen=True, slots=True)
class FundingBlock:
    """Who takes part and who pays, in the words and with the emblem that the funder asks for."""

    partners: tuple[str, ...]
    words: str
    logo: ImageBlock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionBlock:
    """`title` and `url` are those of the item that is corrected; empty where it is not known here."""

    wrong: str
    correct: str
    title: str = ""
    language: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsBlock:
    """One news item. `body_html` is sanitised and well-formed; the other texts are plain."""

    kind: str
    language: str
    title: str
    topic: str = ""
    """In a word or two, in the item's language."""
    summary: str = ""
    body_html: str = ""
    quote: str = ""
    quote_source: str = ""
    quote_language: str = ""
    image: ImageBlock | None = None
    logo: ImageBlock | None = None
    pdf: PdfBlock | None = None
    url: str | None = None
    event: EventBlock | None = None
    appeal: AppealBlock | None = None
    funding: FundingBlock | None = None
    correction: CorrectionBlock | None = None
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandView:
    name: str
    postal_address: str
    website: str
    logo_url: str | None = None
    logo_dark_url: str | None = None
    logo_alt: str = ""
    colour: str = "#8a1c1c"
    socials: Mapping[str, str] = field(default_factory=dict)
    footer_texts: Mapping[str, str] = field(default_factory=dict)
    """Language → the organisation's own last words."""


@dataclass(frozen=True, slots=True)
class OwnSources:
    """A look of the organisation's own as a designer writes it: Jinja that makes MJML, and that makes text."""

    html: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A campaign in one language, with all that its rendering needs."""

    template: str
    """Its design: the library's source of that name, unless there are `sources`."""
    language: str
    subject: str
    preheader: str
    intro: str
    blocks: tuple[NewsBlock, ...]
    brand: BrandView
    list_name: str
    web_version_url: str
    sources: OwnSources | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionDocument:
    """A mail about a subscription itself: the question of double opt-in, the welcome after the yes."""

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
