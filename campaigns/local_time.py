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


def _shown(local: datetime) -> str:
    return local.strftime("%Y-%m-%d %H:%M")
