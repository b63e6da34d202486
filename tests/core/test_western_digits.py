"""Numbers, days and times are read in the digits of any keyboard, and kept as numbers."""

import sys
from datetime import date, time

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.automation.brake import send_time
from core.western_digits import western_digits
from delivery.senders.rate import read_email_limit
from news.news_form import matter_of
from news.read_values import day, moment, number
from staff.totp import matching_step, new_secret
from tests.conftest import NOON
from web.staff.automation_form import _number

OF_ANY_SCRIPT = [sign for sign in map(chr, range(sys.maxunicode)) if sign.isdecimal()]


@given(st.lists(st.sampled_from(OF_ANY_SCRIPT), min_size=1, max_size=9).map("".join))
def test_a_number_in_any_digits_is_that_number(text: str) -> None:
    assert western_digits(text) == str(int(text)).zfill(len(text))
    assert number(matter_of({"count": text}), "count", least=0) == int(text)


@given(st.text())
def test_what_is_no_digit_stays(text: str) -> None:
    assert western_digits(western_digits(text)) == western_digits(text)
    assert len(western_digits(text)) == len(text)


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_every_field_of_staff_reads_them(digits: str) -> None:
    def typed(text: str) -> str:
        return text.translate(str.maketrans("0123456789", digits))

    assert day(matter_of({"date": typed("2026-12-05")}), "date") == date(2026, 12, 5)
    assert moment(matter_of({"starts": typed("2026-12-05T18:30")}), "starts") == "2026-12-05T18:30"
    assert send_time(typed("09:05")) == time(9, 5)
    limit = read_email_limit(typed("1200"), "hour")
    assert limit is not None
    assert limit.emails == 1200
    assert _number({"most_at_once": typed("20")}, "most_at_once", "refused", 100) == 20
    secret = new_secret()
    step = matching_step(secret, typed(pyotp.TOTP(secret).at(NOON)), now=NOON, after=0)
    assert step is not None
