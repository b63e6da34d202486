"""What an approval is bound to. Pure."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Protocol

from core.json_digest import json_digest
from subscribers.audience import Audience


class FrozenContent(Protocol):
    @property
    def language(self) -> str: ...
    @property
    def item_set(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def preheader(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def text(self) -> str: ...


def variant_hash(variant: FrozenContent) -> str:
    """SHA-256 (hex) over the variant's language and its four parts, byte for byte."""
    parts = [variant.language, variant.subject, variant.preheader, variant.html, variant.text]
    return json_digest(parts)


def content_hash(
    variants: Iterable[FrozenContent],
    *,
    audience: Audience,
    senders: Iterable[Iterable[str | None]],
    list_names: Mapping[int, str] | None = None,
    pages: Iterable[str] = (),
    is_of_series: bool = False,
) -> str:
    """SHA-256 (hex) over every variant, the lists it goes to and what may stand in From and Reply-To: the first
    sender's, and the second's where there is one. Over what its lists are called in List-Id, by their ids: not of
    what was submitted before that was kept, whose approval stays one. And over what its links to publications
    lead to, where it has such: `pages` are digests. A variant with some of the items stands in it with which. Over
    that it is an email of a welcome series: whoever approves one approves that each new reader gets it."""
    hashes = sorted(
        [variant.language, *filter(None, [variant.item_set]), variant_hash(variant)] for variant in variants
    )
    content: list[object] = [hashes, audience.hashed, list(chain.from_iterable(senders))]
    if list_names:
        content.append({"list_names": sorted(list_names.items())})
    if behind := sorted(pages):
        content.append(behind)
    if is_of_series:
        content.append("welcome")
    return json_digest(content)
