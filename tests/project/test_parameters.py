"""Parameter objects: a function takes at most six parameters; what belongs together is a value with a name."""

import ast
from collections.abc import Iterator

import pytest

from tests.project.test_rules import ROOMS, ROOT

MOST = 6
FREE = ("cli",)
"""There, a command's parameters are its options: each stands in the help."""
SOURCES = sorted(
    path
    for room in ROOMS
    if room not in FREE
    for path in (ROOT / room).rglob("*.py")
    if "migrations/versions" not in path.as_posix()
)


def _count(arguments: ast.arguments) -> int:
    """Without `self` and `cls`, which no caller gives."""
    positional = [*arguments.posonlyargs, *arguments.args]
    named = [*positional, *arguments.kwonlyargs, *filter(None, (arguments.vararg, arguments.kwarg))]
    is_method = bool(positional) and positional[0].arg in ("self", "cls")
    return len(named) - is_method


def _too_many(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _count(node.args) > MOST:
            yield f"{node.name} takes {_count(node.args)}"


def test_no_function_takes_more_than_six_parameters() -> None:
    assert SOURCES
    breaches = {
        path.relative_to(ROOT).as_posix(): list(_too_many(ast.parse(path.read_text(encoding="utf-8"))))
        for path in SOURCES
    }
    assert {name: names for name, names in breaches.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "def send(a, b, c, d, e, f, g): ...",
        "async def send(a, /, b, *, c, d, e, f, g): ...",
        "class Sender:\n    def send(self, a, b, c, d, e, f, *g): ...",
    ],
)
def test_a_seventh_is_noticed(line: str) -> None:
    assert list(_too_many(ast.parse(line)))


def test_six_beside_self_are_not_too_many() -> None:
    assert list(_too_many(ast.parse("class Sender:\n    def send(self, a, b, c, *, d, e, **f): ..."))) == []
