"""Headless Chromium, for photographs and browser tests: one that is installed, or the one that npm brings.

The latter (tests/npm, Linux on x86-64) needs neither root nor a distribution's packages: it comes with the shared
libraries and fonts that a bare machine lacks.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import psutil
from playwright.sync_api import Browser, Error, sync_playwright

NPM = Path(__file__).parents[1] / "tests" / "npm"
UNPACKED = NPM / "node_modules" / ".chromium"
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CLOSING_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Chromium:
    program: Path
    environment: dict[str, str]
    """What it needs beside the variables of this process."""


def find_browser() -> Chromium | None:
    """The installed one first: a distribution keeps it patched, and fits its fonts to it."""
    installed = next((path for name in INSTALLED if (path := shutil.which(name))), None)
    if installed is not None:
        return Chromium(Path(installed), {})
    if not (UNPACKED / "chromium").is_file():
        return None
    libraries = [str(UNPACKED / "al2023" / "lib"), os.environ.get("LD_LIBRARY_PATH", "")]
    return Chromium(
        UNPACKED / "chromium",
        {"LD_LIBRARY_PATH": ":".join(filter(None, libraries)), "FONTCONFIG_FILE": str(NPM / "fonts.conf")},
    )


@contextmanager
def launched(chromium: Chromium, *, closing_seconds: float = CLOSING_SECONDS) -> Iterator[Browser]:
    """One that has not closed after so many seconds is killed: whoever has done with it waits no longer."""
    watch = Timer(closing_seconds, kill_drivers)
    watch.daemon = True
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.program, env={**os.environ, **chromium.environment}
        )
        yield browser
        watch.start()
        with suppress(Error):  # it is killed: nothing is left to close
            browser.close()
    watch.cancel()


def kill_drivers() -> None:
    """Playwright's, of this process. A Chromium ends with its driver, whose pipe it reads."""
    for child in psutil.Process().children():
        with suppress(psutil.Error):
            if "run-driver" in child.cmdline():
                child.kill()
