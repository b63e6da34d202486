"""Css taken apart. What is nested deeper than anybody writes it is as if it were not there."""

import re
from typing import Any

import tinycss2

DEEPEST = 32
_BRACKET = re.compile(r"[(\[{}\])]")


def rules_of(css: str) -> list[Any]:
    """Of a sheet."""
    if not _is_shallow(css):
        return []
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def rules_within(content: list[Any]) -> list[Any]:
    """Of what stands in the braces of an at-rule that holds rules."""
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def declarations_of(css: str) -> list[Any]:
    """Of a style attribute."""
    return declarations_within(css) if _is_shallow(css) else []


def declarations_within(content: str | list[Any]) -> list[Any]:
    """Of what stands in the braces of a rule."""
    return list(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))


def significant(tokens: list[Any]) -> list[Any]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def _is_shallow(css: str) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(css):
        depth += 1 if bracket in "([{" else -1 if depth else 0
        if depth > DEEPEST:
            return False
    return True
