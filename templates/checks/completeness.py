"""Completeness: whether the words of what was written arrive in the mail, in both parts, in their order.

What stands in a mail is compared with the news item itself, word for word; the first word that is not there is
named, with those before it. And tags that readers would see as they were typed are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from templates.checks.finding import Finding, a_warning, an_error
from templates.content import (
    Appeal,
    Block,
    Button,
    Document,
    Heading,
    Item,
    ItemMode,
    Pdf,
    Quotation,
    RenderedMail,
    Text,
)
from templates.designs import DESIGNS
from templates.html_facts import HtmlFacts, read_html
from templates.merge import LITERAL_BRACKET

_WORD = re.compile(r"\w+")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks and isolates of the bidirectional algorithm (UAX 9). In Arabic, words are written on to what follows, and
the text part isolates a number in the middle of one."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
_TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|span|strong|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_MOST_BETWEEN = 4
"""Words that the text part may put between two: the number of a point in a list, a telephone number."""
_SHOWN_BEFORE = 4
_MOST_COMPARED = 1_000_000
"""Words in search of one text: one word a thousand times over would be compared from each with each. What was not
found by then counts as missing."""


def check_completeness(document: Document, rendered: RenderedMail, facts: HtmlFacts) -> Iterator[Finding]:
    html = _split(facts.text)
    text = _split(_ADDRESS.sub(" ", rendered.text.replace(LITERAL_BRACKET, "[")))
    for title, written in _written(document):
        without_addresses = _ADDRESS.sub(" ", written)
        for where, expected, arrived in (("html", written, html), ("text", without_addresses, text)):
            gap = _first_gap(_split(expected), arrived)
            if gap:
                new_finding = a_warning if document.sources else an_error
                if gap.before:
                    finding = new_finding("words-missing", where, before=gap.before, missing=gap.missing)
                else:
                    finding = new_finding("beginning-missing", where, missing=gap.missing)
                yield replace(finding, item=title)
    for tag in dict.fromkeys(_TAG.findall(facts.text)):
        yield a_warning("tag-shown", "html", tag=tag)


@dataclass(frozen=True, slots=True)
class _Gap:
    before: str
    missing: str


def _written(document: Document) -> Iterator[tuple[str, str]]:
    """The title of the item, and what of it the mail has to say."""
    for block in document.blocks:
        if isinstance(block, Item):
            for written in _of_item(block, document):
                yield block.title, written
        else:
            yield "", _of_block(block)


def _of_block(block: Block) -> str:
    """Its text; of what is no text, what it says of itself."""
    match block:
        case Text():
            return read_html(block.body_html).text
        case Heading() | Quotation() | Appeal():
            return block.text
        case Pdf():
            return block.title
        case Button():
            return block.label
    return ""


def _of_item(item: Item, document: Document) -> Iterator[str]:
    is_alone = len(document.items) == 1
    is_short = item.mode is ItemMode.TEASER and bool(item.summary) and not DESIGNS[document.template].is_for_one
    yield item.title
    if is_alone or document.sources is None:
        yield item.summary
    if not is_short and (
        is_alone or item.mode is ItemMode.WHOLE or (document.sources is None and not (item.summary and item.url))
    ):
        yield read_html(item.body_html).text
    if item.quotation and document.sources is None and (is_alone or document.template != "digest"):
        yield item.quotation.text


def _split(text: str) -> list[str]:
    # A power is a raised number in the text part.
    return _WORD.findall(normalize("NFKC", _DIRECTIONS.sub("", text)).casefold())


def _first_gap(expected: Sequence[str], arrived: Sequence[str]) -> _Gap | None:
    """Where the best match of `expected` in `arrived` ends before it does; of as many as can be tried."""
    if not expected:
        return None
    matched = compared = 0
    for at, word in enumerate(arrived):
        if word == expected[0]:
            here = _matched(expected, arrived, at)
            matched, compared = max(matched, here), compared + here
            if matched == len(expected):
                return None
            if compared > _MOST_COMPARED:
                break
    return _Gap(" ".join(expected[max(0, matched - _SHOWN_BEFORE) : matched]), expected[matched])


def _matched(expected: Sequence[str], arrived: Sequence[str], at: int) -> int:
    """How many words of `expected` follow one another in `arrived` from there."""
    for count, word in enumerate(expected):
        within = arrived[at : at + 1 + _MOST_BETWEEN]
        if word not in within:
            return count
        at += within.index(word) + 1
    return len(expected)
