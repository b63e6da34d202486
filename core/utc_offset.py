"""How far a place's clocks are from UTC: said where the time of day alone does not tell the moment. Pure."""

from datetime import datetime, timedelta


def is_twofold(at: datetime) -> bool:
    """Whether clocks in the zone of `at` (an aware datetime) show that time twice, because they are set back."""
    return at.utcoffset() != at.replace(fold=1 - at.fold).utcoffset()


def offset_name(at: datetime) -> str:
    """UTC+2, UTC−3:30; of an aware datetime."""
    offset = at.utcoffset() or timedelta()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"
