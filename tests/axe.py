"""Accessibility by axe, which many audits trust: what it finds wrong in a page that is open in a real browser."""

from playwright.sync_api import Page

from tests.npm import axe_source

_IS_MISSING = "typeof axe === 'undefined'"
_RUN = """off => axe.run({
    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
    resultTypes: ['violations'],
})"""
"""The other results are hundreds of elements that are as they should be, each with its place in the page."""


def violations(page: Page, *, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Each rule that is broken, with the element that breaks it first."""
    if page.evaluate(_IS_MISSING):
        page.evaluate(axe_source())
    broken_rules = page.evaluate(_RUN, list(without))["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in broken_rules]
