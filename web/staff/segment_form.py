"""Form of a segment: groups of rows, which say the same as a text of the filter language.

A row asks one thing of a person; a group is all, any or none of its rows; all groups hold together. What is nested
deeper has no form, and is edited as text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto

from core.errors import InputRefused
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
)
from web.staff.segment_field_row import FieldOperatorKind, field_row, field_text

MAX_GROUPS = 4
MAX_ROWS = 30
"""Of all groups together."""


class GroupKind(StrEnum):
    """Ends the key of its text."""

    ALL = auto()
    ANY = auto()
    NONE = auto()


class RowKind(StrEnum):
    """What is asked; ends the key of its text."""

    LIST = auto()
    LANGUAGE = auto()
    SIGNED_UP = auto()
    GOT = auto()
    TAG = auto()
    TOPIC = auto()
    FIELD = auto()
    """Followed by the field's word, wherever a form names it."""

    @property
    def operators(self) -> tuple[str, str]:
        return ("since", "before") if self is RowKind.SIGNED_UP else ("is", "not")


TICKED = (RowKind.LIST, RowKind.TOPIC)  # of all that there are


@dataclass(frozen=True, slots=True)
class ConditionRow:
    kind: RowKind
    operator: str = ""
    values: tuple[str, ...] = ()
    """Short names of the lists or topics that are ticked; of any other kind, what stands in its one field."""
    field: str = ""
    """The word of the custom field that is asked."""

    @property
    def name(self) -> str:
        """By which the form names its kind."""
        return f"{self.kind}:{self.field}" if self.kind is RowKind.FIELD else self.kind.value

    @property
    def says_nothing(self) -> bool:
        """It lacks the value that it needs."""
        needs_none = self.kind is RowKind.FIELD and self.operator in (
            FieldOperatorKind.FILLED,
            FieldOperatorKind.EMPTY,
        )
        return not self.values and not needs_none

    @property
    def is_second(self) -> bool:
        """Of its two operators."""
        return self.operator == self.kind.operators[1]

    @property
    def text(self) -> str:
        """In the filter language."""
        if self.kind is RowKind.SIGNED_UP:
            return f"signed_up {'<' if self.is_second else '>='} {self.values[0]}"
        if self.kind is RowKind.FIELD:
            return field_text(self.field, self.operator, self.values[0] if self.values else "")
        if self.kind is RowKind.GOT:
            test = f"got campaign {self.values[0]}"
        else:
            quoted = ", ".join('"' + value.replace('"', "") + '"' for value in self._choices)
            test = f"{self.kind} in ({quoted})"
        return f"not {test}" if self.is_second else test

    @property
    def _choices(self) -> list[str]:
        if self.kind in TICKED:
            return list(self.values)
        choices = re.split(r"[,;\s]+" if self.kind is RowKind.LANGUAGE else "[,;]", self.values[0])
        return [choice.strip() for choice in choices if choice.strip()]


@dataclass(slots=True)
class RowGroup:
    kind: GroupKind
    rows: list[ConditionRow] = field(default_factory=list)

    @property
    def text(self) -> str:
        joined = (" and " if self.kind is GroupKind.ALL else " or ").join(row.text for row in self.rows)
        return f"not ({joined})" if self.kind is GroupKind.NONE else f"({joined})"


def groups_text(groups: Sequence[RowGroup]) -> str:
    """In the filter language; empty for no row. Raises InputRefused where a row has no value."""
    rows = [row for group in groups for row in group.rows]
    for number, row in enumerate(rows, start=1):
        if row.says_nothing:
            raise InputRefused("web-segment-value-missing", number=number)
    return " and ".join(group.text for group in groups if group.rows)


def groups_of(condition: Condition) -> list[RowGroup] | None:
    """None where the form cannot show it."""
    rows: list[ConditionRow] = []
    groups: list[RowGroup] = []
    for part in condition.parts if isinstance(condition, AllCondition) else (condition,):
        row, group = _row_of(part), _group_of(part)
        if row is not None:
            rows.append(row)
        elif group is not None:
            groups.append(group)
        else:
            return None
    groups = [RowGroup(GroupKind.ALL, rows), *groups] if rows else groups
    row_count = sum(len(group.rows) for group in groups)
    return groups if len(groups) <= MAX_GROUPS and row_count <= MAX_ROWS else None


