"""In which order the languages of a form are."""

from hypothesis import given
from hypothesis import strategies as st

from core.languages import writing_order

CODES = st.lists(st.sampled_from(["ar", "de", "en", "fa", "hr", "sl", "sl-SI"]))


def test_the_writers_own_language_comes_first_then_those_of_readers_then_others() -> None:
    assert writing_order(["hr", "de", "fa", "ar", "en", "sl"], mine="en") == ["en", "sl", "ar", "fa", "de", "hr"]


@given(codes=CODES, more=CODES)
def test_a_language_more_moves_no_other(codes: list[str], more: list[str]) -> None:
    order = writing_order([*codes, *more], mine="sl")
    assert [code for code in order if code in codes] == writing_order(codes, mine="sl")
