"""Numbers that readers may see tell them nothing, and us everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.providers.shared.opaque_id import OpaqueId

OURS, THEIRS = OpaqueId("our secret"), OpaqueId("another's secret")


@given(st.integers(0, 2**48 - 1))
def test_a_hidden_number_is_revealed_with_the_secret_only(number: int) -> None:
    hidden = OURS.hide(number)
    assert OURS.reveal(hidden) == number
    assert THEIRS.reveal(hidden) != number
    assert len(hidden) == 16


def test_neighbours_do_not_look_alike() -> None:
    hidden = [OURS.hide(number) for number in range(1000)]
    assert len({name[:6] for name in hidden}) > 990
    assert len(set(hidden)) == 1000


@pytest.mark.parametrize("text", ["", "42", "0" * 15, "0" * 17, "G" * 16, "A" * 16, None, 42, "0" * 15 + "\n"])
def test_what_was_never_hidden_is_nothing(text: object) -> None:
    assert OURS.reveal(text) is None
