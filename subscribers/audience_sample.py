"""Random sample: a share of all people, drawn by chance and always the same one.

The hash of an address is keyed, and so as good as a random number; an index has people in its order. Those with
the lowest hashes are a simple random sample, for which nobody else is looked at.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from subscribers.tables import Subscriber

_MOST_PARTS = 2**16
"""As many as the first four digits of a hash can tell apart."""


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
