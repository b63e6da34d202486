"""Languages and texts.

Each room keeps what people read in `texts/<language>.ftl` (Project Fluent, which knows plurals and isolates
foreign text in right-to-left sentences). Entry points join the rooms' texts into one `Texts`.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.lists import format_list
from fluent.runtime import FluentBundle

from core.languages import ARABIC_SCRIPT, FALLBACK
from core.parsed_texts import add_entry, entries
from core.utc_offset import is_twofold, offset_name

TextParam = str | int | float

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PERSIAN_NUMBER = _PERSIAN_DIGITS | str.maketrans(",.", "٬٫")
_ISOLATED_NUMBER = re.compile("(?<=\u2068)[0-9][0-9,.]*(?=\u2069)")
"""A number that fills a right-to-left text: Fluent isolates it. Addresses and names have letters and stay."""

_SLOVENIAN_GENITIVE = {
    "ponedeljek": "ponedeljka",
    "torek": "torka",
    "sreda": "srede",
    "četrtek": "četrtka",
    "petek": "petka",
    "sobota": "sobote",
    "nedelja": "nedelje",
    "januar": "januarja",
    "februar": "februarja",
    "marec": "marca",
    "april": "aprila",
    "maj": "maja",
    "junij": "junija",
    "julij": "julija",
    "avgust": "avgusta",
    "september": "septembra",
    "oktober": "oktobra",
    "november": "novembra",
    "december": "decembra",
}


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def is_language(code: str) -> bool:
    """Whether `code` is a language tag that we can write dates and directions for (sl, sl-SI, ar …). Not one that
    stands for another (slv): its readers would be taken for those of two languages; nor for none (und)."""
    try:
        _locale(code)
    except (ValueError, UnknownLocaleError):
        return False
    return _primary(code) != "und" and _primary(code) not in get_global("language_aliases")


def direction(language: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute."""
    return str(_locale(language).text_direction)


def month_and_year(day: date, language: str) -> str:
    """november 2026"""
    return native_digits(format_date(day, format="LLLL y", locale=_dated_as(language)), language)


def _dated_as(language: str) -> Locale:
    """English is written for Europe here: 22 November 2026. Arabic has one set of months, whatever its country."""
    if _primary(language) == "ar":
        return _locale("ar")
    return _locale("en-GB" if language == "en" else language)


def language_name(language: str, *, in_language: str | None = None) -> str:
    """The language's name, in itself unless told otherwise."""
    return str(_locale(language).get_display_name(_locale(in_language or language)))


def long_date(day: date, language: str) -> str:
    """22. november 2026, as readers of the language write it."""
    return native_digits(format_date(day, format="long", locale=_dated_as(language)), language)


def short_day(day: date, language: str) -> str:
    """22. nov., where the year is not in question."""
    return native_digits(format_skeleton("MMMd", day, locale=_dated_as(language)), language)


def day_of_week_and_date(day: date, language: str) -> str:
    """sobota, 5. december 2026"""
    return native_digits(format_date(day, format="full", locale=_dated_as(language)), language)


def weekday_names(language: str) -> list[tuple[str, str]]:
    """From Monday on: the name of the day, and its abbreviation (ponedeljek, pon.)."""
    locale = _dated_as(language)
    names = get_day_names("wide", context="stand-alone", locale=locale)
    short = get_day_names("abbreviated", context="stand-alone", locale=locale)
    return [(names[number], short[number]) for number in range(7)]


def clock_time(moment: time, language: str) -> str:
    """18:00, or as readers of the language write it."""
    return native_digits(format_time(moment, format="short", locale=_dated_as(language)), language)


def in_genitive(written: str, language: str) -> str:
    """A date in words, as it stands after “from”, “to” or “as of”: Slovenian needs the genitive there (od sobote,
    5. decembra 2026), and CLDR has only the nominative. In every other language it stays as it is."""
    if _primary(language) != "sl":
        return written
    return re.sub(r"\w+", lambda word: _SLOVENIAN_GENITIVE.get(word[0], word[0]), written)


def native_digits(written: str, language: str) -> str:
    """Digits as readers of the language write them: ۱۲۳ in Persian, where Babel writes 123; else as they are."""
    return written.translate(_PERSIAN_DIGITS) if _primary(language) == "fa" else written


