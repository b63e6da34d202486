"""Whether every word can be read: contrast by WCAG 2.2, success criterion 1.4.3, by day and by night.

Where the colour of the words, or of what is behind them, is not in the mail (a picture, a reader's own colours),
nothing is said: it is never guessed.
"""

from collections.abc import Iterator
from math import floor
from xml.etree.ElementTree import Element

from templates.checks.cascade import styled
from templates.checks.colour_schemes import ColourScheme
from templates.checks.css_values import BOLD, RgbaValue
from templates.checks.finding import Finding, a_warning
from templates.checks.letters import ComputedStyle, computed_styles
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
    texts = [own_words(node.element) for node in elements]
    judged: set[tuple[RgbaValue, RgbaValue, float]] = set()
    reported: set[tuple[RgbaValue, RgbaValue]] = set()
    for screen in SCREENS:
        for text, style in zip(texts, computed_styles(elements, screen), strict=True):
            if not text or not style.is_read or style.ink is None or style.ground is None:
                continue
            case = (style.ink, style.ground, _needed(style))
            if case not in judged and case[:2] not in reported:
                judged.add(case)
                for finding in _judge(*case, text=text, scheme=screen.scheme):
                    reported.add(case[:2])
                    yield finding


def _judge(ink: RgbaValue, ground: RgbaValue, needed: float, *, text: str, scheme: str) -> Iterator[Finding]:
    seen, behind = ink.over(ground).hex(), ground.hex()
    ratio = contrast(seen, behind)
    if ratio < needed:
        yield a_warning(
            "contrast",
            "html",
            words=text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…",
            ink=seen,
            ground=behind,
            scheme=scheme,
            found=f"{floor(ratio * 100) / 100:.2f}",
            needed=f"{needed:.1f}",
        )


def _needed(style: ComputedStyle) -> float:
    """The smaller where letters may be large: what is not known is not held against them."""
    size = LARGE if style.size is None else style.size
    is_bold = style.weight is None or style.weight >= BOLD
    return READABLE_WHEN_LARGE if size >= (LARGE_WHEN_BOLD if is_bold else LARGE) else READABLE


def own_words(element: Element) -> str:
    """Empty where there are none but marks that part others."""
    pieces = [element.text, *(child.tail for child in element)]
    text = " ".join(" ".join(piece for piece in pieces if piece).split())
    return text if any(character.isalnum() for character in text) else ""
