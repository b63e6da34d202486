"""Slovenia's holidays are those of a library that others look after."""

import holidays

from campaigns.digests.free_days import public_holidays


def test_the_holidays_are_those_of_the_library() -> None:
    for year in range(2024, 2046):
        library = {day for day in holidays.country_holidays("SI", years=year) if day.weekday() < 5}
        assert {day for day in public_holidays(year) if day.weekday() < 5} == library, year
