"""One state of a page as photographs, and what is wrong with it: `make screenshots`."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from docs.page_states import ShownPage
from tests.axe import OF_COLOURS, violations

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "screenshots" / "pages"
WIDTHS = {"phone": 360, "desk": 1280}
SCHEMES = ("light", "dark")
FRAME_PAINT_MS = 250
photographed: set[str] = set()
"""The paths of pages."""


def photograph(page: Page, shown: ShownPage, language: str) -> list[str]:
    """The page in each width and scheme. Returns what is wrong with it: too wide, or a barrier that axe finds."""
    wrong = []
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = page.goto(shown.path, wait_until="load")
        if answer is None or answer.status != shown.status:
            return [f"{shown.path} could not be shown"]
        shown.act(page)
        photographed.update((shown.path, urlsplit(page.url).path))
        if by := page.evaluate("document.documentElement.scrollWidth - window.innerWidth"):
            wrong.append(f"{shown.path} ({language}) is {by} pixels too wide for {width}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            _enlarge(page, width)
            # By night it is the same page in other colours.
            broken = violations(page, only=OF_COLOURS if scheme == "dark" else None)
            wrong += [
                f"{shown.name} ({language}, {device}, {scheme}): axe finds {rule} in {element}"
                for rule, element in broken
            ]
            page.screenshot(path=FOLDER / f"{shown.name}.{language}.{scheme}.{device}.png")
    return wrong


def _enlarge(page: Page, width: int) -> None:
    """Until the whole page is on the screen: emails stand in frames of an origin of their own, which Chromium does
    not paint anywhere else."""
    page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
    if page.locator("iframe").count():
        page.wait_for_timeout(FRAME_PAINT_MS)
