"""What was written in the form of a block: rendered or sanitised, its files kept. No transaction is open.

A file that was good is kept also where something else is refused, as in the form of news.
"""

from dataclasses import dataclass, fields

from campaigns.block_content import (
    OF_A_FILE,
    BlockContent,
    BlockFile,
    BlockKind,
    BlockSettings,
    BlockText,
    PdfText,
    PictureText,
    RichText,
)
from campaigns.editorial.block_form import BlockForm
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from news.decoding import decode_process, markdown_html, sanitised_html
from news.incoming_item import IncomingAsset
from news.media_library import MediaRecord
from news.news_form import BODY, field_name
from news.tables import Asset, AssetRole
from news.written_item import FormAssets, form_asset
from templates.merge import merge_fields_in

_LIBRARY = {field.name for field in fields(MediaRecord)} - {"alt"}


@dataclass(frozen=True, slots=True)
class WrittenContent:
    """What a block is to hold."""

    settings: BlockSettings
    texts: dict[str, BlockText]


def written_block(form: BlockForm, files: FormAssets, *, body_name: str) -> WrittenContent | None:
    """None where the form has problems, which are then in `form.problems`. `body_name`: what the field of the text
    is called to whoever writes, for the lines that are refused."""
    settings, texts = form.read_settings(), form.read_texts()
    with decode_process() as process:
        for language, text in texts.items():
            if form.kind is BlockKind.TEXT:
                texts[language] = RichText(body_html=_rich(form, language, process, body_name))
            elif form.kind in OF_A_FILE:
                texts[language] = _with_file(form, files, language, text, process)
    return None if form.problems else WrittenContent(settings, texts)


def written_html(text: str, language: str, *, is_html: bool, body_name: str) -> str:
    """A rich text that is no block's, as the introduction is. Raises InputRefused."""
    with decode_process() as process:
        return _html(text, language, process, is_html=is_html, body_name=body_name)


def present_assets(block: BlockContent) -> list[Asset]:
    """The files that the block has, as those of a news item are."""
    return [
        Asset(item_id=0, role=_role(block.kind), language=language, **text.file.model_dump())
        for language, text in block.texts.items()
        if isinstance(text, PictureText | PdfText) and text.file is not None
    ]


def media_records(block: BlockContent) -> list[MediaRecord]:
    """The same, as the library keeps them."""
    return [
        MediaRecord(
            **text.file.model_dump(include=_LIBRARY), alt=text.image_alt if isinstance(text, PictureText) else ""
        )
        for text in block.texts.values()
        if isinstance(text, PictureText | PdfText) and text.file is not None
    ]


def _rich(form: BlockForm, language: str, process: DecodeProcess, body_name: str) -> str:
    name, body = field_name(language, BODY), form.body(language)
    if name in form.problems:
        return ""
    try:
        form.rendered[language] = _html(
            body, language, process, is_html=form.is_html(language), body_name=body_name
        )
    except InputRefused as refused:
        form.problems[name] = refused
    return form.rendered.get(language, "")


def _html(text: str, language: str, process: DecodeProcess, *, is_html: bool, body_name: str) -> str:
    if not text.strip():
        return ""
    try:
        if is_html:
            return sanitised_html(process, text, language=language)
        return markdown_html(process, text, place=body_name, first_line=1, merge_fields=merge_fields_in(text))
    except DecodeFailed as failed:
        raise InputRefused("news-text-undecoded", file=body_name, line=1, cause=failed.reason) from failed


def _with_file(
    form: BlockForm, files: FormAssets, language: str, text: BlockText, process: DecodeProcess
) -> BlockText:
    asset = form_asset(form, files, language, _role(form.kind), process)
    return text.model_copy(update={"file": _file(asset) if asset else None})


def _role(kind: BlockKind) -> AssetRole:
    return AssetRole.PDF if kind is BlockKind.PDF else AssetRole.IMAGE


def _file(asset: IncomingAsset) -> BlockFile:
    stored, made = asset.stored, asset.made
    return BlockFile(
        sha256=stored.sha256,
        media_type=stored.media_type,
        byte_count=stored.byte_count,
        file_name=asset.file_name,
        width=stored.width,
        height=stored.height,
        page_count=stored.page_count,
        mail_sha256=made.mail_sha256,
        mail_media_type=made.mail_media_type,
        mail_width=made.mail_width,
        mail_height=made.mail_height,
    )
