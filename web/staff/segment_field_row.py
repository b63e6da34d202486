"""Row of a segment's form that asks a custom field: what can be asked, and the same in the filter language."""

import re
from enum import StrEnum, auto

from subscribers.field_tables import FieldType
from subscribers.segment_condition import (
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    NotCondition,
    OrderKind,
)


class FieldOperatorKind(StrEnum):
    """Ends the key of its text."""

    IS = auto()
    NOT = auto()
    CONTAINS = auto()
    LACKS = auto()
    AT_LEAST = auto()
    MORE = auto()
    AT_MOST = auto()
    LESS = auto()
    FILLED = auto()
    EMPTY = auto()


_ALWAYS = (FieldOperatorKind.FILLED, FieldOperatorKind.EMPTY)
_ORDERS = {
    FieldOperatorKind.AT_LEAST: OrderKind.AT_LEAST,
    FieldOperatorKind.MORE: OrderKind.MORE,
    FieldOperatorKind.AT_MOST: OrderKind.AT_MOST,
    FieldOperatorKind.LESS: OrderKind.LESS,
}
_DECIMAL = re.compile(r"(?<![0-9])(-?[0-9]+),([0-9]+)")


def operators_of(field_type: FieldType | None) -> tuple[FieldOperatorKind, ...]:
    """Of a field that is not there any more: all."""
    match field_type:
        case FieldType.TEXT:
            return (
                FieldOperatorKind.IS,
                FieldOperatorKind.NOT,
                FieldOperatorKind.CONTAINS,
                FieldOperatorKind.LACKS,
                *_ALWAYS,
            )
        case FieldType.CHOICE | FieldType.YES_NO:
            return (FieldOperatorKind.IS, FieldOperatorKind.NOT, *_ALWAYS)
        case FieldType.WHOLE_NUMBER | FieldType.DECIMAL | FieldType.DATE:
            return (FieldOperatorKind.IS, FieldOperatorKind.NOT, *_ORDERS, *_ALWAYS)
    return tuple(FieldOperatorKind)


def field_text(word: str, operator: str, value: str) -> str:
    """In the filter language; an operator that there is not is the first one."""
    asked = FieldOperatorKind(operator) if operator in tuple(FieldOperatorKind) else FieldOperatorKind.IS
    quoted = '"' + value.replace('"', "") + '"'
    if asked in _ORDERS:
        bound = _DECIMAL.sub(r"\1.\2", value.strip())
        return f"field {word} {_ORDERS[asked]} {bound}"
    return {
        FieldOperatorKind.IS: f"field {word} = {quoted}",
        FieldOperatorKind.NOT: f"not field {word} = {quoted}",
        FieldOperatorKind.CONTAINS: f"field {word} contains {quoted}",
        FieldOperatorKind.LACKS: f"not field {word} contains {quoted}",
        FieldOperatorKind.FILLED: f"not field {word} is empty",
        FieldOperatorKind.EMPTY: f"field {word} is empty",
    }[asked]


def field_row(part: Condition) -> tuple[str, FieldOperatorKind, str] | None:
    """The field's word, what is asked, and the value; None for what no row can say."""
    is_negated = isinstance(part, NotCondition)
    match part.part if isinstance(part, NotCondition) else part:
        case FieldIsCondition(word, (value,)):
            return word, FieldOperatorKind.NOT if is_negated else FieldOperatorKind.IS, value
        case FieldContainsCondition(word, phrase):
            return word, FieldOperatorKind.LACKS if is_negated else FieldOperatorKind.CONTAINS, phrase
        case FieldEmptyCondition(word):
            return word, FieldOperatorKind.FILLED if is_negated else FieldOperatorKind.EMPTY, ""
        case FieldOrderCondition(word, order, value) if not is_negated:
            return word, next(operator for operator, sign in _ORDERS.items() if sign is order), value
    return None
