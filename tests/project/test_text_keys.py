"""Texts point down, as imports do: a room uses keys of its own texts, or of a room's that it may import.

A key begins with the name of its room (test_texts.py holds that), so its reader knows where to look; and a room
can be tried, moved or left out with what it stands on, and lacks no text.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.project.test_rules import ROOMS, ROOT

LAYERS = "Imports point down only; the five in a row do not import each other"
ABOVE_CORE = {"migrations"}
"""Rooms that no layer names, and that still stand on core."""
WHAT_TO_DO = "move the text down to the room that says it, or let the room above say it"
PAGES = {".ftl", ".html", ".j2", ".xml"}
KEY = re.compile(rf"(?<![\w-])(?:{'|'.join(ROOMS)})-[\w-]*")


@cache
def _layers() -> list[set[str]]:
    """From the entry points down, as the import contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (contract["layers"] for contract in contracts["contracts"] if contract["name"] == LAYERS)
    return [set(layer.split(" | ")) for layer in layers]


@cache
def _reachable(room: str) -> set[str]:
    """The rooms whose texts it may use: itself, and all below it."""
    layers = _layers()
    for place, layer in enumerate(layers):
        if room in layer:
            return {room}.union(*layers[place + 1 :])
    return {room, "core"} if room in ABOVE_CORE else {room}


@cache
def _keys() -> frozenset[str]:
    sources = [path.read_text(encoding="utf-8") for room in ROOMS for path in (ROOT / room).rglob("texts/en.ftl")]
    return frozenset(key for source in sources for key in re.findall(r"^([a-z][\w-]*) =", source, re.MULTILINE))


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Where a key can be used, with the line: strings of code, without docstrings, and every line of a page."""
    if path.suffix in PAGES:
        yield from enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    elif path.suffix == ".py":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node.lineno, node.value


def _keys_in(text: str) -> Iterator[str]:
    """Keys, and beginnings of keys that are made as it runs: "delivery-event-" before the event."""
    for candidate in KEY.findall(text):
        begins = candidate.endswith("-") and any(key.startswith(candidate) for key in _keys())
        if begins or candidate in _keys():
            yield candidate


def _upwards(room: str, text: str) -> list[str]:
    return [key for key in _keys_in(text) if key.split("-", maxsplit=1)[0] not in _reachable(room)]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_or_a_room_below_it_has_a_text_for(room: str) -> None:
    places = [
        f"{path.relative_to(ROOT)}:{line}: {key}"
        for path in sorted((ROOT / room).rglob("*"))
        for line, text in _strings(path)
        for key in _upwards(room, text)
    ]
    assert places == [], WHAT_TO_DO


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("kinds", 'Fault("news-ends-early")'),
        ("news", '{{ t("subscribers-list-gone") }}'),
        ("delivery", "campaigns-status-"),
        ("core", "x = { staff-address-refused }"),
        ("simulator", "core-database-newer"),
    ],
)
def test_a_text_of_a_room_above_or_beside_is_noticed(room: str, text: str) -> None:
    assert _upwards(room, text)


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("news", "news-ends-early"),
        ("news", "core-database-newer"),
        ("cli", "web-template-done-"),
        ("web", "campaigns-status-draft"),
        ("kinds", "news-of-today"),
        ("kinds", "the-news-ends-early-this-year"),
    ],
)
def test_others_are_not(room: str, text: str) -> None:
    assert _upwards(room, text) == []
