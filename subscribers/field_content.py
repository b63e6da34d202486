"""Typed values of custom fields: from what somebody wrote to what is kept, and back. Pure; each refusal says why.

Files, forms and commands are read by the same rules. What may mean two things (1.234, 2/3/2026) is refused, never
guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.errors import InputRefused
from core.fold_text import fold_text
from core.invisible_signs import has_invisible
from core.western_digits import western_digits
from subscribers.field_tables import MAX_TEXT, FieldType
from subscribers.quoted import quoted

YES, NO = "yes", "no"
SCALE = 10_000
"""What a number is kept in: four decimals, exactly."""
LARGEST = 10**12
"""No number of a person is as large; a database's would still hold it in ten-thousandths."""
_YES = frozenset({"yes", "y", "true", "1", "da", "نعم", "بله"})
_NO = frozenset({"no", "n", "false", "0", "ne", "لا", "خیر"})
_WHOLE = re.compile(r"[+-]?[0-9]{1,13}")
_DECIMAL = re.compile(r"([+-]?[0-9]{1,13})(?:[.,]([0-9]{1,4}))?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""1.234 may be a thousand and more, or a little more than one."""
_LIKE_GROUPED = 3
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOTTED_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")


@dataclass(frozen=True, slots=True)
class TypedValue:
    """As it is kept; one of its three parts is filled."""

    text: str | None = None
    number: int | None = None
    day: date | None = None

    @property
    def folded(self) -> str | None:
        return None if self.text is None else fold_text(self.text)

    @property
    def written(self) -> str:
        """As `read_value` reads it again, in every language the same."""
        if self.day is not None:
            return self.day.isoformat()
        return plain_number(self.number) if self.number is not None else self.text or ""


def read_value(field_type: FieldType, choices: Sequence[str], text: str) -> TypedValue | None:  # noqa: PLR0911  one for each type
    """None for nothing. Raises InputRefused for what is no value of that type."""
    text = " ".join(text.split())
    if not text:
        return None
    match field_type:
        case FieldType.TEXT:
            return TypedValue(text=_read_text(text))
        case FieldType.CHOICE:
            return TypedValue(text=_read_choice(choices, text))
        case FieldType.YES_NO:
            return TypedValue(text=_read_yes_no(text))
        case FieldType.WHOLE_NUMBER:
            return TypedValue(number=_read_whole(text))
        case FieldType.DECIMAL:
            return TypedValue(number=_read_decimal(text))
        case FieldType.DATE:
            return TypedValue(day=_read_day(text))


def value_of(field_type: FieldType, written: str) -> TypedValue:
    """From what `TypedValue.written` says; it was read once already."""
    if field_type is FieldType.DATE:
        return TypedValue(day=iso_day(written))
    if field_type in (FieldType.WHOLE_NUMBER, FieldType.DECIMAL):
        return TypedValue(number=scaled(written))
    return TypedValue(text=written)


def plain_number(number: int) -> str:
    """12, -0.5, 1234.25: without grouping. Three decimals get a fourth: 1.2340 is not a thousand and more."""
    whole, rest = divmod(abs(number), SCALE)
    digits = f"{rest:04}".rstrip("0")
    decimals = f".{rest:04}" if len(digits) == _LIKE_GROUPED else f".{digits}" if digits else ""
    return f"{'-' if number < 0 else ''}{whole}{decimals}"


def as_decimal(number: int) -> Decimal:
    return Decimal(number) / SCALE


def scaled(text: str) -> int | None:
    """A number as the filter language and `plain_number` write it, as it is kept; None for anything else."""
    match = _DECIMAL.fullmatch(text) if "," not in text and "+" not in text else None
    return _in_parts(match[1], match[2] or "") if match else None


def iso_day(text: str) -> date | None:
    """2000-01-31; None for anything else."""
    match = _ISO_DAY.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _read_text(text: str) -> str:
    if len(text) > MAX_TEXT or len(fold_text(text)) > MAX_TEXT:
        raise InputRefused("subscribers-value-too-long", limit=MAX_TEXT)
    if has_invisible(text):
        raise InputRefused("subscribers-value-unreadable")
    return text


def _read_choice(choices: Sequence[str], text: str) -> str:
    known = {fold_text(choice): choice for choice in choices}
    if (folded := fold_text(text)) not in known:
        raise InputRefused("subscribers-value-no-choice", text=quoted(text), known=", ".join(choices))
    return known[folded]


def _read_yes_no(text: str) -> str:
    word = text.casefold()
    if word not in _YES | _NO:
        raise InputRefused("subscribers-value-no-yes-or-no", text=quoted(text))
    return YES if word in _YES else NO


def _read_whole(text: str) -> int:
    digits = western_digits(text)
    number = int(digits) * SCALE if _WHOLE.fullmatch(digits) else None
    if number is None or abs(number) > LARGEST * SCALE:
        raise InputRefused("subscribers-value-no-whole-number", text=quoted(text))
    return number


def _read_decimal(text: str) -> int:
    digits = western_digits(text)
    match = _DECIMAL.fullmatch(digits)
    if match is None or _GROUPED.fullmatch(digits):
        raise InputRefused("subscribers-value-no-decimal", text=quoted(text))
    number = _in_parts(match[1], match[2] or "")
    if abs(number) > LARGEST * SCALE:
        raise InputRefused("subscribers-value-no-decimal", text=quoted(text))
    return number


def _in_parts(whole: str, decimals: str) -> int:
    rest = int(decimals.ljust(4, "0")) if decimals else 0
    return int(whole) * SCALE + (-rest if whole.startswith("-") else rest)


def _read_day(text: str) -> date:
    digits = western_digits(text)
    dotted = _DOTTED_DAY.fullmatch(digits)
    day = iso_day(f"{dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}" if dotted else digits)
    if day is None:
        raise InputRefused("subscribers-value-no-date", text=quoted(text))
    return day
