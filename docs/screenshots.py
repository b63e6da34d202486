"""Photographs every design of the library: `make screenshots`. They lie in var/screenshots; docs/ keeps one sheet.

Each design, in each reader language, in light, in dark and in forced colours (the few that a person has chosen, as
in Windows' high contrast), on a telephone (360 pixels) and on a desk (700), and as it is printed, by an installed
Chromium or the one that the tests bring. No network: pictures in the mails are drawn here. A page that is wider
than its window, down to 320 pixels, is told, and the command fails.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, Route

from core.languages import READER_LANGUAGES
from docs.chromium import find_browser, launched
from templates.content import RenderedMail
from templates.designs import DESIGNS
from templates.merge import compile_html
from templates.render import render
from templates.subscription_mails import render_confirmation, render_still_wanted, render_welcome
from tests.templates import library, samples

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "screenshots"
SHEET = ROOT / "docs" / "templates.webp"
WIDTHS = {"phone": 360, "desk": 700}
NARROWEST = 320
SCHEMES = ("light", "dark")
DEVICES = ("desk", "phone")
PAPER = 680
"""What is left of the width of A4 between margins of 15 mm, in CSS pixels (96 to an inch)."""
MAILS = (*DESIGNS, "confirmation", "welcome", "still_wanted")
VALUES = {
    "recipient_name": "",
    "unsubscribe_url": f"{samples.SITE}/u/1",
    "preferences_url": f"{samples.SITE}/preferences/1",
    "confirm_url": f"{samples.SITE}/c/{'a1b2c3d4' * 12}",
}
_THUMBS = {"phone": 96, "desk": 176}
_THUMB_HEIGHT = 330
_GAP = 8


@dataclass(frozen=True, slots=True)
class Shot:
    template: str
    language: str
    scheme: str
    device: str

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.template}.{self.language}.{self.scheme}.{self.device}.png"


def mails() -> Iterator[tuple[str, str, str]]:
    """Every design in every reader language: its name, the language, the html as a reader gets it."""
    for template in MAILS:
        for language in READER_LANGUAGES:
            yield template, language, mail(template, language)


def mail(template: str, language: str) -> str:
    """The html as a reader gets it."""
    return compile_html(_rendered(template, language).html).merge(VALUES)


def _rendered(template: str, language: str) -> RenderedMail:
    if template == "confirmation":
        return render_confirmation(samples.CONFIRMATIONS[language])
    if template == "welcome":
        return render_welcome(samples.CONFIRMATIONS[language])
    if template == "still_wanted":
        return render_still_wanted(samples.CONFIRMATIONS[language])
    return render(library.mail(template, language))


def open_page(browser: Browser) -> Page:
    """A page without a network, in which the pictures of the samples are drawn."""
    page = browser.new_page()
    page.route("**/*", _answer)
    return page


def overflow(page: Page, html: str, width: int) -> int:
    """By how many pixels the mail is wider than a window of `width`."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(html)
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def photograph(page: Page, shot: Shot) -> None:
    page.emulate_media(
        media="print" if shot.device == "paper" else "screen",
        color_scheme="dark" if shot.scheme == "dark" else "light",
        forced_colors="active" if shot.scheme == "forced" else "none",
    )
    page.set_viewport_size({"width": WIDTHS.get(shot.device, PAPER), "height": 800})
    page.screenshot(path=shot.path, full_page=True)


def shots_of(template: str, language: str) -> Iterator[Shot]:
    for scheme in (*SCHEMES, "forced"):
        for device in DEVICES:
            yield Shot(template, language, scheme, device)
    yield Shot(template, language, "print", "paper")


def contact_sheet(shots: list[Shot]) -> Image.Image:
    """A row for each design; in it, for each language, light and dark, the desk and the telephone. Forced
    colours and paper are only photographed."""
    shots = [shot for shot in shots if shot.scheme in SCHEMES]
    templates = list(dict.fromkeys(shot.template for shot in shots))
    width = _GAP + len(READER_LANGUAGES) * len(SCHEMES) * (sum(_THUMBS.values()) + 2 * _GAP)
    sheet = Image.new("RGB", (width, len(templates) * (_THUMB_HEIGHT + 26) + _GAP), "#8f8f94")
    for row, template in enumerate(templates):
        top = row * (_THUMB_HEIGHT + 26) + _GAP
        ImageDraw.Draw(sheet).text((_GAP, top), template, fill="#ffffff", font=ImageFont.load_default(14))
        left = _GAP
        for shot in (shot for shot in shots if shot.template == template):
            sheet.paste(_thumb(shot), (left, top + 18))
            left += _THUMBS[shot.device] + _GAP
    return sheet


def _thumb(shot: Shot) -> Image.Image:
    width = _THUMBS[shot.device]
    with Image.open(shot.path) as image:
        scaled = image.convert("RGB").resize((width, max(1, round(image.height * width / image.width))))
    return scaled.crop((0, 0, width, min(scaled.height, _THUMB_HEIGHT)))


def _answer(route: Route) -> None:
    name = route.request.url.rpartition("/")[2].removesuffix(".png")
    if name in _PICTURES:
        route.fulfill(body=_PICTURES[name](), content_type="image/png")
    else:
        route.abort()


def _sea() -> bytes:
    image = Image.new("RGB", (1200, 600), "#c9bfae")
    draw = ImageDraw.Draw(image)
    for line in range(300, 600):
        draw.line((0, line, 1200, line), fill=(60 + (600 - line) // 4, 84 + (600 - line) // 5, 104))
    draw.ellipse((880, 180, 960, 260), fill="#e7d3a8")
    return _png(image)


def _cover() -> bytes:
    image = Image.new("RGB", (600, 848), "#22333b")
    draw = ImageDraw.Draw(image)
    for line in range(12):
        draw.line((40 + line * 48, 260, 40 + line * 48, 700), fill="#c6ac8f", width=6)
    draw.rectangle((40, 80, 430, 130), fill="#eae0d5")
    draw.rectangle((40, 150, 320, 180), fill="#c6ac8f")
    return _png(image)


def _logo() -> bytes:
    image = Image.new("RGB", (480, 240), "#ffffff")
    draw = ImageDraw.Draw(image)
    for number, shade in enumerate(("#264653", "#2a9d8f", "#e9a03b")):
        draw.ellipse((24 + 110 * number, 40, 184 + 110 * number, 200), outline=shade, width=22)
    return _png(image)


def _emblem() -> bytes:
    image = Image.new("RGB", (300, 200), "#1f3f94")
    ImageDraw.Draw(image).ellipse((90, 40, 210, 160), outline="#f5cf3e", width=12)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


_PICTURES = {"sea": _sea, "cover": _cover, "logo": _logo, "emblem": _emblem}


def main() -> int:
    chromium = find_browser()
    if chromium is None:
        sys.stdout.write("No photographs: there is no Chromium. On Linux (x86-64), make test brings one.\n")
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    shots: list[Shot] = []
    failed = False
    with launched(chromium) as browser:
        page = open_page(browser)
        for template, language, html in mails():
            wider = {width: overflow(page, html, width) for width in (NARROWEST, *WIDTHS.values())}
            for width, by in wider.items():
                if by > 0:
                    failed = True
                    sys.stdout.write(f"{template}.{language} is {by} pixels too wide for {width}\n")
            for shot in shots_of(template, language):
                shots.append(shot)
                photograph(page, shot)
    contact_sheet(shots).save(SHEET, quality=55, method=6)
    sys.stdout.write(f"{len(shots)} photographs in {FOLDER}; the sheet is {SHEET}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
