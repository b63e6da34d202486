"""Times of an event by the organisation's clocks: one that they skip is a slip, and refused. Pure.

One that they show twice is taken as calendars take it, for the first (RFC 5545, section 3.3.5); a campaign's check
asks whether the text says so.
"""

from zoneinfo import ZoneInfo

from core.errors import InputRefused
from core.utc_offset import moments_shown
from kinds.details import Details
from news.markdown_file import NewsFile


def skipped_times(details: Details, zone: str) -> list[str]:
    """The keys of those that clocks in `zone` (IANA name) never show."""
    place = ZoneInfo(zone)
    return [name for name, local in details.times().items() if not moments_shown(local, place)]


def refuse_skipped_times(file: NewsFile, zone: str) -> None:
    """Raises InputRefused, naming the file and the line."""
    for name in skipped_times(file.details, zone):
        raise InputRefused("news-time-skipped", file=file.path.name, line=file.lines[name], zone=zone)
