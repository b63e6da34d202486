"""A block of a campaign, in the text chosen for a reader's language, as a block of a mail. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from campaigns.block_content import (
    AppealSettings,
    AppealText,
    BlockContent,
    BlockFile,
    BlockKind,
    BlockText,
    ButtonText,
    HeadingText,
    ItemSettings,
    PdfText,
    PictureText,
    QuotationText,
    RichText,
)
from campaigns.language_choice import best
from kinds.appeal import AppealDetails
from templates.content import Appeal, Block, Button, Divider, Heading, Image, Item, Pdf, Quotation, Text

AssetUrl = Callable[[str, str], str]
"""(sha256, media type) → where readers find the asset."""


def shown_language(block: BlockContent, language: str, *, chain: Sequence[str], main: str) -> str | None:
    """In which language a reader of `language` gets it; None where there is nothing to show in any."""
    offered = block.shown_in
    if not offered:
        return None
    code = best(language, offered, chain=chain, main=main)
    return code if code in offered else offered[0]


def mail_block(
    block: BlockContent, language: str, *, chain: Sequence[str], main: str, url: AssetUrl
) -> Block | None:
    """None of one in which nothing is written yet. News items are `item_block`'s."""
    if block.kind is BlockKind.DIVIDER:
        return Divider()
    code = shown_language(block, language, chain=chain, main=main)
    return _block(block, block.texts[code], code, url) if code else None


def as_chosen(item: Item, settings: ItemSettings) -> Item:
    """The item as staff want it in this campaign."""
    if settings.has_picture:
        return replace(item, mode=settings.mode)
    pdf = replace(item.pdf, cover=None) if item.pdf else None
    return replace(item, mode=settings.mode, image=None, pdf=pdf)


def _block(block: BlockContent, text: BlockText, language: str, url: AssetUrl) -> Block | None:
    made: Block | None = None
    match text:
        case HeadingText():
            made = Heading(text.heading, language)
        case RichText():
            made = Text(text.body_html, language, has_fields=True)
        case QuotationText():
            made = Quotation(text.quote, text.quote_source, language)
        case ButtonText():
            made = Button(text.label, text.url or "", language)
        case PictureText():
            made = _image(block.file(language), text, language, url)
        case PdfText():
            made = _pdf(block.file(language), text, language, url)
        case AppealText():
            made = Appeal(_appeal_details(block, text), text.summary, language)
    return made


def _image(file: BlockFile | None, text: PictureText, language: str, url: AssetUrl) -> Image | None:
    if file is None:
        return None
    if file.mail_sha256 and file.mail_media_type:
        address, width, height = url(file.mail_sha256, file.mail_media_type), file.mail_width, file.mail_height
    else:
        address, width, height = url(file.sha256, file.media_type), file.width, file.height
    return Image(address, text.image_alt, width, height, text.image_caption, language)


def _pdf(file: BlockFile | None, text: PdfText, language: str, url: AssetUrl) -> Pdf | None:
    if file is None:
        return None
    cover = None
    if file.mail_sha256 and file.mail_media_type:
        cover = Image(url(file.mail_sha256, file.mail_media_type), "", file.mail_width, file.mail_height)
    address = url(file.sha256, file.media_type)
    return Pdf(address, text.title, file.page_count, file.byte_count, cover, language)


def _appeal_details(block: BlockContent, text: AppealText) -> AppealDetails:
    settings = block.settings
    shared = settings.model_dump() if isinstance(settings, AppealSettings) else {}
    return AppealDetails(action=text.action, action_url=text.action_url, **shared)
