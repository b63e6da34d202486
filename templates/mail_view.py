"""A document as the templates see it."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from core.i18n import Texts
from templates.block_view import BlockViewFactory
from templates.content import BrandView, Document, SubscriptionDocument
from templates.designs import DESIGNS
from templates.escape import staff_attribute, staff_html, staff_text
from templates.reader_words import ReaderTexts, check_language
from templates.styles import Colours, TextDirection, colours, primary, way
from templates.views import BlockView, ItemView

MIN_ITEMS_FOR_CONTENTS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one topic under its name, or of one kind under that."""

    heading: str
    way: TextDirection
    """Of the heading."""
    blocks: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """`subject` to `intro_text` are marked as template text: their merge fields are meant."""

    way: TextDirection
    colours: Colours
    brand: BrandView
    list_name: str
    say: ReaderTexts
    subject: Markup
    preheader: Markup
    intro: tuple[Markup, ...] = ()
    intro_text: tuple[Markup, ...] = ()
    blocks: tuple[BlockView, ...] = ()
    web_version_url: str = ""

    @property
    def items(self) -> tuple[ItemView, ...]:
        """Its blocks that are news items."""
        return tuple(block for block in self.blocks if isinstance(block, ItemView))

    @property
    def groups(self) -> list[Group]:
        """Items by topic, those without one by kind; topics and kinds in the order in which they first come."""
        parts: dict[tuple[str, str], list[ItemView]] = {}
        for block in self.items:
            key = (block.topic.casefold(), "") if block.topic else ("", block.kind)
            parts.setdefault(key, []).append(block)
        return [self._group(blocks) for blocks in parts.values()]

    def _group(self, blocks: list[ItemView]) -> Group:
        first = blocks[0]
        if first.topic:
            return Group(first.topic, first.way, tuple(blocks))
        return Group(self.say("kinds", kind=first.kind), self.way, tuple(blocks))

    @property
    def own_words(self) -> list[str]:
        """The organisation's last words in the mail's language, by paragraphs; none where it has written none."""
        texts = self.brand.footer_texts
        return paragraphs(texts.get(self.way.language) or texts.get(primary(self.way.language)) or "")

    @property
    def has_contents(self) -> bool:
        return len(self.items) >= MIN_ITEMS_FOR_CONTENTS

    @property
    def address_lines(self) -> list[str]:
        return [line.strip() for line in self.brand.postal_address.splitlines() if line.strip()]


def mail_view(document: Document, texts: Texts) -> MailView:
    """Raises InputRefused for a language or kind that nobody knows, or a body that is not well-formed."""
    check_language(document.language)
    say = ReaderTexts(document.language, texts)
    intro = paragraphs(document.intro)
    accent = document.brand.colour
    return MailView(
        way=way(document.language),
        colours=colours(accent),
        brand=document.brand,
        list_name=document.list_name,
        say=say,
        subject=staff_attribute(document.subject),
        preheader=staff_attribute(document.preheader),
        intro=tuple(staff_html(part) for part in intro),
        intro_text=tuple(staff_text(part) for part in intro),
        blocks=BlockViewFactory(say, accent, _title_level(document.template)).of(document.blocks),
        web_version_url=document.web_version_url,
    )


def _title_level(template: str) -> int:
    """Which heading an item's title is: the mail's own, one of several, or one under the name of its kind."""
    if DESIGNS[template].is_for_one:
        return 1
    return 3 if template == "digest" else 2


def subscription_view(document: SubscriptionDocument, texts: Texts, *, subject: str, preheader: str) -> MailView:
    """`subject` and `preheader` are merge text already."""
    check_language(document.language)
    return MailView(
        way=way(document.language),
        colours=colours(document.brand.colour),
        brand=document.brand,
        list_name=document.list_name,
        say=ReaderTexts(document.language, texts),
        subject=staff_attribute(subject),
        preheader=staff_attribute(preheader),
    )


def paragraphs(text: str) -> list[str]:
    """Staff's plain words, parted by empty lines."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
