"""Dates and numbers as readers of each language write them: the Slovenian genitive, Persian digits."""

import re
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path

import pytest
from babel import Locale

from campaigns.services import TEXT_ROOMS
from core.i18n import (
    Texts,
    clock_time,
    comma,
    day_of_week_and_date,
    in_genitive,
    local_clock,
    local_time,
    long_date,
    month_and_year,
    native_digits,
)

DAY = date(2026, 12, 5)
ALL_TEXTS = Texts(TEXT_ROOMS)


def test_every_slovenian_month_and_day_of_the_week_has_its_genitive() -> None:
    names = Locale("sl")
    for form in (names.months["format"]["wide"], names.days["format"]["wide"]):
        for name in form.values():
            assert in_genitive(name, "sl") != name, name


def test_a_slovenian_date_after_a_preposition_is_in_the_genitive() -> None:
    assert in_genitive(day_of_week_and_date(DAY, "sl"), "sl") == "sobote, 5. decembra 2026"
    assert in_genitive(long_date(date(2026, 5, 1), "sl-SI"), "sl-SI") == "1. maja 2026"


@pytest.mark.parametrize("language", ["en", "ar", "fa", "de"])
def test_other_languages_need_no_genitive(language: str) -> None:
    written = day_of_week_and_date(DAY, language)
    assert in_genitive(written, language) == written


def test_dates_and_hours_have_persian_digits_in_persian_only() -> None:
    assert long_date(DAY, "fa") == "۵ دسامبر ۲۰۲۶"
    assert month_and_year(DAY, "fa-IR").endswith("۲۰۲۶")
    assert clock_time(time(18, 30), "fa") == "۱۸:۳۰"
    for language in ("sl", "en", "ar"):
        assert "2026" in long_date(DAY, language)
        assert native_digits("18", language) == "18"


@pytest.mark.parametrize(("language", "mark"), [("sl", ", "), ("en-GB", ", "), ("ar", "، "), ("fa-IR", "، ")])
def test_the_arabic_script_has_a_comma_of_its_own(language: str, mark: str) -> None:
    assert comma(language) == mark


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sl", "31. januar 2027, 18:05"),
        ("en", "31 January 2027, 18:05"),
        ("ar", "31 يناير 2027، 6:05 م"),
        ("fa", "۳۱ ژانویهٔ ۲۰۲۷، ۱۸:۰۵"),
    ],
)
def test_a_moment_is_a_date_and_a_clock_time_in_the_script_of_the_language(language: str, written: str) -> None:
    assert local_time(datetime(2027, 1, 31, 17, 5, tzinfo=UTC), language, "Europe/Ljubljana") == written


@pytest.mark.parametrize(
    ("hour", "zone", "shown"),
    [
        (0, "Europe/Ljubljana", "02:30 UTC+2"),
        (1, "Europe/Ljubljana", "02:30 UTC+1"),
        (2, "Europe/Ljubljana", "03:30"),
        (1, "Europe/London", "01:30 UTC+0"),
    ],
)
def test_a_time_that_clocks_show_twice_is_shown_with_its_offset(hour: int, zone: str, shown: str) -> None:
    at = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    assert local_clock(at, "en", zone) == shown
    assert local_time(at, "sl", zone) == f"31. oktober 2027, {shown}"


def test_an_offset_of_half_an_hour_is_named() -> None:
    at = datetime(2027, 11, 7, 5, tzinfo=UTC)
    assert local_clock(at, "en", "America/St_Johns").endswith(" UTC−3:30")


def test_a_number_in_a_persian_text_has_persian_digits_and_an_address_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / "made_up" / "texts"
    texts.mkdir(parents=True)
    (texts.parent / "__init__.py").touch()
    filled = "made-up-count = { $count } / { NUMBER($size, maximumFractionDigits: 1) }\nmade-up-url = { $url }\n"
    (texts / "fa.ftl").write_text(filled, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    made_up = Texts(["made_up"])
    shown = made_up.text("fa", "made-up-count", count=1240, size=8.31)
    assert shown.replace("\u2068", "").replace("\u2069", "") == "۱٬۲۴۰ / ۸٫۳"
    assert "https://example.org/2026" in made_up.text("fa", "made-up-url", url="https://example.org/2026")


@pytest.mark.parametrize(
    ("language", "key", "params", "expected"),
    [
        ("sl", "campaigns-need-resting", {"time": "2026-11-28 15:01"}, "čaka do 28. novembra 2026, 15:01,"),
        ("en", "campaigns-need-resting", {"time": "2026-11-28 15:01"}, "waits until 28 November 2026, 15:01,"),
        ("sl", "campaigns-held-before", {"date": "2026-05-01"}, "Njen datum, 1. maj 2026, je"),
        ("sl", "campaigns-held-repeats-itself", {"date": "2026-05-01"}, "(1. maja 2026)"),
        ("en", "campaigns-held-repeats-itself", {"date": "2026-05-01"}, "(1 May 2026)"),
        (
            "sl",
            "scheduler-need-clock-ahead",
            {"time": "2026-03-29 02:30", "minutes": 9},
            "29. marca 2026, 02:30 sko",
        ),
        ("en", "campaigns-held-repeats-itself", {"date": "some day"}, "(some day)"),
    ],
)
def test_a_date_in_a_text_is_written_as_people_write_it(
    language: str, key: str, params: dict[str, str | int], expected: str
) -> None:
    assert expected in ALL_TEXTS.text(language, key, **{"name": "main", **params})


@pytest.mark.parametrize("room", [room for room in TEXT_ROOMS if room not in ("templates", "web")])
@pytest.mark.parametrize("language", ["sl", "en"])
def test_no_text_shows_a_date_as_programs_write_it(room: str, language: str) -> None:
    """What comes with an error or a need; mails and pages write theirs out before they fill them in."""
    source = (files(room) / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    assert re.findall(r"\{ \$(?:time|date|day|since|until) \}", source) == []
