"""Re-engagement schedule: whether a quiet reader is asked, and what follows from no answer. Pure.

Months are the calendar's; silence is counted from the last thing that the reader did, or from the day on which
they came onto the list.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

BETWEEN = timedelta(days=7)
"""Who is quiet on several lists is not asked about all at once; an answer to one is a sign of life for all."""
MOST_LATE = timedelta(days=3)
"""A question that could not go for longer is not sent any more: the day that it names would be too near."""


class QuietState(StrEnum):
    HEARD_LATELY = "heard_lately"
    """Or on the list for less than that."""
    ASKED_LATELY = "asked_lately"
    ASKED_ABOUT_ANOTHER = "asked_about_another"
    IS_DUE = "is_due"


class AnswerState(StrEnum):
    ANSWERED = "answered"
    """By the page of the question, or by anything else that they did since."""
    WAITS = "waits"
    NONE_CAME = "none_came"


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """One reader of one list."""

    on_list_since: datetime
    heard_at: datetime | None = None
    """When they last did something themselves."""
    asked_at: datetime | None = None
    """When they were last asked about this list."""
    asked_elsewhere_at: datetime | None = None
    """The same about any other."""

    @property
    def last_sign(self) -> datetime:
        return max(self.on_list_since, self.heard_at or self.on_list_since)


def silent_since(now: datetime, months: int) -> datetime:
    """Who did nothing after this moment has been silent for so many months."""
    return now - relativedelta(months=months)


def judge_reader(reader: ReaderFacts, *, months: int, now: datetime) -> QuietState:
    before = silent_since(now, months)
    if reader.last_sign > before:
        return QuietState.HEARD_LATELY
    if reader.asked_at is not None and reader.asked_at > before:
        return QuietState.ASKED_LATELY
    if reader.asked_elsewhere_at is not None and reader.asked_elsewhere_at > now - BETWEEN:
        return QuietState.ASKED_ABOUT_ANOTHER
    return QuietState.IS_DUE


def judge_answer(reader: ReaderFacts, *, asked_at: datetime, answer_until: datetime, now: datetime) -> AnswerState:
    """Of a question that named a day. Who came onto the list since then has left it before, or was never asked."""
    if reader.last_sign >= asked_at:
        return AnswerState.ANSWERED
    return AnswerState.WAITS if now < answer_until else AnswerState.NONE_CAME
