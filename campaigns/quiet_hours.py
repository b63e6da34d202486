"""Quiet hours: part of the night in which nothing is sent by itself. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

_WRITTEN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """By a local clock, `begin` included and `end` not; over midnight where it begins later than it ends."""

    begin: time
    end: time

    def holds(self, local: datetime) -> bool:
        now = local.time()
        if self.begin <= self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end

    def end_after(self, local: datetime) -> datetime:
        """`local`, or when the quiet hours are over that hold it."""
        if not self.holds(local):
            return local
        end = datetime.combine(local.date(), self.end)
        return end if end > local else end + timedelta(days=1)


def read_quiet_hours(text: str) -> QuietHours | None:
    """`22:00-07:00`; None of what is empty. Raises ValueError."""
    if not text:
        return None
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError("like 22:00-07:00, or empty")
    hour, minute, last_hour, last_minute = map(int, match.groups())
    return QuietHours(time(hour, minute), time(last_hour, last_minute))
