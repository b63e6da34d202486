"""The local time that staff chose, as a moment. Pure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from core.errors import InputRefused

FIRST_YEAR = 2000
LAST_YEAR = 2199
"""Years beyond these are slips of the finger, and at the calendar's ends they have no moment in UTC."""


def moment(local: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which clocks in `zone` (IANA name) show `local`.

    In autumn an hour happens twice: the first one is meant. In spring one does not happen: InputRefused, because
    guessing would send at a time that nobody chose.
    """
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise InputRefused("campaigns-unknown-zone", zone=zone) from error
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise InputRefused("campaigns-time-far", time=_shown(local), last=str(LAST_YEAR))
    aware = local.replace(tzinfo=place, fold=0)
    instant = aware.astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) != local.replace(fold=0):
        raise InputRefused("campaigns-time-does-not-exist", time=_shown(local), zone=zone)
    return instant


def existing_time(local: datetime, zone: str) -> datetime:
    """`local`, or what clocks in `zone` show instead where they skip it: the time that it would be by the clock of
    before (RFC 5545, section 3.3.5), 03:30 for 02:30. For a time of day that was set once, for all days."""
    place = ZoneInfo(zone)
    return local.replace(tzinfo=place, fold=0).astimezone(UTC).astimezone(place).replace(tzinfo=None, fold=0)


def _shown(local: datetime) -> str:
    return local.strftime("%Y-%m-%d %H:%M")
