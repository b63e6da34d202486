"""A news item as the blocks see it: every word in its language, every side, date and size worked out.

Pure: values in, values out. The templates only place what they find here.
"""

from dataclasses import dataclass

from babel.numbers import format_decimal
from markupsafe import Markup

from core.errors import InputRefused
from core.i18n import TextParam, Texts, is_language, long_date
from templates.content import ImageBlock, NewsBlock, PdfBlock
from templates.look import Way, differs, name_for_readers, primary, prose_styles, way
from templates.prose import restyled

KINDS = frozenset({"statement", "page", "report_summary", "project", "publication", "journal"})
BODY_WIDTH = 576
_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


@dataclass(frozen=True, slots=True)
class Words:
    """The mail's own words, in its language."""

    language: str
    texts: Texts

    def __call__(self, key: str, /, **params: TextParam) -> str:
        return self.texts.text(self.language, f"templates-{key}", **params)


@dataclass(frozen=True, slots=True)
class PdfView:
    url: str
    title: str
    facts: str
    """Pages and size, in the mail's language."""


@dataclass(frozen=True, slots=True)
class BlockView:
    kind: str
    number: int
    way: Way
    title: str
    label: str
    date: str
    language_note: str
    """"in English", where the mail is in another language."""
    summary: str
    body: Markup
    body_source: str
    quote: str
    quote_source: str
    quote_way: Way
    quote_note: str
    image: ImageBlock | None
    image_width: int
    logo: ImageBlock | None
    pdf: PdfView | None
    url: str | None

    @property
    def tells_body(self) -> bool:
        """In a bulletin: the whole body only where there is neither a summary nor a place to read on."""
        return not self.summary or not self.url


def block_view(block: NewsBlock, number: int, say: Words, *, accent: str, title_level: int) -> BlockView:
    """Raises InputRefused for a language or kind that nobody knows, or a body that is not well-formed."""
    check_language(block.language)
    if block.kind not in KINDS:
        raise InputRefused("templates-kind-unknown", kind=block.kind, known=", ".join(sorted(KINDS)))
    manner = way(block.language)
    quote_language = block.quote_language or block.language
    check_language(quote_language)
    return BlockView(
        kind=block.kind,
        number=number,
        way=manner,
        title=block.title,
        label=say("kind", kind=block.kind),
        date=long_date(block.published_on, say.language),
        language_note=_language_note(block.language, say.language, say),
        summary=block.summary,
        body=restyled(block.body_html, prose_styles(manner, accent), below=title_level),
        body_source=block.body_html,
        quote=block.quote,
        quote_source=block.quote_source,
        quote_way=way(quote_language),
        quote_note=_language_note(quote_language, block.language, say),
        image=block.image,
        image_width=min(block.image.width or BODY_WIDTH, BODY_WIDTH) if block.image else 0,
        logo=block.logo,
        pdf=_pdf(block.pdf, block.title, say) if block.pdf else None,
        url=block.url,
    )


def check_language(language: str) -> None:
    if not is_language(language):
        raise InputRefused("templates-language-unknown", language=language)


def _language_note(language: str, around: str, say: Words) -> str:
    if not differs(language, around):
        return ""
    return say("in-language", code=primary(language), name=name_for_readers(language, say.language))


def _pdf(pdf: PdfBlock, title: str, say: Words) -> PdfView:
    size = _size(pdf.byte_count, say)
    facts = say("pdf-facts", pages=pdf.page_count, size=size) if pdf.page_count else say("pdf-size", size=size)
    return PdfView(pdf.url, pdf.title or title, facts)


def _size(byte_count: int, say: Words) -> str:
    """1,2 MB; files below a megabyte in whole kilobytes."""
    locale = say.language.replace("-", "_")
    if byte_count >= _MEGABYTE:
        return say("megabytes", size=format_decimal(round(byte_count / _MEGABYTE, 1), locale=locale))
    return say("kilobytes", size=format_decimal(max(1, round(byte_count / _KILOBYTE)), locale=locale))
