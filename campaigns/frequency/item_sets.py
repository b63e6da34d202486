"""Sets: which items of a digest are in the copy of one reader. An item is a bit, by its place. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

MAX_SETS = 32
"""Each is rendered in each language, looked at before it is approved, and kept for good."""
MAX_ITEMS = 60
"""Of a digest that differs by reader: a set of so many fits into a number of either database."""


@dataclass(frozen=True, slots=True)
class ReaderItemsView:
    """What is known of one reader and the items of a digest."""

    wanted: int
    """For her, as things are now."""
    had: int = 0
    """She has them from elsewhere."""
    changed: int = 0
    """She has chosen something about their topics since the sets were made: what she wants since may wait."""


def all_items(count: int) -> int:
    return (1 << count) - 1


def choose_sets(readers: Mapping[int, int], everything: int) -> tuple[int, ...]:
    """Those that a digest has: all of its items, and what most readers would get. `readers`: set → how many."""
    others = [each for each in readers if each not in (0, everything)]
    others.sort(key=lambda each: (-readers[each], -each.bit_count(), each))
    return (everything, *others[: MAX_SETS - 1])


def nearest(reader: ReaderItemsView, sets: Collection[int]) -> int:
    """The set that she gets: one with all of hers, that repeats the least of what she had, then lacks the least of
    what she wants since the sets were made, and then says the least besides. `sets` has that of all items."""
    asked = reader.wanted & ~reader.changed
    larger = (each for each in sets if each & asked == asked and each & reader.wanted)
    return min(
        larger,
        key=lambda each: (
            (each & reader.had).bit_count(),
            (reader.wanted & ~each).bit_count(),
            (each & ~reader.wanted).bit_count(),
            each,
        ),
    )


def mask_of(item_ids: Collection[int], places: Sequence[int]) -> int:
    """`places`: the items of the digest, in their order."""
    return sum(1 << place for place, item_id in enumerate(places) if item_id in item_ids)


def items_in(mask: int, places: Sequence[int]) -> list[int]:
    """The reverse of it, in their order."""
    return [item_id for place, item_id in enumerate(places) if mask >> place & 1]
