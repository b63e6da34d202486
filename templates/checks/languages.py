"""Whether a variant is in its own language at all, and each item in the one that it says."""

from collections.abc import Iterator
from dataclasses import replace

from kinds.correction import CorrectionDetails
from kinds.event import EventDetails
from templates.checks.finding import Finding, a_warning
from templates.checks.language_guess import guess_other_language
from templates.content import Document, Item
from templates.html_facts import read_html


def check_languages(document: Document) -> Iterator[Finding]:
    yield from _variant(document)
    seems = guess_other_language(read_html(document.intro_html).text, document.language)
    if seems:
        yield a_warning("intro-language", "html", said=document.language, seems=seems)
    for item in document.items:
        yield from _item(item)


def _variant(document: Document) -> Iterator[Finding]:
    """An item that exists in another language only may be in it, marked. If all of them are, it is no variant."""
    others = {item.language for item in document.items} - {document.language}
    is_own = any(item.language == document.language for item in document.items)
    if document.items and not is_own:
        yield a_warning("all-in-another-language", "html", language=document.language, other=min(others))


def _item(item: Item) -> Iterator[Finding]:
    """One finding for each language that one of its parts seems to be in; and one where its picture came with the
    text in another language, with words that readers see or hear."""
    seen = {
        (seems, language) for text, language in _parts(item) if (seems := guess_other_language(text, language))
    }
    for seems, language in sorted(seen):
        finding = a_warning("item-language", "html", title=item.title, said=language, seems=seems)
        yield replace(finding, item=item.title)
    if item.image and item.image.language and (item.image.alt or item.image.caption):
        finding = a_warning("picture-language", "html", title=item.title, said=item.image.language)
        yield replace(finding, item=item.title)


def _parts(item: Item) -> Iterator[tuple[str, str]]:
    """Words that go together, with the language that they are said to be in. Names of places are in none."""
    own, details = item.language, item.details
    yield f"{item.title}\n{item.summary}", own
    yield read_html(item.body_html).text, own
    if item.quotation:
        yield item.quotation.text, item.quotation.language or own
    if isinstance(details, EventDetails):
        yield details.directions, own
    if isinstance(details, CorrectionDetails):
        yield f"{details.wrong}\n{details.correct}", own
