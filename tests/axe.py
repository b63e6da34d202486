"""Accessibility by axe, which many audits trust: what it finds wrong in a page that is open in a real browser."""

from playwright.sync_api import Page

from tests.npm import axe_source

_IS_MISSING = "typeof axe === 'undefined'"
_RUN = """({off, only}) => axe.run({
    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
    ...(only.length ? {runOnly: {type: 'rule', values: only}} : {}),
    resultTypes: ['violations'],
})"""
"""The other results are hundreds of elements that are as they should be, each with its place in the page."""


OF_COLOURS = ("color-contrast",)
"""What is left to ask of a page that differs from another in its colours alone."""


def violations(page: Page, *, without: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Each rule that is broken, with the element that breaks it first. `only`: of these rules, if any is named."""
    if page.evaluate(_IS_MISSING):
        page.evaluate(axe_source())
    broken_rules = page.evaluate(_RUN, {"off": list(without), "only": list(only)})["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in broken_rules]
