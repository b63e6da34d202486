"""Blocks of a campaign as the composer shows them: what each says, what is missing, the form of the open one."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from sqlmodel import Session, col, select

from campaigns.block_content import (
    TEXTS,
    AppealText,
    BlockContent,
    BlockFile,
    BlockKind,
    BlockText,
    HeadingText,
    ItemSettings,
    PdfText,
    PictureText,
    QuotationText,
    RichText,
)
from campaigns.editorial.block_form import HAS_PICTURE, MODE, BlockForm, field_keys
from campaigns.editorial.form_merge import SavedForm
from campaigns.editorial.preheader import in_words
from core.errors import BiltenError
from kinds.details import Key
from news.markdown_from_html import html_to_markdown_if_exact
from news.news_form import ALT, BODY, CAPTION, field_name
from news.queries import texts_of
from news.tables import NewsItem
from news.word_difference import readable
from templates.merge import merge_fields_in
from web.staff.news_fields import FieldView, SectionView

SHOWN = 160
"""Characters of a text in the list of blocks."""
_BLOCK_END = re.compile(r"</(?:p|h[2-4]|li|td|th)>|<br />")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED_FIELD = re.compile(r"\[\[[a-z0-9\\_]+")


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A block in the list."""

    block: BlockContent
    number: int
    texts: Mapping[str, str]
    """The beginning of what it says, by language."""
    missing: Sequence[str]
    """Languages of the campaign in which it says nothing."""
    picture: BlockFile | None
    slug: str = ""
    """Of a news item."""


@dataclass(frozen=True, slots=True)
class OpenForm:
    """The form of a block as it is shown."""

    block_id: int
    form: BlockForm
    sections: Sequence[SectionView]
    shared: Sequence[FieldView]
    seen: str
    stale: BiltenError | None = None
    theirs: Mapping[str, str] = field(default_factory=dict)
    """What a colleague has saved meanwhile, by field."""

    @property
    def fields(self) -> Mapping[str, str]:
        return defaultdict(str, self.form.fields)

    @property
    def role(self) -> str:
        """Of the file that a block of its kind may have."""
        return "pdf" if self.form.kind is BlockKind.PDF else "image"

    @property
    def conflicts(self) -> dict[str, tuple[str, str]]:
        """Where what is saved differs from what was typed: both, as people read them."""
        return {name: (self._plain(value), self._mine(name)) for name, value in self.theirs.items()}

    def _mine(self, name: str) -> str:
        html = self.form.rendered.get(name.rpartition("-")[0]) if name.endswith(BODY) else None
        file_name = self.form.kept.get(name, "").partition(" ")[2]
        return readable(html) if html is not None else file_name or self.form.fields.get(name, "")

    @staticmethod
    def _plain(value: str) -> str:
        return readable(value) if value.startswith("<") else value


def block_lines(session: Session, blocks: Sequence[BlockContent], languages: Sequence[str]) -> list[BlockLine]:
    """Two queries, however many blocks."""
    ids = [block.item_id for block in blocks if block.item_id is not None]
    titles = {
        item_id: {code: text.title for code, text in texts.items()}
        for item_id, texts in texts_of(session, ids).items()
    }
    slugs = dict(session.exec(select(NewsItem.id, NewsItem.slug).where(col(NewsItem.id).in_(ids))).all())
    return [
        _line(block, number, titles.get(block.item_id or 0, {}), slugs.get(block.item_id or 0, ""), languages)
        for number, block in enumerate(blocks, 1)
    ]


def stored_form(block: BlockContent, languages: Sequence[str], saved: SavedForm) -> BlockForm:
    """The form before anybody has typed."""
    form = BlockForm(block.kind, languages, saved.fields)
    form.rendered.update(saved.bodies)
    return form


def saved_form(block: BlockContent) -> SavedForm:
    """No transaction should be open: it renders."""
    files = {name: file.sha256 for name, file in _files(block).items()}
    return SavedForm(stored_fields(block), _bodies(block), files)


def open_form(
    block: BlockContent,
    form: BlockForm,
    *,
    seen: str,
    stale: BiltenError | None = None,
    conflicts: Collection[str] = (),
) -> OpenForm:
    """`conflicts`: the fields that a colleague has changed as well."""
    shared, of_text = field_keys(block.kind)
    return OpenForm(
        block_id=block.id,
        form=form,
        sections=[_section(block, form, of_text, code) for code in form.languages] if block.kind in TEXTS else [],
        shared=[_field(name, name, key) for name, key in shared.items()],
        seen=seen,
        stale=stale,
        theirs=_theirs(block, conflicts),
    )


