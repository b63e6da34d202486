"""A news item as the blocks see it: every word in its language, every side, date and size worked out.

Pure: values in, values out. The templates only place what they find here.
"""

from dataclasses import dataclass, replace

from babel.numbers import format_decimal
from markupsafe import Markup

from core.errors import InputRefused
from core.i18n import long_date, native_digits
from templates.body_html import restyled
from templates.content import FundingBlock, ImageBlock, NewsBlock, PdfBlock
from templates.details_view import (
    AppealView,
    CorrectionView,
    EventView,
    appeal_view,
    correction_view,
    deadline,
    event_view,
    logo_width,
)
from templates.quotation import quoted
from templates.reader_words import ReaderTexts, check_language
from templates.styles import TextDirection, prose_styles, way

KINDS = frozenset(
    {"statement", "page", "report_summary", "project", "publication", "journal"}
    | {"event", "appeal", "correction"}
)
BODY_WIDTH = 576
COVER_WIDTH = 196
WITH_COVERS = frozenset({"publication", "journal"})
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


@dataclass(frozen=True, slots=True)
class PdfView:
    url: str
    title: str
    facts: str
    """Pages and size, in the mail's language."""
    cover: ImageBlock | None = None
    """None where the item already shows it, or another one, as its image."""


@dataclass(frozen=True, slots=True)
class BlockView:
    kind: str
    number: str
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
    image: ImageBlock | None
    image_width: int
    logo: ImageBlock | None
    logo_width: int
    pdf: PdfView | None
    url: str | None
    event: EventView | None
    appeal: AppealView | None
    funding: FundingBlock | None
    funder_logo_width: int
    correction: CorrectionView | None
    card_facts: tuple[str, ...]
    """What helps to choose among many: when it is or was, until when, in which language, how long."""

    @property
    def card_url(self) -> str | None:
        return self.url or (self.appeal.url if self.appeal else None) or (self.pdf.url if self.pdf else None)

    @property
    def has_cover(self) -> bool:
        """Whether its image stands upright, as the covers of publications do."""
        return _is_upright(self.image)

    @property
    def cover_width(self) -> int:
        return min(self.image_width, COVER_WIDTH)

    @property
    def tells_body(self) -> bool:
        """In a bulletin: the whole body only where there is neither a summary nor a place to read on."""
        return not self.summary or not self.url


def block_view(block: NewsBlock, number: int, say: ReaderTexts, *, accent: str, title_level: int) -> BlockView:
    """Raises InputRefused for a language or kind that nobody knows, or a body that is not well-formed."""
    check_language(block.language)
    if block.kind not in KINDS:
        raise InputRefused("templates-kind-unknown", kind=block.kind, known=", ".join(sorted(KINDS)))
    manner = way(block.language)
    image = block.image or _cover_instead(block, say)
    quote_language = block.quote_language or block.language
    check_language(quote_language)
    return BlockView(
        kind=block.kind,
        number=native_digits(str(number), say.language),
        way=manner,
        title=block.title,
        topic=" ".join(block.topic.split()),
        label=say("kind", kind=block.kind),
        date="" if block.event else long_date(block.published_on, say.language),
        language_note=say.note(block.language, say.language),
        summary=block.summary,
        body=restyled(block.body_html, prose_styles(manner, accent), below=title_level),
        body_source=block.body_html,
        quote=quoted(block.quote, quote_language),
        quote_source=block.quote_source,
        quote_way=way(quote_language),
        quote_note=say.note(quote_language, block.language),
        image=image,
        image_width=min(image.width or BODY_WIDTH, BODY_WIDTH) if image else 0,
        logo=block.logo,
        logo_width=logo_width(block.logo),
        pdf=_pdf(block.pdf, block.title, say, image=image) if block.pdf else None,
        url=block.url,
        event=event_view(block.event, say) if block.event else None,
        appeal=appeal_view(block.appeal, say) if block.appeal else None,
        funding=block.funding,
        funder_logo_width=logo_width(block.funding.logo if block.funding else None),
        correction=correction_view(block.correction, block.language, say) if block.correction else None,
        card_facts=_card_facts(block, say),
    )


def _card_facts(block: NewsBlock, say: ReaderTexts) -> tuple[str, ...]:
    said = [
        event_view(block.event, say).when if block.event else long_date(block.published_on, say.language),
        deadline(block.appeal, say) if block.appeal else "",
        say.note(block.language, say.language),
        _pdf(block.pdf, block.title, say, image=None).facts if block.pdf else "",
    ]
    return tuple(fact for fact in said if fact)


def _cover_instead(block: NewsBlock, say: ReaderTexts) -> ImageBlock | None:
    """A publication without a picture of its own is shown by its cover."""
    if block.kind not in WITH_COVERS or block.pdf is None:
        return None
    return _cover(block.pdf, block.title, say)


def _cover(pdf: PdfBlock, title: str, say: ReaderTexts) -> ImageBlock | None:
    return replace(pdf.cover, alt=say("cover-of", title=pdf.title or title)) if pdf.cover else None


def _pdf(pdf: PdfBlock, title: str, say: ReaderTexts, *, image: ImageBlock | None) -> PdfView:
    size = _size(pdf.byte_count, say)
    facts = say("pdf-facts", pages=pdf.page_count, size=size) if pdf.page_count else say("pdf-size", size=size)
    cover = None if _is_upright(image) else _cover(pdf, title, say)
    return PdfView(pdf.url, pdf.title or title, facts, cover)


def _is_upright(image: ImageBlock | None) -> bool:
    return bool(image and image.width and image.height and image.height > image.width)


def _size(byte_count: int, say: ReaderTexts) -> str:
    """1,2 MB; files below a megabyte in whole kilobytes."""
    locale = say.language.replace("-", "_")
    if byte_count >= _MEGABYTE:
        return say("megabytes", size=format_decimal(round(byte_count / _MEGABYTE, 1), locale=locale))
    return say("kilobytes", size=format_decimal(max(1, round(byte_count / _KILOBYTE)), locale=locale))
