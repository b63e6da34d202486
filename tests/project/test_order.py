"""The order of a run: the longest first in each process's part, and none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tests.order import long_ones_first


@given(st.lists(st.booleans()), st.integers(1, 9))
def test_every_test_runs_once_whatever_takes_long(lengths: list[bool], processes: int) -> None:
    tests = list(enumerate(lengths))
    assert sorted(long_ones_first(tests, lambda test: test[1], processes=processes)) == tests


def test_each_part_begins_with_what_takes_long() -> None:
    order = "".join(long_ones_first("..L..L.L", "L".__eq__, processes=2))
    assert order == "LL..L..."
