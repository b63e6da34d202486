"""Sets of few words in one column: which of an enumeration somebody or something has.

Kept as `,one,other,` in alphabetical order: the same set is the same text, and one word of it can be asked for.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Dialect, String, TypeDecorator, false, or_, type_coerce
from sqlalchemy.orm import Mapped

MAX_LENGTH = 120


class EnumSetText(TypeDecorator[frozenset[StrEnum]]):
    """A set of members of a StrEnum."""

    impl = String(MAX_LENGTH)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: Iterable[StrEnum] | None, _: Dialect) -> str | None:
        return None if value is None else set_text(self.enum(member) for member in value)

    def process_result_value(self, value: str | None, _: Dialect) -> frozenset[StrEnum] | None:
        return None if value is None else frozenset(self.enum(word) for word in value.split(",") if word)


def set_text(members: Iterable[StrEnum]) -> str:
    """As it stands in the column."""
    return "".join(f",{word}" for word in sorted({member.value for member in members})) + ","


def has_any(column: Mapped[Any], members: Iterable[StrEnum]) -> ColumnElement[bool]:
    """Whether the set has one of these."""
    text = type_coerce(column, String)
    return or_(false(), *(text.contains(f",{word},") for word in sorted(members)))