def stored_fields(block: BlockContent) -> dict[str, str]:
    shared, of_text = field_keys(block.kind)
    fields = {name: _written(getattr(block.settings, name)) for name in shared}
    if isinstance(block.settings, ItemSettings):
        fields[MODE] = block.settings.mode.value
        fields |= {HAS_PICTURE: "on"} if block.settings.has_picture else {}
    for language, text in block.texts.items():
        fields |= {field_name(language, name): _written(getattr(text, name)) for name in of_text}
        if isinstance(text, RichText):
            fields |= rich_fields(field_name(language, BODY), text.body_html)
        elif isinstance(text, PictureText):
            place = field_name(language, "image")
            fields |= {f"{place}_{ALT}": text.image_alt, f"{place}_{CAPTION}": text.image_caption}
    return fields


def rich_fields(name: str, html: str) -> dict[str, str]:
    """What stands in the field of a rich text: Markdown where it says all of it."""
    markdown = html_to_markdown_if_exact(html, merge_fields=merge_fields_in(html))
    if markdown is None:
        return {name: html, f"{name}_format": "html"}
    # A merge field is typed as it is: its underscore is inside a word, where Markdown reads no emphasis.
    plain = _ESCAPED_FIELD.sub(lambda match: match[0].replace("\\", ""), markdown)
    return {name: plain, f"{name}_format": "markdown"}


def summary(text: BlockText | None) -> str:
    """The beginning of what a block says."""
    match text:
        case HeadingText():
            shown = text.heading
        case RichText():
            shown = unescape(_TAG.sub("", _BLOCK_END.sub(" ", text.body_html)))
        case QuotationText():
            shown = text.quote
        case PictureText():
            shown = text.image_alt
        case PdfText():
            shown = text.title
        case AppealText():
            shown = text.summary or text.action
        case _:
            shown = getattr(text, "label", "")
    line = " ".join(in_words(shown).split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"


def _line(
    block: BlockContent, number: int, titles: Mapping[str, str], slug: str, languages: Sequence[str]
) -> BlockLine:
    if block.kind is BlockKind.ITEM:
        return BlockLine(block, number, titles, [code for code in languages if code not in titles], None, slug)
    written = {code: summary(text) for code, text in block.texts.items()}
    missing = [code for code in languages if code not in block.shown_in] if block.kind in TEXTS else []
    return BlockLine(block, number, written, missing, block.file(languages[0]))


def _section(block: BlockContent, form: BlockForm, keys: Mapping[str, Key], language: str) -> SectionView:
    own = block.texts.get(language)
    file = own.file if isinstance(own, PictureText | PdfText) else None
    is_typed = bool(form.fields.get(field_name(language, BODY)))
    role = "pdf" if block.kind is BlockKind.PDF else "image"
    assets: dict[str, Any] = {role: file} if file else {}
    details = [
        _field(field_name(language, name), name, key)
        for name, key in keys.items()
        if not name.startswith("image_")
    ]
    html = form.rendered.get(language, None if is_typed else "")
    return SectionView(language=language, is_open=True, details=details, assets=assets, stored_html=html)


def _field(place: str, name: str, key: Key) -> FieldView:
    return FieldView(place, name, key.type, key.longest, key.is_required)


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _bodies(block: BlockContent) -> dict[str, str]:
    return {code: text.body_html for code, text in block.texts.items() if isinstance(text, RichText)}


def _theirs(block: BlockContent, names: Collection[str]) -> dict[str, str]:
    """What is saved in these fields: a file by its name."""
    files = {name: file.file_name for name, file in _files(block).items()}
    fields = stored_fields(block) if names else {}
    return {name: files.get(name) or fields.get(name, "") for name in names}


def _files(block: BlockContent) -> dict[str, BlockFile]:
    """By the name of the field."""
    role = "pdf" if block.kind is BlockKind.PDF else "image"
    files = {code: getattr(text, "file", None) for code, text in block.texts.items()}
    return {field_name(code, role): file for code, file in files.items() if file}
