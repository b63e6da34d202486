"""Validation of cells under titles of dates, numbers, phones and roles: other words there may be a no.

Pure. `Member since` says nothing of consent while a date stands under it; `left in 2019` is no date. What is none
of the kind is not guessed at: a person has to look at the column.
"""

import re

from subscribers.answer_words import is_moment
from subscribers.consent_words import words_of
from subscribers.csv_doubts import FORMER

_BLANKS = re.compile(r"[\s.,/_–—-]*")
_DATE = re.compile(r"\d{1,2}[./-]\s?\d{1,2}\.?|\d{1,2}[./]\s?\d{4}|\d{1,2}:\d{2}(?::\d{2})?|[0\s:./-]+")
_NUMBER = re.compile(r"[-+]?\d[\d\s.,]*\s?[%€$]?")
_CODE = re.compile(r"[^\W_](?:[\w./-]*[^\W_])?\.?")


def is_date(cell: str) -> bool:
    """A date, a part of one, a time, a year or another number; or nothing."""
    value = cell.strip()
    is_whole_number = value.isdigit()
    return is_whole_number or is_moment(value) or any(form.fullmatch(value) for form in (_BLANKS, _DATE))


def is_number(cell: str) -> bool:
    """A number, or a code with a digit in one word; or nothing."""
    value = cell.strip()
    is_code = _CODE.fullmatch(value) is not None and any(sign.isdigit() for sign in value)
    return is_code or any(form.fullmatch(value) for form in (_BLANKS, _NUMBER)) or is_moment(value)


def is_phone(cell: str) -> bool:
    """Something with a digit: people write beside a number whose it is."""
    return _BLANKS.fullmatch(cell) is not None or any(sign.isdigit() for sign in cell)


def is_role(cell: str) -> bool:
    """Words, none of which says that somebody is one no longer; a sign alone (†) is no word."""
    roles = words_of(cell)
    return FORMER.isdisjoint(roles) if roles else _BLANKS.fullmatch(cell) is not None
