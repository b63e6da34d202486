"""A digest's calendar, against computations that know nothing of it: day by day, and croniter."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from croniter import croniter
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.digest_tables import Pattern
from campaigns.digests.calendar_rule import CalendarRule, Firing, firings, next_firing, next_firings
from campaigns.digests.free_days import is_working_day, public_holidays
from campaigns.quiet_hours import QuietHours, read_quiet_hours
from core.errors import InputRefused

LJUBLJANA = "Europe/Ljubljana"
ZONES = (LJUBLJANA, "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "UTC")
TEN_YEARS = timedelta(days=3653)
FIRST = date(2026, 1, 1)


def rule(pattern: Pattern = Pattern.WEEKLY, at: str = "08:00", **changes: object) -> CalendarRule:
    chosen = {"weekdays": (0,), "starts_on": FIRST, "zone": LJUBLJANA} | changes
    return CalendarRule(pattern, at=time.fromisoformat(at), **chosen)  # type: ignore[arg-type]  # given by name


def days(wanted: CalendarRule, after: datetime, count: int) -> list[str]:
    return [_shown(firing) for firing in next_firings(wanted, None, after=after, count=count)]


def _shown(firing: Firing) -> str:
    return f"{firing.local:%Y-%m-%d %H:%M}"


def by_hand(wanted: CalendarRule) -> list[datetime]:
    """Each day of ten years is asked whether it is one; what clocks show is tried minute by minute."""
    moments = set()
    for number in range(TEN_YEARS.days):
        day = FIRST + timedelta(days=number)
        if _is_chosen(wanted, day):
            moments.add(_moment(datetime.combine(_when(wanted, day), wanted.at), ZoneInfo(wanted.zone)))
    return sorted(moments)


def _is_chosen(wanted: CalendarRule, day: date) -> bool:
    if day < wanted.starts_on:
        return False
    match wanted.pattern:
        case Pattern.WEEKLY:
            return day.weekday() in wanted.weekdays
        case Pattern.FORTNIGHTLY:
            weeks = (_monday(day) - _monday(wanted.starts_on)).days // 7
            return weeks % 2 == 0 and day.weekday() in wanted.weekdays
        case Pattern.FIRST_OF_MONTH:
            return day.day == 1
        case Pattern.LAST_WORKING_DAY:
            later = (day + timedelta(days=number) for number in range(1, 32))
            rest = [other for other in later if other.month == day.month]
            return is_working_day(day) and not any(map(is_working_day, rest))
        case Pattern.ON_PUBLICATION:
            return False


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _when(wanted: CalendarRule, day: date) -> date:
    if wanted.moves_for_holidays and day in public_holidays(day.year):
        while not is_working_day(day):
            day += timedelta(days=1)
    return day


def _moment(local: datetime, zone: ZoneInfo) -> datetime:
    """The first moment at which clocks show it; where none does, as long after midday before as it says."""
    day = timedelta(days=1)
    offsets = [(local + away).replace(tzinfo=zone).utcoffset() or timedelta(0) for away in (-day, day)]
    tried = sorted((local - offset).replace(tzinfo=UTC) for offset in offsets)
    shown = [moment for moment in tried if moment.astimezone(zone).replace(tzinfo=None) == local]
    return shown[0] if shown else (local - offsets[0]).replace(tzinfo=UTC)


RULES = st.builds(
    CalendarRule,
    st.sampled_from([pattern for pattern in Pattern if pattern is not Pattern.ON_PUBLICATION]),
    st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple),
    st.dates(FIRST, FIRST + timedelta(days=400)),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45])),
    st.sampled_from(ZONES),
    st.booleans(),
)


@settings(max_examples=25)
@given(RULES)
def test_ten_years_are_as_if_each_day_were_asked(wanted: CalendarRule) -> None:
    expected = by_hand(wanted)[:-12]  # the last ones may be moved beyond the ten years, or not have come yet
    after = datetime(2025, 12, 20, tzinfo=UTC)
    firing_moments = [firing.at for firing in next_firings(wanted, None, after=after, count=len(expected))]
    assert firing_moments == expected


@given(RULES, st.integers(0, TEN_YEARS // timedelta(seconds=1)), st.booleans())
def test_the_next_one_does_not_depend_on_when_it_is_asked_for(
    wanted: CalendarRule, seconds: int, is_quiet: bool
) -> None:
    """A job that was asleep, or asks every second, finds the same: nothing falls between two questions."""
    quiet = QuietHours(time(22), time(7)) if is_quiet else None
    after = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    first, second, third = next_firings(wanted, quiet, after=after, count=3)
    assert after < first.at < second.at < third.at
    assert next_firing(wanted, quiet, after=first.at - timedelta(seconds=1)) == first
    assert next_firing(wanted, quiet, after=first.at) == second
    assert not (quiet and (quiet.holds(first.local) or quiet.holds(second.local)))


@pytest.mark.parametrize(
    ("cron", "wanted"),
    [
        ("0 8 * * 1-5", rule(weekdays=(0, 1, 2, 3, 4), moves_for_holidays=False)),
        ("30 17 * * 0,6", rule(weekdays=(5, 6), at="17:30", moves_for_holidays=False)),
        ("0 8 1 * *", rule(Pattern.FIRST_OF_MONTH, moves_for_holidays=False)),
        ("15 12 * * 1", rule(at="12:15", moves_for_holidays=False, zone="America/New_York")),
    ],
)
def test_croniter_says_the_same(cron: str, wanted: CalendarRule) -> None:
    start = datetime(2026, 1, 1, tzinfo=ZoneInfo(wanted.zone))
    judge = croniter(cron, start)
    expected = [judge.get_next(datetime).astimezone(UTC) for _ in range(500)]
    assert [firing.at for firing in next_firings(wanted, None, after=start, count=500)] == expected


def test_clocks_that_skip_or_repeat_an_hour_make_it_once() -> None:
    spring, autumn = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)
    on_sundays = rule(weekdays=(6,), at="02:30", moves_for_holidays=False)
    assert days(on_sundays, spring, 2) == ["2026-03-29 03:30", "2026-04-05 02:30"]
    first, second = next_firings(on_sundays, None, after=autumn, count=2)
    assert first.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "the first of the two"
    assert _shown(second) == "2026-11-01 02:30"


def test_ends_of_months_and_leap_days() -> None:
    last = rule(Pattern.LAST_WORKING_DAY)
    assert days(last, datetime(2028, 2, 1, tzinfo=UTC), 2) == ["2028-02-29 08:00", "2028-03-31 08:00"]
    october = days(last, datetime(2028, 10, 1, tzinfo=UTC), 1)
    assert october == ["2028-10-30 08:00"], "the 31st is Reformation Day"


def test_holidays_move_and_never_drop() -> None:
    daily = rule(weekdays=(0, 1, 2, 3, 4))
    assert days(daily, datetime(2026, 12, 24, 12, tzinfo=UTC), 2) == ["2026-12-28 08:00", "2026-12-29 08:00"]
    first = rule(Pattern.FIRST_OF_MONTH)
    (moved,) = next_firings(first, None, after=datetime(2026, 12, 30, tzinfo=UTC), count=1)
    assert (moved.planned, _shown(moved), moved.is_moved) == (date(2027, 1, 1), "2027-01-04 08:00", True)


def test_quiet_hours_move_to_their_end() -> None:
    night = QuietHours(time(22), time(7))
    early, late = rule(at="05:00"), rule(at="23:30")
    after = datetime(2026, 6, 1, 12, tzinfo=UTC)  # a Monday
    assert _shown(next_firing(early, night, after=after)) == "2026-06-08 07:00"
    assert _shown(next_firing(late, night, after=after)) == "2026-06-02 07:00"
    assert _shown(next_firing(rule(at="12:00"), night, after=after)) == "2026-06-08 12:00"


def test_every_two_weeks_keeps_its_week() -> None:
    fortnightly = rule(Pattern.FORTNIGHTLY, starts_on=date(2026, 12, 30), moves_for_holidays=False)
    after = datetime(2026, 12, 30, tzinfo=UTC)
    assert days(fortnightly, after, 3) == ["2027-01-11 08:00", "2027-01-25 08:00", "2027-02-08 08:00"]
    assert days(fortnightly, datetime(2027, 1, 12, tzinfo=UTC), 1) == ["2027-01-25 08:00"]


def test_an_old_name_of_a_zone_goes_on_working_and_an_unknown_one_is_refused() -> None:
    after = datetime(2026, 6, 1, tzinfo=UTC)
    kiev, kyiv = rule(zone="Europe/Kiev"), rule(zone="Europe/Kyiv")
    assert next_firing(kiev, None, after=after) == next_firing(kyiv, None, after=after)
    for wanted in (rule(zone="Mars/Olympus"), rule(weekdays=()), rule(weekdays=(7,))):
        with pytest.raises(InputRefused):
            next(firings(wanted, None, after=after))


def test_quiet_hours_are_read_as_they_are_written() -> None:
    assert read_quiet_hours("") is None
    assert read_quiet_hours("22:00-07:00") == QuietHours(time(22), time(7))
    for wrong in ("22-7", "24:00-07:00", "22:00-07:00 "):
        with pytest.raises(ValueError, match="like"):
            read_quiet_hours(wrong)
