"""What a mail is shown on, and whether a media query means it."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WIDTH = re.compile(r"\((min|max)-width:([\d.]+)px\)")


@dataclass(frozen=True, slots=True)
class ColourScheme:
    width: int
    is_dark: bool

    @property
    def scheme(self) -> str:
        return "dark" if self.is_dark else "light"


@lru_cache(maxsize=1024)
def applies(media: str, screen: ColourScheme) -> bool:
    """Whether one of the queries in `media` is for the screen. A query that is not understood is not."""
    return not media.strip() or any(_holds(query, screen) for query in media.lower().split(","))


def _holds(query: str, screen: ColourScheme) -> bool:
    parts = query.strip().removeprefix("only ").split(" and ")
    return all(_part_holds(re.sub(r"\s+", "", part), screen) for part in parts)


def _part_holds(part: str, screen: ColourScheme) -> bool:
    width = _WIDTH.fullmatch(part)
    if width:
        bound = float(width[2])
        return screen.width >= bound if width[1] == "min" else screen.width <= bound
    return part in ("all", "screen", f"(prefers-color-scheme:{screen.scheme})")
