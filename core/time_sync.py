"""Time synchronisation (NTP): whether the kernel holds this machine's clock to be right.

`adjtimex(2)`: the clock's status, which a time service keeps; asking needs no privileges.
"""

import ctypes
from functools import cache
from typing import Any

_UNSYNCHRONISED = 0x0040
"""STA_UNSYNC of <sys/timex.h>."""


class _Timex(ctypes.Structure):
    """The beginning of `struct timex`, and room for its rest."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 256),
    )


def is_synchronised() -> bool | None:
    """None where the system does not tell: another one than Linux, or a container that may not ask."""
    ask = _adjtimex()
    if ask is None:
        return None
    answer = _Timex()
    if ask(ctypes.byref(answer)) < 0:
        return None
    return not answer.status & _UNSYNCHRONISED


@cache
def _adjtimex() -> Any:
    return getattr(ctypes.CDLL(None), "adjtimex", None)
