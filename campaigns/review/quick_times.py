"""Quick choices of when to send: the next evening, morning and Monday, by the organisation's clock. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaigns.local_time import existing_time, moment

EVENING, MORNING, MONDAY_MORNING = time(18), time(8), time(9)
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class QuickChoice:
    name: str
    """`today`, `tomorrow` or `monday`; ends the key of its text."""
    local: datetime
    """What the clocks show then, without a zone."""


def quick_choices(now: datetime, *, zone: str) -> list[QuickChoice]:
    """Each that is still to come when clocks in `zone` (IANA name) show it; one that the clocks skip is an hour
    later by them. Monday is the next one, never the day itself. No day is offered twice: on a Sunday, Monday is
    tomorrow."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days_to_monday = (_MONDAY - today.weekday()) % 7 or 7
    wanted = (
        ("today", today, EVENING),
        ("tomorrow", today + timedelta(days=1), MORNING),
        ("monday", today + timedelta(days=days_to_monday), MONDAY_MORNING),
    )
    choices = [QuickChoice(name, existing_time(datetime.combine(day, at), zone)) for name, day, at in wanted]
    by_day: dict[date, QuickChoice] = {}
    for choice in choices:
        if moment(choice.local, zone) > now:
            by_day.setdefault(choice.local.date(), choice)
    return list(by_day.values())


def undo_seconds_left(scheduled_at: datetime | None, *, window: timedelta, now: datetime) -> int | None:
    """How long what goes out at once can be taken back, in whole seconds, rounded up: None for what goes out
    later than that, or has no time. 0: it is about to begin."""
    if scheduled_at is None or scheduled_at - now > window:
        return None
    left = max(scheduled_at - now, timedelta())
    return -(-left // timedelta(seconds=1))
