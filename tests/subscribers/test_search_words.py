"""The words that a person is found by: whatever begins one of them finds the person, and nothing else does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from core.fold_text import fold_text
from subscribers.search_words import MAX_WORDS, asked_words, words_of_person
from subscribers.tables import MAX_WORD
from tests.examples import examples


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("nova", True), ("NOVAK", True), ("Žiga", True), ("ziga nov", True), ("kos", True), ("novak-k", True),
        ("ziga.novak", True), ("@zavod", True), ("zavod.example", True), ("ziga.novak@zav", True),
        ("ovak", False), ("ziga kosir", False), ("@example", False),
    ],
)  # fmt: skip
def test_who_is_found_by_what(asked: str, is_found: bool) -> None:
    spellings = words_of_person("Žiga Novak-Kos", "ziga.novak@zavod.example")
    assert is_found == all(any(word.startswith(part) for word in spellings) for part in asked_words(asked))


def test_names_of_all_alphabets_are_found() -> None:
    assert "محمد" in words_of_person("محمد علي", "m@example.org")
    assert "o’brien" in words_of_person("O’Brien", "x@example.org")
    assert "brien" in words_of_person("O’Brien", "x@example.org")


def test_one_letter_is_too_little_to_go_by() -> None:
    for text in ("a", "a b", "@a"):
        with pytest.raises(InputRefused, match="too-short"):
            asked_words(text)
    assert asked_words("   ") == asked_words("") == asked_words(" @ . ") == ()


@settings(max_examples=examples(60))
@given(st.text(max_size=120), st.from_regex(r"[a-z0-9.+_-]{1,64}@[a-z0-9.-]{1,60}", fullmatch=True))
def test_words_are_few_short_and_of_the_person(name: str, address: str) -> None:
    spellings = words_of_person(name, address)
    assert len(spellings) <= MAX_WORDS
    assert all(0 < len(word) <= MAX_WORD for word in spellings)
    everything = fold_text(f"{name} {address}")
    assert all(word.strip(",;") in everything for word in spellings)
