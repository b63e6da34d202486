"""What of html and css a mail uses, each as a short mark: `<svg>`, `[srcset]`, `display:flex`, `gap:`, `@import`,
`(hover)`, `:checked`, `calc()`, `1rem`, `.webp`. client_features.toml names clients that lack them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import tinycss2
from tinycss2.color3 import parse_color

from templates.checks.css_reading import (
    declarations_of,
    declarations_within,
    rules_of,
    rules_within,
    significant,
)

_MEDIA_FEATURE = re.compile(r"\(\s*([a-z-]+)")
_PICTURES = frozenset({"url", "linear-gradient", "radial-gradient", "conic-gradient"})
_BACKGROUNDS = frozenset({"background", "background-image"})
_AROUND_RULES = frozenset({"media", "supports", "layer", "container"})
_BLOCKS = ("() block", "[] block", "{} block", "function")


def mail_marks(root: Element) -> Mapping[str, str]:
    """Each mark, with the address of the first picture that has it, where it is about pictures."""
    marks: dict[str, str] = {}
    for element in root.iter():
        for mark in (f"<{element.tag}>", *(f"[{name}]" for name in element.attrib), *_of_element(element)):
            marks.setdefault(mark, "")
        for mark in _of_picture(element):
            marks.setdefault(mark, element.get("src", ""))
    return marks


def _of_element(element: Element) -> Iterable[str]:
    yield from _of_declarations(element.get("style", ""))
    if element.tag == "style":
        yield from _of_sheet(element.text or "")
        if element.get("media"):
            yield from _of_media(element.get("media", ""))
    if element.tag == "meta":
        yield f"<meta {element.get('name', '')}>"
    if element.tag in ("a", "area") and re.match(r"#.", element.get("href", "")):
        yield "#"


def _of_picture(element: Element) -> Iterator[str]:
    source = element.get("src", "") if element.tag == "img" else ""
    if source[:5].lower() == "data:":
        yield "data:"
    elif ending := re.search(r"\.[a-z0-9]+$", _path(source).lower()):
        yield ending[0]


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _of_declarations(css: str) -> frozenset[str]:
    """A style attribute's."""
    return frozenset(_of_block(declarations_of(css)))


@lru_cache(maxsize=64)
def _of_sheet(css: str) -> frozenset[str]:
    return frozenset(_of_rules(rules_of(css)))


def _of_rules(parsed: Iterable[Any]) -> Iterator[str]:
    for node in parsed:
        if node.type == "at-rule":
            yield f"@{node.lower_at_keyword}"
            if _is_for_paper(node):
                continue
            if node.lower_at_keyword == "media":
                yield from _of_media(tinycss2.serialize(node.prelude))
            if node.lower_at_keyword in _AROUND_RULES and node.content is not None:
                yield from _of_rules(rules_within(node.content))
        elif node.type == "qualified-rule":
            yield from _of_selector(node.prelude)
            yield from _of_block(declarations_within(node.content))


def _is_for_paper(node: Any) -> bool:
    """Whoever prints from a program that lacks something gets paper as it was before there were such rules."""
    return bool(node.lower_at_keyword == "media") and tinycss2.serialize(node.prelude).strip().lower() == "print"


def _of_media(query: str) -> Iterator[str]:
    yield "@media"
    yield from (f"({name})" for name in _MEDIA_FEATURE.findall(query.lower()))


def _of_selector(tokens: Sequence[Any]) -> Iterator[str]:
    colons = ""
    for piece in tokens:
        if colons and piece.type in ("ident", "function"):
            yield colons + (piece.lower_value if piece.type == "ident" else piece.lower_name)
        colons = f"{colons}:" if piece == ":" else ""


def _of_block(parsed: Sequence[Any]) -> Iterator[str]:
    declarations = [node for node in parsed if node.type == "declaration"]
    for declaration in declarations:
        yield f"{declaration.lower_name}:"
        tokens = significant(declaration.value)
        if len(tokens) == 1 and tokens[0].type == "ident":
            yield f"{declaration.lower_name}:{tokens[0].lower_value}"
        if declaration.lower_name.startswith("margin") and any(
            getattr(token, "value", 0) < 0 for token in _lengths(tokens)
        ):
            yield "margin<0"
        yield from _of_values(tokens)
    yield from _pictures_alone(declarations)
    if any(node.type == "qualified-rule" for node in parsed):
        yield "nesting"


def _lengths(tokens: Iterable[Any]) -> Iterator[Any]:
    return (token for token in tokens if token.type in ("dimension", "number", "percentage"))


def _of_values(tokens: Iterable[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type == "dimension":
            yield f"1{token.lower_unit}"
        elif token.type == "function":
            yield f"{token.lower_name}()"
        if token.type in _BLOCKS:
            yield from _of_values(token.arguments if token.type == "function" else token.content)


def _pictures_alone(declarations: Sequence[Any]) -> Iterator[str]:
    """Pictures behind words without a colour that stays when the client shows none."""
    if any(declaration.lower_name == "background-color" for declaration in declarations):
        return
    for declaration in declarations:
        if declaration.lower_name in _BACKGROUNDS and not any(map(parse_color, declaration.value)):
            names = {
                "url" if token.type == "url" else getattr(token, "lower_name", "") for token in declaration.value
            }
            yield from (f"{name}() alone" for name in names & _PICTURES)
