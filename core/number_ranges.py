"""Number ranges: many numbers in few words, as people write pages: `3-7,12`. Pure."""

from collections.abc import Collection, Iterable
from itertools import chain, islice, pairwise

from core.errors import InputRefused

MAX_TEXT = 200_000
"""Longer than what any form of ours holds."""


def write_ranges(numbers: Iterable[int]) -> str:
    """In their order, each once; only numbers that follow each other without a gap become a range."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    gaps = [(before, after) for before, after in pairwise(ordered) if after != before + 1]
    starts, ends = [ordered[0], *(after for _, after in gaps)], [*(before for before, _ in gaps), ordered[-1]]
    return _written(zip(starts, ends, strict=True))


def join_ranges(texts: Iterable[str]) -> str:
    """All that any of these names, which `write_ranges` has made."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(pair for text in texts if text for pair in _pairs(text.split(","))):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return _written(joined)


def numbers_in(text: str, *, most: int) -> list[int]:
    """The first of them, one by one: a range may name as many as anybody likes."""
    ranges = (range(first, last + 1) for first, last in _pairs(text.split(",") if text else []))
    return list(islice(chain.from_iterable(ranges), most))


class NumberSet:
    """Numbers as a person or a form named them: whether one is among them, however many there are."""

    def __init__(self, text: str) -> None:
        """Raises InputRefused for what is no such list."""
        parts = [part.strip() for part in text[: MAX_TEXT + 1].split(",")]
        if len(text) > MAX_TEXT or not all(_is_range(part) for part in parts):
            raise InputRefused("core-number-ranges", text=text[:40])
        self._ranges = sorted(_pairs(parts))

    def among(self, numbers: Collection[int]) -> list[int]:
        """Those of `numbers` that were named, in their order."""
        named, ranges, place = [], self._ranges, 0
        for number in sorted(numbers):
            while place < len(ranges) and ranges[place][1] < number:
                place += 1
            if any(first <= number <= last for first, last in ranges[place : place + 1]):
                named.append(number)
        return named


def _pairs(parts: Iterable[str]) -> list[tuple[int, int]]:
    ends = [[int(end) for end in part.split("-")] for part in parts]
    return [(pair[0], pair[-1]) for pair in ends]


def _written(ranges: Iterable[tuple[int, int]]) -> str:
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def _is_range(part: str) -> bool:
    ends = part.split("-")
    return len(ends) <= 2 and all(end.isascii() and end.isdigit() and len(end) <= 19 for end in ends)
