"""Random sample: a share of all people, drawn by chance and always the same one.

The hash of an address is keyed, and so as good as a random number; an index has people in its order. Those with
the lowest hashes are a simple random sample, for which nobody else is looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, sqrt

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from subscribers.tables import Subscriber

_MOST_PARTS = 2**16
"""As many as the first four digits of a hash can tell apart."""
LOOKED_AT = 2**10
"""People of whom an estimate is made, up to twice as many."""
LEAST_SHARE = 2**5
"""One in so many: of fewer people everybody is counted as quickly."""
FOUND = 100
"""Of them, at least, or an estimate says little: it is wrong by more than a fifth once in twenty times."""


@dataclass(frozen=True, slots=True)
class SampleRange:
    """Of everybody: one in so many."""

    parts: int
    """A power of two, 2 to 65,536."""

    def has(self) -> ColumnElement[bool]:
        """Of a subscriber."""
        return col(Subscriber.address_hash) < f"{_MOST_PARTS // self.parts:04x}"


def draw_share(session: Session, *, size: int) -> SampleRange | None:
    """One with about so many people, up to twice as many; None where that is most of them.

    How many there are is not counted: the highest number ever given stands for it, so that a share is smaller
    where many have been erased.
    """
    highest = session.exec(select(func.max(col(Subscriber.id)))).one() or 0
    parts = 1 << max(0, (highest // size).bit_length() - 1)
    return SampleRange(min(parts, _MOST_PARTS)) if parts > 1 else None


def share_for_estimate(session: Session) -> SampleRange | None:
    """None where everybody is counted as quickly."""
    share = draw_share(session, size=LOOKED_AT)
    return share if share and share.parts >= LEAST_SHARE else None


@dataclass(frozen=True, slots=True)
class CountResult:
    """How many people there are of whom something holds: counted, or estimated from a share of them."""

    counted: int
    one_in: int = 1

    @property
    def total(self) -> int:
        return self.counted * self.one_in

    @property
    def is_estimate(self) -> bool:
        return self.one_in > 1

    @property
    def between(self) -> tuple[int, int]:
        """How many there are of an estimate, nineteen times in twenty; two digits of each. Whoever is found among
        people drawn by chance is a Poisson number, whose square root varies alike, whatever it is: by a half."""
        least, most = max(0.0, sqrt(self.counted) - 1) ** 2, (sqrt(self.counted + 1) + 1) ** 2
        return _two_digits(least * self.one_in, floor), _two_digits(most * self.one_in, ceil)

    @property
    def is_vague(self) -> bool:
        """Too few were found: whoever looks is told more as soon as everybody is counted."""
        return self.is_estimate and self.counted < FOUND


def _two_digits(number: float, rounded: Callable[[float], int]) -> int:
    step = int(10 ** max(0, len(str(int(number))) - 2))
    return rounded(number / step) * step
