"""Rules for the kind of an entry: the first word that its title or its categories contain decides. Pure.

Staff see and change them. Kinds that cannot do without a field of their own (an event's day) are none of them: no
feed has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.fold_text import fold_text
from kinds.registry import NewsKind

MAX_RULES = 5
MAX_WORD = 60
KINDS_OF_FEEDS = tuple(
    kind for kind in NewsKind if not any(key.is_required for key in kind.definition.details.keys().values())
)


@dataclass(frozen=True, slots=True)
class KindRule:
    word: str
    kind: NewsKind


def kind_for(title: str, categories: Iterable[str], rules: Sequence[KindRule], otherwise: NewsKind) -> NewsKind:
    """Letters with and without their marks, large and small ones are the same."""
    searched = fold_text(" · ".join((title, *categories)))
    return next((rule.kind for rule in rules if fold_text(rule.word) in searched), otherwise)


def rules_as_json(rules: Iterable[KindRule]) -> list[dict[str, str]]:
    return [{"word": rule.word, "kind": rule.kind.value} for rule in rules]


def rules_from_json(stored: Iterable[dict[str, str]]) -> list[KindRule]:
    return [KindRule(rule["word"], NewsKind(rule["kind"])) for rule in stored]
