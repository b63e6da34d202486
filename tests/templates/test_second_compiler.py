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


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The MJML of whatever is rendered, in that order."""
    seen: list[str] = []

    def remember(source: str) -> str:
        seen.append(source)
        return compile_mjml(source)

    monkeypatch.setattr(render, "compile_mjml", remember)
    return seen


def look(page: Page, html: str, width: int, scheme: str) -> Image.Image:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(html)
    return Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> bool:
    return one.size != other.size or ImageChops.difference(one, other).getbbox() is not None


def test_both_compilers_make_the_same_mail_of_every_design(page: Page, sources: list[str]) -> None:
    ours = {f"{template}.{language}": html for template, language, html in mails()}
    theirs = compile_with_npm(dict(zip(ours, sources, strict=True)))
    different = [
        (name, width, scheme)
        for name, html in ours.items()
        for width in WIDTHS.values()
        for scheme in SCHEMES
        if differ(
            look(page, html, width, scheme),
            look(page, compile_html(theirs[name]).merge(VALUES), width, scheme),
        )
    ]
    assert different == []


def test_one_pixel_is_a_difference(page: Page) -> None:
    white, black = (f"<p style='width:1px;height:1px;background:{colour}'></p>" for colour in ("#fff", "#000"))
    assert differ(look(page, white, 360, "light"), look(page, black, 360, "light"))
