"""How old an attempt is, whatever the clock was set to meanwhile."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from delivery.attempts.age import Age, age
from tests.conftest import NOON

HOURS = st.floats(0, 1000).map(lambda hours: timedelta(hours=hours))
STEPS = st.floats(-1000, 1000).map(lambda hours: timedelta(hours=hours))


@given(went_by=HOURS, step=STEPS, is_wrong=st.booleans())
def test_the_machine_that_opened_it_is_never_misled_by_a_step(
    went_by: timedelta, step: timedelta, is_wrong: bool
) -> None:
    found = age(NOON, is_wrong=is_wrong, measured=went_by, now=NOON + went_by + step)
    assert found.least <= went_by <= found.most


@given(went_by=HOURS, stood_still=HOURS)
def test_a_machine_that_stood_still_knows_no_less_than_its_clock(
    went_by: timedelta, stood_still: timedelta
) -> None:
    """A virtual machine that its host had stopped: its uptime stopped, too, and its clock was set afterwards."""
    found = age(NOON, is_wrong=False, measured=went_by, now=NOON + went_by + stood_still)
    assert found == Age(went_by, went_by + stood_still)


@given(went_by=HOURS, ahead=HOURS)
def test_another_machine_believes_a_clock_only_while_nothing_speaks_against_it(
    went_by: timedelta, ahead: timedelta
) -> None:
    """`ahead`: how far the clock was ahead when the attempt was opened; it is right now."""
    found = age(NOON + ahead, is_wrong=True, measured=None, now=NOON + went_by)
    assert found.least <= went_by <= found.most
    if ahead > went_by:
        assert age(NOON + ahead, is_wrong=False, measured=None, now=NOON + went_by).most == timedelta.max
    assert age(NOON, is_wrong=False, measured=None, now=NOON + went_by) == Age(went_by, went_by)
