"""Which of a mail's declarations say how each element looks, by the rules of the cascade."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from templates.checks.colour_schemes import ColourScheme, applies
from templates.checks.css_reading import declarations_within, rules_of, rules_within
from templates.checks.css_values import StyleValue, Value, read_settings, settings_of
from templates.checks.default_styles import default_styles

MOST_TRIALS = 300_000
"""Elements times selectors. A bulletin has some ten thousand."""
LONGEST_SELECTOR = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """Settings that hold where every query in `media` does."""

    media: tuple[str, ...]
    settings: tuple[StyleValue, ...]


@dataclass(frozen=True, slots=True)
class StyledElement:
    """An element, the place of its parent among the others, and its declarations, the weakest first."""

    element: Element
    parent: int | None
    declarations: tuple[tuple[tuple[str, ...], StyleValue], ...]

    def on(self, screen: ColourScheme) -> dict[str, Value]:
        """What holds for it on the screen, by name."""
        return {
            setting.name: setting.value
            for media, setting in self.declarations
            if not media or all(applies(query, screen) for query in media)
        }


def styled(root: Element) -> list[StyledElement]:
    """Every element, parents before their children; none where there is more css than can be looked at in time."""
    matcher, selectors = _matcher(tuple(_sheets(root)))
    elements = list(cssselect2.ElementWrapper.from_html_root(root).iter_subtree())
    if selectors * len(elements) > MOST_TRIALS:
        return []
    places = {wrapper.etree_element: place for place, wrapper in enumerate(elements)}
    return [
        StyledElement(
            wrapper.etree_element,
            places[wrapper.parent.etree_element] if wrapper.parent is not None else None,
            _declarations(wrapper.etree_element, matcher.match(wrapper)),
        )
        for wrapper in elements
    ]


def _declarations(element: Element, matches: list[Any]) -> tuple[tuple[tuple[str, ...], StyleValue], ...]:
    """The later wins, and what is important wins over what is not."""
    matched = [rule for _, _, pseudo, rule in matches if pseudo is None]
    inline = Rule((), read_settings(element.get("style", "")))
    rules = [Rule((), default_styles(element)), *matched, inline]
    declarations = [(rule.media, setting) for rule in rules for setting in rule.settings]
    return tuple(sorted(declarations, key=lambda declaration: declaration[1].is_important))


def _sheets(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("style"):
        yield element.text or "", element.get("media", "")


@lru_cache(maxsize=64)
def _matcher(sheets: tuple[tuple[str, str], ...]) -> tuple[Any, int]:
    """What finds an element's rules, and how many selectors it tries. It only reads: threads may share it."""
    matcher, count = cssselect2.Matcher(), 0
    for css, media in sheets:
        for selectors, rule in _rules(rules_of(css), (media,) if media else ()):
            count += len(selectors)
            for selector in selectors:
                matcher.add_selector(selector, rule)
    return matcher, count


def _rules(parsed: Iterable[Any], media: tuple[str, ...]) -> Iterator[tuple[list[Any], Rule]]:
    for node in parsed:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None:
            yield from _rules(rules_within(node.content), (*media, tinycss2.serialize(node.prelude).strip()))
        elif node.type == "qualified-rule":
            settings = settings_of(declarations_within(node.content))
            if settings:
                yield _selectors(node.prelude), Rule(media, settings)


def _selectors(prelude: list[Any]) -> list[Any]:
    """None where they are not known: mail programs, too, pass over such a rule."""
    longest = max((len(list(piece)) for _, piece in groupby(prelude, lambda part: part == ",")), default=0)
    try:
        return list(cssselect2.compile_selector_list(prelude)) if longest <= LONGEST_SELECTOR else []
    except cssselect2.SelectorError:
        return []
