"""Minification of css: style sheets with the same meaning and fewer characters. Pure.

A rule for a class that nothing in the mail has is left out. Gmail drops a style element with something in it that
it cannot read, and one above 8,192 characters: so rules that not every program knows have an element of their own,
and none grows above that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import tinycss2

from templates.checks.css_reading import declarations_within, rules_of, rules_within

GMAIL_DROPS_ABOVE = 8192
LIBRARY_CLASSES = frozenset(
    {
        *("accent", "act", "bar", "big", "card", "cover", "facts", "ink", "link", "mine", "muted", "on-dark"),
        *("on-light", "out", "plate", "px", "px-in", "reached", "rule", "rule-accent", "second", "tint"),
        *("track", "wide"),
    }
)
"""Of our own designs: only a mail itself has them, no program puts them around one."""
_OF_PROGRAMS = frozenset({"ExternalClass", "ReadMsgBody", "ii", "im", "moz-text-html", "gmail_quote", "yahoo"})
_DECLARATION = re.compile(r"""(?:&#?\w+;|[^;()"']|\([^()]*\)|"[^"]*"|'[^']*')+""")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_KNOWN_QUERY = re.compile(
    r"(?:(?:only )?(?:screen|all)|\((?:m(?:in|ax)-width:\d+px|prefers-color-scheme:\w+)\)| and |,)*"
)


@dataclass(frozen=True, slots=True)
class Rule:
    selector: str
    properties: frozenset[str]
    beside: frozenset[str]
    """All selectors with the same declarations, itself included."""
    condition: str
    """The at-rule that it stands in, and its query; empty where it holds everywhere."""


def declarations(style: str) -> list[tuple[str, str]]:
    """A style attribute's, in their order, with the character references that are in them."""
    pairs = (piece.partition(":") for piece in _DECLARATION.findall(style))
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]


def rules_in(css: str) -> Iterator[Rule]:
    """One for each selector."""
    yield from _rules(rules_of(css), condition="")


def _rules(nodes: Iterable[Any], *, condition: str) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None:
            inner = f"{condition}@{node.lower_at_keyword} {_squeezed(node.prelude)}"
            yield from _rules(rules_within(node.content), condition=inner)
        elif node.type == "qualified-rule":
            pairs = declarations_within(node.content)
            properties = frozenset(pair.lower_name for pair in pairs if pair.type == "declaration")
            selectors = _selectors(node.prelude)
            for selector in selectors:
                yield Rule(selector, properties, frozenset(selectors), condition)


def minified(css: str, classes: frozenset[str]) -> list[str]:
    """The sheet as one or more, each for a style element; `classes` are those of the mail. As it came where there
    is something in it that cannot be read."""
    nodes = rules_of(css)
    if any(node.type == "error" for node in nodes) or (css.strip() and not nodes):
        return [css]
    return [
        sheet
        for _, part in groupby(nodes, _is_known_everywhere)
        for sheet in _in_elements([text for text in (_rule(node, classes) for node in part) if text])
    ]


def _in_elements(rules: Sequence[str]) -> Iterator[str]:
    sheet = ""
    for rule in rules:
        if sheet and len(sheet) + len(rule) > GMAIL_DROPS_ABOVE:
            yield sheet
            sheet = ""
        sheet += rule
    if sheet:
        yield sheet


def _is_known_everywhere(node: Any) -> bool:
    if node.type != "at-rule":
        return "[" not in tinycss2.serialize(node.prelude)
    return node.lower_at_keyword == "media" and bool(_KNOWN_QUERY.fullmatch(_squeezed(node.prelude)))


def _rule(node: Any, classes: frozenset[str]) -> str:
    if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None:
        inner = "".join(_rule(rule, classes) for rule in rules_within(node.content))
        return f"@media {_squeezed(node.prelude)}{{{inner}}}" if inner else ""
    if node.type != "qualified-rule":
        return str(node.serialize())
    kept = ",".join(selector for selector in _selectors(node.prelude) if _may_match(selector, classes))
    pairs = declarations_within(node.content)
    if any(pair.type != "declaration" for pair in pairs):
        return f"{kept}{{{tinycss2.serialize(node.content)}}}" if kept else ""
    return f"{kept}{{{';'.join(map(_declaration, pairs))}}}" if kept and pairs else ""


def _declaration(pair: Any) -> str:
    return f"{pair.name}:{tinycss2.serialize(pair.value).strip()}{'!important' if pair.important else ''}"


def _selectors(prelude: list[Any]) -> list[str]:
    """One by one; a comma in brackets parts nothing."""
    parts: list[list[Any]] = [[]]
    for piece in prelude:
        if piece == ",":
            parts.append([])
        else:
            parts[-1].append(piece)
    return [_squeezed(part) for part in parts]


def _may_match(selector: str, classes: frozenset[str]) -> bool:
    """False where an element of the mail would have to have a class that none has. What stands around a mail may
    have any."""
    plain = re.sub(r"\[[^\]]*\]|\([^)]*\)", "", selector)
    around, _, own = re.sub(r"[\s>+~]+", " ", plain).rpartition(" ")
    missing = set(_CLASS.findall(own)) - classes - _OF_PROGRAMS
    return not missing and not (set(_CLASS.findall(around)) - classes) & LIBRARY_CLASSES


def _squeezed(tokens: list[Any]) -> str:
    css = str(tinycss2.serialize(tokens)).strip()
    if '"' in css or "'" in css:
        return css
    return re.sub(r"\s*([>,~])\s*", r"\1", re.sub(r"\s+", " ", css)).replace(": ", ":")
