"""How the letters of a mail look, element by element, as far as the mail itself says it."""

from dataclasses import dataclass

from templates.checks.cascade import Styled
from templates.checks.colour_schemes import ColourScheme
from templates.checks.css_values import Rgba, Size, Special, Value

_BLACK, _WHITE = Rgba(0, 0, 0), Rgba(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look at one place; None: the mail does not say."""

    ink: Rgba | None
    ground: Rgba | None
    size: float | None = 16.0
    weight: int | None = 400
    is_seen: bool = True
    is_there: bool = True
    """Unlike what merely is not seen, what is not there takes all that is in it along."""
    is_apart: bool = False
    """Painted elsewhere, or otherwise than its colours say, with all that is in it."""

    @property
    def is_read(self) -> bool:
        return self.is_there and self.is_seen and self.size != 0


def probe_results(elements: list[Styled], screen: ColourScheme) -> list[Look]:
    """One for each of them."""
    looks: list[Look] = []
    for one in elements:
        around = _canvas(screen) if one.parent is None else looks[one.parent]
        looks.append(_look(one.on(screen), around))
    return looks


def _canvas(screen: ColourScheme) -> Look:
    """Black on white by day; by night each program has its own colours."""
    return Look(None, None) if screen.is_dark else Look(_BLACK, _WHITE)


def _look(said: dict[str, Value], around: Look) -> Look:
    if not said:
        return around
    is_apart = around.is_apart or said.get("is-apart") is True
    return Look(
        ink=None if is_apart else _ink(said, around),
        ground=None if is_apart else _ground(said, around),
        size=_size(said, around),
        weight=_weight(said, around),
        is_seen=said["is-seen"] is True if "is-seen" in said else around.is_seen,
        is_there=around.is_there and said.get("hidden") is not True and said.get("is-shut") is not True,
        is_apart=is_apart,
    )


def _ink(said: dict[str, Value], around: Look) -> Rgba | None:
    colour = said.get("color", Special.INHERITED)
    if colour is Special.INHERITED:
        return around.ink
    return colour if isinstance(colour, Rgba) else None


def _ground(said: dict[str, Value], around: Look) -> Rgba | None:
    if said.get("background-image", False) is not False:
        return None
    colour = said.get("background-color")
    if colour is None:
        return around.ground
    if not isinstance(colour, Rgba):
        return None
    if colour.alpha >= 1:
        return colour
    return colour.over(around.ground) if around.ground is not None else None


def _size(said: dict[str, Value], around: Look) -> float | None:
    size = said.get("font-size", Special.INHERITED)
    if size is Special.INHERITED:
        return around.size
    if not isinstance(size, Size):
        return None
    if not size.is_relative:
        return size.number
    return around.size * size.number if around.size is not None else None


def _weight(said: dict[str, Value], around: Look) -> int | None:
    weight = said.get("font-weight", Special.INHERITED)
    if weight is Special.INHERITED:
        return around.weight
    return weight if isinstance(weight, int) else None