def comma(language: str) -> str:
    """What parts two facts on a line, with its space: the Arabic script has a comma of its own."""
    return "، " if _primary(language) in ARABIC_SCRIPT else ", "


def _native_numbers(text: str, language: str) -> str:
    """The same for the numbers that a text was filled with, and for nothing else in it."""
    if _primary(language) != "fa":
        return text
    return _ISOLATED_NUMBER.sub(lambda number: number[0].translate(_PERSIAN_NUMBER), text)


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def local_time(moment: datetime, language: str, zone: str) -> str:
    """A moment as whoever is in `zone` (IANA name) reads it."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    return f"{long_date(day, language)}{comma(language)}{local_clock(moment, language, zone)}"


def local_clock(moment: datetime, language: str, zone: str) -> str:
    """The hour and minute that clocks in `zone` (IANA name) show at that moment; with the offset where they show
    it twice."""
    local = moment.astimezone(ZoneInfo(zone))
    shown = clock_time(local.time(), language)
    return f"{shown} {offset_name(local)}" if is_twofold(local) else shown


def fallbacks(language: str) -> list[str]:
    """sl-SI → sl → en: the languages in which a text is looked for, in order."""
    chain = [language]
    if "-" in language:
        chain.append(language.split("-", maxsplit=1)[0])
    if FALLBACK not in chain:
        chain.append(FALLBACK)
    return chain


def _name_in(language: str) -> Callable[[Any], Any]:
    """In a text, { LANGUAGE($code) } is that language's name in the text's own."""
    return lambda code: language_name(str(code), in_language=language)


def _names_in(language: str) -> Callable[[Any], Any]:
    """In a text, { LANGUAGES($codes) } are the names of several; the codes stand apart by spaces."""
    return lambda codes: format_list(
        [language_name(code, in_language=language) for code in str(codes).split()], locale=_locale(language)
    )


def _date_in(language: str) -> Callable[..., Any]:
    """In a text, { DATE($time) } is an ISO date, or date and hour, as people write it; with case: "genitive" as it
    stands in a Slovenian sentence. What is no date stays as it is."""
    return lambda iso, case="": _written(str(iso), language, is_genitive=bool(case))


def _written(iso: str, language: str, *, is_genitive: bool) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    written = long_date(moment.date(), language)
    written = in_genitive(written, language) if is_genitive else written
    if len(iso) <= len("2026-11-28"):
        return written
    return f"{written}{comma(language)}{clock_time(moment.time(), language)}"


class Texts:
    """The texts of some packages, by language and key."""

    def __init__(self, packages: Iterable[str]) -> None:
        self._packages = tuple(packages)
        self._sources: dict[str, dict[str, str]] = {}
        self._bundles: dict[str, FluentBundle] = {}

    def text(self, language: str, key: str, /, **params: TextParam) -> str:
        """The text for `key` in `language` or the next language of its chain.

        Raises KeyError for a key that no language has: that is a defect, and a test looks for it.
        """
        for candidate in fallbacks(language):
            if key not in self._sources_in(candidate):
                continue
            bundle = self._bundle_with(key, candidate)
            value = bundle.get_message(key).value
            if value is not None:
                return _native_numbers(str(bundle.format_pattern(value, params)[0]), candidate)
        raise KeyError(key)

    def _sources_in(self, language: str) -> dict[str, str]:
        """By key; where two packages have it, the first one's."""
        if language not in self._sources:
            joined: dict[str, str] = {}
            for package in reversed(self._packages):
                joined |= entries(package, language)
            self._sources[language] = joined
        return self._sources[language]

    def _bundle_with(self, key: str, language: str) -> FluentBundle:
        bundle = self._bundles.get(language)
        if bundle is None:
            bundle = self._bundles[language] = FluentBundle(
                [language],
                functions={
                    "LANGUAGE": _name_in(language),
                    "LANGUAGES": _names_in(language),
                    "DATE": _date_in(language),
                },
                use_isolating=direction(language) == "rtl",
            )
        if not bundle.has_message(key):
            add_entry(bundle, self._sources[language], key)
        return bundle
