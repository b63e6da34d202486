"""Blocks as the templates see them: every word in its language, every side, date and size worked out.

Pure: values in, values out. The templates only place what they find here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from babel.numbers import format_decimal
from markupsafe import Markup

from core.errors import InputRefused
from core.i18n import long_date, native_digits
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.event import EventDetails
from kinds.registry import NewsKind
from templates.body_html import restyled
from templates.content import Appeal, Block, Button, Divider, Heading, Image, Item, Pdf, Quotation, Text
from templates.details_view import DetailsViewFactory, EventView, logo_width
from templates.quotation import quoted
from templates.reader_words import ReaderTexts, check_language
from templates.styles import TextDirection, prose_styles, text_direction
from templates.views import (
    COVER_WIDTH,
    AppealBlockView,
    BlockView,
    ButtonView,
    DividerView,
    HeadingView,
    ImageView,
    ItemView,
    PdfBlockView,
    PdfView,
    QuotationView,
    TextView,
    is_upright,
    shown_width,
)

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000
MIN_ITEMS_FOR_CONTENTS = 3


@dataclass(frozen=True)
class BlockViewFactory:
    """The views of one mail's blocks. Each raises InputRefused for a language or kind that nobody knows, or for a
    body that is not well-formed."""

    say: ReaderTexts
    accent: str
    title_level: int
    """Which heading an item's title is."""

    def of(self, blocks: Iterable[Block]) -> tuple[BlockView, ...]:
        numbers, blocks = count(1), tuple(blocks)
        items = sum(isinstance(block, Item) for block in blocks)
        return tuple(
            self._among(self.item(block, next(numbers)), items) if isinstance(block, Item) else self._other(block)
            for block in blocks
        )

    def _among(self, item: ItemView, items: int) -> ItemView:
        anchor = f"i{item.number}" if items >= MIN_ITEMS_FOR_CONTENTS else ""
        return replace(item, is_alone=items == 1, anchor=anchor)

    def _other(self, block: Text | Heading | Image | Quotation | Button | Pdf | Appeal | Divider) -> BlockView:
        match block:
            case Image():
                return self._image(block)
            case Quotation():
                return self._quotation(block, self.say.language)
            case Text() | Heading() | Button() | Pdf() | Appeal():
                return self._written(block, _text_direction(block.language or self.say.language))
            case Divider():
                return DividerView()
        assert_never(block)

    def _written(self, block: Text | Heading | Button | Pdf | Appeal, way: TextDirection) -> BlockView:
        match block:
            case Text():
                return self._text(block, way)
            case Heading():
                return HeadingView(way=way, title=block.text)
            case Button():
                return ButtonView(way=way, words=block.label, url=block.url)
            case Pdf():
                return PdfBlockView(way=way, pdf=self._pdf(block, block.title, None, is_shown=False))
            case Appeal():
                return AppealBlockView(way=way, summary=block.text, appeal=self._details.appeal(block.details))
        assert_never(block)

    def _text(self, text: Text, way: TextDirection) -> TextView:
        styles = prose_styles(way, self.accent)
        return TextView(
            way=way,
            body=restyled(text.body_html, styles, below=self.title_level, has_fields=text.has_fields),
            body_source=Markup(text.body_html) if text.has_fields else text.body_html,  # noqa: S704  sanitised
        )

    def item(self, item: Item, number: int) -> ItemView:
        """`number`: among the items of the mail, from 1."""
        manner = _text_direction(item.language)
        if item.kind not in tuple(NewsKind):
            raise InputRefused("templates-kind-unknown", kind=item.kind, known=", ".join(sorted(NewsKind)))
        quotation = self._quotation(item.quotation or Quotation(""), item.language)
        image = item.image or self._cover_instead(item)
        event = self._event(item)
        return ItemView(
            kind=item.kind,
            number=number,
            ordinal=native_digits(str(number), self.say.language),
            way=manner,
            title=item.title,
            topic=" ".join(item.topic.split()),
            label=self.say("kind", kind=item.kind),
            date="" if event else long_date(item.published_on, self.say.language),
            language_note=self.say.note(item.language, self.say.language),
            summary=item.summary,
            mode=item.mode,
            body=self._body(item.body_html, item.language),
            body_source=item.body_html,
            quote=quotation.quote,
            quote_source=quotation.quote_source,
            quote_way=quotation.quote_way,
            quote_note=quotation.quote_note,
            image=image,
            image_width=shown_width(image),
            logo=item.logo,
            logo_width=logo_width(item.logo),
            pdf=self._pdf(item.pdf, item.title, image, is_shown=item.image is None) if item.pdf else None,
            url=item.url,
            event=event,
            appeal=self._details.appeal(item.details) if isinstance(item.details, AppealDetails) else None,
            funding=item.funding,
            funder_logo_width=logo_width(item.funding.logo if item.funding else None),
            correction=self._details.correction(item.details, item.corrected, item.language)
            if isinstance(item.details, CorrectionDetails)
            else None,
            card_facts=self._card_facts(item, event),
        )

    @property
    def _details(self) -> DetailsViewFactory:
        return DetailsViewFactory(self.say)

    def _event(self, item: Item) -> EventView | None:
        return self._details.event(item.details) if isinstance(item.details, EventDetails) else None

    def _body(self, body_html: str, language: str) -> Markup:
        return restyled(body_html, prose_styles(text_direction(language), self.accent), below=self.title_level)

    def _quotation(self, quotation: Quotation, around: str) -> QuotationView:
        """`around`: the language of what it stands in."""
        language = quotation.language or around
        return QuotationView(
            way=_text_direction(around),
            quote=quoted(quotation.text, language),
            quote_source=quotation.source,
            quote_way=_text_direction(language),
            quote_note=self.say.note(language, around),
        )

    def _image(self, image: Image) -> ImageView:
        width = shown_width(image)
        return ImageView(
            way=_text_direction(image.language or self.say.language),
            image=image,
            image_width=width,
            has_cover=is_upright(image),
            cover_width=min(width, COVER_WIDTH),
        )

    def _card_facts(self, item: Item, event: EventView | None) -> tuple[str, ...]:
        facts = [
            event.when if event else long_date(item.published_on, self.say.language),
            self._details.deadline(item.details) if isinstance(item.details, AppealDetails) else "",
            self.say.note(item.language, self.say.language),
            self._pdf_facts(item.pdf) if item.pdf else "",
        ]
        return tuple(fact for fact in facts if fact)

    def _cover_instead(self, item: Item) -> Image | None:
        """A publication without a picture of its own is shown by its cover."""
        if item.pdf is None or not NewsKind(item.kind).definition.shows_cover:
            return None
        return self._cover(item.pdf, item.title)

    def _cover(self, pdf: Pdf, title: str) -> Image | None:
        return replace(pdf.cover, alt=self.say("cover-of", title=pdf.title or title)) if pdf.cover else None

    def _pdf(self, pdf: Pdf, title: str, image: Image | None, *, is_shown: bool) -> PdfView:
        """`is_shown`: whether the image, if there is one, is the cover itself."""
        cover = None if is_upright(image) or (image and is_shown) else self._cover(pdf, title)
        return PdfView(pdf.url, pdf.title or title, self._pdf_facts(pdf), cover)

    def _pdf_facts(self, pdf: Pdf) -> str:
        size = self._size(pdf.byte_count)
        if pdf.page_count:
            return self.say("pdf-facts", pages=pdf.page_count, size=size)
        return self.say("pdf-size", size=size)

    def _size(self, byte_count: int) -> str:
        """1,2 MB; files below a megabyte in whole kilobytes."""
        locale = self.say.language.replace("-", "_")
        if byte_count >= _MEGABYTE:
            return self.say("megabytes", size=format_decimal(round(byte_count / _MEGABYTE, 1), locale=locale))
        return self.say("kilobytes", size=format_decimal(max(1, round(byte_count / _KILOBYTE)), locale=locale))


def _text_direction(language: str) -> TextDirection:
    """Raises InputRefused for a language that nobody knows."""
    check_language(language)
    return text_direction(language)
