"""Public holidays of Slovenia on which nobody works. Pure.

Source: Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji (ZPDPD, Uradni list RS, 112/05 and later):
of the days off work those that can fall on a working day. A holiday on a Sunday stays there. Tests compare
them with the `holidays` library, which knows every country and is too big to be installed for the sake of one.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_EVERY_YEAR = (
    (1, 1), (1, 2),  # New Year
    (2, 8),  # Prešeren Day, of culture
    (4, 27),  # Day of Uprising Against Occupation
    (5, 1), (5, 2),  # Labour Day
    (6, 25),  # Statehood Day
    (8, 15),  # Assumption
    (10, 31),  # Reformation Day
    (11, 1),  # Remembrance Day
    (12, 25),  # Christmas
    (12, 26),  # Independence and Unity Day
)  # fmt: skip


@lru_cache(maxsize=32)
def public_holidays(year: int) -> frozenset[date]:
    """Easter Sunday and Whit Sunday are no working days anyway, and are not among them."""
    return frozenset({*(date(year, month, day) for month, day in _EVERY_YEAR), easter(year) + timedelta(days=1)})


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in public_holidays(day.year)
