"""What a mail says, as plain values: the contract between those who compose and the renderer.

`subject`, `preheader`, `intro_html` and a `Text` that says so are staff's own words and may hold merge fields
(`[[recipient_name|friend]]`). Whoever fills them from outside text (an item's title as the subject) passes it
through `merge.escape_literal`. Everything else is outside text: it reaches the reader as exactly the characters it
has, never as template code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kinds.appeal import AppealDetails
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
    language: str = ""
    """Of `title`; empty: that of what it stands in."""


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


class ItemMode(StrEnum):
    """How much of an item stands in a mail of several."""

    AUTO = "auto"
    """Its whole text only where there is no summary, or no place to read on."""
    WHOLE = "whole"
    TEASER = "teaser"
    """Its summary; its text only where there is none."""


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
    mode: ItemMode = ItemMode.AUTO


@dataclass(frozen=True, slots=True)
class Text:
    """`body_html` is sanitised and well-formed. `language` is empty where it is the mail's."""

    body_html: str
    language: str = ""
    has_fields: bool = False
    """Staff's own words: merge fields in them are meant."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    language: str = ""
    """Of `text`; empty: the mail's."""


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    url: str
    language: str = ""
    """Of `label`; empty: the mail's."""


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule across the mail."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """A call to act of the mail's own, beside its news."""

    details: AppealDetails
    text: str = ""
    """What it is about, in a sentence or two."""
    language: str = ""
    """Of `text` and of what its button says; empty: the mail's."""


Block = Text | Item | Heading | Image | Quotation | Button | Pdf | Appeal | Divider
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
    intro_html: str
    """What stands before the blocks: a rich text, or empty."""
    blocks: tuple[Block, ...]
    brand: BrandView
    list_name: str
    web_version_url: str
    other_lists: tuple[str, ...] = ()
    """Names of the other lists that it goes to: its readers are on one of them all at least."""
    is_on_web: bool = True
    """Whether there is anything at that address; a mail without it links to none."""
    sources: TemplateSources | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """Its blocks that are news items."""
        return tuple(block for block in self.blocks if isinstance(block, Item))


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionDocument:
    """A mail about a subscription itself: the question of double opt-in, the welcome after the yes …"""

    language: str
    brand: BrandView
    list_name: str
    other_lists: tuple[str, ...] = ()
    """What else the same question is about."""
    unwanted_topics: tuple[str, ...] = ()
    """Topics that were unticked where it was asked for."""
    last_day: date | None = None
    """To answer whether a list is still wanted. None where nothing follows from no answer."""


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail as it is frozen: everything is final but the merge fields."""

    subject: str
    preheader: str
    html: str
    text: str
