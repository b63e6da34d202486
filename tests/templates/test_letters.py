"""How the letters of our mails look is known everywhere, and is what a real browser works out."""

import pytest
from playwright.sync_api import Page

from templates.checks.cascade import StyledElement, styled
from templates.checks.colour_schemes import ColourScheme
from templates.checks.contrast import SCREENS, own_words
from templates.checks.css_values import RgbaValue
from templates.checks.letters import ComputedStyle, computed_styles
from templates.html_tree import read_tree
from tests.templates.every_mail import MAILS

PAINTED = """() => [...document.querySelectorAll("body, body *")].map(one => {
    const style = getComputedStyle(one);
    return [one.localName, style.color, parseFloat(style.fontSize), parseInt(style.fontWeight)];
})"""
BETWEEN = "tbody"
"""What browsers put into tables that have none."""


def letters(html: str, screen: ColourScheme) -> list[tuple[StyledElement, ComputedStyle]]:
    elements = styled(read_tree(html))
    return list(zip(elements, computed_styles(elements, screen), strict=True))


def rgb(ink: RgbaValue) -> str:
    red, green, blue = bytes.fromhex(ink.hex()[1:])
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("name", MAILS)
def test_nothing_is_unknown_of_words_in_our_mails(name: str) -> None:
    for screen in SCREENS:
        for node, style in letters(MAILS[name], screen):
            if own_words(node.element) and style.is_read:
                assert None not in (style.ink, style.ground, style.size, style.weight)


@pytest.mark.browser
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("name", [name for name in MAILS if name.endswith(".sl") or name == "bulletin.ar"])
def test_a_browser_works_out_the_same(page: Page, name: str, screen: ColourScheme) -> None:
    page.emulate_media(color_scheme="dark" if screen.is_dark else "light")
    page.set_viewport_size({"width": screen.width, "height": 800})
    page.set_content(MAILS[name])
    painted = [row for row in page.evaluate(PAINTED) if row[0] != BETWEEN]
    computed = letters(MAILS[name], screen)
    body = next(place for place, (node, _) in enumerate(computed) if node.element.tag == "body")
    worked_out = [(node.element, style) for node, style in computed[body:] if node.element.tag != BETWEEN]
    assert [tag for tag, *_ in painted] == [element.tag for element, _ in worked_out]
    for (_, colour, size, weight), (element, style) in zip(painted, worked_out, strict=True):
        if own_words(element) and style.is_read and style.ink:
            assert (rgb(style.ink), style.weight) == (colour, weight)
            assert style.size == pytest.approx(size, abs=0.1)
