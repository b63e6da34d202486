"""Name collision over time: a file that has the name of an item of before, and is another publication.

Its words would take the place of what readers have had, and nobody would send them: the item was seen to already.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from sqlmodel import Session

from core.errors import InputRefused
from news.fingerprints import MIN_LETTERS, canonical_address
from news.fold_words import folded_words
from news.markdown_file import NewsFile
from news.queries import items_by_slug, texts_of
from news.read_folder import ReadFile
from news.slug_owner import KnownItem, TextOrigin, known_items
from news.tables import NewsItem, NewsText

_TARGETS = re.compile(r"\]\((?:(?!\]\()[^)])*\)")
"""Where links lead: that is no word of the text."""


ClosedItems = Callable[[Session, Collection[int]], set[int]]
"""Which of these items nobody will send once more: a watched folder must not put another publication in place of
what they say."""


def none_closed(_: Session, __: Collection[int]) -> set[int]:
    """Where nobody sends."""
    return set()


def without_others(
    session: Session, changed: Sequence[ReadFile], origin: TextOrigin, closed_items: ClosedItems
) -> tuple[list[ReadFile], list[InputRefused]]:
    """Without the files of a watched folder that have a name of before and are another publication."""
    if origin.source_id is None or not changed:
        return list(changed), []
    items = items_by_slug(session, {read.file.slug for read in changed})
    closed = closed_items(session, [item.id for item in items.values()])
    texts = texts_of(session, sorted(closed))
    kept: list[ReadFile] = []
    errors: list[InputRefused] = []
    for read in changed:
        file, item = read.file, items.get(read.file.slug)
        texts_of_item = texts.get(item.id, {}) if item is not None else {}
        if item is None or not texts_of_item:
            kept.append(read)
        elif is_another_publication(file, item, texts_of_item.get(file.language)):
            title = next(iter(texts_of_item.values())).title
            errors.append(InputRefused("news-name-used", file=file.path.name, slug=file.slug, title=title))
        else:
            kept.append(read)
    return kept, errors


def with_slugs_of_before(session: Session, reads: Sequence[ReadFile], origin: TextOrigin) -> list[ReadFile]:
    """A file that came in while its slug was shorter keeps it: it would be new again, and be sent again."""
    renamed = {read.file.slug_before for read in reads if read.file.slug_before != read.file.slug}
    known = known_items(session, renamed) if renamed else {}
    return [_with_slug_of_before(read, known.get(read.file.slug_before), origin) for read in reads]


def _with_slug_of_before(read: ReadFile, item: KnownItem | None, origin: TextOrigin) -> ReadFile:
    file = read.file
    if item is None or file.slug == file.slug_before or item.source_id != origin.source_id:
        return read
    title = item.titles.get(file.language)
    is_it = item.digests.get(file.language) == read.digest or (
        title is not None and folded_words(title) == folded_words(file.title)
    )
    return replace(read, file=replace(file, slug=file.slug_before)) if is_it else read


def is_another_publication(file: NewsFile, item: NewsItem, text: NewsText | None) -> bool:
    """`text`: what the item says in the file's language, if it does.

    Pure. A correction keeps its words, or title and date; it may have another title where its address is the same.
    In doubt it is another one: then nothing is overwritten, and a person is told.
    """
    if text is not None and _is_same_body(file, text):
        return False
    if file.published_on is not None and file.published_on != item.published_on:
        return True
    if text is None or folded_words(file.title) == folded_words(text.title):
        return False
    is_same_page = bool(file.url and text.url) and canonical_address(file.url or "") == canonical_address(
        text.url or ""
    )
    return not is_same_page


def _is_same_body(file: NewsFile, text: NewsText) -> bool:
    folded = folded_words(_TARGETS.sub("]", file.body))
    return len(folded) >= MIN_LETTERS and folded == folded_words(text.body_html)
