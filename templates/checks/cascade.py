"""Which of a mail's declarations say how each element looks, by the rules of the cascade."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from templates.checks.css_values import Setting, Value, read_settings, settings_of
from templates.checks.own_look import own_look
from templates.checks.screens import Screen, applies


@dataclass(frozen=True, slots=True)
class Rule:
    """Settings that hold where every query in `media` does."""

    media: tuple[str, ...]
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Styled:
    """An element, the place of its parent among the others, and what is said of it, the weakest first."""

    element: Element
    parent: int | None
    said: tuple[tuple[tuple[str, ...], Setting], ...]

    def on(self, screen: Screen) -> dict[str, Value]:
        """What holds for it on the screen, by name."""
        return {
            setting.name: setting.value
            for media, setting in self.said
            if not media or all(applies(one, screen) for one in media)
        }


def styled(root: Element) -> list[Styled]:
    """Every element, parents before their children."""
    matcher = _matcher(tuple(_sheets(root)))
    places: dict[Element, int] = {}
    found: list[Styled] = []
    for wrapper in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        element = wrapper.etree_element
        matched = [rule for _, _, pseudo, rule in matcher.match(wrapper) if pseudo is None]
        inline = Rule((), read_settings(element.get("style", "")))
        parent = places[wrapper.parent.etree_element] if wrapper.parent is not None else None
        places[element] = len(found)
        found.append(Styled(element, parent, _in_order([Rule((), own_look(element)), *matched, inline])))
    return found


def _in_order(rules: list[Rule]) -> tuple[tuple[tuple[str, ...], Setting], ...]:
    """The later wins, and what is important wins over what is not."""
    said = [(rule.media, setting) for rule in rules for setting in rule.settings]
    return tuple(sorted(said, key=lambda one: one[1].is_important))


def _sheets(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("style"):
        yield element.text or "", element.get("media", "")


@lru_cache(maxsize=64)
def _matcher(sheets: tuple[tuple[str, str], ...]) -> Any:
    """What finds an element's rules. It only reads: threads may share it."""
    matcher = cssselect2.Matcher()
    for css, media in sheets:
        parsed = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        for selectors, rule in _rules(parsed, (media,) if media else ()):
            for selector in selectors:
                matcher.add_selector(selector, rule)
    return matcher


def _rules(parsed: Iterable[Any], media: tuple[str, ...]) -> Iterator[tuple[list[Any], Rule]]:
    for one in parsed:
        if one.type == "at-rule" and one.lower_at_keyword == "media" and one.content is not None:
            inner = tinycss2.parse_rule_list(one.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, (*media, tinycss2.serialize(one.prelude).strip()))
        elif one.type == "qualified-rule":
            settings = settings_of(
                tinycss2.parse_blocks_contents(one.content, skip_comments=True, skip_whitespace=True)
            )
            if settings:
                yield _selectors(one.prelude), Rule(media, settings)


def _selectors(prelude: list[Any]) -> list[Any]:
    try:
        return list(cssselect2.compile_selector_list(prelude))
    except cssselect2.SelectorError:
        return []  # Mail programs, too, pass over a rule whose selector they do not know.
