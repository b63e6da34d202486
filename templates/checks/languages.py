"""Whether a variant is in its own language at all, and each item in the one that it says."""

from collections.abc import Iterator
from dataclasses import replace

from templates.checks.finding import Finding, a_warning
from templates.checks.language_guess import guess_other_language
from templates.content import Document, NewsBlock
from templates.html_facts import read_html


def check_languages(document: Document) -> Iterator[Finding]:
    yield from _variant(document)
    seems = guess_other_language(document.intro, document.language)
    if seems:
        yield a_warning("intro-language", "html", said=document.language, seems=seems)
    for block in document.blocks:
        yield from _item(block)


def _variant(document: Document) -> Iterator[Finding]:
    """An item that exists in another language only may be in it, marked. If all of them are, it is no variant."""
    others = {block.language for block in document.blocks} - {document.language}
    is_own = any(block.language == document.language for block in document.blocks)
    if document.blocks and not is_own:
        yield a_warning("all-in-another-language", "html", language=document.language, other=min(others))


def _item(block: NewsBlock) -> Iterator[Finding]:
    """One finding for each language that one of its parts seems to be in."""
    seen = {(seems, said) for words, said in _parts(block) if (seems := guess_other_language(words, said))}
    for seems, said in sorted(seen):
        finding = a_warning("item-language", "html", title=block.title, said=said, seems=seems)
        yield replace(finding, item=block.title)


def _parts(block: NewsBlock) -> Iterator[tuple[str, str]]:
    """Words that go together, with the language that they are said to be in. Names of places are in none."""
    own = block.language
    yield f"{block.title}\n{block.summary}", own
    yield read_html(block.body_html).words, own
    yield block.quote, block.quote_language or own
    if block.event:
        yield block.event.directions, own
    if block.correction:
        yield f"{block.correction.wrong}\n{block.correction.correct}", own
