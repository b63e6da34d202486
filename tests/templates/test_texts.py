"""Texts: none is missing, none has other values in one language than in the other."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import templates

HOME = Path(templates.__file__).parent
SHOWN_TO_READERS = re.compile(r"say\([\"']([a-z-]+)[\"']")


def texts(language: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse((HOME / "texts" / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def _names(node: object) -> list[str]:
    if isinstance(node, ast.VariableReference):
        return [node.id.name]
    if isinstance(node, ast.BaseNode):
        return [name for value in vars(node).values() for name in _names(value)]
    if isinstance(node, list):
        return [name for value in node for name in _names(value)]
    return []


def test_english_and_slovenian_have_the_same_texts_with_the_same_values() -> None:
    english, slovenian = texts("en"), texts("sl")
    assert set(english) == set(slovenian)
    for key, message in english.items():
        assert set(_names(message.value)) == set(_names(slovenian[key].value)), key


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_readers_find_every_word_in_their_language(language: str) -> None:
    sources = [*HOME.glob("library/**/*.j2"), *HOME.glob("*.py")]
    needed = {
        f"templates-{key}" for source in sources for key in SHOWN_TO_READERS.findall(source.read_text("utf-8"))
    }
    assert len(needed) > 15
    assert needed <= set(texts(language))


def test_every_refusal_and_finding_has_a_text() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in HOME.rglob("*.py"))
    refusals = set(re.findall(r"[\"'](templates-[a-z-]+[a-z])[\"']", source))
    findings = {f"templates-check-{code}" for code in re.findall(r"_(?:error|warning)\(\s*\"([a-z-]+)\"", source)}
    assert len(refusals) > 15
    assert len(findings) > 10
    assert refusals | findings <= set(texts("en"))
