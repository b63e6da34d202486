"""Columns that only our own export has (`importers.bilten`): tags, choices about topics, a pause. Pure.

The same words are written by the export and read here.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypedDict

from core.csv_cells import unguarded
from core.errors import InputRefused
from subscribers.importers.moments import read_iso
from subscribers.quoted import quoted
from subscribers.tags import read_tag_name
from subscribers.topic_tables import Frequency

TAGS, TOPICS, PAUSED = "tags", "topics", "paused_until"
COLUMNS = (TAGS, TOPICS, PAUSED)
_BETWEEN = ", "


class ExtraValues(TypedDict, total=False):
    """Fit for JSON; what a row does not say is left out."""

    tags: list[str]
    topics: dict[str, str]
    """By the topic's short name, a Frequency."""
    paused_until: str


NO_EXTRAS = ExtraValues()


def read_extras(cells: Mapping[str, str], topics: Collection[str]) -> ExtraValues:
    """`topics`: those that there are, by their short names. Raises InputRefused."""
    extras = ExtraValues()
    if tags := unguarded(cells.get(TAGS, "")).strip():
        extras["tags"] = list(dict.fromkeys(read_tag_name(name) for name in tags.split(_BETWEEN.strip())))
    if written := cells.get(TOPICS, "").strip():
        extras["topics"] = dict(_read_choice(pair, topics) for pair in written.split(_BETWEEN.strip()))
    if until := cells.get(PAUSED, "").strip():
        try:
            extras["paused_until"] = read_iso(until).isoformat()
        except (ValueError, OverflowError) as error:
            raise InputRefused("subscribers-row-pause-unknown", words=quoted(until)) from error
    return extras


def tags_cell(tags: Sequence[str]) -> str:
    return _BETWEEN.join(tags)


def topics_cell(topics: Mapping[str, Frequency]) -> str:
    return _BETWEEN.join(f"{slug}={frequency.value}" for slug, frequency in topics.items())


def moment_cell(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else ""


def _read_choice(pair: str, topics: Collection[str]) -> tuple[str, str]:
    slug, _, frequency = (part.strip() for part in pair.partition("="))
    if frequency not in tuple(Frequency):
        raise InputRefused("subscribers-row-topic-choice-unknown", words=quoted(pair.strip()))
    if slug not in topics:
        # It may be a no: whoever is left without it would be written to of what they do not want.
        raise InputRefused("subscribers-row-topic-unknown", topic=quoted(slug))
    return slug, frequency
