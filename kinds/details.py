"""Schema of the details of a kind: which keys its front matter has, how each is read, and how they are stored."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class ValueType(StrEnum):
    """How a value is written in the front matter."""

    TEXT = "text"
    DAY = "day"
    """2026-12-05"""
    MOMENT = "moment"
    """2026-12-05 or 2026-12-05T18:00, as the clock at its place will show it."""
    NUMBER = "number"
    """Whole, of at most nine digits."""
    WEB_ADDRESS = "web_address"
    SLUG = "slug"
    """Of another item."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the front matter: the metadata of the field of `Details` that has its name."""

    type: ValueType
    longest: int = 40
    """Characters of its value."""
    least: int = 0
    """Of a number."""
    is_required: bool = False
    needs: str = ""
    """Another key, without which this one makes no sense."""
    is_same_in_all_languages: bool = False
    is_compared: bool = True
    """Whether it counts when an item is held against those that readers have had."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be true: the problem, and the key whose line is named. The news room has a text for each:
    `news-` and its name."""

    problem: str
    key: str


class LaterShape(ValueError):
    """Stored by a later version of the program, in a shape that this one does not know."""

    def __init__(self, version: object) -> None:
        super().__init__(f"the shape of the details is {version!r}")
        self.version = version


class Details(BaseModel):
    """What items of a kind say besides their text; empty where the file says nothing. Of this class itself: of a
    kind that says nothing more.

    Each field is annotated with its `Key`, and has a default: a text may have come when its kind had fewer fields.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    VERSION: ClassVar[int] = 1
    """Of the shape in which they are stored. Raised when a field changes its meaning; not for a new one."""

    @classmethod
    def keys(cls) -> dict[str, Key]:
        return {
            name: next(mark for mark in field.metadata if isinstance(mark, Key))
            for name, field in cls.model_fields.items()
        }

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Raises LaterShape for what a later version of the program has written."""
        version = stored.get("version", cls.VERSION)
        if version != cls.VERSION:
            raise LaterShape(version)
        return cls.model_validate(stored)

    def to_store(self) -> dict[str, Any]:
        """Values of JSON, without those that say nothing."""
        return {"version": self.VERSION} | self.model_dump(mode="json", exclude_defaults=True)

    def times(self) -> dict[str, datetime]:
        """What clocks at its place will show, by key: of each moment that has an hour."""
        moments = (name for name, key in self.keys().items() if key.type is ValueType.MOMENT)
        written = {name: str(getattr(self, name)) for name in moments}
        return {name: datetime.fromisoformat(text) for name, text in written.items() if "T" in text}

    def fault(self) -> Fault | None:
        """What cannot be true of several values together."""
        return None
