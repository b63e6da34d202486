"""Recurrence rule: on which days, and at what time by the clocks of which place, a digest is made. Pure.

The days are RFC 5545's, over dateutil.rrule; they have a date and a time of day, and no moment. What clocks show
becomes a moment at the very end, so that 8:00 is 8:00 in summer and in winter. Where clocks skip the time, it is
the time that it would be by the clock of before; where they show it twice, the first (`campaigns.local_time`).
Holidays and quiet hours move a firing, and never drop it: what is moved onto another one is one with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, rrule

from campaigns.digest_tables import Pattern
from campaigns.digests.free_days import is_working_day, public_holidays
from campaigns.local_time import existing_time, moment
from campaigns.quiet_hours import QuietHours
from core.errors import InputRefused

LONGEST_MOVE = timedelta(days=7)
"""Longer than holidays and the weekends around them move a day, with a night on top."""
_WORKING_WEEK = range(5)


@dataclass(frozen=True, slots=True)
class CalendarRule:
    pattern: Pattern
    weekdays: tuple[int, ...]
    """Monday is 0. Only of patterns by week."""
    starts_on: date
    at: time
    zone: str
    """IANA name."""
    moves_for_holidays: bool = True
    """What falls on a public holiday is made on the next working day."""


@dataclass(frozen=True, slots=True)
class Firing:
    planned: date
    """The day that the pattern says."""
    local: datetime
    """What clocks show in the rule's zone: by this it is known again, whatever becomes of the zone."""
    at: datetime
    """The moment, in UTC."""

    @property
    def is_moved(self) -> bool:
        return self.local.date() != self.planned


def check_rule(rule: CalendarRule) -> CalendarRule:
    """Raises InputRefused for a zone that there is not, and for a week without days."""
    moment(datetime.combine(rule.starts_on, time(12)), rule.zone)
    is_by_week = rule.pattern in (Pattern.WEEKLY, Pattern.FORTNIGHTLY)
    if is_by_week and (not rule.weekdays or not set(rule.weekdays) <= set(range(7))):
        raise InputRefused("campaigns-digest-weekdays")
    return rule


def next_firing(rule: CalendarRule, quiet: QuietHours | None, *, after: datetime) -> Firing:
    """The first that is later, of a rule with days. Raises InputRefused as `check_rule` does."""
    return next(firings(rule, quiet, after=after))


def next_firings(rule: CalendarRule, quiet: QuietHours | None, *, after: datetime, count: int) -> list[Firing]:
    """Raises InputRefused as `check_rule` does."""
    return list(islice(firings(rule, quiet, after=after), count))


def firings(rule: CalendarRule, quiet: QuietHours | None, *, after: datetime) -> Iterator[Firing]:
    """Each that is later, in order."""
    check_rule(rule)
    since = after.astimezone(ZoneInfo(rule.zone)).date() - LONGEST_MOVE
    last = after.astimezone(UTC)
    for firing in _in_order(rule, quiet, max(since, rule.starts_on)):
        if firing.at > last:
            last = firing.at
            yield firing


def _in_order(rule: CalendarRule, quiet: QuietHours | None, since: date) -> Iterator[Firing]:
    """A Thursday's that is moved to Monday comes after the Saturday's."""
    waiting: list[tuple[datetime, date, Firing]] = []
    for day in _days(rule, since):
        while waiting and waiting[0][0].date() < day:
            yield heappop(waiting)[-1]
        local = datetime.combine(_moved(rule, day), rule.at)
        local = existing_time(quiet.end_after(local) if quiet else local, rule.zone)
        heappush(waiting, (local, day, Firing(day, local, moment(local, rule.zone))))


def _days(rule: CalendarRule, since: date) -> Iterator[date]:
    start = datetime.combine(since, time())
    match rule.pattern:
        case Pattern.WEEKLY:
            days = rrule(WEEKLY, dtstart=start, byweekday=rule.weekdays)
        case Pattern.FORTNIGHTLY:
            monday = rule.starts_on - timedelta(days=rule.starts_on.weekday())
            fortnight = monday + (since - monday) // timedelta(days=14) * timedelta(days=14)
            begin = datetime.combine(fortnight, time())
            days = rrule(WEEKLY, interval=2, dtstart=begin, byweekday=rule.weekdays)
        case Pattern.FIRST_OF_MONTH:
            days = rrule(MONTHLY, dtstart=start, bymonthday=1)
        case Pattern.LAST_WORKING_DAY:
            days = rrule(MONTHLY, dtstart=start, byweekday=_WORKING_WEEK, bysetpos=-1)
        case Pattern.ON_PUBLICATION:
            return iter(())
    return (each.date() for each in days if each >= start)


def _moved(rule: CalendarRule, day: date) -> date:
    if rule.pattern is Pattern.LAST_WORKING_DAY:
        while not is_working_day(day):
            day -= timedelta(days=1)
    elif rule.moves_for_holidays and _is_holiday(day):
        while not is_working_day(day):
            day += timedelta(days=1)
    return day


def _is_holiday(day: date) -> bool:
    """A Saturday that was chosen is none."""
    return day in public_holidays(day.year)
