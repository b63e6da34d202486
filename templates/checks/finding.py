"""What a check has to say. What, why it matters and how to mend it are `templates-check-…` in texts/*.ftl."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.errors import Param


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is the key of its text; `where` is the part (subject, preheader, html, text)."""

    severity: Severity
    code: str
    where: str
    language: str
    params: dict[str, Param] = field(default_factory=dict)
    item: str = ""
    """The title of the news item that it is about, where it is about one."""
    block: int = 0
    """The number by which whoever composes knows the block that it is about, where it is about one."""
    campaign: int = 0
    """The number of the other campaign that it is about, where it is about one."""


def an_error(code: str, where: str, **params: Param) -> Finding:
    return Finding(Severity.ERROR, f"templates-check-{code}", where, "", params)


def a_warning(code: str, where: str, **params: Param) -> Finding:
    return Finding(Severity.WARNING, f"templates-check-{code}", where, "", params)
