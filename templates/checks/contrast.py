"""Whether every word can be read: contrast by WCAG 2.2, success criterion 1.4.3, by day and by night.

Where the colour of the words, or of what is behind them, is not in the mail (a picture, a reader's own colours),
nothing is said: it is never guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from templates.checks.cascade import Styled, styled
from templates.checks.css_values import BOLD, Rgba, Size, Special, Value
from templates.checks.finding import Finding, a_warning
from templates.checks.screens import Screen
from templates.colour import READABLE, contrast

READABLE_WHEN_LARGE = 3.0
LARGE = 24.0
LARGE_WHEN_BOLD = 18.66
SCREENS = tuple(Screen(width, is_dark) for is_dark in (False, True) for width in (800, 375))
SHOWN = 40
"""How many characters of the words are told."""
_BLACK, _WHITE = Rgba(0, 0, 0), Rgba(1, 1, 1)


@dataclass(frozen=True, slots=True)
class _Look:
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

    @property
    def needed(self) -> float:
        """The smaller where letters may be large: what is not known is not held against them."""
        size = LARGE if self.size is None else self.size
        is_bold = self.weight is None or self.weight >= BOLD
        return READABLE_WHEN_LARGE if size >= (LARGE_WHEN_BOLD if is_bold else LARGE) else READABLE


def check_contrast(root: Element) -> Iterator[Finding]:
    """One finding for each two colours that are too near, with the first words that have them."""
    elements = styled(root)
    words = [_own_words(one.element) for one in elements]
    judged: set[tuple[Rgba, Rgba, float]] = set()
    told: set[tuple[Rgba, Rgba]] = set()
    for screen in SCREENS:
        for said, look in zip(words, _looks(elements, screen), strict=True):
            if not said or not look.is_read or look.ink is None or look.ground is None:
                continue
            case = (look.ink, look.ground, look.needed)
            if case not in judged and case[:2] not in told:
                judged.add(case)
                for finding in _judge(*case, words=said, scheme=screen.scheme):
                    told.add(case[:2])
                    yield finding


def _judge(ink: Rgba, ground: Rgba, needed: float, *, words: str, scheme: str) -> Iterator[Finding]:
    seen, behind = ink.over(ground).hex(), ground.hex()
    found = contrast(seen, behind)
    if found < needed:
        yield a_warning(
            "contrast",
            "html",
            words=words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…",
            ink=seen,
            ground=behind,
            scheme=scheme,
            found=f"{found:.2f}",
            needed=f"{needed:.1f}",
        )


def _own_words(element: Element) -> str:
    """Empty where there are none but marks that part others."""
    pieces = [element.text, *(child.tail for child in element)]
    words = " ".join(" ".join(piece for piece in pieces if piece).split())
    return words if any(character.isalnum() for character in words) else ""


def _looks(elements: list[Styled], screen: Screen) -> list[_Look]:
    looks: list[_Look] = []
    for one in elements:
        around = _canvas(screen) if one.parent is None else looks[one.parent]
        looks.append(_look(one.on(screen), around))
    return looks


def _canvas(screen: Screen) -> _Look:
    """Black on white by day; by night each program has its own colours."""
    return _Look(None, None) if screen.is_dark else _Look(_BLACK, _WHITE)


def _look(said: dict[str, Value], around: _Look) -> _Look:
    is_apart = around.is_apart or said.get("is-apart") is True
    return _Look(
        ink=None if is_apart else _ink(said, around),
        ground=None if is_apart else _ground(said, around),
        size=_size(said, around),
        weight=_weight(said, around),
        is_seen=said["is-seen"] is True if "is-seen" in said else around.is_seen,
        is_there=around.is_there and said.get("hidden") is not True and said.get("is-shut") is not True,
        is_apart=is_apart,
    )


def _ink(said: dict[str, Value], around: _Look) -> Rgba | None:
    colour = said.get("color", Special.INHERITED)
    if colour is Special.INHERITED:
        return around.ink
    return colour if isinstance(colour, Rgba) else None


def _ground(said: dict[str, Value], around: _Look) -> Rgba | None:
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


def _size(said: dict[str, Value], around: _Look) -> float | None:
    size = said.get("font-size", Special.INHERITED)
    if size is Special.INHERITED:
        return around.size
    if not isinstance(size, Size):
        return None
    if not size.is_relative:
        return size.number
    return around.size * size.number if around.size is not None else None


def _weight(said: dict[str, Value], around: _Look) -> int | None:
    weight = said.get("font-weight", Special.INHERITED)
    if weight is Special.INHERITED:
        return around.weight
    return weight if isinstance(weight, int) else None
