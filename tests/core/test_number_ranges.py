"""Number ranges: as they are written, and as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from core.number_ranges import NumberSet, join_ranges, numbers_in, write_ranges


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_what_was_written_names_exactly_what_was_meant(meant: set[int], others: set[int]) -> None:
    text = write_ranges(meant)
    if meant:
        assert NumberSet(text).among(meant | others) == sorted(meant)


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([3], "3"), ([5, 3, 4, 9], "3-5,9"), ([1, 2], "1-2"), ([7, 7], "7")]
)
def test_neighbours_become_a_range(numbers: list[int], text: str) -> None:
    assert write_ranges(numbers) == text


def test_several_texts_are_joined_into_one() -> None:
    assert join_ranges(["1-3", "", "8,10-12", "4,11-13", "2"]) == "1-4,8,10-13"
    assert join_ranges([]) == join_ranges([""]) == ""


def test_of_however_many_only_so_many_are_written_out() -> None:
    assert numbers_in(f"2,5-{10**18},7", most=4) == [2, 5, 6, 7]
    assert numbers_in("3-4", most=4) == [3, 4]
    assert numbers_in("", most=4) == []


def test_people_may_write_them_with_spaces_in_any_order_and_twice() -> None:
    assert NumberSet(" 9, 3-5,4-6").among(range(12)) == [3, 4, 5, 6, 9]


@pytest.mark.parametrize("text", ["", "x", "1-", "-1", "1-2-3", "1;2", "1,,2", "²", "9" * 30, "1," * 200_000])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="core-number-ranges"):
        NumberSet(text)
