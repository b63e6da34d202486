"""What one rendering may spend, and what is raised when it wants more."""

from contextvars import ContextVar

from jinja2.exceptions import SecurityError

MAX_STEPS = 1_000_000
"""Parts of a source that are carried out, each time it happens: those of a hundred bulletins of five items."""
MAX_CHARACTERS = 8_000_000
"""Printed, joined or handed on, parts of parts counted each time: those of a hundred bulletins, too."""


class Beyond(SecurityError):
    """A source wants what it may not have. `reason` chooses its words in texts/*.ftl."""

    def __init__(self, reason: str, word: str = "") -> None:
        super().__init__(f"{reason} {word}".strip())
        self.reason = reason
        self.word = word


class Budget:
    """What one rendering may still spend. Raises Beyond when it is used up."""

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._characters = MAX_CHARACTERS

    def steps(self, count: int) -> None:
        self._steps -= count
        if self._steps < 0:
            raise Beyond("steps")

    def characters(self, count: int) -> None:
        self._characters -= count
        if self._characters < 0:
            raise Beyond("output")


BUDGET: ContextVar[Budget] = ContextVar("budget")
