"""Filter: which news a digest is for, and why another item is not for it. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.errors import InputRefused
from core.fold_text import fold_text
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText

MAX_WORDS = 20
MAX_WORD = 60
BY_HAND = 0
"""In the place of a source: what no source has brought in."""


@dataclass(frozen=True, slots=True)
class NewsFilter:
    """An item has to be of one of each; of an empty one, everything is."""

    kinds: Sequence[str] = ()
    sources: Sequence[int] = ()
    topics: Sequence[int] = ()
    languages: Sequence[str] = ()
    phrases: Sequence[str] = ()
    """Words in a title, a summary or a topic, in any language; the beginning of a word is enough."""

    def why_not(self, item: NewsItem, texts: Mapping[str, NewsText], topic_ids: Collection[int]) -> str | None:
        """The code of the first reason why the item is not for it; None where it is."""
        if self.kinds and item.kind.value not in self.kinds:
            return "campaigns-digest-other-kind"
        if self.sources and (item.source_id or BY_HAND) not in self.sources:
            return "campaigns-digest-other-source"
        if self.languages and not set(self.languages) & texts.keys():
            return "campaigns-digest-other-language"
        if self.topics and not set(self.topics) & set(topic_ids):
            return "campaigns-digest-other-topic"
        if self.phrases and not self._has_a_word(texts.values()):
            return "campaigns-digest-other-words"
        return None

    def _has_a_word(self, texts: Collection[NewsText]) -> bool:
        texts_folded = [f" {fold_text(f'{text.title} {text.summary} {text.topic}')}" for text in texts]
        return any(f" {fold_text(word)}" in text for word in self.phrases for text in texts_folded)


def check_filter(chosen: NewsFilter) -> NewsFilter:
    """Raises InputRefused."""
    phrases = [" ".join(word.split()) for word in chosen.phrases if word.strip()]
    if len(phrases) > MAX_WORDS or any(len(word) > MAX_WORD or not fold_text(word) for word in phrases):
        raise InputRefused("campaigns-digest-words", limit=MAX_WORDS, longest=MAX_WORD)
    if not set(chosen.kinds) <= set(NewsKind):
        raise InputRefused("campaigns-digest-choice")
    return NewsFilter(chosen.kinds, chosen.sources, chosen.topics, chosen.languages, phrases)


def filter_as_json(chosen: NewsFilter) -> dict[str, Any]:
    return {name: list(values) for name, values in asdict(chosen).items()}


def filter_from(kept: Mapping[str, Any]) -> NewsFilter:
    return NewsFilter(**kept)
