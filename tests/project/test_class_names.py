"""Ubiquitous language: a public class is a term of docs/concepts.md, or its ending says what it is."""

import ast
import builtins
import re
from pathlib import Path

from tests.project.test_rules import ROOMS, ROOT

CONCEPTS = ROOT / "docs/concepts.md"
TABLE = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)
SOURCES = sorted(
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if "migrations/versions" not in path.as_posix() and "node_modules" not in path.parts
)


def _tables() -> tuple[set[str], set[str]]:
    """The terms and other names, and the endings."""
    terms, _, names = CONCEPTS.read_text(encoding="utf-8").partition("## Names in the code")
    endings, _, others = names.partition("| Name |")
    return (
        {word for cell in TABLE.findall(terms) for word in re.findall(r"^[A-Z]\w+$", cell)} - {"Term", "State"}
        | set(re.findall(r"`(\w+)`", " ".join(TABLE.findall(others)))),
        set(re.findall(r"`(\w+)`", " ".join(TABLE.findall(endings)))),
    )


def _classes(paths: list[Path]) -> dict[str, list[str]]:
    """Public ones, with the names of their bases."""
    return {
        node.name: [base.rpartition(".")[2] for base in map(ast.unparse, node.bases)]
        for path in paths
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def _is_exception(name: str, classes: dict[str, list[str]]) -> bool:
    """Named after what happened: that is the convention for errors here."""
    builtin = getattr(builtins, name, None)
    if isinstance(builtin, type) and issubclass(builtin, BaseException):
        return True
    return name.endswith("Error") or any(_is_exception(base, classes) for base in classes.get(name, ()))


def _is_known(name: str, known: set[str], endings: set[str]) -> bool:
    return name in known or name.endswith(tuple(known | endings))


def test_each_public_class_is_a_term_or_has_an_ending_that_says_what_it_is() -> None:
    classes, (known, endings) = _classes(SOURCES), _tables()
    assert len(known) > 25
    assert len(endings) > 50
    unknown = [
        name for name in classes if not _is_known(name, known, endings) and not _is_exception(name, classes)
    ]
    assert unknown == []


def test_every_name_and_ending_on_the_list_is_used() -> None:
    classes, (_, endings) = _classes(SOURCES), _tables()
    others = re.findall(r"`(\w+)`", CONCEPTS.read_text(encoding="utf-8").partition("| Name |")[2])
    assert [name for name in others if name not in classes] == []
    assert [ending for ending in endings if not any(name.endswith(ending) for name in classes)] == []


def test_a_private_word_is_noticed() -> None:
    known, endings = _tables()
    assert not any(_is_known(name, known, endings) for name in ("Wish", "Told", "Letterbox", "House"))
