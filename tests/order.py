"""Scheduling, the longest first: no test process ends long after the others with a test that takes a minute.

`--dist=worksteal` gives each process a part of the list at the start, as it stands, and who has done with it takes
from the ends of the others'. So what takes long stands at the beginning of each part.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def long_ones_first(items: Sequence[T], is_long: Callable[[T], bool], *, processes: int) -> Iterator[T]:
    """The same items, each once. What belongs together stays together as far as it did."""
    long: list[T] = []
    short: list[T] = []
    for item in items:
        (long if is_long(item) else short).append(item)
    rest = iter(short)
    for number in range(processes):
        own = long[number::processes]
        length = len(items) * (number + 1) // processes - len(items) * number // processes
        yield from own
        yield from islice(rest, max(0, length - len(own)))
    yield from rest
