"""Schema of a campaign's blocks: what each kind holds, once and in each language, and how that is stored. Pure.

Its fields are read as those of news are (`kinds.details`), and stored in the same way: as JSON with the version of
its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict

from core.errors import Misconfigured
from core.json_digest import json_digest
from kinds.details import Details, Key, LaterShape, ValueType
from templates.content import ItemMode

_T = TypeVar("_T", bound=Details)


class BlockKind(StrEnum):
    """What a block of a campaign is."""

    ITEM = "item"
    """A news item."""
    HEADING = "heading"
    TEXT = "text"
    """Rich text; lists and tables are in it."""
    QUOTATION = "quotation"
    PICTURE = "picture"
    BUTTON = "button"
    PDF = "pdf"
    APPEAL = "appeal"
    DIVIDER = "divider"


class BlockFile(BaseModel):
    """A picture or PDF in the asset store. Named like the columns of `news.tables.Asset`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sha256: str
    media_type: str
    byte_count: int
    file_name: str
    width: int | None = None
    height: int | None = None
    page_count: int | None = None
    mail_sha256: str | None = None
    mail_media_type: str | None = None
    mail_width: int | None = None
    mail_height: int | None = None


class BlockSettings(Details):
    """What a block has once, whatever the language."""


class ItemSettings(BlockSettings):
    mode: ItemMode = ItemMode.AUTO
    has_picture: bool = True


class AppealSettings(BlockSettings):
    deadline: Annotated[date | None, Key(ValueType.DAY)] = None
    count: Annotated[int | None, Key(ValueType.NUMBER, needs="counted_on")] = None
    goal: Annotated[int | None, Key(ValueType.NUMBER, least=1, needs="count")] = None
    counted_on: Annotated[date | None, Key(ValueType.DAY, needs="count")] = None


class BlockText(Details):
    """What a block says in a language."""

    NEEDED: ClassVar[str] = ""
    """The field without which there is nothing to show in that language."""

    @property
    def is_shown(self) -> bool:
        return bool(getattr(self, self.NEEDED))


class HeadingText(BlockText):
    NEEDED = "heading"
    heading: Annotated[str, Key(ValueType.TEXT, longest=200)] = ""


class RichText(BlockText):
    NEEDED = "body_html"
    body_html: str = ""
    """Sanitised and well-formed."""


class QuotationText(BlockText):
    NEEDED = "quote"
    quote: Annotated[str, Key(ValueType.TEXT, longest=5_000)] = ""
    quote_source: Annotated[str, Key(ValueType.TEXT, longest=200)] = ""


class PictureText(BlockText):
    NEEDED = "image_alt"
    file: BlockFile | None = None
    """None: that of another language."""
    image_alt: Annotated[str, Key(ValueType.TEXT, longest=500)] = ""
    image_caption: Annotated[str, Key(ValueType.TEXT, longest=300)] = ""


class ButtonText(BlockText):
    label: Annotated[str, Key(ValueType.TEXT, longest=60, needs="url")] = ""
    url: Annotated[str | None, Key(ValueType.WEB_ADDRESS, longest=2_000, needs="label")] = None

    @property
    def is_shown(self) -> bool:
        return bool(self.label and self.url)


class PdfText(BlockText):
    NEEDED = "title"
    file: BlockFile | None = None
    """None: that of another language."""
    title: Annotated[str, Key(ValueType.TEXT, longest=200)] = ""


class AppealText(BlockText):
    NEEDED = "action_url"
    summary: Annotated[str, Key(ValueType.TEXT, longest=1_500, needs="action_url")] = ""
    action: Annotated[str, Key(ValueType.TEXT, longest=60, needs="action_url")] = ""
    action_url: Annotated[str | None, Key(ValueType.WEB_ADDRESS, longest=2_000)] = None


SETTINGS: Mapping[BlockKind, type[BlockSettings]] = MappingProxyType(
    {
        BlockKind.ITEM: ItemSettings,
        BlockKind.APPEAL: AppealSettings,
    }
)
"""Of other kinds, nothing is the same in all languages."""
TEXTS: Mapping[BlockKind, type[BlockText]] = MappingProxyType(
    {
        BlockKind.HEADING: HeadingText,
        BlockKind.TEXT: RichText,
        BlockKind.QUOTATION: QuotationText,
        BlockKind.PICTURE: PictureText,
        BlockKind.BUTTON: ButtonText,
        BlockKind.PDF: PdfText,
        BlockKind.APPEAL: AppealText,
    }
)
"""A news item has its own texts, and a divider none."""
OF_A_FILE = frozenset({BlockKind.PICTURE, BlockKind.PDF})


@dataclass(frozen=True, slots=True)
class BlockContent:
    """A block as it is stored, or is to be."""

    kind: BlockKind
    item_id: int | None
    settings: BlockSettings
    texts: Mapping[str, BlockText]
    """By language; only those in which something is written."""
    id: int = 0
    """0 of what is in no database yet."""

    @property
    def shown_in(self) -> list[str]:
        """The languages in which there is something to show."""
        if self.kind in OF_A_FILE and self.file("") is None:
            return []
        return sorted(language for language, text in self.texts.items() if text.is_shown)

    def file(self, language: str) -> BlockFile | None:
        """That of the language, else one of another language."""
        texts = sorted(self.texts.items(), key=lambda pair: (pair[0] != language, pair[0]))
        return next(
            (text.file for _, text in texts if isinstance(text, PictureText | PdfText) and text.file), None
        )

    @property
    def version(self) -> str:
        """A digest of all that a form of it shows (`campaigns.editorial.stale_edit`)."""
        texts = {language: text.to_store() for language, text in self.texts.items()}
        return json_digest([self.settings.to_store(), texts])


def item_content(item_id: int) -> BlockContent:
    """A news item as it comes into a campaign."""
    return BlockContent(BlockKind.ITEM, item_id, ItemSettings(), {})


def settings_type(kind: BlockKind) -> type[BlockSettings]:
    return SETTINGS.get(kind, BlockSettings)


def read_settings(kind: BlockKind, stored: dict[str, Any]) -> BlockSettings:
    """Raises Misconfigured for what a later version of the program has written."""
    return _read(settings_type(kind), stored)


def read_text(kind: BlockKind, stored: dict[str, Any]) -> BlockText:
    """Raises Misconfigured, as above."""
    return _read(TEXTS[kind], stored)


def _read(schema: type[_T], stored: dict[str, Any]) -> _T:
    try:
        return schema.from_stored(stored)
    except LaterShape as later:
        raise Misconfigured("campaigns-block-newer", version=str(later.version)[:20]) from later
