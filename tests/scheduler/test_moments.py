"""The table of moments: none is missing, none that a person chose is touched, no wait is longer than it says."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel

from core.clock import STEP
from core.db import UtcDateTime
from core.settings import load_settings
from delivery.attempts import retry
from delivery.errors import TransientProviderError
from scheduler.moments import DECIDES_NOTHING, LONGEST_RETRY, Kind, TimeColumn, moments
from tests.conftest import NOON

ALL = moments(load_settings(env_file=None))
SECONDS = st.integers(-(10**7), 10**7).map(lambda seconds: timedelta(seconds=seconds))


def test_every_moment_in_the_database_is_judged_and_none_twice() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, UtcDateTime)
    }
    judged = [*(moment.name for moment in ALL), *DECIDES_NOTHING]
    assert sorted(judged) == sorted(columns)


def test_what_a_person_chose_is_never_touched() -> None:
    assert "campaign.scheduled_at" in DECIDES_NOTHING


@given(st.sampled_from(ALL), SECONDS)
def test_what_is_put_right_is_right_and_stays_so(moment: TimeColumn, ahead: timedelta) -> None:
    right = moment.put_right(NOON)
    if right is not None:
        assert right <= moment.limit(NOON)
        assert right <= moment.limit_after_a_step_back(NOON)
    is_wrong = NOON + ahead > moment.limit(NOON)
    assert is_wrong == (ahead > moment.longest + STEP)
    if is_wrong:
        assert NOON + ahead > moment.limit_after_a_step_back(NOON), "what is known for sure is a part of it"


@given(
    st.integers(1, 10**6),
    st.integers(0, 10**9),
    st.integers(0, 10**7).map(lambda seconds: timedelta(seconds=seconds)),
)
def test_no_wait_for_a_retry_is_longer_than_the_table_says(count: int, seed: int, asked_for: timedelta) -> None:
    error = TransientProviderError("", asked_for)
    step = retry.next_step(count, error, now=NOON, max_attempts=10**7, seed=seed)
    assert isinstance(step, retry.RetryAt)
    assert step.when - NOON <= LONGEST_RETRY
    assert max(retry.reconcile_delay(count, seed=seed), retry.breather(count)) <= LONGEST_RETRY


@pytest.mark.parametrize(
    "name",
    ["attempt.lease_until", "staff_user.locked_until", "staff_device.locked_until", "staff_session.expires_at"],
)
def test_what_is_held_is_never_let_go_early(name: str) -> None:
    [moment] = [moment for moment in ALL if moment.name == name]
    assert moment.kind is Kind.HOLD
    assert moment.put_right(NOON) == NOON + moment.longest
