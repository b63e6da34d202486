"""Who is refused in a call of their own: for their own sake, or because everybody would be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.providers.shared.alone_verdict import (
    FIRST_PAUSE,
    LAST_PAUSE,
    AloneHistory,
    AloneVerdict,
    judge_alone,
    wait_alone,
)
from delivery.providers.shared.verdict import OUTBREAK, ROW
from delivery.refusal_history import PATIENCE, REPEATS

FIRST = AloneHistory(
    was_refused_alone=False,
    is_taken_since=False,
    is_any_taken=True,
    are_others_waiting=True,
    in_a_row=1,
    in_equal_words=1,
    in_equal_words_ever=1,
    is_taken_elsewhere=False,
    is_quiet=True,
    since_first=timedelta(0),
    is_said_to_accepted=False,
    times_resumed=0,
)
AGAIN = replace(FIRST, was_refused_alone=True, since_first=FIRST_PAUSE + LAST_PAUSE)
LAST = replace(AGAIN, are_others_waiting=False)
CASES: list[tuple[AloneHistory, bool, AloneVerdict]] = [
    (FIRST, False, AloneVerdict.WAITS),
    (replace(FIRST, is_taken_since=True), False, AloneVerdict.WAITS),
    (replace(AGAIN, is_taken_since=True), False, AloneVerdict.WAITS),
    (replace(AGAIN, is_taken_since=True), True, AloneVerdict.REFUSED),
    (replace(LAST, is_taken_since=True), False, AloneVerdict.REFUSED),
    (replace(LAST, is_taken_since=True, is_quiet=False), False, AloneVerdict.WAITS),
    (replace(LAST, is_taken_since=True, in_equal_words_ever=REPEATS), False, AloneVerdict.ABOUT_US),
    (replace(LAST, is_taken_since=True, in_equal_words_ever=REPEATS), True, AloneVerdict.REFUSED),
    (
        replace(LAST, is_taken_since=True, in_equal_words_ever=REPEATS, times_resumed=1),
        False,
        AloneVerdict.REFUSED,
    ),
    (
        replace(LAST, is_taken_since=True, in_equal_words_ever=REPEATS, is_taken_elsewhere=True),
        False,
        AloneVerdict.ABOUT_THE_CAMPAIGN,
    ),
    (replace(LAST, is_any_taken=False, is_taken_elsewhere=True), False, AloneVerdict.ABOUT_THE_CAMPAIGN),
    (AGAIN, False, AloneVerdict.WAITS),
    (LAST, False, AloneVerdict.REFUSED),
    (replace(LAST, since_first=timedelta(seconds=15)), False, AloneVerdict.WAITS),
    (replace(LAST, since_first=LAST_PAUSE), False, AloneVerdict.WAITS),
    (replace(LAST, since_first=LAST_PAUSE, is_taken_since=True), False, AloneVerdict.WAITS),
    (replace(LAST, since_first=timedelta(seconds=15), is_taken_since=True), True, AloneVerdict.REFUSED),
    (replace(LAST, is_said_to_accepted=True), False, AloneVerdict.ABOUT_THE_CAMPAIGN),
    (replace(LAST, is_said_to_accepted=True, times_resumed=PATIENCE), False, AloneVerdict.REFUSED),
    (replace(LAST, is_any_taken=False), False, AloneVerdict.ABOUT_THE_CAMPAIGN),
    (replace(LAST, in_equal_words=ROW), False, AloneVerdict.ABOUT_US),
    (replace(LAST, is_any_taken=False, times_resumed=1), True, AloneVerdict.REFUSED),
    (replace(LAST, is_any_taken=False, times_resumed=2), False, AloneVerdict.ABOUT_THE_CAMPAIGN),
    (replace(LAST, is_any_taken=False, times_resumed=3), False, AloneVerdict.REFUSED),
    (replace(FIRST, in_a_row=ROW, in_equal_words=ROW), False, AloneVerdict.ABOUT_US),
    (replace(FIRST, in_a_row=ROW, in_equal_words=ROW), True, AloneVerdict.WAITS),
    (replace(FIRST, in_a_row=ROW, in_equal_words=ROW, times_resumed=1), False, AloneVerdict.WAITS),
    (replace(FIRST, in_a_row=OUTBREAK), False, AloneVerdict.ABOUT_US),
    (replace(FIRST, in_a_row=OUTBREAK), True, AloneVerdict.ABOUT_US),
]


@pytest.mark.parametrize(("history", "is_about_an_address", "expected"), CASES)
def test_what_becomes_of_a_reader_refused_alone(
    history: AloneHistory, is_about_an_address: bool, expected: AloneVerdict
) -> None:
    assert judge_alone(history, is_about_an_address=is_about_an_address) is expected


histories = st.builds(
    AloneHistory,
    was_refused_alone=st.booleans(),
    is_taken_since=st.booleans(),
    is_any_taken=st.booleans(),
    are_others_waiting=st.booleans(),
    in_a_row=st.integers(1, 50),
    in_equal_words=st.integers(1, 50),
    in_equal_words_ever=st.integers(1, 50),
    is_taken_elsewhere=st.booleans(),
    is_quiet=st.booleans(),
    since_first=st.timedeltas(timedelta(0), timedelta(days=3)),
    is_said_to_accepted=st.booleans(),
    times_resumed=st.integers(0, 5),
)


@given(histories, st.booleans())
def test_nobody_is_refused_at_the_first_time_nor_before_anybody_was_taken_or_a_person_looked(
    history: AloneHistory, is_about_an_address: bool
) -> None:
    if judge_alone(history, is_about_an_address=is_about_an_address) is AloneVerdict.REFUSED:
        assert history.was_refused_alone
        is_outlasted = history.since_first >= FIRST_PAUSE + LAST_PAUSE and not history.is_said_to_accepted
        assert is_about_an_address or is_outlasted or history.times_resumed >= PATIENCE
        assert history.is_taken_since or history.is_any_taken or history.times_resumed


@given(histories, st.booleans())
def test_only_the_last_in_words_that_nobody_knows_wait_for_long(
    history: AloneHistory, is_about_an_address: bool
) -> None:
    wait = wait_alone(history, is_about_an_address=is_about_an_address)
    if wait is not None:
        assert not is_about_an_address
        assert history.was_refused_alone
        assert not history.are_others_waiting
        assert history.since_first + wait >= FIRST_PAUSE
        assert wait is (FIRST_PAUSE if history.since_first < FIRST_PAUSE else LAST_PAUSE)
