"""Condition of a segment: who is in it, as a tagged union of frozen values. Pure.

Conditions are made by `all_of`, `any_of` and `negated`, which leave nothing in them that says the same twice: so
one condition has one text (`subscribers.segment_text`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class OnListCondition:
    """Confirmed on one of these lists, by their short names."""

    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageCondition:
    """Reads one of these languages; `sl` is also `sl-SI`."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignedUpSinceCondition:
    """First known here on that day or later. Days are those of UTC: a text always means the same people."""

    day: date


@dataclass(frozen=True, slots=True)
class SignedUpBeforeCondition:
    """First known here before that day."""

    day: date


@dataclass(frozen=True, slots=True)
class GotCampaignCondition:
    """A provider accepted that campaign for them."""

    campaign_id: int


@dataclass(frozen=True, slots=True)
class TagCondition:
    """Has one of these tags, by their names."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicCondition:
    """Gets what is of one of these topics, by their short names: has not said never to each of them."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldIsCondition:
    """Has one of these in a custom field, by the field's word. Texts are compared folded."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldContainsCondition:
    """Has all of these words in a text, in any order."""

    field: str
    phrase: str


class OrderKind(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class FieldOrderCondition:
    """Has a number or a day that stands so to this one, which is as `field_content` writes it."""

    field: str
    order: OrderKind
    value: str


@dataclass(frozen=True, slots=True)
class FieldEmptyCondition:
    """Has nothing in it."""

    field: str


FieldTest = FieldIsCondition | FieldContainsCondition | FieldOrderCondition | FieldEmptyCondition
"""What is asked of a custom field. Whoever has nothing in it meets none of them but the last."""

Test = (
    OnListCondition
    | LanguageCondition
    | SignedUpSinceCondition
    | SignedUpBeforeCondition
    | GotCampaignCondition
    | TagCondition
    | TopicCondition
    | FieldTest
)
"""What is asked of a person, and is not made of other conditions."""


@dataclass(frozen=True, slots=True)
class NotCondition:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class AllCondition:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyCondition:
    parts: tuple["Condition", ...]


Condition = Test | NotCondition | AllCondition | AnyCondition


def all_of(parts: Iterable[Condition]) -> Condition:
    """Raises ValueError for none."""
    flat = _distinct(inner for part in parts for inner in _inner(part, AllCondition))
    return flat[0] if len(flat) == 1 else AllCondition(flat)


def any_of(parts: Iterable[Condition]) -> Condition:
    """Raises ValueError for none."""
    flat = _distinct(inner for part in parts for inner in _inner(part, AnyCondition))
    return flat[0] if len(flat) == 1 else AnyCondition(flat)


def negated(part: Condition) -> Condition:
    return part.part if isinstance(part, NotCondition) else NotCondition(part)


def values_of(values: Iterable[str]) -> tuple[str, ...]:
    """Of a test: each once, and in one order. Raises ValueError for none."""
    distinct = tuple(sorted(set(values)))
    if not distinct:
        raise ValueError("a test of nothing")
    return distinct


def tests_of(condition: Condition) -> Iterator[Test]:
    """Every test that stands in it, as often as it does."""
    match condition:
        case NotCondition(part):
            yield from tests_of(part)
        case AllCondition(parts) | AnyCondition(parts):
            for each in parts:
                yield from tests_of(each)
        case _:
            yield condition


def _inner(part: Condition, kind: type[AllCondition] | type[AnyCondition]) -> tuple[Condition, ...]:
    return part.parts if isinstance(part, AllCondition | AnyCondition) and isinstance(part, kind) else (part,)


def _distinct(parts: Iterable[Condition]) -> tuple[Condition, ...]:
    flat = tuple(dict.fromkeys(parts))
    if not flat:
        raise ValueError("a condition of nothing")
    return flat
