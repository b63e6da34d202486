"""What a campaign says, in words that people compare: each language with its blocks, and what all languages share.

Taken from the very documents that are rendered, so that news, fallbacks and the brand are in it as readers get
them. Pure; the result is JSON.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from campaigns.block_content import BlockContent, BlockKind
from core.json_digest import json_digest
from news.word_difference import readable
from templates.content import (
    Appeal,
    Block,
    BrandView,
    Button,
    Divider,
    Document,
    Heading,
    Image,
    Item,
    Pdf,
    Quotation,
    Text,
)

Field = tuple[str, str, str]
"""Its name, its words, and a digest of what the words do not show: formatting, or which file it is."""
ENVELOPE = "envelope"
"""Stands for a block: subject, preheader and introduction."""


def readable_content(
    documents: Sequence[Document],
    blocks: Sequence[BlockContent],
    *,
    senders: Sequence[Sequence[str | None]],
    lists: Sequence[str],
) -> dict[str, Any]:
    """`blocks`: those that the documents were made of. `lists`: a line for each, as staff read it."""
    shown = [block for block in blocks if _is_shown(block)]
    return {
        "languages": {written.language: _language(written, shown) for written in documents},
        "shared": [list(field) for field in _shared(documents[0], senders, lists)],
    }


def _is_shown(block: BlockContent) -> bool:
    return block.kind in (BlockKind.ITEM, BlockKind.DIVIDER) or bool(block.shown_in)


def _language(written: Document, shown: Sequence[BlockContent]) -> list[dict[str, Any]]:
    envelope = [("subject", written.subject, ""), ("preheader", written.preheader, "")]
    envelope.append(_rich("intro", written.intro_html))
    rows = [
        {
            "id": block.id,
            "kind": block.kind.value,
            "fields": [list(field) for field in _fields(made) if any(field[1:])],
        }
        for block, made in zip(shown, written.blocks, strict=True)
    ]
    return [{"id": 0, "kind": ENVELOPE, "fields": [list(field) for field in envelope if any(field[1:])]}, *rows]


def _shared(written: Document, senders: Sequence[Sequence[str | None]], lists: Sequence[str]) -> Iterator[Field]:
    yield "senders", "\n".join(" · ".join(filter(None, sender)) for sender in senders), ""
    yield "audience", "\n".join(lists), ""
    sources = [written.sources.html, written.sources.text] if written.sources else []
    yield "template", "", json_digest([written.template, sources])
    yield "web", "", json_digest(written.is_on_web)
    yield _brand(written.brand)


def _brand(brand: BrandView) -> Field:
    lines = [brand.name, brand.postal_address, brand.website, *brand.socials.values()]
    lines += [text for _, text in sorted(brand.footer_texts.items())]
    looks = [brand.logo_url, brand.logo_dark_url, brand.logo_alt, brand.colour]
    return "brand", "\n".join(filter(None, lines)), json_digest(looks)


def _fields(block: Block) -> Iterator[Field]:
    match block:
        case Heading():
            yield "heading", block.text, ""
        case Text():
            yield _rich("body", block.body_html)
        case Quotation():
            yield from _quotation(block)
        case Image():
            yield from _image("image", block)
        case Button():
            yield "label", block.label, ""
            yield "url", block.url, ""
        case Pdf():
            yield "title", block.title, ""
            yield _file("pdf", block.url)
        case Appeal():
            yield "summary", block.text, ""
            yield from _details(block.details.model_dump())
        case Item():
            yield from _item(block)
        case Divider():
            return


def _item(item: Item) -> Iterator[Field]:
    yield "title", item.title, ""
    yield "date", item.published_on.isoformat(), ""
    yield "topic", item.topic, ""
    yield "summary", item.summary, ""
    yield _rich("body", item.body_html)
    if item.quotation:
        yield from _quotation(item.quotation)
    for role, image in (("image", item.image), ("logo", item.logo)):
        if image:
            yield from _image(role, image)
    if item.pdf:
        yield _file("pdf", item.pdf.url)
    yield "url", item.url or "", ""
    yield from _details(item.details.model_dump())
    if item.funding:
        yield "partners", "\n".join(item.funding.partners), ""
        yield "funding", item.funding.words, ""
        if item.funding.logo:
            yield _file("funder_logo", item.funding.logo.url)
    yield "mode", "", item.mode.value


def _quotation(quotation: Quotation) -> Iterator[Field]:
    yield "quote", quotation.text, ""
    yield "quote_source", quotation.source, ""


def _image(role: str, image: Image) -> Iterator[Field]:
    yield _file(role, image.url)
    yield f"{role}_alt", image.alt, ""
    if role == "image":
        yield "image_caption", image.caption, ""


def _details(details: dict[str, Any]) -> Iterator[Field]:
    for name, value in details.items():
        if value is not None:
            yield name, str(value), ""


def _rich(name: str, html: str) -> Field:
    return name, readable(html), json_digest(html)[:16] if html else ""


def _file(name: str, url: str) -> Field:
    return name, "", json_digest(url)[:16]
