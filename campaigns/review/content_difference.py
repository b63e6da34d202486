"""Difference of two submissions of a campaign, by language and block, as a reviewer reads it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from news.word_difference import WordChange, word_difference

_ORDER = "order"


class BlockChangeKind(StrEnum):
    """Ends a text's key."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    key: str
    changes: list[WordChange]
    """None of it where the words are the same: its formatting changed, or it is another file."""


@dataclass(frozen=True, slots=True)
class BlockDifference:
    kind: str
    number: int
    """Its place in the email, or where it was; 0 of subject and introduction."""
    change: BlockChangeKind
    fields: list[FieldDifference]


@dataclass(frozen=True, slots=True)
class ContentDifference:
    languages: dict[str, list[BlockDifference]]
    """Only those in which something is different."""
    shared: list[FieldDifference]

    @property
    def is_empty(self) -> bool:
        return not (self.languages or self.shared)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> ContentDifference:
    """Of what `readable_content` made, then and now."""
    old, new = before["languages"], after["languages"]
    by_language = {
        language: _blocks(old.get(language, []), new.get(language, [])) for language in dict.fromkeys([*new, *old])
    }
    shared = list(_fields(before["shared"], after["shared"]))
    if any(_is_reordered(old.get(language, []), rows) for language, rows in new.items()):
        shared.append(FieldDifference(_ORDER, []))
    return ContentDifference({language: rows for language, rows in by_language.items() if rows}, shared)


def _blocks(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> list[BlockDifference]:
    """In the order of the email as it is now; what is gone stands at the end."""
    then, now = {row["id"]: row for row in old}, {row["id"]: row for row in new}
    differences = []
    for block_id in dict.fromkeys([*now, *then]):
        row = now.get(block_id) or then[block_id]
        was, is_now = then.get(block_id), now.get(block_id)
        change = _change(was is not None, is_now is not None)
        fields = list(_fields(was["fields"] if was else [], is_now["fields"] if is_now else []))
        if fields or change is not BlockChangeKind.CHANGED:
            place = _place(old if is_now is None else new, block_id)
            differences.append(BlockDifference(row["kind"], place, change, fields))
    return differences


def _change(was_there: bool, is_there: bool) -> BlockChangeKind:
    if was_there and is_there:
        return BlockChangeKind.CHANGED
    return BlockChangeKind.ADDED if is_there else BlockChangeKind.REMOVED


def _fields(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Iterator[FieldDifference]:
    then, now = ({key: (text, mark) for key, text, mark in rows} for rows in (old, new))
    for key in dict.fromkeys([*now, *then]):
        was, is_now = then.get(key, ("", "")), now.get(key, ("", ""))
        if was != is_now:
            changes = word_difference(was[0], is_now[0]) if was[0] != is_now[0] else []
            yield FieldDifference(key, changes)


def _is_reordered(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> bool:
    then, now = [row["id"] for row in old], [row["id"] for row in new]
    return [each for each in then if each in now] != [each for each in now if each in then]


def _place(rows: Sequence[Mapping[str, Any]], block_id: int) -> int:
    return next(place for place, row in enumerate(rows) if row["id"] == block_id)
