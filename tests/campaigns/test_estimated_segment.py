"""How many are in a segment of which a share was counted: between which numbers, and whether that says much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subscribers.audience_sample import FOUND, CountResult


@given(count=st.integers(0, 2_000), one_in=st.sampled_from([2**power for power in range(5, 17)]))
def test_what_the_share_says_lies_between_the_two(count: int, one_in: int) -> None:
    estimate = CountResult(count, one_in)
    least, most = estimate.between
    assert 0 <= least <= estimate.total < most
    assert estimate.is_vague is (count < FOUND)


@pytest.mark.parametrize(
    ("count", "between"), [(0, (0, 520)), (3, (68, 1_200)), (100, (10_000, 16_000)), (1_000, (120_000, 140_000))]
)
def test_the_more_are_found_the_closer_they_are(count: int, between: tuple[int, int]) -> None:
    """Two digits of each, rounded away from the middle."""
    assert CountResult(count, one_in=128).between == between
