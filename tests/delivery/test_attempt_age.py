"""How old an attempt is, whatever the clock was set to meanwhile."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from delivery.attempts.age import AgeRange, age
from tests.conftest import NOON

HOURS = st.floats(0, 1000).map(lambda hours: timedelta(hours=hours))
STEPS = st.floats(-1000, 1000).map(lambda hours: timedelta(hours=hours))


@given(went_by=HOURS, step=STEPS, is_wrong=st.booleans())
def test_the_machine_that_opened_it_is_never_misled_by_a_step(
    went_by: timedelta, step: timedelta, is_wrong: bool
) -> None:
    attempt_age = age(NOON, is_wrong=is_wrong, measured=went_by, now=NOON + went_by + step)
    assert attempt_age.least <= went_by <= attempt_age.most


@given(went_by=HOURS, gap=HOURS)
def test_a_machine_that_stood_still_knows_no_less_than_its_clock(went_by: timedelta, gap: timedelta) -> None:
    """A virtual machine that its host had stopped: its uptime stopped, too, and its clock was set afterwards."""
    attempt_age = age(NOON, is_wrong=False, measured=went_by, now=NOON + went_by + gap)
    assert attempt_age == AgeRange(went_by, went_by + gap)


@given(went_by=HOURS, ahead=HOURS)
def test_another_machine_believes_a_clock_only_while_nothing_speaks_against_it(
    went_by: timedelta, ahead: timedelta
) -> None:
    """`ahead`: how far the clock was ahead when the attempt was opened; it is right now."""
    attempt_age = age(NOON + ahead, is_wrong=True, measured=None, now=NOON + went_by)
    assert attempt_age.least <= went_by <= attempt_age.most
    if ahead > went_by:
        assert age(NOON + ahead, is_wrong=False, measured=None, now=NOON + went_by).most == timedelta.max
    assert age(NOON, is_wrong=False, measured=None, now=NOON + went_by) == AgeRange(went_by, went_by)
