"""What an approval is bound to. Pure."""

from collections.abc import Iterable
from itertools import chain
from typing import Protocol

from core.json_digest import json_digest
from subscribers.audience import Audience


class FrozenContent(Protocol):
    @property
    def language(self) -> str: ...
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
    pages: Iterable[str] = (),
) -> str:
    """SHA-256 (hex) over every variant, the lists it goes to and what may stand in From and Reply-To: the first
    sender's, and the second's where there is one. And over what its links to publications lead to, where it has
    such: `pages` are digests."""
    hashes = sorted([variant.language, variant_hash(variant)] for variant in variants)
    behind = sorted(pages)
    return json_digest(
        [hashes, audience.hashed, list(chain.from_iterable(senders)), *([behind] if behind else [])]
    )
