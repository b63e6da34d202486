"""Somebody at a page in a real browser: with a mouse, by touch, or with a keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

MOST_TABS = 400
Say = Callable[..., str]
"""A text of the program, by its key, in the person's language."""


class Person:
    """Somebody at a page, whose clicks are counted."""

    def __init__(self, page: Page, say: Say, *, has_touch: bool = False) -> None:
        self.page = page
        self.say = say
        self.clicks = 0
        self._has_touch = has_touch

    def click(self, element: Locator) -> None:
        self.clicks += 1
        if self._has_touch:
            element.tap()
        else:
            element.click()

    def press(self, key: str) -> None:
        """The button with that text."""
        self.click(self.page.get_by_role("button", name=self.say(key), exact=True))

    def follow(self, key: str) -> None:
        self.click(self.page.get_by_role("link", name=self.say(key), exact=True))

    def write(self, field: str, text: str) -> None:
        self.click(self.page.locator(field))
        self.type(text)

    def type(self, text: str) -> None:
        """Where the cursor is."""
        self.page.keyboard.insert_text(text)

    def choose_file(self, field: str, path: Path) -> None:
        """One click on the field, one in the window in which a file is chosen."""
        self.clicks += 2
        self.page.set_input_files(field, path)


class KeyboardPerson(Person):
    """Nothing is clicked: Tab leads to everything, Enter and Space do it."""

    def click(self, element: Locator) -> None:
        self.clicks += 1
        self._reach(element)
        is_link = element.evaluate("element => element.matches('a, a *')")
        if not element.evaluate("element => element.matches('input, textarea, select, [contenteditable]')"):
            self.page.keyboard.press("Enter" if is_link else "Space")

    def press(self, key: str) -> None:
        with self.page.expect_navigation():
            super().press(key)

    def follow(self, key: str) -> None:
        with self.page.expect_navigation():
            super().follow(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def choose_file(self, field: str, path: Path) -> None:
        """Where nothing opens, on a busy machine, the key is pressed again, as people do."""
        self._reach(self.page.locator(field))
        for is_last in (False, False, True):
            try:
                with self.page.expect_file_chooser(timeout=10_000) as chooser:
                    self.page.keyboard.press("Space")
                break
            except PlaywrightTimeout:
                if is_last:
                    raise
        chooser.value.set_files(path)

    def _reach(self, element: Locator) -> None:
        for _ in range(MOST_TABS):
            if element.evaluate("element => element.contains(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"nobody gets to {element} with the Tab key")
