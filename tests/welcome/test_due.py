"""Which email of a series is due to a reader: asked day by day, each goes once, in order, never two at once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.welcome.due import BETWEEN, MOST_LATE, NewReader, SeriesPlan, WelcomeState, due_email, judge_email
from tests.examples import examples

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
days = st.lists(st.integers(0, 30), min_size=1, max_size=5, unique=True)
hours = st.integers(0, 24 * 20)


def plans_on(all_days: list[int], began: datetime = START) -> list[SeriesPlan]:
    return [SeriesPlan(number, each, began) for number, each in enumerate(all_days, start=1)]


@settings(max_examples=examples(40))
@given(days, hours, st.integers(6, 50), st.sets(st.integers(0, 24 * 45), max_size=200))
def test_each_goes_once_in_order_a_day_apart_and_none_is_forgotten(
    all_days: list[int], confirmed_after: int, step: int, down: set[int]
) -> None:
    """Asked every few hours, but for some in which nothing ran."""
    plans, confirmed_at = plans_on(all_days), START + timedelta(hours=confirmed_after)
    had: dict[int, datetime] = {}
    for hour in range(0, 24 * 45, step):
        now = confirmed_at + timedelta(hours=hour)
        reader = NewReader(1, confirmed_at, dict(had))
        number = None if hour in down else due_email(plans, reader, series_since=START, now=now)
        if number is not None:
            assert number not in had
            assert all(now - earlier >= BETWEEN for earlier in had.values())
            had[number] = now
    by_number = {plan.email_id: plan for plan in plans}
    for number, at in had.items():
        due_at = confirmed_at + timedelta(days=by_number[number].days)
        assert due_at <= at <= due_at + MOST_LATE
    now = confirmed_at + timedelta(days=45)
    left = [plan for plan in plans if plan.email_id not in had]
    states = [
        judge_email(plan, NewReader(1, confirmed_at, had), series_since=START, now=now).state for plan in left
    ]
    assert set(states) <= {WelcomeState.TOO_LATE}, "whatever has not gone says why"
    if not down and step <= 12:
        assert [by_number[number].days for number in had] == sorted(all_days)


@given(days, st.integers(1, 24 * 400), hours)
def test_there_is_no_backlog(all_days: list[int], earlier: int, later: int) -> None:
    """Neither of readers from before the series was turned on, nor of emails that began later."""
    now = START + timedelta(hours=later)
    before = NewReader(1, START - timedelta(hours=earlier), {})
    assert due_email(plans_on(all_days), before, series_since=START, now=now) is None
    new = NewReader(1, START, {})
    late_plans = plans_on(all_days, began=START + timedelta(days=31))
    assert due_email(late_plans, new, series_since=START, now=now) is None


def test_who_was_put_on_the_list_by_others_gets_none() -> None:
    plan = plans_on([0])[0]
    verdict = judge_email(plan, NewReader(1, None, {}), series_since=START, now=START)
    assert verdict.state is WelcomeState.NOT_BY_THEMSELVES
