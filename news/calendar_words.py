"""Words that count something: numbers, months and days of the week, in whatever case a language has them. Pure."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from core.languages import ARABIC_SCRIPT
from news.fold_words import folded_words

_ROMAN = re.compile("[ivxlcdm]+")
_ENDING = 2
"""So many letters of a month's or a day's name are its case (decembra, decembru) in languages that have them."""
_UNCHANGED_NAMES = ARABIC_SCRIPT | {"en"}
_MIN_STEM = 3


def counts(word: str, language: str) -> bool:
    """Whether the next issue, part or month differs in this word. `word`: folded."""
    has_digit = any(map(str.isdigit, word))
    return has_digit or _ROMAN.fullmatch(word) is not None or is_in_the_calendar(word, language)


def is_in_the_calendar(word: str, language: str) -> bool:
    """Whether it is a month or a day of the week. `word`: folded."""
    base = language.partition("-")[0]
    ending = 0 if base in _UNCHANGED_NAMES else _ENDING
    return any(
        word.startswith(name[: max(_MIN_STEM, len(name) - ending)]) and len(word) <= len(name) + ending
        for name in _calendar_names(base)
    )


@lru_cache(maxsize=64)
def _calendar_names(language: str) -> frozenset[str]:
    """Of months and days of the week."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return frozenset()
    return frozenset(
        folded_words(name)
        for names in (locale.months, locale.days)
        for width in names.values()
        for name in width["wide"].values()
    )
