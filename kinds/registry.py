"""Registry of the kinds of news: each has one file, and one line here."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Self

from kinds import appeal, correction, event, journal, page, project, publication, report_summary, statement
from kinds.details import Details, Key
from kinds.kind import Kind


class NewsKind(StrEnum):
    """A kind by its name, with what its file declares in `definition`."""

    definition: Kind

    def __new__(cls, definition: Any) -> Self:  # a Kind; mypy takes NewsKind("event") for a call of this
        member = str.__new__(cls, definition.name)
        member._value_ = definition.name
        member.definition = definition
        return member

    STATEMENT = statement.KIND
    PAGE = page.KIND
    REPORT_SUMMARY = report_summary.KIND
    PROJECT = project.KIND
    PUBLICATION = publication.KIND
    JOURNAL = journal.KIND
    EVENT = event.KIND
    APPEAL = appeal.KIND
    CORRECTION = correction.KIND


@cache
def all_keys() -> Mapping[str, tuple[NewsKind, Key]]:
    """Each key of the front matter that belongs to one kind, with that kind."""
    return {name: (kind, key) for kind in NewsKind for name, key in kind.definition.details.keys().items()}


def stored(kind: NewsKind, details: Details) -> dict[str, Any]:
    """Values of JSON, with the kind that they are of: an item may be of another one later, when its next text has
    come."""
    return {"kind": kind.value} | details.to_store()


def details_from(stored: dict[str, Any]) -> Details:
    """Raises LaterShape for what a later version of the program has written."""
    kind = NewsKind(stored["kind"]).definition.details if "kind" in stored else Details
    return kind.from_stored(stored)
