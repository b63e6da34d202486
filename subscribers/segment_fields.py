"""Type checking of conditions on custom fields: what is asked has an answer in a field of that type. Pure."""

from core.errors import InputRefused
from core.fold_text import fold_text
from subscribers.field_content import NO, YES, iso_day, scaled
from subscribers.field_tables import CustomField, FieldType
from subscribers.quoted import quoted
from subscribers.segment_condition import (
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    FieldTest,
)

_NUMBERS = (FieldType.WHOLE_NUMBER, FieldType.DECIMAL)


def expect_fits(field: CustomField, test: FieldTest) -> None:
    """Raises InputRefused."""
    match test:
        case FieldEmptyCondition():
            fits = True
        case FieldContainsCondition():
            fits = field.type is FieldType.TEXT
        case FieldOrderCondition(_, _, value):
            fits = _is_of(field.type, value) and field.type in (*_NUMBERS, FieldType.DATE)
        case FieldIsCondition(_, values):
            fits = all(_is_of(field.type, value) for value in values)
            if field.type is FieldType.CHOICE:
                _expect_choices(field, values)
    if not fits:
        raise InputRefused("subscribers-segment-field-type", word=field.word, type=field.type.value)


def _is_of(field_type: FieldType, value: str) -> bool:
    match field_type:
        case FieldType.DATE:
            return iso_day(value) is not None
        case FieldType.WHOLE_NUMBER | FieldType.DECIMAL:
            return scaled(value) is not None
        case FieldType.YES_NO:
            return value in (YES, NO)
        case _:
            return True


def _expect_choices(field: CustomField, values: tuple[str, ...]) -> None:
    known = {fold_text(choice) for choice in field.choices}
    for value in values:
        if fold_text(value) not in known:
            raise InputRefused(
                "subscribers-segment-field-choice",
                choice=quoted(value),
                word=field.word,
                known=", ".join(field.choices),
            )
