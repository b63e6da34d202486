"""Calendar of a month: what goes out, by itself or by staff's choice, and what went out, day by day.

One query, however many campaigns there are. What an automation plans is a scheduled campaign like any other.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col

from campaigns.local_time import FIRST_YEAR, LAST_YEAR
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign

MAX_ENTRIES = 500
"""In one month; the page says where there are more."""
TO_COME = (CampaignStatus.SCHEDULED, CampaignStatus.PREPARING, CampaignStatus.PAUSED)
_WEEK = timedelta(days=7)
_MONTH = re.compile("([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A campaign at the moment when it goes out, or went out."""

    campaign_id: int
    name: str
    status: CampaignStatus
    at: datetime
    is_automated: bool


@dataclass(frozen=True, slots=True)
class DayView:
    day: date
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    first: date
    """The first day of the month."""
    weeks: tuple[tuple[DayView, ...], ...]
    """From Monday to Sunday, the days of other months around it included."""
    is_cut: bool
    """There are more than are shown."""

    @property
    def before(self) -> date | None:
        """The month before; None where the calendar ends."""
        day = self.first - timedelta(days=1)
        return day.replace(day=1) if day.year >= FIRST_YEAR else None

    @property
    def after(self) -> date | None:
        day = _next_month(self.first)
        return day if day.year <= LAST_YEAR else None

    @property
    def days(self) -> tuple[DayView, ...]:
        """Those of the month with an entry, in their order."""
        return tuple(day for week in self.weeks for day in week if day.entries and self.has(day))

    def has(self, day: DayView) -> bool:
        """Whether it is of this month."""
        return day.day.month == self.first.month


def read_month(text: str) -> date | None:
    """`2026-12` as the first day of that month; None for anything else, and for years beyond a campaign's."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return date(year, month, 1) if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 else None


def month_view(session: Session, first: date, *, zone: str) -> MonthView:
    """The month that begins on `first`, in whole weeks, by clocks in `zone` (IANA name)."""
    mondays = _mondays(first)
    start, end = _midnight(mondays[0], zone), _midnight(mondays[-1] + _WEEK, zone)
    entries = going_out(session, start, end, limit=MAX_ENTRIES + 1)
    shown = by_day(entries[:MAX_ENTRIES], zone)
    return MonthView(first, weeks_of(first, shown), is_cut=len(entries) > MAX_ENTRIES)


def going_out(
    session: Session, start: datetime, end: datetime, *, limit: int, but: int | None = None
) -> list[CalendarEntry]:
    """What goes or went out from `start` to just before `end`, in its order; `but`: a campaign that does not
    count."""
    is_to_come = and_(
        col(Campaign.status).in_(TO_COME),
        col(Campaign.launched_at).is_(None),
        col(Campaign.scheduled_at) >= start,
        col(Campaign.scheduled_at) < end,
    )
    is_out = and_(col(Campaign.launched_at) >= start, col(Campaign.launched_at) < end)
    statement = columns(
        col(Campaign.id),
        col(Campaign.name),
        col(Campaign.status),
        col(Campaign.scheduled_at),
        col(Campaign.launched_at),
        col(Campaign.automation_id),
    ).where(or_(is_to_come, is_out))
    if but is not None:
        statement = statement.where(col(Campaign.id) != but)
    rows = session.execute(statement.order_by(col(Campaign.id)).limit(limit)).all()
    entries = [
        CalendarEntry(number, name, CampaignStatus(status), launched_at or scheduled_at, automation_id is not None)
        for number, name, status, scheduled_at, launched_at, automation_id in rows
    ]
    return sorted(entries, key=lambda entry: (entry.at, entry.campaign_id))


def by_day(entries: Iterable[CalendarEntry], zone: str) -> dict[date, tuple[CalendarEntry, ...]]:
    """By the day that clocks in `zone` show. Pure."""
    place = ZoneInfo(zone)
    days: dict[date, tuple[CalendarEntry, ...]] = {}
    for entry in entries:
        day = entry.at.astimezone(place).date()
        days[day] = (*days.get(day, ()), entry)
    return days


def weeks_of(first: date, entries: Mapping[date, tuple[CalendarEntry, ...]]) -> tuple[tuple[DayView, ...], ...]:
    """The month in weeks that begin on Monday, in each language of staff. Pure."""
    weeks = ((monday + timedelta(days=number) for number in range(7)) for monday in _mondays(first))
    return tuple(tuple(DayView(day, entries.get(day, ())) for day in week) for week in weeks)


def _mondays(first: date) -> list[date]:
    """Of every week that has a day of the month."""
    monday = first - timedelta(days=first.weekday())
    return [monday + _WEEK * number for number in range(6) if monday + _WEEK * number < _next_month(first)]


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _midnight(day: date, zone: str) -> datetime:
    """The moment at which the day begins; where clocks skip midnight, the first that they show."""
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
