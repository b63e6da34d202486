"""The rate limit of the far side, alone: so many in each second of its clock, and headers that say so."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.rate import RateWindow

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_what_is_left_is_in_the_headers_and_never_below_none() -> None:
    window = RateWindow(2)
    taken = [window.take(NOON) for _ in range(3)]
    assert [allowance.headers()["ratelimit-remaining"] for allowance in taken] == ["1", "0", "0"]
    assert [allowance.is_spent for allowance in taken] == [False, False, True]
    assert taken[0].headers() == {"ratelimit-limit": "2", "ratelimit-remaining": "1", "ratelimit-reset": "1"}


@given(st.integers(1, 5), st.lists(st.integers(0, 3000), max_size=40))
def test_in_no_second_more_are_let_through_than_it_has(per_second: int, waits: list[int]) -> None:
    window, now = RateWindow(per_second), NOON
    let_through: dict[int, int] = {}
    for milliseconds in waits:
        now += timedelta(milliseconds=milliseconds)
        if not window.take(now).is_spent:
            second = int(now.timestamp())
            let_through[second] = let_through.get(second, 0) + 1
    assert all(count <= per_second for count in let_through.values())
