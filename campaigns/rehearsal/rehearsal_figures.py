"""Figures of a rehearsal, counted call by call and kept as JSON. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

MAX_REFUSED_SHOWN = 10


@dataclass(slots=True)
class RehearsalData:
    """Its counters only ever grow."""

    expected: int = 0
    """Readers when it began."""
    errors: int = 0
    warnings: int = 0
    """What the check had found when it began."""
    by_language: Counter[str] = field(default_factory=Counter)
    """Emails that were taken, by the variant's language."""
    received: int = 0
    """How many the far side counted, by itself."""
    left_out: dict[str, int] = field(default_factory=dict)
    """Who is on its lists and would get nothing, by the reason, when it began."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Whom the policy, asked again for each call, lets nobody write to any more."""
    refused: Counter[str] = field(default_factory=Counter)
    """By the key of the reason's text: what Bilten's own checks or the provider's rules refuse."""
    refused_readers: list[int] = field(default_factory=list)
    """The first ones of them, by number."""
    calls: int = 0
    largest_bytes: int = 0
    """HTML and text of the largest email, merged."""
    largest_language: str = ""
    seconds: float = 0.0
    """Of work, over all parts of it."""

    @property
    def taken(self) -> int:
        return self.by_language.total()

    @property
    def seen(self) -> int:
        """Readers who have had their turn."""
        return self.taken + self.skipped.total() + self.refused.total()

    def note_size(self, size: int, language: str) -> None:
        if size > self.largest_bytes:
            self.largest_bytes, self.largest_language = size, language

    def refuse(self, subscriber_id: int, reason: str) -> None:
        self.refused[reason] += 1
        if len(self.refused_readers) < MAX_REFUSED_SHOWN:
            self.refused_readers.append(subscriber_id)

    def as_json(self) -> dict[str, Any]:
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in values.items()}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        figures = cls()
        for each in fields(cls):
            if each.name in stored:
                value = stored[each.name]
                is_counter = isinstance(getattr(figures, each.name), Counter)
                setattr(figures, each.name, Counter(value) if is_counter else value)
        return figures
