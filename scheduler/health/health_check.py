"""Health check: what one look has found, as a value that a command, a page or a supervisor can show."""

from dataclasses import dataclass, field
from enum import StrEnum

from campaigns.reporting.attention_item import AttentionItem
from core.errors import BiltenError, Param, Refusal


class Level(StrEnum):
    GOOD = "good"
    WARNING = "warning"
    """Works, but somebody should know."""
    PROBLEM = "problem"
    """Mail will not go out, or not as it should."""


@dataclass(frozen=True, slots=True)
class HealthCheck:
    level: Level
    code: str
    """The key of its text, which `params` fill in."""
    params: dict[str, Param] = field(default_factory=dict)
    why: tuple[Refusal, ...] = ()
    """What is behind it, each with a text of its own, and a place where it has one."""
    advice: str | None = None
    """The key of a text that says what to do; `params` fit it, too."""
    provider_message: str | None = None
    """The provider's own."""


def check_of_item(item: AttentionItem) -> HealthCheck:
    level = Level.PROBLEM if item.stops_mail else Level.WARNING
    return HealthCheck(level, item.code, item.params, item.why, item.advice, item.detail)


def check_of_error(error: BiltenError) -> HealthCheck:
    return HealthCheck(Level.PROBLEM, error.code, error.params)
