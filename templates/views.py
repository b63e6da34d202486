"""View models: what templates see of a block, by the names that own templates are written with."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from templates.content import FundingDetails, Image, ItemMode
from templates.details_view import AppealView, CorrectionView, EventView
from templates.styles import TextDirection

BODY_WIDTH = 576
COVER_WIDTH = 196


def is_upright(image: Image | None) -> bool:
    return bool(image and image.width and image.height and image.height > image.width)


def shown_width(image: Image | None) -> int:
    return min(image.width or BODY_WIDTH, BODY_WIDTH) if image else 0


@dataclass(frozen=True, slots=True)
class PdfView:
    url: str
    title: str
    facts: str
    """Pages and size, in the mail's language."""
    cover: Image | None = None
    """None where the item already shows it, or another one, as its image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    type: Literal["quotation"] = "quotation"
    way: TextDirection
    """Of its source."""
    quote: str
    """Between the marks of its language."""
    quote_source: str
    quote_way: TextDirection
    quote_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    type: Literal["image"] = "image"
    way: TextDirection
    image: Image
    image_width: int
    has_cover: bool
    """Whether it stands upright, as the covers of publications do."""
    cover_width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    type: Literal["text"] = "text"
    way: TextDirection
    body: Markup
    body_source: str
    """Marked as template text where its merge fields are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingView:
    type: Literal["heading"] = "heading"
    way: TextDirection
    title: str
    anchor: str = ""
    """The contents lead to items only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonView:
    type: Literal["button"] = "button"
    way: TextDirection
    words: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfBlockView:
    type: Literal["pdf"] = "pdf"
    way: TextDirection
    pdf: PdfView


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealBlockView:
    type: Literal["appeal"] = "appeal"
    way: TextDirection
    summary: str
    appeal: AppealView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DividerView:
    type: Literal["divider"] = "divider"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    type: Literal["item"] = "item"
    kind: str
    number: int
    ordinal: str
    """The same in the digits of the mail's language."""
    """Among the items, from 1."""
    way: TextDirection
    title: str
    topic: str
    label: str
    date: str
    """Of publication; none for an event, where another day would be taken for the event's."""
    language_note: str
    """"in English", where the mail is in another language."""
    summary: str
    body: Markup
    body_source: str
    quote: str
    """Between the marks of its language."""
    quote_source: str
    quote_way: TextDirection
    quote_note: str
    image: Image | None
    image_width: int
    logo: Image | None
    logo_width: int
    pdf: PdfView | None
    url: str | None
    event: EventView | None
    appeal: AppealView | None
    funding: FundingDetails | None
    funder_logo_width: int
    correction: CorrectionView | None
    card_facts: tuple[str, ...]
    """What helps to choose among many: when it is or was, until when, in which language, how long."""
    mode: ItemMode = ItemMode.AUTO
    anchor: str = ""
    """What the contents link to; empty where the mail has none."""
    is_alone: bool = False
    """The only item of its mail: it goes out whole, whatever the design."""

    @property
    def card_url(self) -> str | None:
        return self.url or (self.appeal.url if self.appeal else None) or (self.pdf.url if self.pdf else None)

    @property
    def has_cover(self) -> bool:
        """Whether its image stands upright, as the covers of publications do."""
        return is_upright(self.image)

    @property
    def cover_width(self) -> int:
        return min(self.image_width, COVER_WIDTH)

    @property
    def tells_body(self) -> bool:
        """Among others, unless staff chose: all only where there is no summary, or no place to read on."""
        if self.mode is ItemMode.AUTO:
            return self.is_alone or not self.summary or not self.url
        return self.mode is ItemMode.WHOLE or not self.summary


BlockView = (
    ItemView
    | TextView
    | HeadingView
    | ImageView
    | QuotationView
    | ButtonView
    | PdfBlockView
    | AppealBlockView
    | DividerView
)
"""Tagged union, as `templates.content.Block`: a template asks for `type`."""
