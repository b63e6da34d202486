"""A document as the templates see it."""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from core.i18n import Texts, comma, long_date
from templates.block_view import BlockViewFactory
from templates.body_html import restyled_parts
from templates.content import Block, BrandView, Document, Item, SubscriptionDocument
from templates.designs import DESIGNS
from templates.escape import carriable, staff_attribute
from templates.plaintext import html_to_text
from templates.reader_words import ReaderTexts, check_language
from templates.styles import Colours, TextDirection, colours, primary, prose_styles, text_direction
from templates.views import BlockView, ItemView


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
    other_lists: tuple[str, ...] = ()
    unwanted_topics: tuple[str, ...] = ()
    last_day: date | None = None
    say: ReaderTexts
    subject: Markup
    preheader: Markup
    intro: tuple[Markup, ...] = ()
    """What stands in each of its paragraphs; and between them lists, tables and the like as they are."""
    intro_elements: tuple[str, ...] = ()
    """What each of `intro` is: p of a paragraph."""
    intro_text: tuple[Markup, ...] = ()
    blocks: tuple[BlockView, ...] = ()
    """Of a design for one item, the item first."""
    is_for_one: bool = False
    web_version_url: str = ""
    """Empty where it is nowhere on the web."""

    @property
    def items(self) -> tuple[ItemView, ...]:
        """Its blocks that are news items."""
        return tuple(block for block in self.blocks if isinstance(block, ItemView))

    @property
    def others(self) -> tuple[BlockView, ...]:
        """What follows the item that a design for one is about."""
        return self.blocks[1:] if self.is_for_one else ()

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
    def why(self) -> str:
        """Why whoever reads it gets it. Written once for all readers, so with several lists it names them all."""
        if not self.other_lists:
            return self.say("why", list=self.list_name)
        return self.say("why-any", lists=self._in_quotes(self.list_name, *self.other_lists))

    @property
    def asked(self) -> str:
        """What a question of double opt-in is about."""
        if not self.other_lists:
            return self.say("confirm-asked", list=self.list_name)
        return self.say("confirm-asked-several", lists=self._in_quotes(self.list_name, *self.other_lists))

    @property
    def unwanted(self) -> str:
        """The topics that they would get nothing about; empty where there is none."""
        if not self.unwanted_topics:
            return ""
        return self.say("confirm-unwanted", topics=self._in_quotes(*self.unwanted_topics))

    @property
    def without_answer(self) -> str:
        """What follows if a reader does not say whether they still want the list."""
        if self.last_day is None:
            return self.say("still-wanted-nothing")
        return self.say("still-wanted-until", day=long_date(self.last_day, self.way.language))

    def _in_quotes(self, *names: str) -> str:
        return comma(self.way.language).join(self.say("why-list", list=name) for name in names)

    @property
    def own_words(self) -> list[str]:
        """The organisation's last words in the mail's language, by paragraphs; none where it has written none."""
        texts = self.brand.footer_texts
        return paragraphs(texts.get(self.way.language) or texts.get(primary(self.way.language)) or "")

    @property
    def has_contents(self) -> bool:
        return any(item.anchor for item in self.items)

    @property
    def address_lines(self) -> list[str]:
        return [line.strip() for line in self.brand.postal_address.splitlines() if line.strip()]


def mail_view(document: Document, texts: Texts) -> MailView:
    """Raises InputRefused for a language or kind that nobody knows, or a body that is not well-formed."""
    check_language(document.language)
    say = ReaderTexts(document.language, texts)
    way, accent = text_direction(document.language), document.brand.colour
    intro = restyled_parts(document.intro_html, prose_styles(way, accent), below=1)
    is_for_one = DESIGNS[document.template].is_for_one
    return MailView(
        way=way,
        colours=colours(accent),
        brand=document.brand,
        list_name=document.list_name,
        other_lists=document.other_lists,
        say=say,
        subject=staff_attribute(document.subject),
        preheader=staff_attribute(document.preheader),
        intro=tuple(part for _, part in intro),
        intro_elements=tuple(element for element, _ in intro),
        intro_text=_intro_text(document),
        blocks=BlockViewFactory(say, accent, _title_level(document)).of(_in_order(document, is_for_one)),
        is_for_one=is_for_one,
        web_version_url=document.web_version_url if document.is_on_web else "",
    )


def _intro_text(document: Document) -> tuple[Markup, ...]:
    text = html_to_text(carriable(document.intro_html), document.language, wraps_paragraphs=False)
    return tuple(Markup(part) for part in paragraphs(text))  # noqa: S704  plain text: there is no markup


def _in_order(document: Document, is_for_one: bool) -> list[Block]:
    if not is_for_one:
        return list(document.blocks)
    return sorted(document.blocks, key=lambda block: not isinstance(block, Item))


def _title_level(document: Document) -> int:
    """Which heading an item's title is: the mail's own, one of several, or one under the name of its kind."""
    if DESIGNS[document.template].is_for_one:
        return 1
    return 3 if document.template == "digest" and len(document.items) > 1 else 2


def subscription_view(document: SubscriptionDocument, texts: Texts, *, subject: str, preheader: str) -> MailView:
    """`subject` and `preheader` are merge text already."""
    check_language(document.language)
    return MailView(
        way=text_direction(document.language),
        colours=colours(document.brand.colour),
        brand=document.brand,
        list_name=document.list_name,
        other_lists=document.other_lists,
        unwanted_topics=document.unwanted_topics,
        last_day=document.last_day,
        say=ReaderTexts(document.language, texts),
        subject=staff_attribute(subject),
        preheader=staff_attribute(preheader),
    )


def paragraphs(text: str) -> list[str]:
    """Staff's plain words, parted by empty lines."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
