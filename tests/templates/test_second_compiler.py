"""Our MJML means to its makers' compiler what it means to ours: no reader could tell which one made the mail."""

import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from docs.screenshots import SCHEMES, VALUES, WIDTHS, mails
from templates import render
from templates.merge import compile_html
from templates.mjml import compile_mjml
from tests.npm import compile_with_npm

pytestmark = pytest.mark.browser

_ALL_IS_THERE = """async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode().catch(() => null)))
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
}"""
"""Other colours or another width may ask for other pictures and fonts, which come when they come: then they are
loaded, or known to be missing, and drawn."""


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The MJML of whatever is rendered, in that order."""
    seen: list[str] = []

    def remember(source: str) -> str:
        seen.append(source)
        return compile_mjml(source)

    monkeypatch.setattr(render, "compile_mjml", remember)
    return seen


def screenshots(page: Page, html: str) -> dict[tuple[int, str], bytes]:
    """Photographs by width and by colours of the device."""
    page.set_content(html)
    return {(width, scheme): screenshot(page, width, scheme) for width in WIDTHS.values() for scheme in SCHEMES}


def screenshot(page: Page, width: int, scheme: str) -> bytes:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(_ALL_IS_THERE)
    return page.screenshot(full_page=True)


def differ(first: bytes, other: bytes) -> bool:
    """The same pixels are the same bytes; other bytes may still be the same pixels."""
    if first == other:
        return False
    ours, theirs = (Image.open(io.BytesIO(png)).convert("RGB") for png in (first, other))
    return ours.size != theirs.size or ImageChops.difference(ours, theirs).getbbox() is not None


def test_both_compilers_make_the_same_mail_of_every_design(page: Page, sources: list[str]) -> None:
    ours = {f"{template}.{language}": html for template, language, html in mails()}
    theirs = compile_with_npm(dict(zip(ours, sources, strict=True)))
    different = []
    for name, html in ours.items():
        other = screenshots(page, compile_html(theirs[name]).merge(VALUES))
        different += [
            (name, *how) for how, photograph in screenshots(page, html).items() if differ(photograph, other[how])
        ]
    assert different == []


def test_one_pixel_is_a_difference(page: Page) -> None:
    white, black = (f"<p style='width:1px;height:1px;background:{colour}'></p>" for colour in ("#fff", "#000"))
    assert all(
        differ(first, other)
        for first, other in zip(*(screenshots(page, html).values() for html in (white, black)), strict=True)
    )
