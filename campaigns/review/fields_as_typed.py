"""Merge fields where they are letters: readers would see [[recipient_name|friend]] as it was typed.

They are meant in a campaign's own subject, preheader, introduction and text blocks. News is the same for
everybody, also on the web, and what comes from a folder or a page must not bring a reader's own link with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from campaigns.block_content import TEXTS, BlockContent, BlockKind
from templates.check import Finding
from templates.checks.finding import an_error
from templates.content import Document, Item
from templates.html_facts import read_html
from templates.merge import find_fields

_BEFORE, _AFTER = 40, 20


def check_fields_as_typed(blocks: Sequence[BlockContent], documents: Sequence[Document]) -> Iterator[Finding]:
    """One for each field and place: the news item by its title, the block by its number."""
    for document in documents:
        for item in document.items:
            for text in _of_item(item):
                yield from (
                    replace(finding, language=document.language, item=item.title) for finding in _findings(text)
                )
    for block in blocks:
        if block.kind in TEXTS and block.kind is not BlockKind.TEXT:
            for language, content in block.texts.items():
                for text in content.model_dump().values():
                    findings = _findings(text) if isinstance(text, str) else ()
                    yield from (replace(finding, language=language, block=block.id) for finding in findings)


def _of_item(item: Item) -> Iterator[str]:
    yield item.title
    yield item.summary
    yield read_html(item.body_html).text
    if item.quotation:
        yield item.quotation.text
        yield item.quotation.source


def _findings(text: str) -> Iterator[Finding]:
    for _, start, end in find_fields(text):
        before = "…" if start > _BEFORE else ""
        after = "…" if end + _AFTER < len(text) else ""
        excerpt = f"{before}{text[max(0, start - _BEFORE) : end + _AFTER].strip()}{after}"
        yield an_error("field-as-typed", "html", field=text[start:end], excerpt=excerpt)
