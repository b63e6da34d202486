"""Quick choices of when to send: only what is to come, by the organisation's clock, also where clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.local_time import moment
from campaigns.review.quick_times import quick_choices, undo_seconds_left

ZONE = "Europe/Ljubljana"
ZONES = (ZONE, "America/New_York", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "UTC")


def choices_at(local: str, zone: str = ZONE) -> dict[str, str]:
    now = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return {choice.name: choice.local.isoformat(" ", "minutes") for choice in quick_choices(now, zone=zone)}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            "2026-11-25 10:00",
            {"today": "2026-11-25 18:00", "tomorrow": "2026-11-26 08:00", "monday": "2026-11-30 09:00"},
        ),
        ("2026-11-25 18:00", {"tomorrow": "2026-11-26 08:00", "monday": "2026-11-30 09:00"}),
        ("2026-11-25 23:59", {"tomorrow": "2026-11-26 08:00", "monday": "2026-11-30 09:00"}),
        # On a Monday, also early, the next one is meant.
        (
            "2026-11-30 06:00",
            {"today": "2026-11-30 18:00", "tomorrow": "2026-12-01 08:00", "monday": "2026-12-07 09:00"},
        ),
        # On a Sunday, tomorrow is Monday: one day is not offered under two names.
        ("2026-11-29 20:00", {"tomorrow": "2026-11-30 08:00"}),
        # The night in which clocks go forward, and the one in which they go back.
        (
            "2026-03-28 12:00",
            {"today": "2026-03-28 18:00", "tomorrow": "2026-03-29 08:00", "monday": "2026-03-30 09:00"},
        ),
        ("2026-10-24 19:00", {"tomorrow": "2026-10-25 08:00", "monday": "2026-10-26 09:00"}),
    ],
)
def test_what_is_offered_at_that_time(now: str, expected: dict[str, str]) -> None:
    assert choices_at(now) == expected


def test_no_day_is_offered_twice_at_any_hour_of_a_week() -> None:
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    for hours in range(7 * 24):
        days = [choice.local.date() for choice in quick_choices(monday + timedelta(hours=hours), zone=ZONE)]
        assert len(set(days)) == len(days) > 0


def test_eight_oclock_is_eight_oclock_after_the_clocks_have_changed() -> None:
    before = datetime(2026, 3, 28, 11, tzinfo=UTC)
    tomorrow = next(choice for choice in quick_choices(before, zone="UTC") if choice.name == "tomorrow")
    assert moment(tomorrow.local, ZONE) == datetime(2026, 3, 29, 6, tzinfo=UTC)


@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  UTC is given
    st.sampled_from(ZONES),
)
def test_each_choice_is_to_come_and_exists_and_is_within_a_week(now: datetime, zone: str) -> None:
    choices = quick_choices(now, zone=zone)
    names, days = {choice.name for choice in choices}, [choice.local.date() for choice in choices]
    assert len(set(days)) == len(days), "no day under two names"
    assert "tomorrow" in names
    assert any(day.weekday() == 0 for day in days)
    for choice in choices:
        assert now < moment(choice.local, zone) <= now + timedelta(days=8)


def test_the_time_to_undo_is_counted_to_the_second_and_belongs_to_what_goes_out_at_once() -> None:
    now, window = datetime(2026, 11, 22, 12, tzinfo=UTC), timedelta(seconds=30)

    def left(seconds: float) -> int | None:
        return undo_seconds_left(now + timedelta(seconds=seconds), window=window, now=now)

    assert [left(30), left(29.2), left(0.1), left(0), left(-5)] == [30, 30, 1, 0, 0]
    assert left(30.5) is None
    assert undo_seconds_left(None, window=window, now=now) is None
