"""How many rows of an import one transaction takes."""

from hypothesis import given
from hypothesis import strategies as st

from subscribers.import_pieces import AIM, FEWEST, FIRST, GROWTH, LONG, PieceSizeLimit, next_size

TOOK = st.floats(0, 60)
ROWS = st.integers(1, 2_000)


@given(rows=ROWS, took=TOOK, is_full=st.booleans())
def test_a_piece_that_took_long_is_followed_by_half_of_it_and_none_grows_past_the_most(
    rows: int, took: float, *, is_full: bool
) -> None:
    after = next_size(rows, took, is_full=is_full, most=2_000)
    assert 1 <= after <= 2_000
    if took > LONG:
        assert after <= max(rows // 2, min(FEWEST, rows))
    else:
        assert rows <= after <= rows * GROWTH + 1
    if not is_full:
        assert after <= rows, "few rows that were quick say nothing of many"


@given(fixed=st.floats(0, 0.02), each=st.floats(0.00001, 0.0012), slower=st.floats(1, 10))
def test_on_a_machine_that_grows_slower_it_comes_to_pieces_that_are_short_again(
    fixed: float, each: float, slower: float
) -> None:
    rows = FIRST
    for factor in (1, slower):
        for _ in range(40):
            took = (fixed + rows * each) * factor
            rows = next_size(rows, took, is_full=True, most=2_000)
        assert (fixed + rows * each) * factor <= max(LONG, (fixed + FEWEST * each) * factor) * 1.3


@given(fixed=st.floats(0, 0.02), each=st.floats(0.00001, 0.0001), slow=st.integers(0, 20))
def test_one_piece_that_was_slow_by_chance_is_soon_made_up_for(fixed: float, each: float, slow: int) -> None:
    """As on the day on which a checkpoint of the disk left all that came after it at a tenth of the rows."""
    rows = FIRST
    for turn in range(40):
        took = fixed + rows * each
        rows = next_size(rows, 0.4 if turn == slow else took, is_full=True, most=2_000)
    assert rows == 2_000 or fixed + rows * each >= AIM * LONG


def test_waiting_for_locks_is_not_what_a_piece_took() -> None:
    moments = iter([100.0, 100.01, 200.0, 200.2])
    pieces = PieceSizeLimit(most=750, seconds=lambda: next(moments))
    assert pieces.begin() == FIRST
    pieces.end(FIRST)
    assert pieces.begin() == FIRST * GROWTH + 1
    pieces.end(pieces.rows)
    assert pieces.rows == FEWEST
