"""Number ranges: many numbers in few words, as people write pages: `3-7,12`. Pure."""

from collections.abc import Collection, Iterable
from itertools import pairwise

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
    return ",".join(
        str(first) if first == last else f"{first}-{last}" for first, last in zip(starts, ends, strict=True)
    )


class NumberSet:
    """Numbers as a person or a form named them: whether one is among them, however many there are."""

    def __init__(self, text: str) -> None:
        """Raises InputRefused for what is no such list."""
        parts = [part.strip() for part in text[: MAX_TEXT + 1].split(",")]
        if len(text) > MAX_TEXT or not all(_is_range(part) for part in parts):
            raise InputRefused("core-number-ranges", text=text[:40])
        ends = [[int(end) for end in part.split("-")] for part in parts]
        self._ranges = sorted((pair[0], pair[-1]) for pair in ends)

    def among(self, numbers: Collection[int]) -> list[int]:
        """Those of `numbers` that were named, in their order."""
        named, ranges, place = [], self._ranges, 0
        for number in sorted(numbers):
            while place < len(ranges) and ranges[place][1] < number:
                place += 1
            if any(first <= number <= last for first, last in ranges[place : place + 1]):
                named.append(number)
        return named


def _is_range(part: str) -> bool:
    ends = part.split("-")
    return len(ends) <= 2 and all(end.isascii() and end.isdigit() and len(end) <= 19 for end in ends)
