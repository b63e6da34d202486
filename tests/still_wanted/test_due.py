"""Who is asked, and what no answer means: the rule against a plain reading of it, event by event."""

from calendar import monthrange
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaigns.still_wanted.change_rule import FEWEST_DAYS, FEWEST_MONTHS
from campaigns.still_wanted.due import (
    BETWEEN,
    MOST_LATE,
    AnswerState,
    QuietState,
    ReaderFacts,
    judge_answer,
    judge_reader,
)
from campaigns.welcome.due import MOST_LATE as WELCOME_LATE
from campaigns.welcome.set_up_series import MOST_DAYS as WELCOME_DAYS

START = datetime(2020, 1, 31, 12, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=2500)).map(lambda since: START + since)
perhaps = st.none() | moments
readers = st.builds(ReaderFacts, moments, perhaps, perhaps, perhaps)
lengths = st.integers(FEWEST_MONTHS, 60)


def months_before(now: datetime, months: int) -> datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


@given(readers, lengths, moments)
def test_somebody_is_asked_if_nothing_came_of_them_for_so_long_and_they_were_not_asked_in_it(
    reader: ReaderFacts, months: int, now: datetime
) -> None:
    since, week = months_before(now, months), now - timedelta(days=7)
    silence_is_broken_by = [reader.on_list_since, *filter(None, (reader.heard_at, reader.asked_at))]
    about_another = reader.asked_elsewhere_at is not None and reader.asked_elsewhere_at > week
    is_due = all(event <= since for event in silence_is_broken_by) and not about_another
    assert (judge_reader(reader, months=months, now=now) is QuietState.IS_DUE) == is_due


@given(readers, moments, st.integers(FEWEST_DAYS, 90), moments)
def test_nobody_is_taken_off_before_the_day_or_after_a_sign_of_life(
    reader: ReaderFacts, asked_at: datetime, days: int, now: datetime
) -> None:
    until = asked_at + timedelta(days=days)
    did_something = any(at >= asked_at for at in (reader.on_list_since, reader.heard_at) if at is not None)
    state = judge_answer(reader, asked_at=asked_at, answer_until=until, now=now)
    unanswered = AnswerState.NONE_CAME if now >= until else AnswerState.WAITS
    expected = AnswerState.ANSWERED if did_something else unanswered
    assert state is expected


def test_nobody_is_asked_in_the_middle_of_a_welcome_series() -> None:
    """It begins with their own yes, which is a sign of life, and is over before anybody is silent for so long."""
    shortest = timedelta(days=28 * FEWEST_MONTHS)
    assert timedelta(days=WELCOME_DAYS) + WELCOME_LATE < shortest


def test_a_question_that_was_late_still_leaves_days_to_answer() -> None:
    assert timedelta(days=FEWEST_DAYS) - MOST_LATE >= BETWEEN
