"""Both staff languages say the same things."""

from importlib.resources import files

from fluent.syntax import parse
from fluent.syntax.ast import Message


def _keys(language: str) -> set[str]:
    source = (files("staff") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    return {entry.id.name for entry in parse(source).body if isinstance(entry, Message)}


def test_slovenian_has_every_text_that_english_has() -> None:
    assert _keys("sl") == _keys("en")
    assert all(key.startswith("staff-") for key in _keys("en"))
