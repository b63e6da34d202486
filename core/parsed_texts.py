"""Lazy parsing of Fluent: an entry is parsed when it is first asked for, once a process.

To parse all that a language has took most of the time of a short command, which shows a few of its two thousand
entries. An entry begins where a line begins with its name
(https://github.com/projectfluent/fluent/blob/master/spec/fluent.ebnf); all else in it is indented, or a comment.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

_ENTRY = re.compile(r"^-?[a-zA-Z][\w-]*(?= *=)", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")


@cache
def entries(package: str, language: str) -> Mapping[str, str]:
    """The source of each of its texts, by key, unparsed. None where it has none in the language."""
    file = files(package) / "texts" / f"{language}.ftl"
    source = file.read_text(encoding="utf-8") if file.is_file() else ""
    begins = list(_ENTRY.finditer(source))
    places = pairwise([*(begin.start() for begin in begins), len(source)])
    return {begin[0]: source[start:end] for begin, (start, end) in zip(begins, places, strict=True)}


@cache
def _parsed(source: str) -> Resource:
    return FluentResource(source)


def add_entry(bundle: FluentBundle, sources: Mapping[str, str], key: str) -> None:
    """`bundle` has the text from then on, and what it refers to. Nothing happens where there is none.

    What is referred to comes first: another thread that finds the text finds it whole.
    """
    needed = {key: None} if key in sources else {}
    for name in (waiting := list(needed)):
        others = [other for other in _REFERENCE.findall(sources[name]) if other in sources and other not in needed]
        needed.update(dict.fromkeys(others))
        waiting += others
    for name in reversed(needed):
        bundle.add_resource(_parsed(sources[name]))