def _group_of(part: Condition) -> RowGroup | None:
    kind = GroupKind.ANY
    if isinstance(part, NotCondition):
        kind, part = GroupKind.NONE, part.part
    if not isinstance(part, AnyCondition):
        return None
    rows = [_row_of(inner) for inner in part.parts]
    shown = [row for row in rows if row is not None]
    return RowGroup(kind, shown) if len(shown) == len(rows) else None


def _row_of(part: Condition) -> ConditionRow | None:
    asked = field_row(part)
    if asked is not None:
        word, operator, value = asked
        return ConditionRow(RowKind.FIELD, operator, (value,) if value else (), word)
    is_negated = isinstance(part, NotCondition)
    match part.part if isinstance(part, NotCondition) else part:
        case OnListCondition(lists):
            kind, values = RowKind.LIST, lists
        case LanguageCondition(languages):
            kind, values = RowKind.LANGUAGE, (", ".join(languages),)
        case TagCondition(tags):
            kind, values = RowKind.TAG, (", ".join(tags),)
        case TopicCondition(topics):
            kind, values = RowKind.TOPIC, topics
        case GotCampaignCondition(campaign_id):
            kind, values = RowKind.GOT, (str(campaign_id),)
        case SignedUpSinceCondition(day):
            kind, values = RowKind.SIGNED_UP, (day.isoformat(),)
        case SignedUpBeforeCondition(day):
            kind, values, is_negated = RowKind.SIGNED_UP, (day.isoformat(),), not is_negated
        case _:
            return None
    return ConditionRow(kind, kind.operators[is_negated], values)


def read_groups(form: Mapping[str, str]) -> list[RowGroup]:
    """Whatever is in the fields, row by row; one empty group where there is none."""
    groups = [
        RowGroup(_group_kind(form.get(f"kind-{place}", "")), _read_rows(form, place))
        for place in range(MAX_GROUPS)
    ]
    return [group for group in groups if group.rows] or [RowGroup(groups[0].kind)]


def press_step(groups: list[RowGroup], form: Mapping[str, str]) -> list[RowGroup]:
    """What a button of the form does: `add-<group>` a row of the chosen kind, `remove-<group>-<row>`."""
    step = _STEP.fullmatch(form.get("step", ""))
    if step is None:
        return groups
    place = int(step["group"])
    if step["row"] is None:
        return _with_row(groups, place, form)
    if place < len(groups) and int(step["row"]) < len(groups[place].rows):
        del groups[place].rows[int(step["row"])]
    return [group for group in groups if group.rows] or [RowGroup(GroupKind.ALL)]


_STEP = re.compile(r"(?:add|remove)-(?P<group>[0-3])(?:-(?P<row>[0-9]{1,2}))?")


def _with_row(groups: list[RowGroup], place: int, form: Mapping[str, str]) -> list[RowGroup]:
    kind, word = _kind_of(form.get(f"add-{place}", ""))
    if kind is None or sum(len(group.rows) for group in groups) >= MAX_ROWS:
        return groups
    if place >= len(groups):
        groups.append(RowGroup(_group_kind(form.get(f"kind-{place}", ""))))
        place = len(groups) - 1
    groups[place].rows.append(ConditionRow(kind, kind.operators[0], field=word))
    return groups


def _group_kind(text: str) -> GroupKind:
    return GroupKind(text) if text in tuple(GroupKind) else GroupKind.ALL


def _read_rows(form: Mapping[str, str], group: int) -> list[ConditionRow]:
    rows = []
    for place in range(MAX_ROWS):
        kind, word = _kind_of(form.get(f"row-{group}-{place}", ""))
        if kind is not None:
            operator = form.get(f"operator-{group}-{place}", "")
            rows.append(ConditionRow(kind, operator, _read_values(kind, form, f"{group}-{place}"), word))
    return rows


def _kind_of(text: str) -> tuple[RowKind | None, str]:
    """As the form names it, with the word of a field."""
    name, _, word = text.partition(":")
    is_kind = name in tuple(RowKind) and (name == RowKind.FIELD) == bool(_WORD.fullmatch(word))
    return (RowKind(name), word) if is_kind else (None, "")


_WORD = re.compile(r"[a-z0-9_]{1,40}")


def _read_values(kind: RowKind, form: Mapping[str, str], place: str) -> tuple[str, ...]:
    if kind in TICKED:
        prefix = f"value-{place}-"
        return tuple(name.removeprefix(prefix) for name in form if name.startswith(prefix))
    text = form.get(f"value-{place}", "").strip()
    return (text,) if text else ()
