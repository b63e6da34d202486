"""Everything that people read exists in their language, with the same keys and the same values to fill in.

A room that speaks to staff has sl and en. What stands under a group comment "## Readers…" in en.ftl
(up to the next group comment) is seen by readers, too, and stands in every reader language.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.parsed_texts import entries
from tests.project.test_rules import ROOMS, ROOT

FOLDERS = sorted({path.parent for room in ROOMS for path in (ROOT / room).rglob("texts/*.ftl")})


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def _entries(folder: Path, language: str) -> dict[str, ftl.Message]:
    path = folder / f"{language}.ftl"
    assert path.is_file(), f"{path.relative_to(ROOT)} is missing"
    parsed = FluentParser().parse(path.read_text(encoding="utf-8"))
    junk = [entry.content for entry in parsed.body if isinstance(entry, ftl.Junk)]
    assert junk == [], f"{path.relative_to(ROOT)} has lines that are not Fluent"
    messages = [entry for entry in parsed.body if isinstance(entry, ftl.Message)]
    assert len(messages) == len({message.id.name for message in messages}), "a key stands twice"
    return {message.id.name: message for message in messages}


def _variables(message: ftl.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def _for_readers(folder: Path) -> set[str]:
    """The keys of en.ftl under a group comment for readers."""
    keys, is_marked = set(), False
    for entry in FluentParser().parse((folder / "en.ftl").read_text(encoding="utf-8")).body:
        if isinstance(entry, ftl.GroupComment):
            is_marked = (entry.content or "").startswith("Readers")
        elif isinstance(entry, ftl.Message) and is_marked:
            keys.add(entry.id.name)
    return keys


def _id(folder: Path) -> str:
    return folder.relative_to(ROOT).as_posix()


def test_there_are_texts_for_staff_and_for_readers() -> None:
    assert ROOT / "core" / "texts" in FOLDERS
    assert any(_for_readers(folder) for folder in FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=_id)
def test_staff_can_read_everything_in_both_their_languages(folder: Path) -> None:
    english = _entries(folder, "en")
    for language in STAFF_LANGUAGES:
        other = _entries(folder, language)
        assert sorted(other) == sorted(english), language
        for key, message in english.items():
            assert _variables(other[key]) == _variables(message), f"{language}: {key}"


@pytest.mark.parametrize("folder", FOLDERS, ids=_id)
def test_readers_can_read_in_their_language_what_is_marked_for_them(folder: Path) -> None:
    english = _entries(folder, "en")
    marked = _for_readers(folder)
    for language in set(READER_LANGUAGES) - set(STAFF_LANGUAGES):
        if not (folder / f"{language}.ftl").is_file():
            assert marked == set(), f"{language}.ftl is missing"
            continue
        other = _entries(folder, language)
        assert marked == set(other), f"{language}: what is marked for readers, no more and no less"
        for key in marked:
            assert _variables(other[key]) == _variables(english[key]), f"{language}: {key}"


@pytest.mark.parametrize("folder", FOLDERS, ids=_id)
def test_each_text_is_the_same_alone_as_in_its_file(folder: Path) -> None:
    package = ".".join(folder.relative_to(ROOT).parts[:-1])
    for language in sorted(path.stem for path in folder.glob("*.ftl")):
        sources = entries(package, language)
        whole = _entries(folder, language)
        assert list(sources) == list(whole)
        for key, message in whole.items():
            parsed = next(
                entry for entry in FluentParser().parse(sources[key]).body if isinstance(entry, ftl.Message)
            )
            assert parsed.equals(message, ignored_fields=["span", "comment"]), key


def test_in_a_language_that_a_room_has_not_it_has_no_texts() -> None:
    assert entries("staff", "ar") == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=_id)
def test_slovenian_quotes_between_its_own_marks(folder: Path) -> None:
    assert re.findall(r".*[“”„‚‘].*", (folder / "sl.ftl").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=_id)
def test_a_key_begins_with_the_name_of_its_room(folder: Path) -> None:
    room = folder.relative_to(ROOT).parts[0]
    assert [key for key in _entries(folder, "en") if not key.startswith(f"{room}-")] == []


@cache
def _error_names() -> set[str]:
    """BiltenError, Refusal, and every class below them in any room."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    error_names = {"BiltenError", "Refusal"}
    while below := {name for name, above in bases.items() if above & error_names} - error_names:
        error_names |= below
    return error_names


def _codes(path: Path) -> Iterator[tuple[str, str]]:
    """Every error code that the file raises, with its place. Subclasses and refusals count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        if called not in _error_names():
            continue
        for value in [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "code")]:
            if (
                isinstance(value, ast.Constant)
                and isinstance(value.value, str)
                and _looks_like_a_code(value.value)
            ):
                yield value.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def _looks_like_a_code(text: str) -> bool:
    return text.split("-", maxsplit=1)[0] in ROOMS and text.replace("-", "").isalnum()


@pytest.mark.parametrize("room", ROOMS)
def test_every_error_has_a_text(room: str) -> None:
    known = {key for folder in FOLDERS for key in _entries(folder, "en")}
    raised = [code_and_place for path in sorted((ROOT / room).rglob("*.py")) for code_and_place in _codes(path)]
    assert raised or room != "core", "the search for error codes finds none"
    assert [f"{place}: {code}" for code, place in raised if code not in known] == []
