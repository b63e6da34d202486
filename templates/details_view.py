"""What events, appeals, projects and corrections say, with every date and number in the mail's language. Pure."""

from dataclasses import dataclass
from datetime import date, time

from core.i18n import clock_time, day_of_week_and_date, in_genitive, long_date
from templates.content import AppealBlock, CorrectionBlock, EventBlock, ImageBlock
from templates.reader_words import ReaderTexts, check_language
from templates.styles import TextDirection, way


@dataclass(frozen=True, slots=True)
class EventView:
    when: str
    place: str
    directions: str


@dataclass(frozen=True, slots=True)
class AppealView:
    url: str
    action: str
    is_own_word: bool
    """Whether the button speaks the library's words in the mail's language, or the item's in its own."""
    deadline: str
    counter: str
    """Empty while nobody has taken part: a zero invites nobody."""
    counted: str
    percent: int | None
    """Of the goal; None where there is none."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    wrong: str
    correct: str
    title: str
    way: TextDirection
    """Of the title."""
    note: str
    url: str | None


LOGO_HEIGHT, LOGO_WIDTH = 64, 200


def logo_width(logo: ImageBlock | None) -> int:
    """So that it is neither higher nor wider than what stands beside it bears."""
    if logo is None or not logo.width or not logo.height:
        return 96
    return min(LOGO_WIDTH, max(24, round(logo.width * LOGO_HEIGHT / logo.height)), logo.width)


def event_view(event: EventBlock, say: ReaderTexts) -> EventView:
    return EventView(_when(event, say), event.place, event.directions)


def appeal_view(appeal: AppealBlock, say: ReaderTexts) -> AppealView:
    counter = appeal.counter if appeal.counter and appeal.counter.count else None
    return AppealView(
        url=appeal.url,
        action=appeal.action or say("act"),
        is_own_word=not appeal.action,
        deadline=deadline(appeal, say),
        counter=_counter(counter.count, counter.goal, say) if counter else "",
        counted=_counted_on(counter.counted_on, say) if counter else "",
        percent=min(100, counter.count * 100 // counter.goal) if counter and counter.goal else None,
    )


def deadline(appeal: AppealBlock, say: ReaderTexts) -> str:
    """Until: Friday, 4 December 2026"""
    if appeal.deadline is None:
        return ""
    return say("until", date=day_of_week_and_date(appeal.deadline, say.language))


def correction_view(correction: CorrectionBlock, language: str, say: ReaderTexts) -> CorrectionView:
    """`language`: the correction's own. Raises InputRefused for a language that nobody knows."""
    title_language = correction.language or language
    check_language(title_language)
    return CorrectionView(
        wrong=correction.wrong,
        correct=correction.correct,
        title=correction.title,
        way=way(title_language),
        note=say.note(title_language, say.language),
        url=correction.url,
    )


def _counter(count: int, goal: int | None, say: ReaderTexts) -> str:
    return say("counter-of", count=count, goal=goal) if goal else say("counter", count=count)


def _counted_on(day: date, say: ReaderTexts) -> str:
    return say("counted-on", date=in_genitive(long_date(day, say.language), say.language))


def _when(event: EventBlock, say: ReaderTexts) -> str:
    if event.ends_on is None or event.ends_on == event.starts_on:
        return _moment(event.starts_on, _hours(event.starts_at, event.ends_at, say), say)
    first = _moment(event.starts_on, _hour(event.starts_at, say), say)
    last = _moment(event.ends_on, _hour(event.ends_at, say), say)
    return say(
        "from-day-to-day",
        first=in_genitive(first, say.language),
        last=in_genitive(last, say.language),
    )


def _moment(day: date, hours: str, say: ReaderTexts) -> str:
    named = day_of_week_and_date(day, say.language)
    return say("day-and-hour", day=named, hour=hours) if hours else named


def _hours(first: time | None, last: time | None, say: ReaderTexts) -> str:
    if first is None or last is None:
        return _hour(first, say)
    return say("from-hour-to-hour", first=_hour(first, say), last=_hour(last, say))


def _hour(moment: time | None, say: ReaderTexts) -> str:
    return clock_time(moment, say.language) if moment else ""
