"""Drip schedule: which email of a welcome series is due to a reader, and if none, why not. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

BETWEEN = timedelta(days=1)
"""Two emails of a series are at least so far apart, also where one of them was late."""
MOST_LATE = timedelta(days=7)
"""What could not go for longer than this (the reader paused, the email was stopped, nothing ran) does not go."""


class WelcomeState(StrEnum):
    """Of one email for one reader. Ends the key of its text."""

    HAD = "had"
    """There is a delivery, whatever became of it."""
    IS_OFF = "is_off"
    """The series is off, or the email was taken out of it."""
    NO_TEXT = "no_text"
    """Nothing is approved yet, or what was is stopped."""
    NOT_BY_THEMSELVES = "not_by_themselves"
    """Staff or an import put them on the list."""
    BEFORE_SERIES = "before_series"
    """They were on the list when the series was turned on."""
    BEFORE_EMAIL = "before_email"
    """It would have been their turn before this email began to go out."""
    TOO_LATE = "too_late"
    WAITS = "waits"
    """For its day, or for the one before it to be a day ago."""
    IS_DUE = "is_due"


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """An email of a series."""

    email_id: int
    days: int
    since: datetime | None
    """When the first text of it began to go out; None where none has."""


@dataclass(frozen=True, slots=True)
class NewReader:
    subscriber_id: int
    confirmed_at: datetime | None
    """The first yes to this list, where it is the reader's own; None where others gave it."""
    had: Mapping[int, datetime]
    """By email: when."""


@dataclass(frozen=True, slots=True)
class WelcomeVerdict:
    state: WelcomeState
    at: datetime | None = None
    """When it was had, was due, or will be."""


def judge_email(
    plan: SeriesPlan, reader: NewReader, *, series_since: datetime | None, now: datetime
) -> WelcomeVerdict:
    """`series_since`: when the series was turned on; None while it is off."""
    if plan.email_id in reader.had:
        return WelcomeVerdict(WelcomeState.HAD, reader.had[plan.email_id])
    if series_since is None or plan.since is None:
        return WelcomeVerdict(WelcomeState.IS_OFF if series_since is None else WelcomeState.NO_TEXT)
    if reader.confirmed_at is None:
        return WelcomeVerdict(WelcomeState.NOT_BY_THEMSELVES)
    if reader.confirmed_at < series_since:
        return WelcomeVerdict(WelcomeState.BEFORE_SERIES, reader.confirmed_at)
    due_at = reader.confirmed_at + timedelta(days=plan.days)
    return _on_their_day(due_at, began_at=plan.since, had=reader.had.values(), now=now)


def _on_their_day(
    due_at: datetime, *, began_at: datetime, had: Collection[datetime], now: datetime
) -> WelcomeVerdict:
    if due_at < began_at:
        return WelcomeVerdict(WelcomeState.BEFORE_EMAIL, due_at)
    if now - due_at > MOST_LATE:
        return WelcomeVerdict(WelcomeState.TOO_LATE, due_at)
    at = max([due_at, *(had_at + BETWEEN for had_at in had)])
    return WelcomeVerdict(WelcomeState.IS_DUE if at <= now else WelcomeState.WAITS, at)


def due_email(
    plans: Sequence[SeriesPlan], reader: NewReader, *, series_since: datetime | None, now: datetime
) -> int | None:
    """The one whose turn it is: of several, the earliest. The next follows a day later."""
    in_order = sorted(plans, key=lambda plan: (plan.days, plan.email_id))
    due = (
        plan.email_id
        for plan in in_order
        if judge_email(plan, reader, series_since=series_since, now=now).state is WelcomeState.IS_DUE
    )
    return next(due, None)
