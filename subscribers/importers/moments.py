"""Moments as other systems write them, each in its one way: nothing is guessed, not even which number is the day.

Pure. What names no zone is taken for UTC; the consent record has it as it was written.
"""

import re
from datetime import UTC, datetime

_GO = re.compile(r" ([+-]\d{4})(?: [A-Z]{1,5}| [+-]\d{4})?$")
"""Go's own way, `2024-03-01 09:30:00.12 +0000 UTC` (time.Time.String)."""


def read_iso(text: str) -> datetime:
    """ISO 8601, with a blank for the T as well. Raises ValueError."""
    moment = datetime.fromisoformat(_GO.sub(r"\1", text.strip()))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_day_first(text: str) -> datetime:
    """31-01-2024, with or without 09:30 or 09:30:00 behind it. Raises ValueError."""
    form = ("%d-%m-%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y %H:%M:%S")[min(text.count(":"), 2)]
    return datetime.strptime(text.strip(), form).replace(tzinfo=UTC)
