"""The local time that staff chose, also across a clock change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.local_time import HappensTwice, chosen_moment, existing_time, moment, occurrences
from core.errors import InputRefused

LJUBLJANA = "Europe/Ljubljana"


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2026-07-01T09:00", "2026-07-01T07:00+00:00"),
        ("2026-12-01T09:00", "2026-12-01T08:00+00:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30+00:00"),  # happens twice; the first is meant
        ("2026-10-25T03:00", "2026-10-25T02:00+00:00"),
    ],
)
def test_a_local_time_is_that_moment(local: str, utc: str) -> None:
    assert moment(_at(local), LJUBLJANA) == _at(utc)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(InputRefused, match="does-not-exist"):
        moment(_at("2026-03-29T02:30"), LJUBLJANA)


def test_a_time_that_comes_twice_is_asked_about_and_its_offset_says_which() -> None:
    with pytest.raises(HappensTwice, match="time-twice") as asked:
        chosen_moment(_at("2027-10-31T02:30"), LJUBLJANA)
    first, second = asked.value.both
    assert [each.isoformat() for each in (first, second)] == [
        "2027-10-31T02:30:00+02:00",
        "2027-10-31T02:30:00+01:00",
    ]
    assert chosen_moment(first, LJUBLJANA) == _at("2027-10-31T00:30+00:00")
    assert chosen_moment(_at("2027-10-31T02:30+01:00"), LJUBLJANA) == _at("2027-10-31T01:30+00:00")


@pytest.mark.parametrize("local", ["2027-10-31T02:30+03:00", "2027-07-01T09:00+01:00"])
def test_an_offset_that_clocks_do_not_have_then_is_refused(local: str) -> None:
    with pytest.raises(InputRefused, match="time-offset"):
        chosen_moment(_at(local), LJUBLJANA)


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001  local times
    st.sampled_from([LJUBLJANA, "America/St_Johns", "Asia/Tehran", "Australia/Lord_Howe", "UTC"]),
)
def test_each_occurrence_of_a_time_is_a_choice_of_its_own(local: datetime, zone: str) -> None:
    matches = occurrences(local, zone)
    assert [chosen_moment(each, zone) for each in matches] == sorted({each.astimezone(UTC) for each in matches})
    assert all(each.replace(tzinfo=None, fold=0) == local.replace(fold=0) for each in matches)


@pytest.mark.parametrize("local", ["0001-01-01T00:00", "1926-12-01T09:00", "2926-12-01T09:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", [LJUBLJANA, "America/New_York"])
def test_a_year_that_nobody_means_is_refused(local: str, zone: str) -> None:
    with pytest.raises(InputRefused, match="time-far"):
        moment(_at(local), zone)


@pytest.mark.parametrize("zone", ["Ljubljana", "", "../etc/passwd", "Europe/Nowhere"])
def test_a_zone_that_nobody_knows_is_refused(zone: str) -> None:
    with pytest.raises(InputRefused, match="unknown-zone"):
        moment(_at("2026-07-01T09:00"), zone)


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001  local times
    st.sampled_from([LJUBLJANA, "America/St_Johns", "Asia/Tehran", "Australia/Lord_Howe", "UTC"]),
)
def test_clocks_in_the_zone_show_the_chosen_time(local: datetime, zone: str) -> None:
    try:
        instant = moment(local, zone)
    except InputRefused:
        return
    assert instant.tzinfo is UTC
    assert instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local


@pytest.mark.parametrize(
    ("local", "shown"),
    [
        ("2026-03-29T02:30", "2026-03-29T03:30"),  # skipped
        ("2026-03-29T02:00", "2026-03-29T03:00"),
        ("2026-03-29T03:00", "2026-03-29T03:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30"),  # twice: `moment` takes the first
    ],
)
def test_a_time_of_every_day_that_the_clocks_skip_is_the_one_of_the_clock_before(local: str, shown: str) -> None:
    assert existing_time(_at(local), LJUBLJANA) == _at(shown)


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001  local times
    st.sampled_from([LJUBLJANA, "America/St_Johns", "Asia/Tehran", "Australia/Lord_Howe", "UTC"]),
)
def test_a_time_of_every_day_has_a_moment_on_each(local: datetime, zone: str) -> None:
    existing = existing_time(local, zone)
    assert moment(existing, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) == existing
    assert abs(existing - local) <= timedelta(hours=1)
