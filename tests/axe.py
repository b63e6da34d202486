"""Accessibility by axe, which many audits trust: what it finds wrong in a page that is open in a real browser."""

from playwright.sync_api import Page

from tests.npm import axe_source

_IS_MISSING = "typeof axe === 'undefined'"
_RUN = """([off, only]) => axe.run({
    ...(only && {runOnly: {type: 'tag', values: only}}),
    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
    resultTypes: ['violations'],
})"""
"""The other results are hundreds of elements that are as they should be, each with its place in the page."""

_OFF_BY_ITSELF = ("color-contrast-enhanced",)
"""Where axe is asked for a tag, it asks of this rule, too (WCAG 2.2, level AAA)."""

OF_COLOURS = "cat.color"
"""A tag of axe's: what is left to ask of a page that differs from another in its colours alone."""

_NIGHT_IS_OTHER_COLOURS = """() => {
    const isColour = name => name.startsWith('--')
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    const night = rules.filter(rule => rule.media && rule.media.mediaText.includes('prefers-color-scheme'))
    const inside = night.flatMap(rule => [...rule.cssRules])
    const anywhere = rules.filter(rule => rule.cssText.includes('prefers-color-scheme')).length
    return night.length === anywhere && !document.querySelector('[media*=prefers-color-scheme]')
        && inside.every(rule => rule.selectorText === ':root' && [...rule.style].every(isColour))
}"""
"""By night nothing has another size or place, or comes or goes: only the colours that the style sheet names are
others."""


def violations(page: Page, *, without: tuple[str, ...] = (), only: str | None = None) -> list[tuple[str, str]]:
    """Each rule that is broken (of those with a tag), with the element that breaks it first."""
    if page.evaluate(_IS_MISSING):
        page.evaluate(axe_source())
    off = [*without, *_OFF_BY_ITSELF] if only else list(without)
    broken_rules = page.evaluate(_RUN, [off, only and [only]])["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in broken_rules]


def violations_by_day_and_night(page: Page) -> dict[str, list[tuple[str, str]]]:
    """By scheme. Where night is only other colours, it is asked of the rules about colours alone: the others could
    but find again what they have found by day."""
    page.emulate_media(color_scheme="light")
    by_day = violations(page)
    only = OF_COLOURS if page.evaluate(_NIGHT_IS_OTHER_COLOURS) else None
    page.emulate_media(color_scheme="dark")
    by_scheme = {"light": by_day, "dark": violations(page, only=only)}
    return {scheme: broken for scheme, broken in by_scheme.items() if broken}
