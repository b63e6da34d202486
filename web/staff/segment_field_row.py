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
    Order,
)


class FieldOperator(StrEnum):
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


_ALWAYS = (FieldOperator.FILLED, FieldOperator.EMPTY)
_ORDERS = {
    FieldOperator.AT_LEAST: Order.AT_LEAST,
    FieldOperator.MORE: Order.MORE,
    FieldOperator.AT_MOST: Order.AT_MOST,
    FieldOperator.LESS: Order.LESS,
}
_DECIMAL = re.compile(r"(-?[0-9]+),([0-9]+)")


def operators_of(field_type: FieldType | None) -> tuple[FieldOperator, ...]:
    """Of a field that is not there any more: all."""
    match field_type:
        case FieldType.TEXT:
            return (FieldOperator.IS, FieldOperator.NOT, FieldOperator.CONTAINS, FieldOperator.LACKS, *_ALWAYS)
        case FieldType.CHOICE | FieldType.YES_NO:
            return (FieldOperator.IS, FieldOperator.NOT, *_ALWAYS)
        case FieldType.WHOLE_NUMBER | FieldType.DECIMAL | FieldType.DATE:
            return (FieldOperator.IS, FieldOperator.NOT, *_ORDERS, *_ALWAYS)
    return tuple(FieldOperator)


def field_text(word: str, operator: str, value: str) -> str:
    """In the filter language; an operator that there is not is the first one."""
    asked = FieldOperator(operator) if operator in tuple(FieldOperator) else FieldOperator.IS
    quoted = '"' + value.replace('"', "") + '"'
    if asked in _ORDERS:
        bound = _DECIMAL.sub(r"\1.\2", value.strip())
        return f"field {word} {_ORDERS[asked]} {bound}"
    return {
        FieldOperator.IS: f"field {word} = {quoted}",
        FieldOperator.NOT: f"not field {word} = {quoted}",
        FieldOperator.CONTAINS: f"field {word} contains {quoted}",
        FieldOperator.LACKS: f"not field {word} contains {quoted}",
        FieldOperator.FILLED: f"not field {word} is empty",
        FieldOperator.EMPTY: f"field {word} is empty",
    }[asked]


def field_row(part: Condition) -> tuple[str, FieldOperator, str] | None:
    """The field's word, what is asked, and the value; None for what no row can say."""
    is_negated = isinstance(part, NotCondition)
    match part.part if isinstance(part, NotCondition) else part:
        case FieldIsCondition(word, (value,)):
            return word, FieldOperator.NOT if is_negated else FieldOperator.IS, value
        case FieldContainsCondition(word, words):
            return word, FieldOperator.LACKS if is_negated else FieldOperator.CONTAINS, words
        case FieldEmptyCondition(word):
            return word, FieldOperator.FILLED if is_negated else FieldOperator.EMPTY, ""
        case FieldOrderCondition(word, order, value) if not is_negated:
            return word, next(operator for operator, sign in _ORDERS.items() if sign is order), value
    return None
