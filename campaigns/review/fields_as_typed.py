"""Merge fields that readers would see as they were typed.

They are meant in a campaign's own subject, preheader, introduction and text blocks; elsewhere [[recipient_name]]
is letters: news is the same for everybody, also on the web, and what comes from a folder or a page must not bring
a reader's own link with it. There are fields that there are not; and those of other programs, which come
with a text that was written for one.
"""

import re
from collections.abc import Iterator, Sequence

from campaigns.block_content import BlockContent
from campaigns.review.written_places import WrittenText, places_with_fields, places_without_fields
from templates.check import Finding
from templates.checks.finding import a_warning, an_error
from templates.content import Document
from templates.merge import find_fields, find_unusable

_BEFORE, _AFTER = 40, 20
_MOST = 3
"""In one place; whoever mends those sees the others."""
_FOREIGN = re.compile(
    r"""
      \*\|[A-Z][A-Z0-9_:,\ ]{0,60}\|\*              # Mailchimp, "All the Merge Tags": *|FNAME|*
    | \{\{\s{0,3}[\w.#/$][^{}\n]{0,80}\}\} | \{%\s{0,3}\w[^{}\n]{0,80}%\}
                                                    # Liquid, Handlebars, templates of Go
    | \{[$!][A-Za-z_]{1,40}(?:\|[^{}\n]{0,40})?\}   # MailerLite {$name}, AWeber {!firstname}
    | %recipient\.[A-Za-z_]{1,40}%                  # variables of a batch: %recipient.name%
    | %[A-Z][A-Z0-9_]{2,40}%                        # ActiveCampaign, "Personalization Tags": %FIRSTNAME%
    | \[[A-Za-z\ ]{1,40},\s?fallback=[^\[\]\n]{0,40}\]  # Campaign Monitor, Sendy: [firstname,fallback=friend]
    | \[(?:(?i:name|first\ ?name|last\ ?name|e-?mail|ime|priimek|ime\ in\ priimek))\]  # phpList, and by hand
    | «[^\W\d_]{1,40}_\w{1,40}»                     # MERGEFIELD of a word processor: «First_Name»
    """,
    re.VERBOSE,
)


def check_fields_as_typed(blocks: Sequence[BlockContent], documents: Sequence[Document]) -> Iterator[Finding]:
    """One for each field and place: the news item by its title, the block by its number."""
    for place in places_without_fields(blocks, documents):
        yield from map(place.locate, _fields(place.shown))
        yield from map(place.locate, _foreign(place))
    for place in places_with_fields(blocks, documents):
        yield from map(place.locate, _unusable(place))
        yield from map(place.locate, _foreign(place))


def _fields(text: str) -> Iterator[Finding]:
    first: dict[str, tuple[int, int]] = {}
    for _, start, end in find_fields(text):
        first.setdefault(text[start:end], (start, end))
    for field, (start, end) in list(first.items())[:_MOST]:
        before = "…" if start > _BEFORE else ""
        after = "…" if end + _AFTER < len(text) else ""
        excerpt = f"{before}{text[max(0, start - _BEFORE) : end + _AFTER].strip()}{after}"
        yield an_error("field-as-typed", "html", field=field, excerpt=excerpt)


def _unusable(place: WrittenText) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for name, start, _ in find_unusable(place.source):
        first.setdefault(name, start)
    for name, start in list(first.items())[:_MOST]:
        if name:
            yield an_error("field-unknown", place.where, field=name)
        else:
            begun = next((begin for field, begin, _ in find_unusable(place.shown) if not field), None)
            rest = place.source[start : start + _BEFORE] if begun is None else place.shown[begun:]
            yield an_error("field-broken", place.where, excerpt=rest[:_BEFORE].strip())


def _foreign(place: WrittenText) -> Iterator[Finding]:
    fields = dict.fromkeys(match[0] for match in _FOREIGN.finditer(place.shown))
    for field in list(fields)[:_MOST]:
        yield a_warning("field-foreign", place.where, field=field)
