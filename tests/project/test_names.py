"""A name says what it holds: words that fit everything name no variable, parameter, function or class."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.project.test_rules import ROOMS, ROOT

BANNED = frozenset({"found", "look", "one", "said", "stand", "stood", "told", "wish", "words"})
WHAT_TO_DO = "call it what it holds (campaign, match, output, reason, text …)"
FOLDERS = (*ROOMS, "docs", "tests")
NOT_OURS = {"node_modules", "versions"}
"""What npm brings, and migrations as they have run."""
MUST_KEEP = {
    ("campaigns/public_archive/publication_pages.py", "words"): "its fields are columns",
    ("campaigns/public_archive/tables.py", "words"): "a column",
    ("campaigns/review/external/tables.py", "said"): "a column",
    ("news/tables.py", "words"): "a column",
    ("news/store.py", "words"): "the fields of DerivedAsset are columns",
    ("templates/content.py", "words"): "templates of the organisation's own have item.funding.words",
    ("templates/views.py", "words"): "templates of the organisation's own have item.words of a button",
}


def _bound(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that is given in the file, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name) | ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
                yield node.lineno, name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                yield node.lineno, name


def _is_banned(name: str) -> bool:
    return name.strip("_").lower() in BANNED and not name.isupper()


def _files(folder: str) -> list[Path]:
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if NOT_OURS.isdisjoint(path.parts)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_name_says_what_it_holds(folder: str) -> None:
    files = _files(folder)
    assert files, f"{folder} is gone"
    places = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in files
        for line, name in _bound(ast.parse(path.read_text(encoding="utf-8")))
        if _is_banned(name) and (path.relative_to(ROOT).as_posix(), name) not in MUST_KEEP
    ]
    assert places == [], WHAT_TO_DO


PAGES = ROOT / "web" / "pages"


def _bound_on(source: str) -> set[str]:
    """Every name that a page gives: loops, `set`, macros and their parameters."""
    tree = Environment(autoescape=True).parse(source)
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    return names | {macro.name for macro in tree.find_all(nodes.Macro)}


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.j2")), ids=lambda path: path.relative_to(PAGES).as_posix())
def test_a_name_on_a_page_says_what_it_holds(path: Path) -> None:
    assert [name for name in _bound_on(path.read_text(encoding="utf-8")) if _is_banned(name)] == [], WHAT_TO_DO


@pytest.mark.parametrize(
    "line",
    [
        "{% for one in campaigns %}{% endfor %}",
        "{% set words = 1 %}",
        "{% macro told(name) %}{% endmacro %}",
        "{% macro show(wish) %}{% endmacro %}",
        "{% with found = 1 %}{% endwith %}",
    ],
)
def test_such_a_name_on_a_page_is_noticed(line: str) -> None:
    assert any(map(_is_banned, _bound_on(line)))


@pytest.mark.parametrize(("file", "name"), MUST_KEEP)
def test_what_may_keep_such_a_name_still_has_it(file: str, name: str) -> None:
    assert name in {bound for _, bound in _bound(ast.parse((ROOT / file).read_text(encoding="utf-8")))}


@pytest.mark.parametrize(
    "line",
    [
        "found = 1",
        "for one in campaigns: ...",
        "[one for one in campaigns]",
        "lambda one: one",
        "with opened() as stood: ...",
        "(said := 1)",
        "def told(): ...",
        "def send(*, words): ...",
        "def send(*words): ...",
        "class Look: ...",
        "class Button:\n    words: str",
        "self._found = []",
        "import consent as said",
        "try: ...\nexcept OSError as said: ...",
        "match value:\n    case [1, *found]: ...",
        "match value:\n    case {1: 1, **found}: ...",
        "match value:\n    case str() as wish: ...",
    ],
)
def test_such_a_name_is_noticed(line: str) -> None:
    assert any(_is_banned(name) for _, name in _bound(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["session.exec(query).one()", "found_at = 1", "refuse(found=1)", "WORDS = 1", "row.words = ''"]
)
def test_other_names_are_free(line: str) -> None:
    assert not any(_is_banned(name) for _, name in _bound(ast.parse(line)))
