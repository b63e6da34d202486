"""How a place's clocks stand to UTC, where a time of day alone does not tell the moment: in one night of the year
they skip an hour, in another one they show it twice. Pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def moments_shown(local: datetime, place: ZoneInfo) -> list[datetime]:
    """When clocks there show `local` (a naive datetime), in order, each with its offset: once, never, or twice."""
    instants = sorted({local.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1)})
    shown = [instant.astimezone(place) for instant in instants]
    return [each for each in shown if each.replace(tzinfo=None, fold=0) == local.replace(fold=0)]


def is_twofold(at: datetime) -> bool:
    """Whether clocks in the zone of `at` (an aware datetime) show that time twice, because they are set back."""
    return at.utcoffset() != at.replace(fold=1 - at.fold).utcoffset()


def offset_name(at: datetime) -> str:
    """UTC+2, UTC−3:30; of an aware datetime."""
    offset = at.utcoffset() or timedelta()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"
