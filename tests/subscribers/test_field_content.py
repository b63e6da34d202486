"""Values of custom fields: what somebody writes is kept by its type, or refused in words, and never guessed at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.services import program_texts
from core.errors import InputRefused
from subscribers.field_content import LARGEST, SCALE, TypedValue, plain_number, read_value, scaled
from subscribers.field_tables import FieldType
from subscribers.person_fields import shown_value

CHOICES = ("novinarka", "prostovoljec")


def read(field_type: FieldType, text: str) -> str | None:
    value = read_value(field_type, CHOICES, text)
    return None if value is None else value.written


@pytest.mark.parametrize(
    ("field_type", "text", "kept"),
    [
        (FieldType.TEXT, "  Stari   trg ", "Stari trg"),
        (FieldType.TEXT, "=HYPERLINK(1)", "=HYPERLINK(1)"),
        (FieldType.TEXT, "می\u200cروم", "می\u200cروم"),
        (FieldType.TEXT, "  ", None),
        (FieldType.WHOLE_NUMBER, "۱۲۵۰", "1250"),
        (FieldType.WHOLE_NUMBER, "-7", "-7"),
        (FieldType.DECIMAL, "1250,5", "1250.5"),
        (FieldType.DECIMAL, "-0.25", "-0.25"),
        (FieldType.DECIMAL, "0.125", "0.1250"),
        (FieldType.DECIMAL, "1.2340", "1.2340"),
        (FieldType.DECIMAL, "۱۲٫۵", "12.5"),
        (FieldType.DATE, "2026-01-31", "2026-01-31"),
        (FieldType.DATE, "31. 1. 2026", "2026-01-31"),
        (FieldType.DATE, "1.12.2026", "2026-12-01"),
        (FieldType.YES_NO, "DA", "yes"),
        (FieldType.YES_NO, "خیر", "no"),
        (FieldType.CHOICE, "NOVINARKA", "novinarka"),
    ],
)
def test_what_is_written_is_kept_by_its_type(field_type: FieldType, text: str, kept: str | None) -> None:
    assert read(field_type, text) == kept


@pytest.mark.parametrize(
    ("field_type", "text", "code"),
    [
        (FieldType.TEXT, "a" * 501, "too-long"),
        (FieldType.TEXT, "ﷺ" * 60, "too-long"),
        (FieldType.TEXT, "a\u202eb", "unreadable"),
        (FieldType.WHOLE_NUMBER, "1.250", "no-whole-number"),
        (FieldType.WHOLE_NUMBER, "9" * 14, "no-whole-number"),
        (FieldType.DECIMAL, "1.250", "no-decimal"),
        (FieldType.DECIMAL, "1,250", "no-decimal"),
        (FieldType.DECIMAL, "1.250,5", "no-decimal"),
        (FieldType.DECIMAL, "1e5", "no-decimal"),
        (FieldType.DATE, "2/3/2026", "no-date"),
        (FieldType.DATE, "2026-02-30", "no-date"),
        (FieldType.YES_NO, "maybe", "no-yes-or-no"),
        (FieldType.CHOICE, "novinar", "no-choice"),
    ],
)
def test_what_may_mean_two_things_or_nothing_is_refused(field_type: FieldType, text: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read(field_type, text)
    assert refused.value.code == f"subscribers-value-{code}"


@given(number=st.integers(-LARGEST * SCALE, LARGEST * SCALE), day=st.dates())
def test_what_is_written_out_is_read_as_the_same(number: int, day: date) -> None:
    assert read_value(FieldType.DECIMAL, (), plain_number(number)) == TypedValue(number=number)
    assert scaled(plain_number(number)) == number
    assert read_value(FieldType.DATE, (), TypedValue(day=day).written) == TypedValue(day=day)


@given(field_type=st.sampled_from(FieldType), text=st.text(max_size=600))
def test_any_text_is_kept_within_bounds_or_refused_in_words(field_type: FieldType, text: str) -> None:
    try:
        value = read_value(field_type, CHOICES, text)
    except InputRefused:
        return
    if value is not None:
        assert len(value.written) <= 500
        assert len(value.folded or "") <= 500
        assert read_value(field_type, CHOICES, value.written) == value


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("sl", ["1.234,5", "31. januar 2026", "da"]),
        ("en", ["1,234.5", "31 January 2026", "yes"]),
        ("ar", ["1,234.5", "31 يناير 2026", "نعم"]),
        ("fa", ["۱٬۲۳۴٫۵", "۳۱ ژانویهٔ ۲۰۲۶", "بله"]),
    ],
)
def test_readers_see_a_value_as_their_language_writes_it(language: str, shown: list[str]) -> None:
    values = [
        (FieldType.DECIMAL, TypedValue(number=12_345_000)),
        (FieldType.DATE, TypedValue(day=date(2026, 1, 31))),
        (FieldType.YES_NO, TypedValue(text="yes")),
    ]
    assert [shown_value(kind, value, language, program_texts()) for kind, value in values] == shown
