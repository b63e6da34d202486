"""Where somebody wrote the words of a campaign: its own texts, its blocks and its news, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from campaigns.block_content import TEXTS, BlockContent, BlockKind, RichText
from templates.checks.finding import Finding
from templates.content import Document, Item
from templates.html_facts import read_html


@dataclass(frozen=True, slots=True)
class WrittenText:
    source: str
    """As it is stored: plain text, or html."""
    shown: str
    """What a reader sees of it."""
    where: str
    language: str
    item: str = ""
    block: int = 0

    def locate(self, finding: Finding) -> Finding:
        """The finding with this as its place."""
        return replace(finding, language=self.language, item=self.item, block=self.block)


def places_with_fields(blocks: Sequence[BlockContent], documents: Sequence[Document]) -> Iterator[WrittenText]:
    """Where merge fields are meant: staff's own words."""
    for document in documents:
        for where, text in (("subject", document.subject), ("preheader", document.preheader)):
            yield WrittenText(text, text, where, document.language)
        intro = document.intro_html
        yield WrittenText(intro, read_html(intro).text, "introduction", document.language)
    for block in blocks:
        for language, content in block.texts.items():
            if isinstance(content, RichText):
                html = content.body_html
                yield WrittenText(html, read_html(html).text, "html", language, block=block.id)


def places_without_fields(blocks: Sequence[BlockContent], documents: Sequence[Document]) -> Iterator[WrittenText]:
    """Where they are letters: news, and what is the same for everybody."""
    for document in documents:
        for item in document.items:
            for text in _of_item(item):
                yield WrittenText(text, text, "html", document.language, item=item.title)
    for block in blocks:
        if block.kind in TEXTS and block.kind is not BlockKind.TEXT:
            for language, content in block.texts.items():
                for text in content.model_dump().values():
                    if isinstance(text, str):
                        yield WrittenText(text, text, "html", language, block=block.id)


def _of_item(item: Item) -> Iterator[str]:
    yield item.title
    yield item.summary
    yield read_html(item.body_html).text
    if item.quotation:
        yield item.quotation.text
        yield item.quotation.source
