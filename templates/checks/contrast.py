"""Whether every word can be read: contrast by WCAG 2.2, success criterion 1.4.3, by day and by night.

Where the colour of the words, or of what is behind them, is not in the mail (a picture, a reader's own colours),
nothing is said: it is never guessed.
"""

from collections.abc import Iterator
from math import floor
from xml.etree.ElementTree import Element

from templates.checks.cascade import styled
from templates.checks.colour_schemes import ColourScheme
from templates.checks.css_values import BOLD, Rgba
from templates.checks.finding import Finding, a_warning
from templates.checks.letters import Look, probe_results
from templates.colour import READABLE, contrast

READABLE_WHEN_LARGE = 3.0
LARGE = 24.0
LARGE_WHEN_BOLD = 18.66
SCREENS = tuple(ColourScheme(width, is_dark) for is_dark in (False, True) for width in (800, 375))
SHOWN = 40
"""How many characters of the words are told."""


def check_contrast(root: Element) -> Iterator[Finding]:
    """One finding for each two colours that are too near, with the first words that have them."""
    elements = styled(root)
    words = [own_words(one.element) for one in elements]
    judged: set[tuple[Rgba, Rgba, float]] = set()
    told: set[tuple[Rgba, Rgba]] = set()
    for screen in SCREENS:
        for said, look in zip(words, probe_results(elements, screen), strict=True):
            if not said or not look.is_read or look.ink is None or look.ground is None:
                continue
            case = (look.ink, look.ground, _needed(look))
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
            found=f"{floor(found * 100) / 100:.2f}",
            needed=f"{needed:.1f}",
        )


def _needed(look: Look) -> float:
    """The smaller where letters may be large: what is not known is not held against them."""
    size = LARGE if look.size is None else look.size
    is_bold = look.weight is None or look.weight >= BOLD
    return READABLE_WHEN_LARGE if size >= (LARGE_WHEN_BOLD if is_bold else LARGE) else READABLE


def own_words(element: Element) -> str:
    """Empty where there are none but marks that part others."""
    pieces = [element.text, *(child.tail for child in element)]
    words = " ".join(" ".join(piece for piece in pieces if piece).split())
    return words if any(character.isalnum() for character in words) else ""
