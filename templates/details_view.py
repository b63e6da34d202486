"""What events, appeals, projects and corrections say, with every date and number in the mail's language. Pure."""

from dataclasses import dataclass, replace
from datetime import date, time

from core.i18n import clock_time, day_of_week_and_date, in_genitive, long_date
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.event import EventDetails
from templates.content import CorrectedItem, Image
from templates.reader_words import ReaderTexts, check_language
from templates.styles import TextDirection, text_direction


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
    counter: str = ""
    """Empty while nobody has taken part: a zero invites nobody."""
    counted: str = ""
    percent: int | None = None
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


def logo_width(logo: Image | None) -> int:
    """So that it is neither higher nor wider than what stands beside it bears."""
    if logo is None or not logo.width or not logo.height:
        return 96
    return min(LOGO_WIDTH, max(24, round(logo.width * LOGO_HEIGHT / logo.height)), logo.width)


@dataclass(frozen=True, slots=True)
class DetailsViewFactory:
    """What the details of kinds say in one mail: `say` speaks its language."""

    say: ReaderTexts

    def event(self, event: EventDetails) -> EventView | None:
        """None of one that does not say when it is."""
        if not event.starts:
            return None
        return EventView(self._when(event), event.place, event.directions)

    def appeal(self, appeal: AppealDetails) -> AppealView | None:
        """None of one that does not say where to act."""
        if not appeal.action_url:
            return None
        view = AppealView(
            url=appeal.action_url,
            action=appeal.action or self.say("act"),
            is_own_word=not appeal.action,
            deadline=self.deadline(appeal),
        )
        if not appeal.count or appeal.counted_on is None:
            return view
        return replace(
            view,
            counter=self._counter(appeal.count, appeal.goal),
            counted=self.say("counted-on", date=self._genitive(long_date(appeal.counted_on, self.say.language))),
            percent=min(100, appeal.count * 100 // appeal.goal) if appeal.goal else None,
        )

    def deadline(self, appeal: AppealDetails) -> str:
        """Until: Friday, 4 December 2026"""
        return self.say("until", date=self._day(appeal.deadline)) if appeal.deadline and appeal.action_url else ""

    def correction(
        self, correction: CorrectionDetails, corrected: CorrectedItem | None, language: str
    ) -> CorrectionView:
        """`language`: the correction's own. Raises InputRefused for a language that nobody knows."""
        title_language = (corrected.language if corrected else "") or language
        check_language(title_language)
        return CorrectionView(
            wrong=correction.wrong,
            correct=correction.correct,
            title=corrected.title if corrected else "",
            way=text_direction(title_language),
            note=self.say.note(title_language, self.say.language),
            url=corrected.url if corrected else None,
        )

    def _counter(self, count: int, goal: int | None) -> str:
        return self.say("counter-of", count=count, goal=goal) if goal else self.say("counter", count=count)

    def _when(self, event: EventDetails) -> str:
        starts_on, starts_at = event.first_moment()
        ends_on, ends_at = event.last_moment()
        if ends_on is None or ends_on == starts_on:
            return self._moment(starts_on, self._hours(starts_at, ends_at))
        first = self._moment(starts_on, self._hour(starts_at))
        last = self._moment(ends_on, self._hour(ends_at))
        return self.say("from-day-to-day", first=self._genitive(first), last=self._genitive(last))

    def _genitive(self, day: str) -> str:
        return in_genitive(day, self.say.language)

    def _moment(self, day: date, hours: str) -> str:
        named = self._day(day)
        return self.say("day-and-hour", day=named, hour=hours) if hours else named

    def _hours(self, first: time | None, last: time | None) -> str:
        if first is None or last is None:
            return self._hour(first)
        return self.say("from-hour-to-hour", first=self._hour(first), last=self._hour(last))

    def _hour(self, moment: time | None) -> str:
        return clock_time(moment, self.say.language) if moment else ""

    def _day(self, day: date) -> str:
        return day_of_week_and_date(day, self.say.language)
