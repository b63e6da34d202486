"""Computed styles: how the letters of a mail look, element by element, as far as the mail itself says it."""

from dataclasses import dataclass

from templates.checks.cascade import StyledElement
from templates.checks.colour_schemes import ColourScheme
from templates.checks.css_values import RgbaValue, SizeValue, SpecialValue, Value

_BLACK, _WHITE = RgbaValue(0, 0, 0), RgbaValue(1, 1, 1)


@dataclass(frozen=True, slots=True)
class ComputedStyle:
    """How letters look at one place; None: the mail does not say."""

    ink: RgbaValue | None
    ground: RgbaValue | None
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


def computed_styles(elements: list[StyledElement], screen: ColourScheme) -> list[ComputedStyle]:
    """One for each of them."""
    styles: list[ComputedStyle] = []
    for node in elements:
        around = _canvas(screen) if node.parent is None else styles[node.parent]
        styles.append(_computed(node.on(screen), around))
    return styles


def _canvas(screen: ColourScheme) -> ComputedStyle:
    """Black on white by day; by night each program has its own colours."""
    return ComputedStyle(None, None) if screen.is_dark else ComputedStyle(_BLACK, _WHITE)


def _computed(declared: dict[str, Value], around: ComputedStyle) -> ComputedStyle:
    if not declared:
        return around
    is_apart = around.is_apart or declared.get("is-apart") is True
    return ComputedStyle(
        ink=None if is_apart else _ink(declared, around),
        ground=None if is_apart else _ground(declared, around),
        size=_size(declared, around),
        weight=_weight(declared, around),
        is_seen=declared["is-seen"] is True if "is-seen" in declared else around.is_seen,
        is_there=around.is_there and declared.get("hidden") is not True and declared.get("is-shut") is not True,
        is_apart=is_apart,
    )


def _ink(declared: dict[str, Value], around: ComputedStyle) -> RgbaValue | None:
    colour = declared.get("color", SpecialValue.INHERITED)
    if colour is SpecialValue.INHERITED:
        return around.ink
    return colour if isinstance(colour, RgbaValue) else None


def _ground(declared: dict[str, Value], around: ComputedStyle) -> RgbaValue | None:
    if declared.get("background-image", False) is not False:
        return None
    colour = declared.get("background-color")
    if colour is None:
        return around.ground
    if not isinstance(colour, RgbaValue):
        return None
    if colour.alpha >= 1:
        return colour
    return colour.over(around.ground) if around.ground is not None else None


def _size(declared: dict[str, Value], around: ComputedStyle) -> float | None:
    size = declared.get("font-size", SpecialValue.INHERITED)
    if size is SpecialValue.INHERITED:
        return around.size
    if not isinstance(size, SizeValue):
        return None
    if not size.is_relative:
        return size.number
    return around.size * size.number if around.size is not None else None


def _weight(declared: dict[str, Value], around: ComputedStyle) -> int | None:
    weight = declared.get("font-weight", SpecialValue.INHERITED)
    if weight is SpecialValue.INHERITED:
        return around.weight
    return weight if isinstance(weight, int) else None
