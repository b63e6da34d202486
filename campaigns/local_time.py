"""The local time that staff chose, as a moment. Pure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from core.errors import InputRefused
from core.utc_offset import moments_shown, offset_name

FIRST_YEAR = 2000
LAST_YEAR = 2199
"""Years beyond these are slips of the finger, and at the calendar's ends they have no moment in UTC."""


class HappensTwice(InputRefused):
    """Clocks are set back in that hour, and nobody said which of the two is meant."""

    def __init__(self, local: datetime, zone: str, both: list[datetime]) -> None:
        super().__init__("campaigns-time-twice", time=_shown(local), zone=zone)
        self.both = both
        """The two, in order, each with its offset from UTC."""


def occurrences(local: datetime, zone: str) -> list[datetime]:
    """When clocks in `zone` (IANA name) show `local` (a naive datetime), in order, each with its offset: once, not
    at all in spring, twice in autumn. Raises InputRefused for a zone or a year that nobody means."""
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise InputRefused("campaigns-unknown-zone", zone=zone) from error
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise InputRefused("campaigns-time-far", time=_shown(local), last=str(LAST_YEAR))
    return moments_shown(local, place)


def moment(local: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which clocks in `zone` (IANA name) show `local` (a naive datetime).

    In autumn an hour happens twice: the first one is meant (RFC 5545, section 3.3.5). In spring one does not
    happen: InputRefused, because guessing would send at a time that nobody chose.
    """
    matches = occurrences(local, zone)
    if not matches:
        raise InputRefused("campaigns-time-does-not-exist", time=_shown(local), zone=zone)
    return matches[0].astimezone(UTC)


def chosen_moment(local: datetime, zone: str) -> datetime:
    """The same for a time that somebody chose for once: where it happens twice, they say which one they mean by
    an offset (2027-10-31 02:30+02:00). Raises HappensTwice where they did not, InputRefused where clocks in
    `zone` are not that far from UTC at that time."""
    offset = local.utcoffset()
    shown = local.replace(tzinfo=None)
    matches = occurrences(shown, zone)
    if offset is None and len(matches) > 1:
        raise HappensTwice(shown, zone, matches)
    first = moment(shown, zone)
    if offset is None:
        return first
    for each in matches:
        if each.utcoffset() == offset:
            return each.astimezone(UTC)
    raise InputRefused("campaigns-time-offset", time=_shown(shown), zone=zone, offset=offset_name(local))


def existing_time(local: datetime, zone: str) -> datetime:
    """`local`, or what clocks in `zone` show instead where they skip it: the time that it would be by the clock of
    before (RFC 5545, section 3.3.5), 03:30 for 02:30. For a time of day that was set once, for all days."""
    place = ZoneInfo(zone)
    return local.replace(tzinfo=place, fold=0).astimezone(UTC).astimezone(place).replace(tzinfo=None, fold=0)


def _shown(local: datetime) -> str:
    return local.strftime("%Y-%m-%d %H:%M")
