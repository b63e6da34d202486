"""What a mail says, as plain values: the contract between those who compose and the renderer.

`subject`, `preheader` and `intro` are staff's own words and may hold merge fields (`[[recipient_name|friend]]`).
Whoever fills them from outside text (an item's title as the subject) passes it through `merge.escape_literal`.
Everything else is outside text: it reaches the reader as exactly the characters it has, never as template code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kinds.details import Details


@dataclass(frozen=True, slots=True)
class Image:
    url: str
    alt: str
    width: int | None = None
    height: int | None = None
    caption: str = ""
    language: str = ""
    """Of `alt` and `caption`; empty: that of what it stands in."""


@dataclass(frozen=True, slots=True)
class Pdf:
    url: str
    title: str
    page_count: int | None
    byte_count: int
    cover: Image | None = None
    """Its first page. What it shows is said by the library, in the mail's language."""


@dataclass(frozen=True, slots=True)
class Quotation:
    text: str
    source: str = ""
    """Who said it, or where it stands; in the language of what the quotation stands in."""
    language: str = ""
    """Of `text`; empty: that of what it stands in."""


@dataclass(frozen=True, slots=True)
class FundingDetails:
    """Who takes part and who pays, in the words and with the emblem that the funder asks for."""

    partners: tuple[str, ...]
    words: str
    logo: Image | None = None


@dataclass(frozen=True, slots=True)
class CorrectedItem:
    """The item that a correction corrects."""

    title: str
    language: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One news item. `body_html` is sanitised and well-formed; the other texts are plain."""

    kind: str
    language: str
    title: str
    topic: str = ""
    """In a word or two, in the item's language."""
    summary: str = ""
    body_html: str = ""
    quotation: Quotation | None = None
    image: Image | None = None
    logo: Image | None = None
    pdf: Pdf | None = None
    url: str | None = None
    details: Details = field(default_factory=Details)
    """What only its kind says."""
    corrected: CorrectedItem | None = None
    """None where it is not known here, and of what is no correction."""
    funding: FundingDetails | None = None
    published_on: date


@dataclass(frozen=True, slots=True)
class Text:
    """`body_html` is sanitised and well-formed. `language` is empty where it is the mail's."""

    body_html: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    url: str
    language: str = ""
    """Of `label`; empty: the mail's."""


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule across the mail."""


Block = Text | Item | Image | Quotation | Button | Divider
"""Tagged union of what a mail is made of: a block is known by its class."""


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
class TemplateSources:
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
    blocks: tuple[Block, ...]
    brand: BrandView
    list_name: str
    web_version_url: str
    sources: TemplateSources | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """Its blocks that are news items."""
        return tuple(block for block in self.blocks if isinstance(block, Item))


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionDocument:
    """A mail about a subscription itself: the question of double opt-in, the welcome after the yes."""

    language: str
    brand: BrandView
    list_name: str


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail as it is frozen: everything is final but the merge fields."""

    subject: str
    preheader: str
    html: str
    text: str
